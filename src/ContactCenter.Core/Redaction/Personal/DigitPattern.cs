namespace ContactCenter.Redaction;

/// <summary>Reads groups of digits of given lengths.</summary>
internal static class DigitPattern
{
    /// <summary>Where groups of these lengths end, parted by one of the signs; -1 when none begin there.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">The first digit.</param>
    /// <param name="signs">What may stand between two groups; the same everywhere.</param>
    /// <param name="groups">How long each group is.</param>
    public static int EndOf(
        ReadOnlySpan<char> text, int start, ReadOnlySpan<char> signs, params ReadOnlySpan<int> groups)
    {
        var place = start;
        for (var group = 0; group < groups.Length; group++)
        {
            if (group > 0)
            {
                if (place >= text.Length || !signs.Contains(text[place]) || text[place] != text[start + groups[0]])
                {
                    return -1;
                }

                place++;
            }

            if (place + groups[group] > text.Length
                || text.Slice(place, groups[group]).ContainsAnyExceptInRange('0', '9'))
            {
                return -1;
            }

            place += groups[group];
        }

        return IsFree(text, start, place) ? place : -1;
    }

    /// <summary>Whether a number is not part of a longer one, or of an id.</summary>
    public static bool IsFree(ReadOnlySpan<char> text, int start, int end) =>
        !Letters.IsPartOfId(text, start - 1)
        && !Letters.IsPartOfId(text, end)
        && !(start > 0 && text[start - 1] == Masks.Star)
        && !(end < text.Length && text[end] == Masks.Star)
        && !(start > 1 && IsSign(text[start - 1]) && WordReader.IsFigure(text[start - 2]))
        && !(end + 1 < text.Length && IsSign(text[end]) && WordReader.IsFigure(text[end + 1]));

    /// <summary>The digits of a stretch as a number; other characters are left out.</summary>
    public static long ValueOf(ReadOnlySpan<char> written)
    {
        var value = 0L;
        foreach (var character in written)
        {
            value = char.IsAsciiDigit(character) ? (value * 10) + character - '0' : value;
        }

        return value;
    }

    private static bool IsSign(char character) => character is '-' or '.' or '/' or '_' or '\u2013';
}
