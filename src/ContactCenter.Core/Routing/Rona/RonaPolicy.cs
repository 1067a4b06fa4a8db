using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>
/// What follows for an agent from an offer that came to nothing: by cause, from which one in a row on, for how long,
/// and for whom not.
/// </summary>
/// <remarks>
/// Without a word it is the specification's: a missed offer is a RONA, a declined one and one that failed make idle
/// under two different codes, and only the agent leads out of any of them. That somebody else was quicker, that the
/// customer left or that the offer was withdrawn has no consequence, ever. Pure: <see cref="Judge"/> knows no clock and
/// needs no floor. Immutable, safe for any thread.
/// </remarks>
public sealed record RonaPolicy
{
    internal const int MaxExempt = 1_000;

    /// <summary>Offers that run out.</summary>
    /// <value>Default: the first one is a RONA, until the agent acts.</value>
    public RonaRule Missed { get; init; } = new();

    /// <summary>Offers that are declined.</summary>
    /// <value>Default: the first one makes idle as <c>declined</c>, until the agent acts.</value>
    public RonaRule Declined { get; init; } = new() { Then = RonaConsequence.Idle };

    /// <summary>Offers that cannot be connected.</summary>
    /// <value>Default: the first one makes idle as <c>channel-failure</c>, until the agent acts.</value>
    public RonaRule Failed { get; init; } = new() { Then = RonaConsequence.Idle };

    /// <summary>After how long without another one of its cause what was counted is forgotten.</summary>
    /// <value>Default: never; only an accepted offer or the end of the shift clears it. Above 0, at most 1 day.</value>
    public TimeSpan? RecoversAfter { get; init; }

    /// <summary>The agents of whom nothing counts, by id.</summary>
    /// <value>Default: none. At most 1,000.</value>
    public ImmutableArray<string> ExemptAgents { get; init; } = [];

    /// <summary>The teams of whose agents nothing counts, by name.</summary>
    /// <value>Default: none. At most 1,000.</value>
    public ImmutableArray<string> ExemptTeams { get; init; } = [];

    /// <summary>The rule of a cause; null for those that never count.</summary>
    /// <param name="cause">The cause.</param>
    public RonaRule? RuleOf(RonaCause cause) => cause switch
    {
        RonaCause.Missed => Missed,
        RonaCause.Declined => Declined,
        RonaCause.Failed => Failed,
        _ => null,
    };

    /// <summary>Whether nothing counts of an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="team">Their team; null where they have none.</param>
    public bool Exempts(AgentId agent, string? team) =>
        ExemptAgents.Contains(agent.Value) || (team is not null && ExemptTeams.Contains(team));

    /// <summary>What follows from an offer that came to nothing. Asking changes nothing.</summary>
    /// <param name="record">What the agent has let pass so far: the record of the last verdict, or a clean one.</param>
    /// <param name="cause">Why this offer came to nothing.</param>
    /// <param name="now">The instant at which it did.</param>
    public RonaVerdict Judge(RonaRecord record, RonaCause cause, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (RuleOf(cause) is not { Counts: true } rule)
        {
            return new RonaVerdict(record, Count: 0, RonaConsequence.None, Until: null);
        }

        var before = record[cause];
        var isForgotten = RecoversAfter is { } quiet && now - before.At >= quiet;
        var count = Math.Min((isForgotten ? 0 : before.Count) + 1, RonaTally.MaxCount);
        var until = now + rule.CoolOffOf(count);
        var consequence = count >= rule.Threshold ? rule.Then
            : until is null ? RonaConsequence.None
            : RonaConsequence.CoolOff;
        return new RonaVerdict(record.With(cause, new RonaTally(count, now)), count, consequence, until);
    }

    // The arrays compare by reference, and two revisions are compared.
    /// <inheritdoc/>
    public bool Equals(RonaPolicy? other) =>
        other is not null
        && (Missed, Declined, Failed, RecoversAfter)
            .Equals((other.Missed, other.Declined, other.Failed, other.RecoversAfter))
        && ExemptAgents.SequenceEqual(other.ExemptAgents)
        && ExemptTeams.SequenceEqual(other.ExemptTeams);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Missed, Declined, Failed, RecoversAfter, ExemptAgents.Length, ExemptTeams.Length);

    internal IEnumerable<string> Faults()
    {
        foreach (var (name, rule) in new[] { ("missed", Missed), ("declined", Declined), ("failed", Failed) })
        {
            foreach (var fault in rule.Faults())
            {
                yield return $"{name}: {fault}";
            }
        }

        if (RecoversAfter <= TimeSpan.Zero || RecoversAfter > RonaRule.Longest)
        {
            yield return $"recovery after {RecoversAfter} is not above 0 and at most 1 day";
        }

        if (ExemptAgents.Length > MaxExempt || ExemptTeams.Length > MaxExempt)
        {
            yield return $"more than {MaxExempt} agents or teams are exempt";
        }
    }
}
