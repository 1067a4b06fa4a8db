using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>
/// What a contact needs, told from its attributes: its queue, its priority, what the agent must be. A floor may have
/// several, by name; whoever begins a contact, or classifies it anew, names one.
/// </summary>
/// <remarks>
/// Its rules are read in order, and all those count whose condition the contact meets. The queue is the one that a rule
/// names first, of those that are there; else the first by name whose labels are what the rules together ask for; else
/// <see cref="FallbackQueue"/>. A queue that whoever begins a contact names wins over all of them. Immutable, safe for
/// any thread.
/// </remarks>
public sealed record ClassificationPolicy
{
    /// <summary>The most rules that a policy may have.</summary>
    public const int MostRules = 100;

    /// <summary>Where contacts come for which the rules find no queue.</summary>
    /// <value>
    /// Default: none; a contact without a queue is refused then, and one that has a queue stays there. Rules may name
    /// queues that are not there only where there is one.
    /// </value>
    public string? FallbackQueue { get; init; }

    /// <summary>The rules.</summary>
    /// <value>Default: none. At most 100, which ask for at most 20 requirements together.</value>
    public ImmutableArray<ClassificationRule> Rules { get; init; } = [];

    // The rules compare by reference, and two revisions are compared.
    /// <inheritdoc/>
    public bool Equals(ClassificationPolicy? other) =>
        other is not null && FallbackQueue == other.FallbackQueue && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FallbackQueue, Rules.Length);
}
