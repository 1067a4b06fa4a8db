namespace ContactCenter.Redaction;

/// <summary>Finds what the second track of a card's magnetic stripe, or its chip in place of it, holds.</summary>
/// <remarks>
/// By its structure (ISO/IEC 7813): a number of 12 to 19 digits, <c>=</c> or <c>D</c>, year and month of the expiry and
/// the service code; either with the sign that begins it or with a right check digit. Immutable and thread safe; one
/// pass, linear in the length of the text.
/// </remarks>
public sealed class TrackTwoRule : IRedactionRule
{
    private const int Fewest = CardReading.MinDigits + FewestBehindSign;
    private const int FewestBehind = 7;

    // Whoever reads a track may hold the rest of it back.
    private const int FewestBehindSign = 4;
    private const int TagLength = 4;
    private const int MostBehind = 28;
    private const int WorkPerSign = 20;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.TrackTwo;

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public int FewestDigits => CardReading.MinDigits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        if (text.LongestRun < CardReading.MinDigits || !FewDigits.HaveAtLeast(characters, Fewest))
        {
            return;
        }

        for (var sign = NextSign(characters, 0); sign >= 0; sign = NextSign(characters, sign))
        {
            findings.Spend(WorkPerSign);
            var start = BehindTag(characters, sign) is var tagged and >= 0 ? tagged : StartOf(characters, sign);
            var end = EndOf(characters, start, sign);
            if (end > 0)
            {
                var first = start > 0 && characters[start - 1] == ';' ? start - 1 : start;
                findings.Add(first, end - first);
            }

            sign = end > 0 ? end : sign + 1;
        }
    }

    // What stands right behind the number is rarer than numbers are.
    private static int NextSign(ReadOnlySpan<char> text, int from)
    {
        for (var sign = from; text[sign..].IndexOfAny('=', 'D', 'd') is var offset and >= 0; sign++)
        {
            sign += offset;
            if (sign > 0 && char.IsAsciiDigit(text[sign - 1]))
            {
                return sign;
            }
        }

        return -1;
    }

    // The data of a chip say what they are and how long (EMV, tags 57 and 9F6B), in digits that run into the number.
    private static int BehindTag(ReadOnlySpan<char> text, int sign)
    {
        for (var digits = CardReading.MaxDigits; digits >= CardReading.MinDigits; digits--)
        {
            var start = sign - digits;
            if (start >= TagLength
                && !text[start..sign].ContainsAnyExceptInRange('0', '9')
                && text[start - 2] is '0' or '1' && char.IsAsciiHexDigit(text[start - 1])
                && (text[..(start - 2)].EndsWith("57")
                    || text[..(start - 2)].EndsWith("9F6B", StringComparison.OrdinalIgnoreCase))
                && IsCardNumber(text[start..sign]))
            {
                return start;
            }
        }

        return -1;
    }

    private static int StartOf(ReadOnlySpan<char> text, int sign)
    {
        var start = sign;
        while (start > 0 && sign - start <= CardReading.MaxDigits && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, int numberEnd)
    {
        if (numberEnd - start is < CardReading.MinDigits or > CardReading.MaxDigits)
        {
            return -1;
        }

        var behind = numberEnd + 1;
        var end = behind < text.Length ? DigitRuns.EndOf(text, behind) : behind;
        var fewest = HasSentinel(text, start) ? FewestBehindSign : FewestBehind;
        if (end - behind < fewest || end - behind > MostBehind
            || text.Slice(behind + 2, 2) is not (['0', >= '1' and <= '9'] or ['1', >= '0' and <= '2'])
            || !(HasSentinel(text, start) || IsCardNumber(text[start..numberEnd])))
        {
            return -1;
        }

        // A chip fills the last half byte with an F.
        end += end < text.Length && text[end] is 'F' or 'f' ? 1 : 0;
        return end < text.Length && text[end] == '?' ? end + 1 : end;
    }

    private static bool HasSentinel(ReadOnlySpan<char> text, int start) => start > 0 && text[start - 1] == ';';

    private static bool IsCardNumber(ReadOnlySpan<char> digits) =>
        LuhnSum.Of(digits) is { IsValid: true, Varies: true };
}
