namespace ContactCenter.Statistics;

/// <summary>What is summed of an agent: counts, and periods in ticks.</summary>
internal enum AgentFigure
{
    // Offers, and what became of them. Those that were taken back are in none of the others.
    Offered,
    Answered,
    Missed,
    Declined,
    Failed,

    TransferredOut,
    Handled,
    Talk,
    WrapUp,
    Held,

    // Time at work: available, idle or in RONA.
    Available,
    Idle,
    Rona,

    // Time with a contact in hand, whatever the availability; and available without one.
    Engaged,
    Free,
}
