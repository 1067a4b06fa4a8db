using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ContactCenter.Routing;

/// <summary>What is said of an agent or a contact: a value under each of at most 100 names.</summary>
/// <remarks>
/// <para>
/// A name is a letter, then letters, digits or any of <c>- _ .</c>, 1 to 64 UTF-16 units in composed form, and none of
/// the words of <see cref="Requirement"/> (<c>and or not in has true false</c>); names are compared ordinally, so case
/// matters. Write <c>AttributeBag agent = [("french", 7), ("dept", "billing"), ("senior", true)];</c>
/// </para>
/// <para>Equal by content, enumerated by name in ordinal order. Immutable, safe for any thread.</para>
/// </remarks>
[CollectionBuilder(typeof(AttributeBag), nameof(Of))]
[SuppressMessage("Naming", "CA1710", Justification = "A bag is a collection.")]
public sealed class AttributeBag : IReadOnlyCollection<(string Name, AttributeValue Value)>, IEquatable<AttributeBag>
{
    /// <summary>The most attributes that one bag holds.</summary>
    public const int MaxCount = 100;

    private readonly ImmutableArray<(string Name, AttributeValue Value)> _entries;

    private AttributeBag(ImmutableArray<(string Name, AttributeValue Value)> entries) => _entries = entries;

    /// <summary>Nothing said.</summary>
    public static AttributeBag Empty { get; } = new([]);

    /// <summary>How many attributes there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The attributes that are given.</summary>
    /// <param name="attributes">Names and values, each name once, in any order.</param>
    /// <exception cref="FormatException">There are too many, or one is no name, or is there twice.</exception>
    public static AttributeBag Of(params ReadOnlySpan<(string Name, AttributeValue Value)> attributes) =>
        TryOf(attributes, out var bag, out var fault) ? bag : throw new FormatException(fault.ToString());

    /// <summary>The attributes that are given, or the first fault; never throws.</summary>
    /// <param name="attributes">Names and values, each name once, in any order.</param>
    /// <param name="bag">The bag, or null.</param>
    /// <param name="fault">What is wrong, or null.</param>
    /// <returns>Whether they make a bag.</returns>
    public static bool TryOf(
        ReadOnlySpan<(string Name, AttributeValue Value)> attributes,
        [NotNullWhen(true)] out AttributeBag? bag,
        [NotNullWhen(false)] out AttributeFault? fault)
    {
        var patch = new (string, AttributeValue?)[attributes.Length];
        for (var index = 0; index < patch.Length; index++)
        {
            patch[index] = attributes[index];
        }

        return Empty.TryWith(patch, out bag, out fault);
    }

    /// <summary>These attributes with some set anew and some removed; all others stay.</summary>
    /// <param name="patch">
    /// The new values, of whatever kind; a null removes the attribute, or does nothing where there is none.
    /// </param>
    /// <returns>The patched bag; this one stays as it is.</returns>
    /// <exception cref="FormatException">It would hold too many, or a name is none, or is there twice.</exception>
    public AttributeBag With(params ReadOnlySpan<(string Name, AttributeValue? Value)> patch) =>
        TryWith(patch, out var bag, out var fault) ? bag : throw new FormatException(fault.ToString());

    /// <summary>As <see cref="With"/>, or the first fault; never throws.</summary>
    /// <param name="patch">The new values; a null removes the attribute.</param>
    /// <param name="bag">The patched bag, or null.</param>
    /// <param name="fault">What is wrong, or null.</param>
    /// <returns>Whether they make a bag.</returns>
    public bool TryWith(
        ReadOnlySpan<(string Name, AttributeValue? Value)> patch,
        [NotNullWhen(true)] out AttributeBag? bag,
        [NotNullWhen(false)] out AttributeFault? fault)
    {
        bag = null;
        fault = FaultOf(patch, out var changes);
        if (fault is not null)
        {
            return false;
        }

        foreach (var (name, value) in _entries)
        {
            changes.TryAdd(name, value);
        }

        var entries = ImmutableArray.CreateBuilder<(string, AttributeValue)>();
        foreach (var (name, change) in changes)
        {
            if (change is { } value)
            {
                if (entries.Count == MaxCount)
                {
                    fault = AttributeFault.TooMany(name);
                    return false;
                }

                entries.Add((name, value));
            }
        }

        bag = entries.Count == 0 ? Empty : new AttributeBag(entries.DrainToImmutable());
        return true;
    }

    /// <summary>What is said under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, or the default value where nothing is said.</param>
    /// <returns>Whether something is said. A binary search, without allocation.</returns>
    public bool TryGet(string? name, out AttributeValue value)
    {
        var (low, high) = (0, _entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            ref readonly var entry = ref _entries.ItemRef(middle);
            var order = string.CompareOrdinal(entry.Name, name);
            if (order == 0)
            {
                value = entry.Value;
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        value = default;
        return false;
    }

    /// <summary>The attributes by name, in ordinal order; a <c>foreach</c> over them allocates nothing.</summary>
    public ImmutableArray<(string Name, AttributeValue Value)>.Enumerator GetEnumerator() => _entries.GetEnumerator();

    IEnumerator<(string Name, AttributeValue Value)> IEnumerable<(string Name, AttributeValue Value)>.GetEnumerator() =>
        _entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.AsEnumerable().GetEnumerator();

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">The other bag.</param>
    public bool Equals(AttributeBag? other) =>
        other is not null && (ReferenceEquals(this, other) || _entries.AsSpan().SequenceEqual(other._entries.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeBag);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in _entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <summary>How many there are: what they say may be personal, and does not belong into logs.</summary>
    public override string ToString() =>
        Count == 1 ? "1 attribute" : FormattableString.Invariant($"{Count} attributes");

    /// <summary>Whether both say the same.</summary>
    /// <param name="left">One bag.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(AttributeBag? left, AttributeBag? right) => Equals(left, right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One bag.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(AttributeBag? left, AttributeBag? right) => !Equals(left, right);

    // Twice as many as fit may be named at once: every old one removed, and as many new ones set.
    private static AttributeFault? FaultOf(
        ReadOnlySpan<(string Name, AttributeValue? Value)> patch,
        out SortedDictionary<string, AttributeValue?> changes)
    {
        changes = new SortedDictionary<string, AttributeValue?>(StringComparer.Ordinal);
        foreach (var (name, value) in patch)
        {
            if (!AttributeName.IsValid(name))
            {
                return AttributeFault.Invalid(name);
            }

            if (changes.Count == 2 * MaxCount)
            {
                return AttributeFault.TooMany(name);
            }

            if (!changes.TryAdd(name, value))
            {
                return AttributeFault.Twice(name);
            }
        }

        return null;
    }
}
