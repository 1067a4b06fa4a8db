using System.Runtime.CompilerServices;

namespace ContactCenter.Redaction;

/// <summary>The pipeline's answer: a text that may travel, one that is blocked, or one nobody could judge.</summary>
/// <remarks>
/// An immutable value. It never holds the text that was refused, nor the message of an exception, which might quote it.
/// </remarks>
public readonly struct RedactionResult
{
    private readonly string? _text;
    private readonly Findings? _findings;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RedactionResult(RedactionVerdict verdict, RedactionFailure failure, string? text, Findings? findings)
    {
        Verdict = verdict;
        Failure = failure;
        _text = text;
        _findings = findings;
    }

    /// <summary>Which of the three answers this is.</summary>
    public RedactionVerdict Verdict { get; }

    /// <summary>What went wrong with the rule that failed, whether or not the text passed without it.</summary>
    public RedactionFailure Failure { get; }

    /// <summary>Whether the text passed and nothing in it had to be masked.</summary>
    public bool IsClean
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Verdict == RedactionVerdict.Passed && _findings is null or { Masked.Length: 0 };
    }

    /// <summary>Whether the text was refused by a policy that wants the attempt noted.</summary>
    public bool IsBlocked => DroppedFor.Any(static finding => finding.Action == RedactionAction.Block);

    /// <summary>The text that may travel. Each read makes the object: the scan of clean text makes none.</summary>
    /// <exception cref="InvalidOperationException">The text did not pass.</exception>
    public RedactedText Text => Verdict == RedactionVerdict.Passed
        ? RedactedText.Of(_text!, _findings?.Masked ?? [], _findings?.Unmasked ?? [])
        : throw new InvalidOperationException($"There is no text: {Verdict}, {Failure}.");

    /// <summary>Why the text was dropped or blocked; the places are those in the text that was given.</summary>
    /// <value>Empty unless <see cref="Verdict"/> is <see cref="RedactionVerdict.Dropped"/>.</value>
    public IReadOnlyList<Finding> DroppedFor =>
        Verdict == RedactionVerdict.Dropped && _findings is not null ? _findings.Masked : [];

    /// <summary>The kinds for which the text was dropped, each once.</summary>
    /// <value>Empty unless <see cref="Verdict"/> is <see cref="RedactionVerdict.Dropped"/>.</value>
    public IReadOnlyList<RedactionKind> DroppedKinds =>
        [.. DroppedFor.Select(static finding => finding.Kind).Distinct()];

    /// <summary>The name of the rule that failed.</summary>
    /// <value>
    /// <see langword="null"/> unless <see cref="Verdict"/> is <see cref="RedactionVerdict.Failed"/>, or the text passed
    /// without the rule (<see cref="RedactionOptions.WhenRuleFails"/>).
    /// </value>
    public string? FailedRule => _findings?.FailedRule;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static RedactionResult Clean(string? text) =>
        new(RedactionVerdict.Passed, RedactionFailure.None, text, null);

    internal static RedactionResult Passed(string? text, Findings findings, RedactionFailure failure) =>
        new(RedactionVerdict.Passed, failure, text, findings);

    internal static RedactionResult Dropped(Finding[] reasons) =>
        new(RedactionVerdict.Dropped, RedactionFailure.None, null, new Findings(reasons, [], null));

    internal static RedactionResult Failed(RedactionFailure failure, string rule) =>
        new(RedactionVerdict.Failed, failure, null, new Findings([], [], rule));
}
