
namespace ContactCenter.Testing;

/// <summary>The running figures against what is there to be counted.</summary>
internal static partial class Invariants
{
    /// <summary>S54: who waits is counted once, and no time is counted that has not passed.</summary>
    private static IEnumerable<Violation> Tallies(FloorView view)
    {
        var waiting = view.Chats.Where(chat => chat.Waits).CountBy(chat => chat.WaitsIn).ToDictionary();
        if (!view.Floor.Tallies.Queues.Keys.ToHashSet().SetEquals(
            view.Floor.Queues.Keys.Concat(view.Floor.Closing.Keys.Select(QueueName.Parse))))
        {
            yield return new("S54", "the queues that are counted are not those of the floor");
        }

        foreach (var (queue, tally) in view.Floor.Tallies.Queues)
        {
            var there = waiting.GetValueOrDefault(queue);
            if (tally.Waiting != there)
            {
                yield return new("S54", $"{there} contacts wait in {queue}, {tally.Waiting} are counted");
            }
        }

        foreach (var (agent, tally) in view.Floor.Tallies.Agents)
        {
            if (!view.Floor.Agents.ContainsKey(agent) || tally.CountedUpTo > view.Now.UtcTicks)
            {
                yield return new("S54", $"time of {agent} is counted that has not passed");
            }
        }

        foreach (var chat in view.Chats)
        {
            if (chat.LineSince > view.Now.UtcTicks || chat.LineSince < chat.QueuedAt.UtcTicks
                || chat.Parts.Exists(part => part.AcceptedAt > view.Now.UtcTicks))
            {
                yield return new("S43", $"chat {chat.Number} has come into its line at no time that fits");
            }
        }
    }
}
