namespace ContactCenter.Agents;

/// <summary>One queue from which an agent is offered nothing, while they go on serving the others.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Availability">Why: a missed offer of this queue, or an idle code for it.</param>
/// <param name="Code">The idle code; null after a miss.</param>
/// <param name="Reason">Why, as a code, where one was given.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it is over by itself; null where somebody has to say so.</param>
/// <param name="ChangedBy">Who has paused it: the agent, a supervisor or the system.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record QueuePause(
    QueueName Queue,
    Availability Availability,
    string? Code,
    string? Reason,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    Actor ChangedBy);
