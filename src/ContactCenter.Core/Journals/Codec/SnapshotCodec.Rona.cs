using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>What agents have let pass, and what keeps them from offers for a while.</summary>
internal static partial class SnapshotCodec
{
    private static readonly RonaCause[] Noted = [RonaCause.Missed, RonaCause.Declined, RonaCause.Failed];

    private static void WriteRona(RecordWriter to, Agent agent)
    {
        foreach (var cause in Noted)
        {
            var tally = agent.Passed[cause];
            to.Number(tally.Count);
            if (tally.Count > 0)
            {
                to.Instant(tally.At);
            }
        }

        to.Number(agent.CoolOffs?.Count ?? 0);
        foreach (var one in agent.CoolOffs ?? [])
        {
            to.Channel(one.Channel);
            to.Byte((byte)one.Cause);
            to.Byte((byte)one.Consequence);
            to.Number(one.Count);
            to.Instant(one.Since);
            to.Instant(one.Until);
        }
    }

    private static void ReadRona(ref RecordReader from, Agent agent)
    {
        foreach (var cause in Noted)
        {
            if (from.SmallNumber() is var count and > 0)
            {
                agent.Passed = agent.Passed.With(cause, new RonaTally(count, from.Instant()));
            }
        }

        for (var left = from.Count(); left > 0; left--)
        {
            (agent.CoolOffs ??= []).Add(new CoolOff(
                from.OptionalChoice<Channel>(),
                from.Choice<RonaCause>(),
                from.Choice<RonaConsequence>(),
                from.SmallNumber(),
                from.Instant(),
                from.Instant()));
        }
    }
}
