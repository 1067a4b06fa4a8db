namespace ContactCenter.Routing;

/// <summary>To how many agents a contact is offered at the same time. The first who accepts has it.</summary>
/// <remarks>
/// <para>
/// None of this lets a customer wait while somebody is free: where fewer agents are free than are to be asked, those
/// are asked, and others as they come free. Nobody is offered to a second agent while somebody else waits who is
/// offered to none.
/// </para>
/// <para>Immutable, safe for any thread.</para>
/// </remarks>
public sealed record ParallelOffers
{
    /// <summary>The most agents that a contact may be offered to at the same time, one by one.</summary>
    public const int Most = 20;

    /// <summary>How many agents are asked to begin with, where more are added with time.</summary>
    /// <value>1 to <see cref="Max"/>. Default: 1. Of no meaning without <see cref="AddEvery"/>.</value>
    public int Min { get; init; } = 1;

    /// <summary>How many agents are asked at the same time, at most.</summary>
    /// <value>1 to 20. Default: 1.</value>
    public int Max { get; init; } = 1;

    /// <summary>
    /// After how long, again and again, one agent more is asked, until somebody accepts: the first time so long after
    /// the first offer. Null asks as many as <see cref="Max"/> at once.
    /// </summary>
    /// <value>Default: none. 1 second to 1 hour.</value>
    public TimeSpan? AddEvery { get; init; }
}
