using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>What follows for contacts that meet a condition, or for all.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ClassificationRule
{
    /// <summary>The most attributes that one rule passes on to queues, and the most to agents.</summary>
    public const int MostMatches = 10;

    /// <summary>
    /// What the contact's attributes must be, as <see cref="Requirement.Parse"/> reads it: <c>country = us</c>.
    /// </summary>
    /// <value>Default: anything.</value>
    public string? When { get; init; }

    /// <summary>The queue that the contact comes to.</summary>
    /// <value>Default: none.</value>
    public string? Queue { get; init; }

    /// <summary>What the labels of its queue must be, as <see cref="Requirement.Parse"/> reads it.</summary>
    /// <value>Default: anything.</value>
    public string? QueueLabels { get; init; }

    /// <summary>The attributes, by name, in which the labels of its queue must be what the contact is.</summary>
    /// <value>Default: none. At most 10. One that the contact does not have asks for nothing.</value>
    public ImmutableArray<string> QueueMatches { get; init; } = [];

    /// <summary>How urgent the contact is; the first rule that says so counts.</summary>
    /// <value>Default: not said. 0 to 1,000.</value>
    public int? Priority { get; init; }

    /// <summary>What the agent must be, for a while or for good.</summary>
    /// <value>Default: anything.</value>
    public ImmutableArray<RoutingRequirement> Requirements { get; init; } = [];

    /// <summary>The attributes, by name, in which the agent must be what the contact is.</summary>
    /// <value>Default: none. At most 10. One that the contact does not have asks for nothing.</value>
    public ImmutableArray<string> AgentMatches { get; init; } = [];

    // The lists compare by reference, and two revisions are compared.
    /// <inheritdoc/>
    public bool Equals(ClassificationRule? other) =>
        other is not null
        && (When, Queue, QueueLabels, Priority).Equals((other.When, other.Queue, other.QueueLabels, other.Priority))
        && QueueMatches.SequenceEqual(other.QueueMatches)
        && Requirements.SequenceEqual(other.Requirements)
        && AgentMatches.SequenceEqual(other.AgentMatches);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(When, Queue, QueueLabels, Priority, Requirements.Length);

    internal IEnumerable<string> Faults()
    {
        foreach (var text in Requirements.Select(one => one.Text).Prepend(QueueLabels).Prepend(When))
        {
            if (text is not null && !Requirement.TryParse(text, out _, out var fault))
            {
                yield return $"'{text}' cannot be read, {fault}";
            }
        }

        if (Requirements.Any(one => one.For <= TimeSpan.Zero || one.For > ContactWishes.Longest))
        {
            yield return "a requirement holds for longer than a day, or not at all";
        }

        if (Priority is < 0 or > ContactWishes.MaxPriority)
        {
            yield return $"priority {Priority} is not 0 to {ContactWishes.MaxPriority}";
        }

        foreach (var names in (ImmutableArray<string>[])[QueueMatches, AgentMatches])
        {
            if (names.Length > MostMatches)
            {
                yield return $"{names.Length} attributes that are passed on are not at most {MostMatches}";
            }

            foreach (var name in names.Where(name => !AttributeName.IsValid(name)))
            {
                yield return $"'{name}' is the name of no attribute";
            }
        }
    }
}
