using System.Collections.Immutable;
using ContactCenter.Redaction;

namespace ContactCenter.Routing;

/// <summary>What a contact asks for, read and within its bounds; and what of it holds after how long a wait.</summary>
internal sealed record ContactWishes
{
    internal const int MaxPriority = 1_000;
    internal const int MaxPosition = 1_000;
    internal const int MaxRequirements = 10;

    /// <summary>With what queues have added to them.</summary>
    internal const int MostRequirements = 20;
    internal const int MaxPreferred = 10;
    internal const int MaxExcluded = 20;

    internal static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    internal static ContactWishes None { get; } = new();

    internal int Priority { get; init; } = 1;

    internal ImmutableArray<(Requirement Requirement, TimeSpan? For)> Requirements { get; init; } = [];

    internal ImmutableArray<AgentId> Preferred { get; init; } = [];

    internal AgentId? Reserved { get; init; }

    internal TimeSpan ReservedFor { get; init; }

    /// <summary>Looked up by the floor when it decides: in events and in the state it is not there any more.</summary>
    internal LastAgentWish LastAgent { get; init; }

    internal ImmutableArray<AgentId> Excluded { get; init; } = [];

    /// <summary>By content, requirement by requirement.</summary>
    public bool Equals(ContactWishes? other) =>
        other is not null
        && Priority == other.Priority
        && Reserved == other.Reserved
        && ReservedFor == other.ReservedFor
        && LastAgent == other.LastAgent
        && Requirements.SequenceEqual(other.Requirements)
        && Preferred.SequenceEqual(other.Preferred)
        && Excluded.SequenceEqual(other.Excluded);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = HashCode.Combine(Priority, Reserved, ReservedFor);
        foreach (var (requirement, _) in Requirements)
        {
            hash = HashCode.Combine(hash, requirement);
        }

        return hash;
    }

    /// <summary>Reads what a host asks for; the refusal names what cannot be read, or is out of bounds.</summary>
    internal static Rejection? Read(RoutingWishes? wished, out ContactWishes wishes)
    {
        wishes = None;
        if (wished is null)
        {
            return null;
        }

        // Kept as they are, in the log too; and not repeated, as a fault repeats what it has found.
        if (wished.Preferred.Concat(wished.Excluded).Append(wished.Reserved ?? "nobody").Select(agent => agent.Value)
            .Concat(wished.Requirements.Select(one => one.Text)).Any(CardLikeId.Is))
        {
            return Rejections.IdHoldsCardData.About("wishes");
        }

        if (Fault(wished) is { } fault)
        {
            return Rejections.WishesInvalid.About(fault);
        }

        var requirements = ImmutableArray.CreateBuilder<(Requirement, TimeSpan?)>(wished.Requirements.Count);
        foreach (var one in wished.Requirements)
        {
            if (!Requirement.TryParse(one.Text, out var requirement, out var unread))
            {
                return Rejections.WishesInvalid.About(unread.ToString());
            }

            requirements.Add((requirement, one.For));
        }

        wishes = new ContactWishes
        {
            Priority = wished.Priority,
            Requirements = requirements.MoveToImmutable(),
            Preferred = [.. wished.Preferred],
            Reserved = wished.Reserved,
            ReservedFor = wished.Reserved is null && wished.LastAgent != LastAgentWish.Reserve
                ? TimeSpan.Zero
                : wished.ReservedFor,
            LastAgent = wished.LastAgent,
            Excluded = [.. wished.Excluded],
        };
        return null;
    }

    /// <summary>The same, urged by a queue: of this priority, and with this requirement beside the others.</summary>
    /// <param name="priority">How urgent it is by now; null for as urgent as before.</param>
    /// <param name="also">What it asks for beside the others; null for nothing.</param>
    /// <param name="classified">How many of the last requirements are a policy's, which stay the last.</param>
    internal ContactWishes Urged(int? priority, Requirement? also, int classified)
    {
        var isAdded = also is not null && Requirements.Length < MostRequirements
            && !Requirements.Any(one => one.For is null && one.Requirement.Equals(also));
        return !isAdded && (priority ?? Priority) == Priority ? this : this with
        {
            Priority = priority ?? Priority,
            Requirements = isAdded
                ? Requirements.Insert(Requirements.Length - classified, (also!, null))
                : Requirements,
        };
    }

    /// <summary>What holds once it has waited so long.</summary>
    /// <param name="waited">How long, as far as it has been noted.</param>
    /// <param name="delay">Which agents that lets in, of those who take contacts only after a delay.</param>
    /// <param name="dropped">The attributes that its queue does not ask for any longer; null for none.</param>
    internal ContactNeeds After(TimeSpan waited, TimeSpan delay, IReadOnlySet<string>? dropped = null)
    {
        if (ReferenceEquals(this, None) && delay == TimeSpan.Zero)
        {
            return ContactNeeds.None;
        }

        Requirement[] holding =
        [
            .. from one in Requirements
               where Holds(one.For)
               let left = dropped is null ? one.Requirement : one.Requirement.Without(dropped)
               where left != Requirement.Anyone
               select left,
        ];
        return new ContactNeeds
        {
            Priority = Priority,
            Requirement = holding.Length switch { 0 => null, 1 => holding[0], _ => Requirement.All(holding) },
            Waited = delay,
            ReservedFor = Reserved is { } only && ReservedFor > waited ? only : default(AgentId?),
            Preferred = Preferred,
            Excluded = Excluded,
        };

        bool Holds(TimeSpan? until) => until is not { } end || end > waited;
    }

    /// <summary>After how long a wait something more is let go of; null for never.</summary>
    internal TimeSpan? NextAfter(TimeSpan waited)
    {
        TimeSpan? next = Reserved is not null && ReservedFor > waited ? ReservedFor : default(TimeSpan?);
        foreach (var (_, until) in Requirements)
        {
            next = until > waited && !(next <= until) ? until : next;
        }

        return next;
    }

    private static string? Fault(RoutingWishes wished) =>
        wished.Priority is < 0 or > MaxPriority ? $"priority {wished.Priority} is not 0 to {MaxPriority}"
        : wished.Position is < 1 or > MaxPosition ? $"position {wished.Position} is not 1 to {MaxPosition}"
        : wished.Requirements.Count > MaxRequirements ? $"more than {MaxRequirements} requirements"
        : wished.Preferred.Count > MaxPreferred ? $"more than {MaxPreferred} preferred agents"
        : wished.Excluded.Count > MaxExcluded ? $"more than {MaxExcluded} excluded agents"
        : wished.Preferred.Concat(wished.Excluded).Append(wished.Reserved ?? "nobody").Contains(default)
            ? "an agent id is empty"
        : wished.LastAgent > LastAgentWish.Reserve ? $"last agent {wished.LastAgent} is no wish"
        : IsOut(wished.ReservedFor) ? $"a reservation of {wished.ReservedFor} is not above 0 and at most a day"
        : wished.Requirements.Any(one => IsOut(one.For)) ? "a requirement holds for longer than a day, or not at all"
        : null;

    private static bool IsOut(TimeSpan? period) => period <= TimeSpan.Zero || period > Longest;
}
