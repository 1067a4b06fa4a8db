namespace ContactCenter.Redaction;

/// <summary>Knows the digits that a mask left standing, so that they make no number with their neighbours.</summary>
internal static class CardMask
{
    private const int HeadDigits = Truncation.HeadDigits;
    private const int TailDigits = Truncation.TailDigits;

    // 15 to 19 digits keep ten; 12 to 14, or where only the last four are shown all of them, keep four.
    private const int FewestAfterHead = 5;
    private const int MostAfterHead = 9;
    private const int FewestAlone = 8;
    private const int MostAlone = 15;

    /// <summary>Whether the run of digits that begins there is the end of a mask.</summary>
    public static bool IsTail(ReadOnlySpan<char> text, int start)
    {
        var stars = 0;
        while (stars <= MostAlone && start - stars > 0 && text[start - stars - 1] == Masks.Star)
        {
            stars++;
        }

        if (stars is < FewestAfterHead or > MostAlone || DigitRuns.EndOf(text, start) - start != TailDigits)
        {
            return false;
        }

        var before = start - stars;
        return before > 0 && char.IsAsciiDigit(text[before - 1])
            ? stars <= MostAfterHead
            : stars >= FewestAlone;
    }

    /// <summary>Whether a run of digits is the beginning of a mask.</summary>
    public static bool IsHead(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start != HeadDigits)
        {
            return false;
        }

        var stars = end;
        while (stars < text.Length && stars - end <= MostAfterHead && text[stars] == Masks.Star)
        {
            stars++;
        }

        return stars - end is >= FewestAfterHead and <= MostAfterHead
            && stars < text.Length
            && char.IsAsciiDigit(text[stars]);
    }
}
