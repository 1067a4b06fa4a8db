namespace ContactCenter.DependencyInjection;

/// <summary>How an agent serves a queue.</summary>
public sealed class MembershipOptions
{
    /// <summary>
    /// Which of their queues come first for this agent: contacts of rank 2 only while none of rank 1 waits that they
    /// could take, however old.
    /// Where several queues begin to offer at once, tiers come before ranks: what is first for one agent goes to whom
    /// its queue prefers, whatever is first for that one.
    /// </summary>
    /// <value>Default: 1. 1 to 100; the lower the sooner.</value>
    public int Rank { get; set; } = 1;

    /// <summary>
    /// How long a contact must have waited, since it had an agent if it did, before this one comes into question for
    /// it.
    /// </summary>
    /// <value>Default: 0. At most 1 day.</value>
    public TimeSpan Delay { get; set; }

    /// <summary>Which of the queue's agents come first: those of tier 2 only while none of tier 1 is free.</summary>
    /// <value>Default: 1. 1 to 100; the lower the sooner.</value>
    public int Tier { get; set; } = 1;

    /// <summary>The agent's share, where the queue's strategy is weighted.</summary>
    /// <value>Default: 1. 1 to 1,000.</value>
    public int Weight { get; set; } = 1;

    /// <summary>The agent's place in the order of the queue, where its strategy is top-down.</summary>
    /// <value>Default: 0, by agent id. 0 to 1,000,000; the lower the sooner.</value>
    public int Position { get; set; }
}
