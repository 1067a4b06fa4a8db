using ContactCenter.Agents;

namespace ContactCenter.Runtime;

/// <summary>Which agents of a supervisor's teams are listed: those of whom all of this is true.</summary>
public sealed record AgentFilter
{
    /// <summary>Only those who have capacity for this channel.</summary>
    /// <value>Default: of any.</value>
    public Channel? Channel { get; init; }

    /// <summary>Only those who serve this queue.</summary>
    /// <value>Default: of any.</value>
    public QueueName? Queue { get; init; }

    /// <summary>
    /// Only those whose contacts leave room for one more of <see cref="Channel"/>, or, where none is said, of any; or
    /// only those whose do not. Whether they are available is not asked.
    /// </summary>
    /// <value>Default: both.</value>
    public bool? HasRoom { get; init; }

    /// <summary>Only those in this state.</summary>
    /// <value>Default: all who are signed in.</value>
    public Availability? Availability { get; init; }

    internal bool Matches(Agent agent)
    {
        Channel[] channels = Channel is { } one ? [one] : Enum.GetValues<Channel>();
        return (Availability is { } wanted
                ? agent.Availability == wanted
                : agent.Availability != Agents.Availability.SignedOut)
            && channels.Any(channel => agent.Media.Capacity(channel) > 0)
            && (Queue is not { } queue || agent.Profile.Queues.Contains(queue.Value))
            && (HasRoom is not { } room
                || room == channels.Any(channel => agent.Media.HasRoom(agent.Load, channel)));
    }
}
