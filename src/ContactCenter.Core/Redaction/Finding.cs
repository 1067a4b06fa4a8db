namespace ContactCenter.Redaction;

/// <summary>One span that was found: where it stands, what it was and who said so. Never the value itself.</summary>
/// <param name="Start">Where it, or its mask, begins in <see cref="RedactedText.Text"/>, in UTF-16 units.</param>
/// <param name="Length">How long it, or its mask, is, in UTF-16 units.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Rule">The name of the rule that found it.</param>
/// <param name="RuleVersion">The version of that rule: when it gets better, old text can be scanned again.</param>
/// <param name="Confidence">How sure the rule was.</param>
public readonly record struct Finding(
    int Start,
    int Length,
    RedactionKind Kind,
    string Rule,
    string RuleVersion,
    Confidence Confidence)
{
    /// <summary>What was done.</summary>
    /// <value><see cref="RedactionAction.Redact"/> by default: it was masked.</value>
    public RedactionAction Action { get; init; }

    /// <summary>The name of the allowance because of which it was left as it is.</summary>
    /// <value><see langword="null"/> unless a validator of the host's spoke for it.</value>
    public string? AllowedBy { get; init; }

    /// <summary>Where the span began in the text that was given, in UTF-16 units.</summary>
    /// <value><see cref="Start"/> unless a mask before it is shorter or longer than what it covers.</value>
    public int SourceStart { get; init; } = Start;

    /// <summary>How long the span was in the text that was given, in UTF-16 units.</summary>
    public int SourceLength { get; init; } = Length;
}
