namespace ContactCenter.Redaction;

/// <summary>One masked span: where it now stands, what it was and who said so. Never the value itself.</summary>
/// <param name="Start">Where the mask begins in <see cref="RedactedText.Text"/>, in UTF-16 units.</param>
/// <param name="Length">How long the mask is, in UTF-16 units.</param>
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
    /// <summary>Where the span began in the text that was given, in UTF-16 units.</summary>
    /// <value><see cref="Start"/> unless a mask before it is shorter or longer than what it covers.</value>
    public int SourceStart { get; init; } = Start;

    /// <summary>How long the span was in the text that was given, in UTF-16 units.</summary>
    public int SourceLength { get; init; } = Length;
}
