namespace ContactCenter.Redaction;

/// <summary>The form of the number of a driver licence, which only its name tells from other ids.</summary>
internal readonly struct DriverLicenceShape : ICuedShape
{
    // Where a licence was given: 11 is Seoul, 28 is Sejong.
    private const int FirstRegion = 11;
    private const int LastRegion = 28;

    public Cue Names => Cue.Licence;

    public Cue Hints => Cue.None;

    /// <summary>Region, year, serial and check digits of a Korean licence.</summary>
    public static int EndOfKorean(ReadOnlySpan<char> text, int start) =>
        DigitPattern.EndOf(text, start, "- ", 2, 2, 6, 2) is var end and > 0
        && DigitPattern.ValueOf(text.Slice(start, 2)) is >= FirstRegion and <= LastRegion ? end : -1;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (said == Cue.None || !char.IsAsciiLetterOrDigit(text[start]))
        {
            return -1;
        }

        var end = DocumentShape.EndOf(text, start, shortest: 6, longest: 18, fewestDigits: 4);
        end = end > 0 ? end : EndOfKorean(text, start);
        end = end > 0 ? end : DigitPattern.EndOf(text, start, "- ", 2, 6, 2);
        return end > 0 ? end : EndOfGroups(text, start);
    }

    // "W426-5453-0761", "D123-4567": groups of letters and digits with hyphens.
    private static int EndOfGroups(ReadOnlySpan<char> text, int start)
    {
        const int Longest = 24;
        var (end, digits) = (start, 0);
        while (end < text.Length
            && end - start < Longest
            && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '-' && text[end - 1] != '-')))
        {
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            end++;
        }

        end -= end > start && text[end - 1] == '-' ? 1 : 0;
        return digits >= 6 && DigitPattern.IsFree(text, start, end) ? end : -1;
    }
}
