namespace ContactCenter.Redaction;

/// <summary>Finds numbers of driver licences beside their name, in any of some fifteen languages.</summary>
/// <remarks>
/// Six to eighteen letters and digits as the states of America and the countries of Europe give them. A Korean number
/// (<c>11-12-345678-90</c>) is found without a name too. Immutable and thread safe; one pass, linear in the length of
/// the text.
/// </remarks>
public sealed class DriverLicenceRule : IRedactionRule
{
    private const int Fewest = 4;

    private static readonly WordTrie Words = CueWords.Of(Cue.Licence);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.DriverLicence;

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
            new CuedNumbers<DriverLicenceShape>(characters, default, Words).Find(ref findings);
        }

        for (var start = DigitRuns.Next(characters, 0); start >= 0; start = DigitRuns.Next(characters, start))
        {
            findings.Spend(1);
            var end = DriverLicenceShape.EndOfKorean(characters, start);
            if (end > 0)
            {
                findings.Add(start, end - start);
            }

            start = end > 0 ? end : DigitRuns.EndOf(characters, start);
        }
    }
}
