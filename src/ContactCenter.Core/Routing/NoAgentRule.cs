namespace ContactCenter.Routing;

/// <summary>What becomes of the contacts of a queue while no agent is there for it.</summary>
/// <remarks>
/// <para>
/// An agent is there who serves the queue, is available for its channel, and could have a contact of it at all: whether
/// they have room at the moment, or cool off, makes no difference, and neither does what a contact asks for. Who is
/// idle, in RONA or signed out is not there, and neither is who has paused the queue or was stopped for it by a miss
/// (<see cref="Agents.RonaScope.OwnQueue"/>). While the queue is closed by its hours nobody has to be: the time counts
/// from when it opens.
/// </para>
/// <para>
/// Each contact follows once in each line it comes to, and as often in all as there are queues at most. Whoever is
/// being offered or handed over stays, and an agent who comes in time stops it for everybody. Immutable, safe for any
/// thread.
/// </para>
/// </remarks>
public sealed record NoAgentRule
{
    /// <summary>For how long nobody has been there when those go who had come before that.</summary>
    /// <value>0, the queue is skipped as soon as nobody is there, to 30 days.</value>
    public TimeSpan After { get; init; }

    /// <summary>How long whoever comes while nobody is there waits for an agent to come.</summary>
    /// <value>Default: as long as <see cref="After"/>. 0, the queue is skipped, to that.</value>
    public TimeSpan? NewcomersAfter { get; init; }

    /// <summary>
    /// The queue, of the same channel, in which they wait from then on, with their age; where that is full, the one it
    /// overflows to. Where there is no room, or it is closed, they stay. No queue leads back to itself in this way.
    /// </summary>
    /// <value>Default: none. A rule has this or <see cref="End"/>.</value>
    public string? MoveTo { get; init; }

    /// <summary>
    /// Whether they end, and their customers are told <c>no-agents</c>. Callbacks that were promised do not.
    /// </summary>
    /// <value>Default: no.</value>
    public bool End { get; init; }
}
