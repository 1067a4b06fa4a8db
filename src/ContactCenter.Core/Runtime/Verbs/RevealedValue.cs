using System.Text.Json.Serialization;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>What a token stands for.</summary>
/// <param name="kind">What it is.</param>
/// <param name="value">The value, as rules read it: digits are 0 to 9, invisible characters are gone.</param>
/// <param name="position">Where the log holds that it was asked for.</param>
/// <remarks>Card data or personal data: show it, use it, keep it nowhere. Immutable, safe for any thread.</remarks>
public sealed class RevealedValue(RedactionKind kind, string value, FeedPosition position)
{
    /// <summary>What it is.</summary>
    public RedactionKind Kind { get; } = kind;

    /// <summary>The value.</summary>
    public string Value { get; } = value;

    /// <summary>Where the log holds that it was asked for.</summary>
    [JsonIgnore]
    public FeedPosition Position { get; } = position;

    /// <summary>The kind, never the value.</summary>
    public override string ToString() => Kind.Code;
}
