using System.Buffers;

namespace ContactCenter.Redaction;

/// <summary>Finds PIN blocks as ISO 9564 builds them, enciphered or not.</summary>
/// <remarks>
/// 16 or 32 hexadecimal digits with their name before or behind them, in any of some twenty languages. A plain block of
/// format 2 is found without one, since its length, digits and filling agree. Immutable and thread safe; one pass,
/// linear in the length of the text.
/// </remarks>
public sealed class PinBlockRule : IRedactionRule, ICuedRule
{
    private const int BlockDigits = 16;
    private const int Fewest = 4;
    private const int MostDigits = 12;

    private const Cue Words = Cue.PinBlock;

    private static readonly SearchValues<string> Filling =
        SearchValues.Create(["FF"], StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.PinBlock;

    /// <inheritdoc/>
    public string Version => CueWords.Version;

    /// <inheritdoc/>
    public int FewestDigits => Fewest;

    Cue ICuedRule.Words => Words;

    int ICuedRule.FewestDigitsWithoutWords => Fewest + 2;

    // At most fourteen characters are taken before the filling begins: two are left for it.
    bool ICuedRule.MayFindWithoutWords(ReadOnlySpan<char> text) => HoldsFilling(text);

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (characters.Length < BlockDigits)
        {
            return;
        }

        findings.Spend(characters.Length);
        if (text.Speaks(Words))
        {
            new CuedNumbers<PinBlockShape>(characters, default, CueWords.WithCards).Find(ref findings);
        }

        for (var start = HoldsFilling(characters) ? DigitRuns.Next(characters, 0) : -1;
            start >= 0 && start + BlockDigits <= characters.Length;
            start = DigitRuns.Next(characters, DigitRuns.EndOf(characters, start)))
        {
            if (IsPlainBlock(characters, start))
            {
                findings.Add(start, BlockDigits);
            }
        }
    }

    private static bool HoldsFilling(ReadOnlySpan<char> text) => text.ContainsAny(Filling);

    // Format 2: a 2, how many digits, the digits, and F to the end.
    private static bool IsPlainBlock(ReadOnlySpan<char> text, int start)
    {
        if (text[start] != '2' || Letters.IsPartOfId(text, start - 1) || Letters.IsPartOfId(text, start + BlockDigits))
        {
            return false;
        }

        var length = text[start + 1];
        var digits = char.IsAsciiDigit(length) ? length - '0' : (length | 0x20) - 'a' + 10;
        return digits is >= Fewest and <= MostDigits
            && !text.Slice(start + 2, digits).ContainsAnyExceptInRange('0', '9')
            && !text[(start + 2 + digits)..(start + BlockDigits)].ContainsAnyExcept('F', 'f');
    }
}
