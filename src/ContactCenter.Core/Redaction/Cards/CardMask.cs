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

    /// <summary>Whether a number stands in a text that was masked before.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) =>
        EndOfNext(text, 0) > 0 || text.Contains($"[{RedactionKind.CardNumber.Code}", StringComparison.Ordinal);

    /// <summary>Where the next number ends of which the last digits are shown, or the first too; or -1.</summary>
    public static int EndOfNext(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && text[from..].IndexOf(Masks.Star) is var stars and >= 0)
        {
            for (from += stars; from < text.Length && text[from] == Masks.Star; from++)
            {
            }

            if (from < text.Length && char.IsAsciiDigit(text[from]) && IsTail(text, from))
            {
                return from + TailDigits;
            }
        }

        return -1;
    }

    /// <summary>How many digits a number has whose mask ends there; 0 when none does.</summary>
    public static int DigitsBefore(ReadOnlySpan<char> text, int end)
    {
        if (end <= TailDigits || text[end - TailDigits - 1] != Masks.Star || !IsTail(text, end - TailDigits))
        {
            return 0;
        }

        var stars = text[..(end - TailDigits)].LastIndexOfAnyExcept(Masks.Star) + 1;
        var hasHead = stars > 0 && char.IsAsciiDigit(text[stars - 1]);
        return end - stars + (hasHead ? HeadDigits : 0);
    }

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
