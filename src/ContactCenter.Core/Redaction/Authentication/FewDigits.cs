namespace ContactCenter.Redaction;

/// <summary>Reads a short number that stands by itself: no amount, date or quantity, no part of an id.</summary>
internal static class FewDigits
{
    private const int MostSpacedDigits = 6;
    private const int FewestSingle = 3;

    /// <summary>Where the number ends that begins there; -1 when it is part of something else.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Its first digit.</param>
    /// <param name="isNamed">
    /// Whether its name stands before it: then it may follow letters directly, and its digits may stand apart.
    /// </param>
    public static int EndOf(ReadOnlySpan<char> text, int start, bool isNamed)
    {
        if (!char.IsAsciiDigit(text[start]) || !BeginsAt(text, start, isNamed))
        {
            return -1;
        }

        var end = DigitRuns.EndOf(text, start);
        if (end - start == 1 && isNamed)
        {
            end = EndOfSpaced(text, start);
        }

        return EndsAt(text, end) ? end : -1;
    }

    /// <summary>Whether there are that many digits in all, which most messages do not have.</summary>
    public static bool HaveAtLeast(ReadOnlySpan<char> text, int count)
    {
        for (var start = DigitRuns.Next(text, 0); start >= 0;)
        {
            var end = DigitRuns.EndOf(text, start);
            count -= end - start;
            if (count <= 0)
            {
                return true;
            }

            start = DigitRuns.Next(text, end);
        }

        return false;
    }

    /// <summary>Whether there is a run of that many digits, or enough single ones for a number written apart.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text, int shortest, int longest)
    {
        var single = 0;
        for (var start = DigitRuns.Next(text, 0); start >= 0;)
        {
            var end = DigitRuns.EndOf(text, start);
            single += end - start == 1 ? 1 : 0;
            if ((end - start >= shortest && end - start <= longest) || single >= FewestSingle)
            {
                return true;
            }

            start = DigitRuns.Next(text, end);
        }

        return false;
    }

    /// <summary>How many digits there are between two places.</summary>
    public static int Count(ReadOnlySpan<char> text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += char.IsAsciiDigit(text[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a number that begins there does not go on from something before it.</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text, int start, bool mayFollowLetters)
    {
        if (start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        return !WordReader.IsFigure(before)
            && before is not ('$' or '\u20AC' or '\u00A3' or '\u00A5' or '\u20A9' or '\u20B9' or '+')
            && (mayFollowLetters || Letters.ClassOf(before) != LetterClass.Spaced)
            && !(Joins(before) && start > 1 && WordReader.IsFigure(text[start - 2]) && !EndsName(text, start - 2));
    }

    /// <summary>Whether a number that ends there does not go on behind it, and no unit follows.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        var next = text[end];
        if (WordReader.IsFigure(next)
            || next is '%' or '$' or '\u20AC' or '\u20A9' or '\u00B0'
            || (Joins(next) && end + 1 < text.Length && WordReader.IsFigure(text[end + 1])))
        {
            return false;
        }

        var word = end;
        while (word < text.Length && word < end + 2 && text[word] == ' ')
        {
            word++;
        }

        var isKnown = CueWords.All.EndOf(text, word, out var value) > 0;
        return !(isKnown && ((Cue)value & (Cue.Unit | Cue.Filler)) == Cue.Unit)
            && (isKnown || Letters.ClassOf(next) != LetterClass.Spaced);
    }

    // The figure in "cvv2:123" is part of a word.
    private static bool EndsName(ReadOnlySpan<char> text, int figure) =>
        figure > 0 && Letters.ClassOf(text[figure - 1]) == LetterClass.Spaced;

    private static bool Joins(char character) => character is '-' or '/' or '.' or ',' or ':' or '_' or '\u2013';

    // "1 2 3", "1-2-3": one digit at a time, all with the same sign between them.
    private static int EndOfSpaced(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        for (var digits = 1; digits < MostSpacedDigits && end + 1 < text.Length; digits++)
        {
            var isNext = text[end] is ' ' or '-' or '.' or ','
                && text[end] == text[start + 1]
                && char.IsAsciiDigit(text[end + 1])
                && (end + 2 == text.Length || !char.IsAsciiDigit(text[end + 2]));
            if (!isNext)
            {
                break;
            }

            end += 2;
        }

        return end;
    }
}
