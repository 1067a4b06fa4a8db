namespace ContactCenter.Routing;

/// <summary>How an agent serves one queue.</summary>
/// <param name="Queue">The queue.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record QueueMembership(QueueName Queue)
{
    /// <summary>
    /// Which of their queues come first for this agent: contacts of rank 2 only while none of rank 1 waits that they
    /// could take, however old.
    /// Where several queues begin to offer at once, tiers come before ranks: what is first for one agent goes to whom
    /// its queue prefers, whatever is first for that one.
    /// </summary>
    /// <value>Default: 1. 1 to 100; the lower the sooner.</value>
    public int Rank { get; init; } = 1;

    /// <summary>
    /// How long a contact must have waited, since it had an agent if it did, before this one comes into question for
    /// it.
    /// </summary>
    /// <value>Default: 0. At most 1 day.</value>
    public TimeSpan Delay { get; init; }

    /// <summary>Which of the queue's agents come first: those of tier 2 only while none of tier 1 is free.</summary>
    /// <value>Default: 1. 1 to 100; the lower the sooner.</value>
    public int Tier { get; init; } = 1;

    /// <summary>The agent's share, where the queue's strategy is weighted.</summary>
    /// <value>Default: 1. 1 to 1,000.</value>
    public int Weight { get; init; } = 1;

    /// <summary>The agent's place in the order of the queue, where its strategy is top-down.</summary>
    /// <value>Default: 0, by agent id. The lower the sooner.</value>
    public int Position { get; init; }
}
