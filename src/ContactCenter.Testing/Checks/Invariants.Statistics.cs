using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>The running figures against what is there to be counted.</summary>
internal static partial class Invariants
{
    /// <summary>S54: who waits is counted once, and no time is counted that has not passed.</summary>
    private static IEnumerable<Violation> Tallies(Floor floor)
    {
        var waiting = floor.Chats.Values.Where(chat => chat.Waits).CountBy(chat => chat.WaitsIn).ToDictionary();
        if (!floor.Tallies.Queues.Keys.ToHashSet().SetEquals(
            floor.Queues.Keys.Concat(floor.Closing.Keys.Select(QueueName.Parse))))
        {
            yield return new("S54", "the queues that are counted are not those of the floor");
        }

        foreach (var (queue, tally) in floor.Tallies.Queues)
        {
            var there = waiting.GetValueOrDefault(queue);
            if (tally.Waiting != there)
            {
                yield return new("S54", $"{there} contacts wait in {queue}, {tally.Waiting} are counted");
            }
        }

        foreach (var (agent, tally) in floor.Tallies.Agents)
        {
            if (!floor.Agents.ContainsKey(agent) || tally.CountedUpTo > floor.LastAt.UtcTicks)
            {
                yield return new("S54", $"time of {agent} is counted that has not passed");
            }
        }

        foreach (var chat in floor.Chats.Values)
        {
            if (chat.LineSince > floor.LastAt.UtcTicks || chat.LineSince < chat.QueuedAt.UtcTicks
                || chat.Parts.Exists(part => part.AcceptedAt > floor.LastAt.UtcTicks))
            {
                yield return new("S43", $"chat {chat.Number} has come into its line at no time that fits");
            }
        }
    }
}
