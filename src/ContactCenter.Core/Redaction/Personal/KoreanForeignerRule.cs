namespace ContactCenter.Redaction;

/// <summary>Finds registration numbers of foreigners in Korea (<c>외국인등록번호</c>).</summary>
/// <remarks>
/// A date of birth and seven digits, of which the first is 5 to 8. Both rules are known: the check digit of numbers
/// given before October 2020, and none since. Thirteen digits in one run without name and check digit are <see
/// cref="Confidence.Low"/>. Immutable and thread safe; one pass, linear in the length of the text.
/// </remarks>
public sealed class KoreanForeignerRule : IRedactionRule
{
    private const int Digits = 13;
    private const int CheckOffset = 2;

    private static readonly WordTrie Words = CueWords.Of(Cue.Resident);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.KoreanForeigner;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => CardReading.MinDigits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (FewDigits.HaveAtLeast(characters, Digits))
        {
            findings.Spend(characters.Length);
            KoreanNumber.Find(characters, '5', '8', CheckOffset, Words.OccursIn(characters), ref findings);
        }
    }
}
