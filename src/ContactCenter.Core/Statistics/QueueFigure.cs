namespace ContactCenter.Statistics;

/// <summary>What is summed of a queue: counts, and periods in ticks.</summary>
internal enum QueueFigure
{
    // Ways into the line.
    Arrived,
    TransferredIn,
    Requeued,
    Resumed,

    // Ways out of it. A contact that came in takes exactly one of them.
    Answered,
    Abandoned,
    Overflowed,
    Reassigned,
    Ended,
    CalledOff,
    Suspended,

    // Of those: answered within the threshold, and abandoned before it was worth counting.
    AnsweredInTime,
    AbandonedSoon,

    WaitOfAnswered,
    WaitOfAbandoned,

    /// <summary>A maximum, where all others are sums.</summary>
    LongestWait,

    // Offers that came to nothing.
    Missed,
    Declined,
    Failed,

    // Contacts that were answered from the queue.
    TransferredOut,
    Handled,
    Talk,
    WrapUp,
}
