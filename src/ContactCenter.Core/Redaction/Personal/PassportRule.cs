namespace ContactCenter.Redaction;

/// <summary>Finds numbers of passports beside their name, in any of some fifteen languages.</summary>
/// <remarks>
/// Seven to ten letters and digits as the United States, Korea, Japan, China and the countries of Europe give them. The
/// form of Korea's newer passports (<c>M123A4567</c>) is found without a name, with <see cref="Confidence.Low"/>.
/// Immutable and thread safe; one pass, linear in the length of the text.
/// </remarks>
public sealed class PassportRule : IRedactionRule
{
    private const int Fewest = 5;
    private const int KoreanLength = 9;

    private static readonly WordTrie Words = CueWords.Of(Cue.Passport);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.Passport;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => Fewest;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (!FewDigits.HaveAtLeast(characters, Fewest))
        {
            return;
        }

        findings.Spend(characters.Length);
        if (Words.OccursIn(characters))
        {
            new CuedNumbers<PassportShape>(characters, default, Words).Find(ref findings);
        }

        for (var digits = DigitRuns.Next(characters, 0); digits >= 0; digits = DigitRuns.Next(characters, digits))
        {
            findings.Spend(1);
            var start = digits - 1;
            digits = DigitRuns.EndOf(characters, digits);
            if (start >= 0 && IsKorean(characters, start))
            {
                findings.Add(start, KoreanLength, Confidence.Low);
                digits = start + KoreanLength;
            }
        }
    }

    private static bool IsKorean(ReadOnlySpan<char> text, int start) =>
        DocumentShape.EndOf(text, start, KoreanLength, KoreanLength, KoreanLength - 2) == start + KoreanLength
        && (char)(text[start] | 0x20) is 'm' or 's' or 'r' or 'g' or 'd'
        && char.IsAsciiLetter(text[start + 4]);
}
