namespace ContactCenter.Redaction;

/// <summary>Finds US social security numbers.</summary>
/// <remarks>
/// Nine digits as 3-2-4, or nine digits beside their name. Areas 000, 666 and from 900 on, group 00 and serial 0000 are
/// never given. Immutable and thread safe; one pass, linear in the length of the text.
/// </remarks>
public sealed class UsSocialSecurityRule : IRedactionRule
{
    private const int Digits = 9;

    private static readonly WordTrie Words = CueWords.Of(Cue.SocialSecurity);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.UsSocialSecurity;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => Digits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (!FewDigits.HaveAtLeast(characters, Digits))
        {
            return;
        }

        findings.Spend(characters.Length);
        if (Words.OccursIn(characters))
        {
            new CuedNumbers<UsSocialSecurityShape>(characters, default, Words).Find(ref findings);
        }

        for (var start = DigitRuns.Next(characters, 0); start >= 0; start = DigitRuns.Next(characters, start))
        {
            findings.Spend(1);
            var end = UsSocialSecurityShape.EndOfWritten(characters, start, "- ");
            if (end > 0)
            {
                // With spaces it may be the end of anything that is counted in groups.
                var isWritten = characters[start + 3] == '-';
                findings.Add(start, end - start, isWritten ? Confidence.High : Confidence.Medium);
            }

            start = end > 0 ? end : DigitRuns.EndOf(characters, start);
        }
    }
}
