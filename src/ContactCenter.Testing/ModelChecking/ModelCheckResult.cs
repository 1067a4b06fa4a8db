namespace ContactCenter.Testing;

/// <summary>What a model check came to.</summary>
/// <param name="States">The states that were reached, identity and time abstracted.</param>
/// <param name="Edges">The commands that were accepted in them.</param>
/// <param name="DeadEnds">
/// The states out of which agents, customers, the bot and alarms lead to no floor at rest, without a supervisor or the
/// host to help.
/// </param>
/// <param name="Violations">What does not hold, the first of each kind on each floor, and a shortest way.</param>
/// <param name="Covered">The commands that were accepted somewhere, by name.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ModelCheckResult(
    long States,
    long Edges,
    long DeadEnds,
    IReadOnlyList<string> Violations,
    IReadOnlySet<string> Covered)
{
    /// <summary>The result of nothing, to which others are added.</summary>
    public static ModelCheckResult None { get; } = new(0, 0, 0, [], new HashSet<string>());

    /// <summary>Both together.</summary>
    /// <param name="other">What another floor came to.</param>
    public ModelCheckResult With(ModelCheckResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            States + other.States,
            Edges + other.Edges,
            DeadEnds + other.DeadEnds,
            [.. Violations, .. other.Violations],
            Covered.Concat(other.Covered).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>In one line, for people and programs.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"states={States} edges={Edges} dead_ends={DeadEnds} violations={Violations.Count} ")
        + FormattableString.Invariant($"commands_covered={Covered.Count}/{ModelChecker.Commands.Count}");
}
