using System.Runtime.CompilerServices;

namespace ContactCenter.Redaction;

/// <summary>Masks or refuses a text before it is stored, shown or sent.</summary>
/// <remarks>
/// Immutable and thread safe; usable without the rest of the library. It fails closed: if a rule throws or does too
/// much work, the text is refused. Masking is stable: a masked text passes again unchanged.
/// </remarks>
public sealed class RedactionPipeline
{
    // A mask can bring its neighbours into a new light. A rule that still finds something after this many is broken.
    private const int MaxPasses = 4;

    private readonly RuleIdentity[] _rules;
    private readonly RuleScan _scan;
    private readonly FindingSorter _sorter;
    private readonly Masks _masks;
    private readonly bool _toleratesFailures;

    /// <summary>A pipeline that masks by the given rules, or by the built-in ones if none is given.</summary>
    /// <param name="rules">All rules, in the order that settles ties; none means the built-in ones.</param>
    /// <exception cref="ArgumentException">Two rules share a name, or one has no kind, name or version.</exception>
    public RedactionPipeline(params ReadOnlySpan<IRedactionRule> rules)
        : this(new RedactionOptions(), rules)
    {
    }

    /// <summary>A pipeline with options.</summary>
    /// <param name="options">Presets, policies and masks; read once, now.</param>
    /// <param name="rules">
    /// All rules, in the order that settles ties; none means the built-in ones
    /// (<see cref="RedactionOptions.BuiltInRules"/>).
    /// </param>
    /// <exception cref="ArgumentException">
    /// Two rules share a name, or one has no kind, name or version; or options are invalid, and the message names every
    /// fault.
    /// </exception>
    public RedactionPipeline(RedactionOptions options, params ReadOnlySpan<IRedactionRule> rules)
        : this(options, hasVault: false, rules)
    {
    }

    internal RedactionPipeline(RedactionOptions options, bool hasVault, ReadOnlySpan<IRedactionRule> rules)
    {
        ArgumentNullException.ThrowIfNull(options);
        IRedactionRule[] all = rules.IsEmpty ? BuiltInRules.Of(options) : rules.ToArray();
        _rules = RuleIdentity.Of(all);
        var found = _rules.Select(rule => rule.Kind).ToHashSet();
        if (RedactionFaults.Of(options, found, hasVault) is { Length: > 0 } faults)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(options));
        }

        _toleratesFailures = options.WhenRuleFails != RuleFailureHandling.RefuseTheText;
        _scan = new RuleScan(all, options.MinimumConfidence, options.WorkPerCharacter, _toleratesFailures);
        _sorter = new FindingSorter(options, _rules);
        _masks = new Masks(options, _rules);
        Concessions = RedactionConcessions.Of(options);
        TokenLifetime = options.Tokens.Count > 0 ? options.TokenLifetime : null;
        JoinsMessages = _rules.Any(rule => rule.Name == SplitNumberRule.RuleName);
        AsksHost = options.Allowances.Count > 0 || options.Replacers.Count > 0;
        AsksForQueue = options.Policies.Any(policy => policy.Queue is not null);
    }

    /// <summary>The settings that let more through than necessary, as stable codes for an auditor.</summary>
    /// <value>
    /// Empty by default. <c>preset:balanced</c>, <c>flag:card-number</c>, <c>pass:suspected-card-number</c>,
    /// <c>allow:card-number:order-number</c>, <c>deliver-when-rule-fails</c> and the like.
    /// </value>
    public IReadOnlyList<string> Concessions { get; }

    /// <summary>How long tokens can be revealed; null where it writes none.</summary>
    internal TimeSpan? TokenLifetime { get; }

    /// <summary>What its rules say of themselves, in their order.</summary>
    internal IReadOnlyList<RuleIdentity> Rules => _rules;

    /// <summary>Whether any of its rules looks for a kind.</summary>
    internal bool LooksFor(RedactionKind kind) => Array.Exists(_rules, rule => rule.Kind == kind);

    /// <summary>Whether it masks the parts of a number, so that somebody has to follow the conversation.</summary>
    internal bool JoinsMessages { get; }

    /// <summary>Whether it asks validators or replacers of the host's, which may hang as a rule may.</summary>
    internal bool AsksHost { get; }

    /// <summary>Whether any policy names a queue, so that somebody has to look it up.</summary>
    internal bool AsksForQueue { get; }

    /// <summary>Checks a text: it passes (masked if necessary), is dropped, or could not be checked.</summary>
    /// <param name="text">Any text, well formed or not. The time is linear in its length.</param>
    /// <param name="context">What is known about it besides its characters.</param>
    /// <remarks>Throws for a null text only. An error in a rule is part of the result.</remarks>
    public RedactionResult Redact(string text, in RedactionContext context = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Redact(text, text, context);
    }

    /// <summary>Judges a text that is no string. The answer has a text only if something in it was masked.</summary>
    internal RedactionResult Redact(ReadOnlySpan<char> text, in RedactionContext context) =>
        Redact(text, null, context);

    private RedactionResult Redact(ReadOnlySpan<char> text, string? whole, in RedactionContext context)
    {
        var survey = TextSurvey.Of(text);
        if (!_scan.MayFind(survey, context))
        {
            return RedactionResult.Clean(whole);
        }

        return Look(text, whole, survey, context);
    }

    // Not inlined: most texts have no digits, and are done with before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private RedactionResult Look(
        ReadOnlySpan<char> text, string? whole, TextSurvey survey, in RedactionContext context) =>
        _scan.MayFind(text, survey, context, out var cues)
            ? Judge(text, whole, survey, cues, context)
            : RedactionResult.Clean(whole);

    private RedactionResult Judge(
        ReadOnlySpan<char> text, string? whole, TextSurvey survey, Cue cues, in RedactionContext context)
    {
        var report = _scan.Of(text, survey, context, cues);
        if (Refusal(report) is { } refusal)
        {
            return refusal;
        }

        if (report.Spans is null && report.Failure == RedactionFailure.None)
        {
            return RedactionResult.Clean(whole);
        }

        var failure = report;
        if (!TrySort(text, ref report, context, out var sorted))
        {
            return Failed(report.Failure, report.Rule);
        }

        return sorted.IsRefused ? Dropped(sorted)
            : sorted.Closed.Length == 0 ? Passed(whole, [], sorted.Open, failure)
            : Mask(text, sorted.Closed, failure, context);
    }

    private RedactionResult Mask(
        ReadOnlySpan<char> given, FoundSpan[] masks, ScanReport failure, in RedactionContext context)
    {
        var text = _masks.Over(given, masks, context.Tokens, out var failed);
        if (failed >= 0)
        {
            failure = new ScanReport(null, RedactionFailure.ReplacerFailed, failed);
            if (!_toleratesFailures)
            {
                return Failed(failure.Failure, failed);
            }
        }

        for (var pass = 1; pass < MaxPasses; pass++)
        {
            var report = _scan.Of(text, TextSurvey.Of(text), context);
            if (Refusal(report) is { } refusal)
            {
                return refusal;
            }

            if (!TrySort(text, ref report, context, out var sorted))
            {
                return Failed(report.Failure, report.Rule);
            }

            if (sorted.IsRefused)
            {
                return Dropped(sorted with { Closed = SourceSpans.Of(sorted.Closed, masks) });
            }

            var blanked = sorted.Closed.Length == 0 ? text : Masks.Blank(text, sorted.Closed);
            if (string.Equals(blanked, text, StringComparison.Ordinal))
            {
                // What a mask has left standing is not reported a second time.
                var open = FindingSorter.Beside(masks, sorted.Open);
                return Passed(text, masks, SourceSpans.Of(open, masks), failure);
            }

            text = blanked;
            masks = _sorter.Resolve([.. masks, .. SourceSpans.Of(sorted.Closed, masks)]);
        }

        return Failed(RedactionFailure.Unstable, masks[^1].Rule);
    }

    private bool TrySort(ReadOnlySpan<char> text, ref ScanReport report, in RedactionContext context, out Sorted sorted)
    {
        try
        {
            sorted = _sorter.Sort(text, report.Spans ?? [], context);
            return true;
        }
        catch (Exception)
        {
            // As with a rule: what a validator says is not kept, it may quote the value.
            sorted = default;
            report = new ScanReport(null, RedactionFailure.ValidatorFailed, report.Spans![0].Rule);
            return false;
        }
    }

    private RedactionResult? Refusal(in ScanReport report) =>
        report.Failure == RedactionFailure.None
        || (_toleratesFailures && report.Failure != RedactionFailure.TooManyFindings)
            ? null
            : Failed(report.Failure, report.Rule);

    private RedactionResult Failed(RedactionFailure failure, int rule) =>
        RedactionResult.Failed(failure, _rules[rule].Name);

    private RedactionResult Dropped(in Sorted sorted) => RedactionResult.Dropped(
        FindingsOf([.. sorted.Closed.Where(span => Sorted.Refuses(span.Action)).Select(Given)]));

    private static FoundSpan Given(FoundSpan span) =>
        span with { Start = span.SourceStart, Length = span.SourceEnd - span.SourceStart };

    private RedactionResult Passed(string? text, FoundSpan[] masks, FoundSpan[] open, in ScanReport failure)
    {
        var failedRule = failure.Failure == RedactionFailure.None ? null : _rules[failure.Rule].Name;
        return RedactionResult.Passed(
            text, new Findings(FindingsOf(masks), FindingsOf(open), failedRule), failure.Failure);
    }

    private Finding[] FindingsOf(FoundSpan[] spans) => Array.ConvertAll(spans, span =>
    {
        var (kind, name, version) = _rules[span.Rule];
        return new Finding(span.Start, span.Length, kind, name, version, span.Confidence)
        {
            Action = span.Action,
            AllowedBy = _sorter.NameOf(span.AllowedBy),
            SourceStart = span.SourceStart,
            SourceLength = span.SourceEnd - span.SourceStart,
        };
    });
}
