using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What agents have let pass, and what keeps them from offers for a while.</summary>
internal static partial class Invariants
{
    private static readonly RonaCause[] AllCauses = Enum.GetValues<RonaCause>();

    /// <summary>
    /// S6: nobody has an offer of a channel that they get none of; S7: whoever was put somewhere for a while is there
    /// or has moved on by themselves, and what is counted was counted.
    /// </summary>
    private static void CoolOffs(FloorView view)
    {
        foreach (var agent in view.Agents)
        {
            foreach (var cause in AllCauses)
            {
                var (count, at) = agent.Passed[cause];
                if (count < 0 || count > RonaTally.MaxCount || at > view.Now || (count > 0 && at == default))
                {
                    view.Report("S7", $"{agent.Id} has {count} {cause} in a row, the last at {at:O}");
                }
            }

            if (agent.CoolOffs is not { } coolOffs)
            {
                continue;
            }

            if (agent.Availability == Agents.Availability.SignedOut || coolOffs.Count == 0
                || coolOffs.Select(one => one.Channel).Distinct().Count() != coolOffs.Count)
            {
                view.Report("S6", $"{agent.Id} is {agent.Availability} and cools off {coolOffs.Count} times");
            }

            foreach (var one in coolOffs)
            {
                if (agent.Offers.Exists(offer => ChannelOf(view, offer) is { } channel
                    && (one.Channel is null || one.Channel == channel)))
                {
                    view.Report("S6", $"{agent.Id} has an open offer and is kept from offers until {one.Until:O}");
                }

                if (one.Since > view.Now || one.Until <= one.Since || one.Count < 1
                    || one.Consequence == RonaConsequence.None)
                {
                    view.Report("S7", $"{agent.Id} is kept from offers by {one}");
                }
            }
        }
    }
}
