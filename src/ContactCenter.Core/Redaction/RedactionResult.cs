namespace ContactCenter.Redaction;

/// <summary>The pipeline's answer: a text that may travel, one that is blocked, or one nobody could judge.</summary>
/// <remarks>
/// An immutable value. It never holds the text that was refused, nor the message of an exception, which might quote it.
/// </remarks>
public readonly struct RedactionResult
{
    private readonly string? _text;
    private readonly Finding[]? _findings;
    private readonly RedactionKind[]? _kinds;

    private RedactionResult(string text, Finding[]? findings)
    {
        Verdict = RedactionVerdict.Passed;
        _text = text;
        _findings = findings;
    }

    private RedactionResult(RedactionKind[] kinds)
    {
        Verdict = RedactionVerdict.Dropped;
        _kinds = kinds;
    }

    private RedactionResult(RedactionFailure failure, string rule)
    {
        Failure = failure;
        FailedRule = rule;
    }

    /// <summary>Which of the three answers this is.</summary>
    public RedactionVerdict Verdict { get; }

    /// <summary>Whether the text passed and nothing in it had to be masked.</summary>
    public bool IsClean => Verdict == RedactionVerdict.Passed && _findings is null;

    /// <summary>The text that may travel. Each read makes the object: the scan of clean text makes none.</summary>
    /// <exception cref="InvalidOperationException">The text did not pass.</exception>
    public RedactedText Text => Verdict == RedactionVerdict.Passed
        ? RedactedText.Of(_text!, _findings ?? [])
        : throw new InvalidOperationException($"There is no text: {Verdict}, {Failure}.");

    /// <summary>The kinds for which the text was dropped, each once.</summary>
    /// <value>Empty unless <see cref="Verdict"/> is <see cref="RedactionVerdict.Dropped"/>.</value>
    public IReadOnlyList<RedactionKind> DroppedKinds => _kinds ?? [];

    /// <summary>The name of the rule that failed.</summary>
    /// <value><see langword="null"/> unless <see cref="Verdict"/> is <see cref="RedactionVerdict.Failed"/>.</value>
    public string? FailedRule { get; }

    /// <summary>What went wrong with that rule.</summary>
    public RedactionFailure Failure { get; }

    internal static RedactionResult Clean(string text) => new(text, null);

    internal static RedactionResult Masked(string text, Finding[] findings) => new(text, findings);

    internal static RedactionResult Dropped(RedactionKind[] kinds) => new(kinds);

    internal static RedactionResult Failed(RedactionFailure failure, string rule) => new(failure, rule);
}
