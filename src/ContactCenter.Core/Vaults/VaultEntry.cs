using ContactCenter.Redaction;

namespace ContactCenter.Vaults;

/// <summary>A value that a token stands for.</summary>
/// <param name="key">Names it.</param>
/// <param name="kind">What it is.</param>
/// <param name="value">The value, as rules read it. The entry does not copy it: whoever made it may clear it.</param>
/// <param name="expiresAt">From when on it is not given out any more, on the floor's clock.</param>
/// <remarks>Holds card data or personal data: keep it no longer than it is needed. Immutable.</remarks>
public sealed class VaultEntry(
    VaultKey key, RedactionKind kind, ReadOnlyMemory<char> value, DateTimeOffset expiresAt)
{
    /// <summary>Names it.</summary>
    public VaultKey Key { get; } = key;

    /// <summary>What it is.</summary>
    public RedactionKind Kind { get; } = kind;

    /// <summary>The value, as rules read it.</summary>
    public ReadOnlyMemory<char> Value { get; } = value;

    /// <summary>From when on it is not given out any more.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>The kind and the key, never the value.</summary>
    public override string ToString() => $"{Kind} {Key}";
}
