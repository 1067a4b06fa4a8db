using System.Collections.Immutable;

namespace ContactCenter.Agents;

/// <summary>How far a list of names reaches.</summary>
public enum ReachKind : byte
{
    /// <summary>To all there are.</summary>
    All,

    /// <summary>To those that are named.</summary>
    Listed,

    /// <summary>To none.</summary>
    None,
}

/// <summary>All, some or none of the queues or teams of a floor.</summary>
internal sealed record Reach(ReachKind Kind, ImmutableArray<string> Names)
{
    public static Reach All { get; } = new(ReachKind.All, []);

    internal bool Includes(string? name) => Kind switch
    {
        ReachKind.All => true,
        ReachKind.Listed => name is not null && Names.Contains(name),
        _ => false,
    };

    // The array compares by reference, and two revisions are compared.
    public bool Equals(Reach? other) =>
        other is not null && Kind == other.Kind && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(Kind, Names.Length);
}
