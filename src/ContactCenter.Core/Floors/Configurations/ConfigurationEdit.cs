using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What is done to one thing in a configuration.</summary>
internal enum EditKind : byte
{
    AddQueue,
    EditQueue,
    RemoveQueue,
    AddAgent,
    EditAgent,
    RemoveAgent,
}

/// <summary>One change of a configuration, which leaves the rest as it is.</summary>
/// <param name="Name">The queue's name or the agent's id.</param>
/// <param name="Queue">How the queue works from now on; null where the edit is not about one.</param>
/// <param name="Agent">What the agent may do from now on; null where the edit is not about one.</param>
internal sealed record ConfigurationEdit(
    EditKind Kind, string Name, QueueProfile? Queue = null, AgentProfile? Agent = null)
{
    /// <summary>Why there is nothing to do this to; null where there is.</summary>
    internal Rejection? Refusal(FloorConfiguration now)
    {
        var isThere = IsAboutQueue
            ? now.Queue(Name) is not null
            : now.Agents.Any(agent => agent.Id == Name);
        return (Kind is EditKind.AddQueue or EditKind.AddAgent, isThere) switch
        {
            (true, true) => Rejections.ConfigurationInvalid.About(
                $"{(IsAboutQueue ? "queue" : "agent")} {Name} is there already"),
            (false, false) => IsAboutQueue ? Rejections.QueueUnknown : Rejections.AgentUnknown,
            _ => null,
        };
    }

    /// <summary>The whole configuration with the change made.</summary>
    internal FloorConfiguration In(FloorConfiguration now) => Kind switch
    {
        EditKind.RemoveQueue => now with
        {
            Queues = now.Queues.RemoveAll(queue => queue.Name == Name),
            Agents = [.. now.Agents.Select(Without)],
        },
        EditKind.RemoveAgent => now with { Agents = now.Agents.RemoveAll(agent => agent.Id == Name) },
        _ when IsAboutQueue => now with { Queues = Put(now.Queues, Queue!, queue => queue.Name) },
        _ => now with { Agents = Put(now.Agents, Agent!, agent => agent.Id) },
    };

    internal bool IsAboutQueue => Kind <= EditKind.RemoveQueue;

    /// <summary>In the place of the one of the same name, or where its name belongs among the others.</summary>
    private static ImmutableArray<T> Put<T>(ImmutableArray<T> all, T one, Func<T, string> name)
    {
        for (var index = 0; index < all.Length; index++)
        {
            if (name(all[index]) == name(one))
            {
                return all.SetItem(index, one);
            }
        }

        var after = all.Count(other => string.CompareOrdinal(name(other), name(one)) < 0);
        return all.Insert(after, one);
    }

    /// <summary>Nobody serves a queue that is gone, or transfers to it.</summary>
    private AgentProfile Without(AgentProfile agent) =>
        agent.Queues.Contains(Name) || agent.TransferQueues.Names.Contains(Name)
            ? agent with
            {
                Queues = agent.Queues.Remove(Name),
                Memberships = agent.Memberships.RemoveAll(one => one.Queue == Name),
                TransferQueues = agent.TransferQueues with { Names = agent.TransferQueues.Names.Remove(Name) },
            }
            : agent;
}
