namespace ContactCenter.Statistics;

/// <summary>Why nothing is said about a wait: what the data lacks.</summary>
public enum EstimateGap : byte
{
    /// <summary>Nobody who serves the queue is available for it, or nobody of those is what the contact asks for.
    /// </summary>
    NoAgentAvailable,

    /// <summary>Those who are available have their hands full with contacts of other queues.</summary>
    AgentsElsewhere,

    /// <summary>
    /// Fewer than <see cref="ExpectedWait.LeastHandled"/> contacts of the queue were handled in the last half hour.
    /// </summary>
    TooFewHandled,

    /// <summary>The queue is outside its hours: nothing is offered from it now.</summary>
    QueueClosed,
}

/// <summary>How long a contact will probably wait, or why that cannot be said. One of the two is there.</summary>
/// <param name="Wait">From now on; never negative. Null where too little is known.</param>
/// <param name="Because">What is missing; null where nothing is.</param>
/// <remarks>
/// <para>
/// Place in line × mean handle time ÷ slots at work. The handle time is that of the contacts of this queue that were
/// handled in the last half hour, with the wrap-up where that holds the agent's slot. Slots at work are those of
/// available agents that hold a contact of this queue or are free for one: by Little's law they are what the queue
/// gets of agents it shares. When all of them are busy, this is the mean time until as many have come free as stand
/// in line up to this place.
/// </para>
/// <para>
/// It knows nothing of those who will give up, come with a higher priority, or sign out.
/// Immutable, safe for any thread.
/// </para>
/// </remarks>
public sealed record ExpectedWait(TimeSpan? Wait, EstimateGap? Because)
{
    /// <summary>So many contacts make a mean that is worth telling.</summary>
    public const int LeastHandled = 5;

    /// <summary>Insufficient data: too little is known, and so no number is made up.</summary>
    public bool IsInsufficient => Wait is null;

    /// <summary>The wait of whoever stands at a place in line.</summary>
    /// <param name="place">From 1; 0 for one that is being offered.</param>
    /// <param name="available">The agents who are available for the queue.</param>
    /// <param name="slots">Their slots that work for it.</param>
    /// <param name="handled">The contacts that were handled of late.</param>
    /// <param name="ticks">How long all of them together took.</param>
    internal static ExpectedWait Of(int place, int available, int slots, long handled, long ticks) =>
        place == 0 ? new(TimeSpan.Zero, null)
        : available == 0 ? new(null, EstimateGap.NoAgentAvailable)
        : slots == 0 ? new(null, EstimateGap.AgentsElsewhere)
        : handled < LeastHandled ? new(null, EstimateGap.TooFewHandled)
        : new(new TimeSpan((long)Int128.Min(
            (Int128)place * ticks / ((Int128)handled * slots), TimeSpan.MaxValue.Ticks)), null);
}

/// <summary>Where a waiting contact stands, and how long it will probably wait.</summary>
/// <param name="Chat">Which contact.</param>
/// <param name="Queue">The queue in which it waits.</param>
/// <param name="At">As of when.</param>
/// <param name="Position">Its place in line, from 1; 0 while it is being offered to an agent.</param>
/// <param name="Waited">How long it has waited in this line.</param>
/// <param name="Expected">How much longer, probably.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record WaitEstimate(
    ChatId Chat, QueueName Queue, DateTimeOffset At, int Position, TimeSpan Waited, ExpectedWait Expected);
