namespace ContactCenter.Routing;

/// <summary>How many of one cause there were in a row, and when the last one was.</summary>
/// <param name="Count">How many; 0 to 1,000, where it stops counting.</param>
/// <param name="At">When the last one was; without a meaning while there is none.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public readonly record struct RonaTally(int Count, DateTimeOffset At)
{
    internal const int MaxCount = 1_000;
}

/// <summary>What an agent has let pass since they last accepted an offer.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record RonaRecord
{
    /// <summary>Nothing: where everybody begins, and where accepting an offer leads back to.</summary>
    public static RonaRecord Clean { get; } = new();

    /// <summary>Offers that ran out.</summary>
    public RonaTally Missed { get; init; }

    /// <summary>Offers that were declined.</summary>
    public RonaTally Declined { get; init; }

    /// <summary>Offers that could not be connected.</summary>
    public RonaTally Failed { get; init; }

    /// <summary>What there is of one cause; nothing of those that never count.</summary>
    /// <param name="cause">The cause.</param>
    public RonaTally this[RonaCause cause] => cause switch
    {
        RonaCause.Missed => Missed,
        RonaCause.Declined => Declined,
        RonaCause.Failed => Failed,
        _ => default,
    };

    internal RonaRecord With(RonaCause cause, RonaTally tally) => cause switch
    {
        RonaCause.Missed => this with { Missed = tally },
        RonaCause.Declined => this with { Declined = tally },
        RonaCause.Failed => this with { Failed = tally },
        _ => this,
    };
}

/// <summary>What a <see cref="RonaPolicy"/> says of one offer that came to nothing.</summary>
/// <param name="After">The agent's record from now on.</param>
/// <param name="Count">Which in a row it was; 0 where it does not count.</param>
/// <param name="Consequence">What follows.</param>
/// <param name="Until">
/// When they get offers again without acting; null where nothing keeps them from offers, or only they lead out of it.
/// </param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record RonaVerdict(
    RonaRecord After, int Count, RonaConsequence Consequence, DateTimeOffset? Until);
