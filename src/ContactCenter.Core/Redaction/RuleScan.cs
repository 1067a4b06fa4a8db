using System.Buffers;

namespace ContactCenter.Redaction;

/// <summary>Runs every rule over a text once.</summary>
internal sealed class RuleScan(IRedactionRule[] rules, Confidence minimum, int workPerCharacter)
{
    private const int FreeWork = 4096;
    private const int SpansOnStack = 8;
    private const int CharactersOnStack = 256;

    public ScanReport Of(ReadOnlySpan<char> text)
    {
        if (TextReading.IsPlain(text))
        {
            return Scan(text, text, []);
        }

        return text.Length <= CharactersOnStack
            ? Read(text, stackalloc char[CharactersOnStack], stackalloc int[CharactersOnStack])
            : ReadLong(text);
    }

    private ScanReport ReadLong(ReadOnlySpan<char> text)
    {
        var reading = ArrayPool<char>.Shared.Rent(text.Length);
        var origins = ArrayPool<int>.Shared.Rent(text.Length);
        try
        {
            return Read(text, reading, origins);
        }
        finally
        {
            // The pool hands the array to strangers: it must not carry a card number to them.
            ArrayPool<char>.Shared.Return(reading, clearArray: true);
            ArrayPool<int>.Shared.Return(origins);
        }
    }

    private ScanReport Read(ReadOnlySpan<char> text, Span<char> reading, Span<int> origins)
    {
        var length = TextReading.Read(text, reading, origins);
        return Scan(text, reading[..length], origins[..length]);
    }

    private ScanReport Scan(ReadOnlySpan<char> text, ReadOnlySpan<char> reading, ReadOnlySpan<int> origins)
    {
        var allowance = (int)Math.Min(int.MaxValue, FreeWork + ((long)reading.Length * workPerCharacter));
        var work = 0;
        var view = new RedactionText(reading, ref work);
        var findings = new FindingList(stackalloc FoundSpan[SpansOnStack], reading.Length, minimum, ref work);
        for (var rule = 0; rule < rules.Length; rule++)
        {
            work = allowance;
            findings.Rule = rule;
            var failure = Run(rules[rule], view, ref findings);
            failure = work < 0 ? RedactionFailure.OutOfBudget
                : findings.IsOverfull ? RedactionFailure.TooManyFindings
                : failure;
            if (failure != RedactionFailure.None)
            {
                return new ScanReport(null, failure, rule);
            }
        }

        return findings.Count == 0 ? default : new ScanReport(SpansOf(text, origins, findings.Spans));
    }

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

            spans[i] = found[i] with { Start = start, Length = end - start };
        }

        return spans;
    }
}
