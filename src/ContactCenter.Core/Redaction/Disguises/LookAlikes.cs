using System.Buffers;

namespace ContactCenter.Redaction;

/// <summary>Reads letters that look like digits in a number that is grouped as a card's: "4OI2 8888 …".</summary>
internal static class LookAlikes
{
    private const int Digits = 16;
    private const int GroupSize = 4;
    private const int FewestDigits = 4;

    private static readonly SearchValues<char> Signs = SearchValues.Create("OoIl|ZSB");
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>Whether there is such a number.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAny(Signs); i >= 0;)
        {
            if (GoesOn(text, i))
            {
                return HoldNumber(text);
            }

            var next = text[(i + 1)..].IndexOfAny(Signs);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    // The first letter in such a number stands behind a digit, or behind whole groups and a gap.
    private static bool GoesOn(ReadOnlySpan<char> text, int letter)
    {
        var end = letter;
        while (end > 0 && text[end - 1] is ' ' or '-')
        {
            end--;
        }

        var digits = DigitRuns.LengthBefore(text, end);
        return digits > 0 && (end == letter || digits % GroupSize == 0);
    }

    private static bool HoldNumber(ReadOnlySpan<char> text)
    {
        for (var start = DigitRuns.Next(text, 0); start >= 0; start = DigitRuns.Next(text, start))
        {
            if (EndAt(text, start) > start)
            {
                return true;
            }

            start = DigitRuns.EndOf(text, start);
        }

        return false;
    }

    public static void Read(in DisguiseText text, ref DisguiseText reading)
    {
        var characters = text.Characters;
        for (var i = 0; i < characters.Length;)
        {
            var end = char.IsAsciiDigit(characters[i]) ? EndAt(characters, i) : i;
            if (end == i)
            {
                reading.Keep(text, i++);
                continue;
            }

            for (; i < end; i++)
            {
                if (DigitLike(characters[i]) is var digit and not '\0')
                {
                    reading.Write(digit, text, i, i + 1);
                }
                else
                {
                    reading.Keep(text, i);
                }
            }
        }
    }

    // Where the number ends that begins there; there, if none does.
    private static int EndAt(ReadOnlySpan<char> text, int start) =>
        start == 0 || !char.IsLetterOrDigit(text[start - 1]) ? EndOfNumber(text, start) : start;

    // Four fours with the same gap, or sixteen in one piece; some of it real digits.
    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        var (digits, real, gap, i) = (0, 0, '\0', start);
        for (; i < text.Length && digits < Digits; i++)
        {
            if (DigitLike(text[i]) != '\0')
            {
                digits++;
                real += char.IsAsciiDigit(text[i]) ? 1 : 0;
            }
            else if (digits % GroupSize != 0 || text[i] is not (' ' or '-') || (gap != '\0' && gap != text[i]))
            {
                return start;
            }
            else
            {
                gap = text[i];
            }
        }

        // Without a gap hexadecimal digits are no letters.
        return digits == Digits && real is >= FewestDigits and < Digits
            && (gap != '\0' || text[start..i].ContainsAnyExcept(Hexadecimal))
            && (i == text.Length || !char.IsLetterOrDigit(text[i])) ? i : start;
    }

    private static char DigitLike(char character) => character switch
    {
        >= '0' and <= '9' => character,
        'O' or 'o' => '0',
        'I' or 'l' or '|' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        _ => '\0',
    };
}
