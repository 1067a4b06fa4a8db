using System.Globalization;

namespace ContactCenter.Redaction;

/// <summary>
/// A text that has been through the redaction pipeline. Nothing else can make one, so a text of this type may be
/// stored, shown and sent.
/// </summary>
/// <remarks>
/// Immutable and thread safe. Two are equal when their texts are. <see cref="ToString"/> does not show the text, so
/// that a record holding one can be logged without the conversation in it.
/// </remarks>
public sealed class RedactedText : IEquatable<RedactedText>
{
    private RedactedText(string text, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> unmasked)
    {
        Text = text;
        Findings = findings;
        Unmasked = unmasked;
    }

    /// <summary>The text of nothing.</summary>
    public static RedactedText Empty { get; } = new(string.Empty, [], []);

    /// <summary>The characters, masked where something was found; the very string given when nothing was.</summary>
    public string Text { get; }

    /// <summary>What was masked, in the order of the text.</summary>
    /// <value>Empty for clean text, and for text that was masked earlier and read back from the store.</value>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>
    /// What was found and left as it is, in the order of the text: flagged by a policy, or allowed by a validator of
    /// the host's (<see cref="Finding.Action"/>, <see cref="Finding.AllowedBy"/>).
    /// </summary>
    /// <value>Empty unless the options say so; empty for text that was read back from the store.</value>
    public IReadOnlyList<Finding> Unmasked { get; }

    /// <summary>Whether this pass through the pipeline masked nothing.</summary>
    public bool IsClean => Findings.Count == 0;

    /// <summary>The text without what was drawn for its tokens: the same for a retry.</summary>
    internal string WithoutDraws => IsClean ? Text : TokenForm.WithoutDraws(this);

    /// <summary>How many of the masked findings are of one kind.</summary>
    public int CountOf(RedactionKind kind)
    {
        var count = 0;
        foreach (var finding in Findings)
        {
            count += finding.Kind == kind ? 1 : 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public bool Equals(RedactedText? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RedactedText);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>How long the text is and how much of it was masked, never the text.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Text.Length} characters, {Findings.Count} masked");

    /// <summary>Codes of kinds, rules and options: nothing that anybody has said.</summary>
    internal static RedactedText OfCodes(string codes) => Of(codes, [], []);

    // The body store only ever receives redacted text, so what it gives back needs no second scan.
    internal static RedactedText FromStore(string text) => Of(text, [], []);

    // For the pipeline's answer alone.
    internal static RedactedText Of(
        string text, IReadOnlyList<Finding> findings, IReadOnlyList<Finding> unmasked) =>
        text.Length == 0 && findings.Count == 0 ? Empty : new RedactedText(text, findings, unmasked);
}
