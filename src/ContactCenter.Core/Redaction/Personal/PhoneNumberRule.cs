namespace ContactCenter.Redaction;

/// <summary>Finds telephone numbers: Korean, North American, and international ones that begin with a plus.</summary>
/// <remarks>
/// A number fits a numbering plan by its length and first digits, in the groups that people write it in; beside a word
/// for a telephone, any seven to fifteen digits do, with <see cref="Confidence.High"/>. Ten digits in one run that fit
/// the North American plan alone are <see cref="Confidence.Low"/>. Immutable and thread safe; one pass, linear in the
/// length of the text.
/// </remarks>
public sealed class PhoneNumberRule : IRedactionRule
{
    private const int FewestDigits = 7;
    private const int WorkPerNumber = 64;

    private static readonly WordTrie Words = CueWords.Of(Cue.Phone);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.PhoneNumber;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        SpokenPhone.Find(text, ref findings);
        if (!FewDigits.HaveAtLeast(characters, FewestDigits))
        {
            return;
        }

        findings.Spend(characters.Length);
        if (Words.OccursIn(characters))
        {
            new CuedNumbers<PhoneNumberShape>(characters, default, Words).Find(ref findings);
        }

        FindPlanned(characters, ref findings);
    }

    private static void FindPlanned(ReadOnlySpan<char> text, ref FindingList findings)
    {
        Span<int> ends = stackalloc int[PhoneReading.Room];
        for (var digit = DigitRuns.Next(text, 0); digit >= 0; digit = DigitRuns.Next(text, digit))
        {
            var start = PhoneNumberShape.StartOf(text, digit);
            findings.Spend(WorkPerNumber);
            var end = new PhoneReading(text, start, ends).EndOfPlanned(out var confidence);
            if (end > 0)
            {
                end = PhoneNumberShape.WithExtension(text, end);
                findings.Add(start, end - start, confidence);
            }

            digit = end > 0 ? end : DigitRuns.EndOf(text, digit);
        }
    }
}
