namespace ContactCenter.Routing;

/// <summary>What follows from one cause: whether it counts, from when on, what then, and for how long.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record RonaRule
{
    internal const int MaxThreshold = 100;
    internal const double MaxBackOff = 10;

    internal static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Whether it counts. What does not has no consequence at all: the agent stays as they are.</summary>
    /// <value>Default: yes.</value>
    public bool Counts { get; init; } = true;

    /// <summary>
    /// How many in a row have the consequence: this one, and each that follows it until the agent accepts an offer.
    /// </summary>
    /// <value>Default: 1, the first. 1 to 100.</value>
    public int Threshold { get; init; } = 1;

    /// <summary>What happens once the threshold is reached.</summary>
    /// <value>Default: RONA. <see cref="RonaConsequence.CoolOff"/> needs a <see cref="CoolOff"/>.</value>
    public RonaConsequence Then { get; init; } = RonaConsequence.Rona;

    /// <summary>The idle code, where the consequence is to be idle.</summary>
    /// <value>Default: the engine's own for the cause. One of the floor's idle codes.</value>
    public string? IdleCode { get; init; }

    /// <summary>
    /// After how long they get offers again without doing anything, once the threshold was reached. Whoever does
    /// something about their availability before, or has it done by a supervisor, is cooled off at once.
    /// </summary>
    /// <value>Default: never; they must act. Above 0, at most 1 day.</value>
    public TimeSpan? CoolOff { get; init; }

    /// <summary>For how long those before the threshold keep an agent from offers.</summary>
    /// <value>Default: not at all. Above 0, at most 1 day; the threshold is 2 or more then.</value>
    public TimeSpan? CoolOffBelowThreshold { get; init; }

    /// <summary>By what each further one in a row multiplies its cool-off.</summary>
    /// <value>Default: 1, it stays as long as it is. 1 to 10.</value>
    public double BackOff { get; init; } = 1;

    /// <summary>How long a cool-off becomes by multiplication at most.</summary>
    /// <value>Default: 1 hour. Above 0, at most 1 day.</value>
    public TimeSpan MaxCoolOff { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many there were in a row matters: else it is not even noted.</summary>
    internal bool IsNoted =>
        Counts && (Threshold > 1 || CoolOff is not null || CoolOffBelowThreshold is not null);

    /// <summary>How long the one that is the <paramref name="count"/>th in a row keeps from offers.</summary>
    internal TimeSpan? CoolOffOf(int count)
    {
        var (first, times) = count < Threshold ? (CoolOffBelowThreshold, count - 1) : (CoolOff, count - Threshold);
        if (first is not { } period)
        {
            return null;
        }

        // Multiplied one by one, with a bound: the same on every machine, and never too large for a period.
        double ticks = period.Ticks;
        for (; times > 0 && BackOff > 1 && ticks < MaxCoolOff.Ticks; times--)
        {
            ticks = Math.Min(ticks * BackOff, MaxCoolOff.Ticks);
        }

        return TimeSpan.FromTicks((long)ticks);
    }

    internal IEnumerable<string> Faults()
    {
        if (Threshold is < 1 or > MaxThreshold)
        {
            yield return $"threshold {Threshold} is not 1 to {MaxThreshold}";
        }

        if (!Enum.IsDefined(Then) || (Counts && Then == RonaConsequence.None))
        {
            yield return $"consequence {Then} is none: what has none does not count";
        }

        if (Counts && Then == RonaConsequence.CoolOff && CoolOff is null)
        {
            yield return "the consequence is a cool-off, and none is given";
        }

        if (CoolOffBelowThreshold is not null && Threshold == 1)
        {
            yield return "a cool-off below a threshold of 1 never comes";
        }

        if (!(BackOff is >= 1 and <= MaxBackOff))
        {
            yield return $"back-off {BackOff} is not 1 to {MaxBackOff}";
        }

        foreach (var (name, period) in new (string, TimeSpan?)[]
        {
            ("cool-off", CoolOff),
            ("cool-off below the threshold", CoolOffBelowThreshold),
            ("longest cool-off", MaxCoolOff),
        })
        {
            if (period <= TimeSpan.Zero || period > Longest)
            {
                yield return $"{name} {period} is not above 0 and at most 1 day";
            }
        }
    }
}
