namespace ContactCenter.Redaction;

/// <summary>Reads the name of a card's holder, as it stands between the number and the expiry.</summary>
/// <remarks>Two to four words of no table, or one of a script without spaces: no more is known of names.</remarks>
internal static class HolderName
{
    /// <summary>What parts a name from what stands about it.</summary>
    public const string Gaps = " ,;|\n\r\t";

    private const int MostGaps = 3;
    private const int MostWords = 4;
    private const int FewestWords = 2;
    private const int LongestWord = 20;

    /// <summary>Where the name begins that ends right before a place; -1 when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where something else begins.</param>
    /// <param name="isWritten">Whether it is written as a name, with capital letters.</param>
    public static int StartOf(ReadOnlySpan<char> text, int place, out bool isWritten)
    {
        var (start, words, fewest) = (place, 0, FewestWords);
        isWritten = true;
        while (words <= MostWords)
        {
            var end = text[..start].TrimEnd(Gaps).Length;
            if (end == 0 || start - end is 0 or > MostGaps)
            {
                return -1;
            }

            if (WordReader.IsFigure(text[end - 1]))
            {
                return words >= fewest ? start : -1;
            }

            var first = StartOfWord(text, end);
            if (first == end || !MayBeName(text, first, end))
            {
                return -1;
            }

            isWritten &= char.IsUpper(text[first]);
            fewest = Letters.ClassOf(text[first]) == LetterClass.Unspaced ? 1 : fewest;
            (start, words) = (first, words + 1);
        }

        return -1;
    }

    private static int StartOfWord(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestWord
            && (char.IsLetter(text[start - 1]) || text[start - 1] is '\'' or '\u2019' or '-' or '.'))
        {
            start--;
        }

        return start;
    }

    // "For", "room", "dollars": what stands beside other numbers is no name; a letter may stand for one.
    private static bool MayBeName(ReadOnlySpan<char> text, int start, int end) =>
        char.IsLetter(text[start])
        && (end - start <= 2 || CueWords.All.EndOf(text, start, out _) < end);
}
