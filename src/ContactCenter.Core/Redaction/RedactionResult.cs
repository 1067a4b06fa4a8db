namespace ContactCenter.Redaction;

/// <summary>The pipeline's answer: a text that may travel, one that is blocked, or one nobody could judge.</summary>
/// <remarks>
/// An immutable value. It never holds the text that was refused, nor the message of an exception, which might quote it.
/// </remarks>
public readonly struct RedactionResult
{
    private readonly string? _text;

    // Findings of a text that passed, kinds of one that was dropped, the rule that failed: never two of them.
    private readonly object? _detail;

    private RedactionResult(RedactionVerdict verdict, RedactionFailure failure, string? text, object? detail)
    {
        Verdict = verdict;
        Failure = failure;
        _text = text;
        _detail = detail;
    }

    /// <summary>Which of the three answers this is.</summary>
    public RedactionVerdict Verdict { get; }

    /// <summary>What went wrong with the rule that failed.</summary>
    public RedactionFailure Failure { get; }

    /// <summary>Whether the text passed and nothing in it had to be masked.</summary>
    public bool IsClean => Verdict == RedactionVerdict.Passed && _detail is null;

    /// <summary>The text that may travel. Each read makes the object: the scan of clean text makes none.</summary>
    /// <exception cref="InvalidOperationException">The text did not pass.</exception>
    public RedactedText Text => Verdict == RedactionVerdict.Passed
        ? RedactedText.Of(_text!, (Finding[]?)_detail ?? [])
        : throw new InvalidOperationException($"There is no text: {Verdict}, {Failure}.");

    /// <summary>The kinds for which the text was dropped, each once.</summary>
    /// <value>Empty unless <see cref="Verdict"/> is <see cref="RedactionVerdict.Dropped"/>.</value>
    public IReadOnlyList<RedactionKind> DroppedKinds => _detail as RedactionKind[] ?? [];

    /// <summary>The name of the rule that failed.</summary>
    /// <value><see langword="null"/> unless <see cref="Verdict"/> is <see cref="RedactionVerdict.Failed"/>.</value>
    public string? FailedRule => _detail as string;

    internal static RedactionResult Clean(string text) =>
        new(RedactionVerdict.Passed, RedactionFailure.None, text, null);

    internal static RedactionResult Masked(string text, Finding[] findings) =>
        new(RedactionVerdict.Passed, RedactionFailure.None, text, findings);

    internal static RedactionResult Dropped(RedactionKind[] kinds) =>
        new(RedactionVerdict.Dropped, RedactionFailure.None, null, kinds);

    internal static RedactionResult Failed(RedactionFailure failure, string rule) =>
        new(RedactionVerdict.Failed, failure, null, rule);
}
