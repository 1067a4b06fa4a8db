namespace ContactCenter.Redaction;

/// <summary>The gate that every text passes before it is stored, shown or sent.</summary>
/// <remarks>
/// Immutable and thread safe; usable without the rest of the library. It closes rather than opens: a rule that throws
/// or overworks refuses the text. Masking is stable: what comes out goes through again unchanged.
/// </remarks>
public sealed class RedactionPipeline
{
    // A mask can bring its neighbours into a new light. A rule that still finds something after this many is broken.
    private const int MaxPasses = 4;

    private readonly RuleIdentity[] _rules;
    private readonly RuleScan _scan;
    private readonly RedactionMode _inbound;
    private readonly RedactionMode _outbound;

    /// <summary>A pipeline that masks, by the given rules or, without any, by the built-in ones.</summary>
    /// <param name="rules">All rules, in the order that settles ties; none means the built-in ones.</param>
    /// <exception cref="ArgumentException">Two rules share a name, or one has no kind, name or version.</exception>
    public RedactionPipeline(params ReadOnlySpan<IRedactionRule> rules)
        : this(new RedactionOptions(), rules)
    {
    }

    /// <summary>A pipeline as strict as the options say.</summary>
    /// <param name="options">How strict it is; read now, once.</param>
    /// <param name="rules">All rules, in the order that settles ties; none means the built-in ones.</param>
    /// <exception cref="ArgumentException">Two rules share a name, or one has no kind, name or version.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside of its bounds.</exception>
    public RedactionPipeline(RedactionOptions options, params ReadOnlySpan<IRedactionRule> rules)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfOutOfBounds();
        IRedactionRule[] all = rules.IsEmpty ? [new CardNumberRule(), new SuspectedCardNumberRule()] : rules.ToArray();
        _rules = RuleIdentity.Of(all);
        _scan = new RuleScan(all, options.MinimumConfidence, options.WorkPerCharacter);
        _inbound = options.Mode;
        _outbound = options.OutboundMode ?? options.Mode;
    }

    /// <summary>Judges a text: it passes, masked where need be, or it is dropped, or it could not be judged.</summary>
    /// <param name="text">Any text, well formed or not. The time is linear in its length.</param>
    /// <param name="context">What is known about it besides its characters.</param>
    /// <remarks>Throws for a null text only; whatever goes wrong in a rule is part of the answer.</remarks>
    public RedactionResult Redact(string text, in RedactionContext context = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var survey = TextSurvey.Of(text);
        return _scan.MayFind(survey) ? Judge(text, survey, context) : RedactionResult.Clean(text);
    }

    private RedactionResult Judge(string text, in TextSurvey survey, in RedactionContext context)
    {
        var report = _scan.Of(text, survey, context);
        return report switch
        {
            { Failure: not RedactionFailure.None } => Failed(report.Failure, report.Rule),
            { Spans: null } => RedactionResult.Clean(text),
            _ when ModeOf(context) == RedactionMode.Drop => RedactionResult.Dropped(KindsOf(report.Spans)),
            _ => Mask(text, report.Spans, context),
        };
    }

    private RedactionMode ModeOf(in RedactionContext context) =>
        context.Direction == RedactionDirection.Outbound ? _outbound : _inbound;

    private RedactionResult Mask(string text, FoundSpan[] found, in RedactionContext context)
    {
        var masks = Overlaps.Resolve(found);
        text = Masks.Over(text, masks, _rules);
        for (var pass = 1; pass < MaxPasses; pass++)
        {
            var report = _scan.Of(text, TextSurvey.Of(text), context);
            if (report.Failure != RedactionFailure.None)
            {
                return Failed(report.Failure, report.Rule);
            }

            var blanked = report.Spans is null ? text : Masks.Blank(text, report.Spans);
            if (string.Equals(blanked, text, StringComparison.Ordinal))
            {
                return RedactionResult.Masked(text, FindingsOf(masks));
            }

            text = blanked;
            masks = Overlaps.Resolve([.. masks, .. SourceSpans.Of(report.Spans!, masks)]);
        }

        return Failed(RedactionFailure.Unstable, masks[^1].Rule);
    }

    private RedactionResult Failed(RedactionFailure failure, int rule) =>
        RedactionResult.Failed(failure, _rules[rule].Name);

    private Finding[] FindingsOf(FoundSpan[] masks) => Array.ConvertAll(masks, mask =>
    {
        var (kind, name, version) = _rules[mask.Rule];
        return new Finding(mask.Start, mask.Length, kind, name, version, mask.Confidence)
        {
            SourceStart = mask.SourceStart,
            SourceLength = mask.SourceEnd - mask.SourceStart,
        };
    });

    private RedactionKind[] KindsOf(FoundSpan[] spans) => [.. spans.Select(span => _rules[span.Rule].Kind).Distinct()];
}
