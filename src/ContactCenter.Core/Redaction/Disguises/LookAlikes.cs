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

    /// <summary>Whether such a letter stands beside a digit, or in a group behind one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAny(Signs); i >= 0;)
        {
            var before = i > 1 && text[i - 1] is ' ' or '-' ? i - 2 : i - 1;
            if ((before >= 0 && char.IsAsciiDigit(text[before]))
                || (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                return true;
            }

            var next = text[(i + 1)..].IndexOfAny(Signs);
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    public static void Read(in DisguiseText text, ref DisguiseText reading)
    {
        var characters = text.Characters;
        for (var i = 0; i < characters.Length;)
        {
            var end = char.IsAsciiDigit(characters[i]) && (i == 0 || !char.IsLetterOrDigit(characters[i - 1]))
                ? EndOfNumber(characters, i)
                : i;
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
