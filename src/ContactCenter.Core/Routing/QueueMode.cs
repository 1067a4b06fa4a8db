namespace ContactCenter.Routing;

/// <summary>How the contacts of a queue come to its agents.</summary>
public enum QueueMode : byte
{
    /// <summary>
    /// The floor chooses: each contact is offered to one agent, or to as many at the same time as
    /// <see cref="ParallelOffers"/> says.
    /// </summary>
    Automatic,

    /// <summary>Each contact is offered to everybody who is free for it, up to a limit. The first who accepts has it.
    /// </summary>
    Broadcast,

    /// <summary>Nothing is offered: agents see what waits in their queues, and take what they choose.</summary>
    Manual,
}
