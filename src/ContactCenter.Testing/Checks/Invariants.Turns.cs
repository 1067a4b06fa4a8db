using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>Agents whose channels take turns, and who are held for one of them.</summary>
internal static partial class Invariants
{
    /// <summary>
    /// S11: who is held for a queue takes turns, serves it, and has no room for it because of other channels alone; and
    /// the queue counts them.
    /// </summary>
    private static IEnumerable<Violation> Turns(Floor floor)
    {
        foreach (var agent in floor.Agents.Values)
        {
            if (agent.Media.Turns is null && agent.Lead != default)
            {
                yield return new("S10", $"{agent.Id} takes no turns and has had one");
            }

            if (agent.HeldFor is { } queue && (agent.Media.Turns is null || !Serves(agent, queue)
                || agent.Media.HasRoom(agent.Load, floor.Queues[queue].Channel)))
            {
                yield return new("S11", $"{agent.Id} is held for {queue} and need not be");
            }
        }

        foreach (var line in floor.Router.Queues.Values)
        {
            var held = floor.Agents.Values.Count(agent => agent.HeldFor == line.Name);
            if (held != line.Held)
            {
                yield return new("S11", $"{held} agents are held for {line.Name}, but {line.Held} are counted");
            }
        }
    }
}
