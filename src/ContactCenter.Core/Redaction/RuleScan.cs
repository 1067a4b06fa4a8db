using System.Buffers;
using System.Runtime.CompilerServices;

namespace ContactCenter.Redaction;

/// <summary>Runs every rule over a text once: as it is read, and once more with its disguises taken off.</summary>
/// <param name="rules">The rules, in their order.</param>
/// <param name="minimum">What is less sure is no finding.</param>
/// <param name="workPerCharacter">How much work a rule may do.</param>
/// <param name="toleratesFailures">Whether the other rules go on when one has failed.</param>
internal sealed class RuleScan(
    IRedactionRule[] rules, Confidence minimum, int workPerCharacter, bool toleratesFailures)
{
    private const int FreeWork = 4096;
    private const int SpansOnStack = 8;
    private const int CharactersOnStack = 256;

    private const char ShownFromRightToLeft = '\u202E';

    // A disguised number is far shorter; what hangs over the end of one window is read in the next.
    private const int Window = 4096;
    private const int Overhang = 512;

    private readonly ICuedRule?[] _cued = Array.ConvertAll(rules, rule => rule as ICuedRule);
    private readonly int[] _fewestDigits = Array.ConvertAll(rules, rule => rule.FewestDigits);
    private readonly Cue[] _words = Array.ConvertAll(rules, WordsOf);
    private readonly int[] _fewestWithoutWords = Array.ConvertAll(rules, FewestWithoutWords);
    private readonly int _fewestWithoutWordsOfAll = rules.Min(FewestWithoutWords);
    private readonly Cue _wordsOfAll = rules.Aggregate(Cue.None, (words, rule) => words | WordsOf(rule));
    private readonly int _fewestOfAll = rules.Min(rule => rule.FewestDigits);

    /// <summary>Whether a text that looks like that has to be looked at again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayFind(TextSurvey survey, in RedactionContext context) =>
        survey.MostDigits >= _fewestOfAll
        || (survey.MostDigits > 0 && context.IsAnswer)
        || (survey.Traits & (TextTraits.Encoded | TextTraits.Spelled)) != 0
        || context.MayBeInWords;

    /// <summary>Whether such a text has to be read: if its digits are few, only for the words in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="survey">What the look at it has shown.</param>
    /// <param name="context">What is known about it.</param>
    /// <param name="cues">The words, if they were looked for.</param>
    public bool MayFind(ReadOnlySpan<char> text, TextSurvey survey, in RedactionContext context, out Cue cues)
    {
        cues = Cue.Unread;
        if (survey.Traits != TextTraits.None
            || (context.IsAnswer && survey.MostDigits > 0)
            || MayFindWithoutWords(text, survey.MostDigits)
            || (context.MayBeInWords && SpelledDigits.MayBeCodeIn(text)))
        {
            return true;
        }

        cues = CueWords.In(text);
        return (cues & _wordsOfAll) != Cue.None;
    }

    /// <summary>Runs the rules.</summary>
    /// <param name="text">The text.</param>
    /// <param name="survey">What the look at it has shown.</param>
    /// <param name="context">What is known about it.</param>
    /// <param name="cues">The words in it, if somebody has looked for them.</param>
    public ScanReport Of(
        ReadOnlySpan<char> text, TextSurvey survey, in RedactionContext context, Cue cues = Cue.Unread) =>
        survey.IsPlain ? Scan(text, text, [], survey, cues, context)
        : text.Length > CharactersOnStack ? ReadLong(text, survey, context)
        : Read(text, stackalloc char[CharactersOnStack], stackalloc int[CharactersOnStack], survey, context);

    private bool MayFindWithoutWords(ReadOnlySpan<char> text, int digits)
    {
        for (var rule = 0; digits >= _fewestWithoutWordsOfAll && rule < rules.Length; rule++)
        {
            if (MayFindWithoutWords(rule, text, digits))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayFindWithoutWords(int rule, ReadOnlySpan<char> text, int digits) =>
        digits >= _fewestWithoutWords[rule] && (_cued[rule] is not { } cued || cued.MayFindWithoutWords(text));

    private static Cue WordsOf(IRedactionRule rule) => (rule as ICuedRule)?.Words ?? Cue.None;

    private static int FewestWithoutWords(IRedactionRule rule) =>
        (rule as ICuedRule)?.FewestDigitsWithoutWords ?? rule.FewestDigits;

    private static RedactionFailure Run(IRedactionRule rule, in RedactionText view, ref FindingList findings)
    {
        try
        {
            rule.Find(view, ref findings);
            return RedactionFailure.None;
        }
        catch (Exception)
        {
            // Whatever it was, the text was not judged. What it says is not kept: it may quote the text.
            return RedactionFailure.RuleThrew;
        }
    }

    private static FoundSpan[] SpansOf(
        ReadOnlySpan<char> text, ReadOnlySpan<int> origins, ReadOnlySpan<FoundSpan> found)
    {
        var spans = new FoundSpan[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var last = found[i].End - 1;
            var start = origins.IsEmpty ? found[i].Start : origins[found[i].Start];
            var end = TextReading.EndOf(text, origins.IsEmpty ? last : origins[last]);

            // Half of a surrogate pair must not stay behind.
            if (start > 0 && char.IsSurrogatePair(text[start - 1], text[start]))
            {
                start--;
            }

            spans[i] = found[i] with
            {
                Start = start,
                Length = end - start,
                SourceStart = start,
                SourceEnd = end,
            };
        }

        return spans;
    }

    private ScanReport ReadLong(ReadOnlySpan<char> text, TextSurvey survey, in RedactionContext context)
    {
        var reading = ArrayPool<char>.Shared.Rent(text.Length);
        var origins = ArrayPool<int>.Shared.Rent(text.Length);
        try
        {
            return Read(text, reading, origins, survey, context);
        }
        finally
        {
            // The pool hands the array to strangers: it must not carry a card number to them.
            ArrayPool<char>.Shared.Return(reading, clearArray: true);
            ArrayPool<int>.Shared.Return(origins);
        }
    }

    private ScanReport Read(
        ReadOnlySpan<char> text,
        Span<char> reading,
        Span<int> origins,
        TextSurvey survey,
        in RedactionContext context)
    {
        var length = TextReading.Read(text, reading, origins);
        return Scan(text, reading[..length], origins[..length], survey, Cue.Unread, context);
    }

    private ScanReport Scan(
        ReadOnlySpan<char> text,
        ReadOnlySpan<char> reading,
        ReadOnlySpan<int> origins,
        TextSurvey survey,
        Cue cues,
        in RedactionContext context)
    {
        var work = 0;
        var facts = new TextFacts { Cues = cues };
        var findings = new FindingList(stackalloc FoundSpan[SpansOnStack], reading.Length, minimum, ref work);
        var view = new RedactionText(reading, context, survey.MostDigits, ref facts, ref work);
        var report = RunAll(view, ref work, ref findings);
        var traits = TraitsOf(text, view, survey);
        if (!Ends(report.Failure) && traits != TextTraits.None)
        {
            report = First(report, Unmask(reading, traits, context, ref facts, ref work, ref findings));
        }

        return Ends(report.Failure) || findings.Count == 0 ? report
            : report with { Spans = SpansOf(text, origins, findings.Spans) };
    }

    private TextTraits TraitsOf(ReadOnlySpan<char> text, in RedactionText view, TextSurvey survey)
    {
        var traits = survey.Traits & ~TextTraits.Foreign;
        traits |= !survey.IsPlain && text.Contains(ShownFromRightToLeft) ? TextTraits.Reversed : TextTraits.None;
        if (view.Context.IsAnswer || (_wordsOfAll != Cue.None && view.Speaks(_wordsOfAll)))
        {
            traits |= view.Characters.ContainsAny(Escapes.Signs) ? TextTraits.Named : TextTraits.None;
            traits |= SpelledDigits.MayBeCodeIn(view.Characters) ? TextTraits.CodeInWords : TextTraits.None;
        }

        return traits;
    }

    private static ScanReport First(in ScanReport before, in ScanReport next) =>
        before.Failure == RedactionFailure.None || next.Failure == RedactionFailure.TooManyFindings ? next : before;

    private bool Ends(RedactionFailure failure) =>
        failure != RedactionFailure.None && (!toleratesFailures || failure == RedactionFailure.TooManyFindings);

    private ScanReport RunAll(in RedactionText view, ref int work, ref FindingList findings)
    {
        var allowance = (int)Math.Min(int.MaxValue, FreeWork + ((long)view.Length * workPerCharacter));
        var report = default(ScanReport);
        for (var rule = 0; rule < rules.Length; rule++)
        {
            if (!view.Context.IsAnswer
                && (view.MostDigits < _fewestDigits[rule]
                    || (!MayFindWithoutWords(rule, view.Characters, view.MostDigits) && !view.Speaks(_words[rule]))))
            {
                continue;
            }

            work = allowance;
            findings.Rule = rule;
            var failure = Run(rules[rule], view, ref findings);
            failure = work < 0 ? RedactionFailure.OutOfBudget
                : findings.IsOverfull ? RedactionFailure.TooManyFindings
                : failure;
            if (failure != RedactionFailure.None)
            {
                report = First(report, new ScanReport(null, failure, rule));
                if (Ends(failure))
                {
                    break;
                }
            }
        }

        return report;
    }

    private ScanReport Unmask(
        ReadOnlySpan<char> text,
        TextTraits traits,
        in RedactionContext context,
        ref TextFacts facts,
        ref int work,
        ref FindingList findings)
    {
        var longestRun = facts.LongestRun ?? int.MaxValue;
        if (text.Length <= Window + Overhang)
        {
            return Disguises.AreIn(text, traits, longestRun)
                ? UnmaskWindow(text, 0, traits, context, ref facts, ref work, ref findings)
                : default;
        }

        var (first, known) = (default(ScanReport), traits & Disguises.OfText);
        for (var start = 0; start + Overhang < text.Length; start += Window)
        {
            var window = text[start..Math.Min(text.Length, start + Window + Overhang)];
            if (Disguises.AreIn(window, TextSurvey.Of(window).Traits | known, longestRun))
            {
                first = First(first, UnmaskWindow(window, start, known, context, ref facts, ref work, ref findings));
                if (Ends(first.Failure))
                {
                    break;
                }
            }
        }

        return first;
    }

    private ScanReport UnmaskWindow(
        ReadOnlySpan<char> window,
        int start,
        TextTraits traits,
        in RedactionContext context,
        ref TextFacts facts,
        ref int work,
        ref FindingList findings)
    {
        var length = window.Length;
        var characters = ArrayPool<char>.Shared.Rent(length * 2);
        var places = ArrayPool<int>.Shared.Rent(length * 4);
        try
        {
            var reading = new DisguiseText(
                characters.AsSpan(0, length), places.AsSpan(0, length), places.AsSpan(length, length));
            var room = new DisguiseText(
                characters.AsSpan(length, length),
                places.AsSpan(length * 2, length),
                places.AsSpan(length * 3, length));
            if (!Disguises.TryRead(window, traits, ref reading, ref room))
            {
                return default;
            }

            var found = new FindingList(new FoundSpan[SpansOnStack], reading.Length, minimum, ref work);
            facts = new TextFacts { Cues = Cue.Unread };
            var view = new RedactionText(reading.Characters, context, int.MaxValue, ref facts, ref work);
            var report = RunAll(view, ref work, ref found);
            foreach (var span in found.Spans)
            {
                var (first, end, isDisguised) = reading.PlaceOf(span.Start, span.End);
                if (isDisguised)
                {
                    var mustErase = rules[span.Rule].Kind.MustErase;
                    findings.AddDisguised(span, start + first, start + end, mustErase);
                }
            }

            return findings.IsOverfull
                ? new ScanReport(null, RedactionFailure.TooManyFindings, findings.Rule)
                : report;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters, clearArray: true);
            ArrayPool<int>.Shared.Return(places);
        }
    }
}
