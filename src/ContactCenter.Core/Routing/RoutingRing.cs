using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>
/// A ring around a contact that waits: for how long a queue asks for all that the contact asks for, and what it lets
/// go of then, so that each ring takes in everybody of the rings before it and some more.
/// </summary>
/// <remarks>
/// <para>
/// The rings of a queue follow one another, for as long as the contact waits: in a queue to which it comes later it is
/// in the ring of its wait; where it has had an agent, that begins anew. After the last one what is left is asked for
/// good.
/// </para>
/// <para>
/// A part of a requirement is dropped once all the attributes it names have been: of <c>french >= 3 and (gold or
/// vip)</c> the second stays until both <c>gold</c> and <c>vip</c> are dropped. What no ring names is never dropped.
/// Excluded agents stay excluded, a reservation holds for its own time. Immutable, safe for any thread.
/// </para>
/// </remarks>
public sealed record RoutingRing
{
    /// <summary>The most rings that a queue may have.</summary>
    public const int Most = 6;

    /// <summary>The most attributes that one ring drops.</summary>
    public const int MostDropped = 20;

    /// <summary>How long it lasts.</summary>
    /// <value>1 second to 1 day.</value>
    public TimeSpan For { get; init; }

    /// <summary>The attributes, by name, that are no longer asked for once it is over.</summary>
    /// <value>Default: none. At most 20.</value>
    public ImmutableArray<string> Drops { get; init; } = [];

    // The names compare by reference, and two revisions are compared.
    /// <inheritdoc/>
    public bool Equals(RoutingRing? other) => other is not null && For == other.For && Drops.SequenceEqual(other.Drops);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(For, Drops.Length);

    /// <summary>After how long a wait the next ring is over; null where none is left.</summary>
    internal static TimeSpan? EndsAfter(ImmutableArray<RoutingRing> rings, TimeSpan waited)
    {
        var end = TimeSpan.Zero;
        foreach (var ring in rings)
        {
            end += ring.For;
            if (end > waited)
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>What is no longer asked for after so long a wait; null for nothing.</summary>
    internal static HashSet<string>? DroppedAfter(ImmutableArray<RoutingRing> rings, TimeSpan waited)
    {
        var (end, dropped) = (TimeSpan.Zero, default(HashSet<string>?));
        foreach (var ring in rings)
        {
            end += ring.For;
            if (end > waited)
            {
                break;
            }

            (dropped ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(ring.Drops);
        }

        return dropped;
    }

    internal IEnumerable<string> Faults()
    {
        if (For < TimeSpan.FromSeconds(1) || For > TimeSpan.FromDays(1))
        {
            yield return $"a ring of {For} is not one of 1 s to 1 day";
        }

        if (Drops.Length > MostDropped)
        {
            yield return $"a ring drops {Drops.Length} attributes, and not at most {MostDropped}";
        }

        foreach (var name in Drops.Where(name => !AttributeName.IsValid(name)))
        {
            yield return $"a ring drops '{name}', which is the name of no attribute";
        }
    }
}
