
namespace ContactCenter.Testing;

/// <summary>The running figures against what is there to be counted.</summary>
internal static partial class Invariants
{
    /// <summary>S54: who waits is counted once, and no time is counted that has not passed.</summary>
    private static void Tallies(FloorView view)
    {
        foreach (var line in view.Lines)
        {
            var there = view.Counts.Of(line.Name).Waiting;
            if (view.Floor.Tallies.Queues.GetValueOrDefault(line.Name)?.Waiting != there)
            {
                view.Report("S54", $"{there} contacts wait in {line.Name}, and others are counted");
            }
        }

        foreach (var agent in view.Agents)
        {
            if (view.Floor.Tallies.Agents.GetValueOrDefault(agent.Id)?.CountedUpTo > view.Now.UtcTicks)
            {
                view.Report("S54", $"time of {agent.Id} is counted that has not passed");
            }
        }

        if (view.IsWhole && (view.Floor.Tallies.Queues.Count != view.Lines.Count
            || view.Floor.Tallies.Agents.Keys.Any(agent => !view.Floor.Agents.ContainsKey(agent))))
        {
            view.Report("S54", "the queues and agents that are counted are not those of the floor");
        }

        foreach (var chat in view.Chats)
        {
            if (chat.LineSince > view.Now.UtcTicks || chat.LineSince < chat.QueuedAt.UtcTicks
                || chat.Parts.Exists(part => part.AcceptedAt > view.Now.UtcTicks))
            {
                view.Report("S43", $"chat {chat.Number} has come into its line at no time that fits");
            }
        }
    }
}
