namespace ContactCenter.Redaction;

/// <summary>
/// Reads a large number as computers write it, 4.012888888881881E15, digit by digit, and with the zeros that they leave
/// out at its end.
/// </summary>
internal static class Exponents
{
    /// <summary>So many digits stand behind the point of such a number, or more.</summary>
    public const int FewestDecimals = CardReading.MinDigits - 1;

    // What is left out must not be longer than what is written in its place.
    private const int MostZeros = 4;

    public static void Read(in DisguiseText text, ref DisguiseText reading)
    {
        var characters = text.Characters;
        for (var i = 0; i < characters.Length;)
        {
            var end = EndOf(characters, i, out var point, out var zeros);
            if (end < 0)
            {
                reading.Keep(text, i++);
                continue;
            }

            reading.Write(characters[i], text, i, i + 2);
            for (i += 2; i < point - 1; i++)
            {
                reading.Keep(text, i);
            }

            reading.Write(characters[i], text, i, end);
            for (; zeros > 0; zeros--)
            {
                reading.Write('0', text, i, end);
            }

            i = end;
        }
    }

    // Where it ends, if it is a whole number; where the digits before the exponent end, and how many zeros follow.
    private static int EndOf(ReadOnlySpan<char> text, int start, out int digitsEnd, out int zeros)
    {
        (digitsEnd, zeros) = (start, 0);
        if (!char.IsAsciiDigit(text[start]) || start + 1 >= text.Length || text[start + 1] != '.'
            || (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] == '.')))
        {
            return -1;
        }

        digitsEnd = DigitRuns.EndOf(text, start + 2);
        var decimals = digitsEnd - start - 2;
        if (decimals is < FewestDecimals or >= CardReading.MaxDigits
            || digitsEnd == text.Length || text[digitsEnd] is not ('E' or 'e'))
        {
            return -1;
        }

        var exponent = digitsEnd + 1 + (digitsEnd + 1 < text.Length && text[digitsEnd + 1] == '+' ? 1 : 0);
        var end = DigitRuns.EndOf(text, exponent);
        if (end - exponent != 2)
        {
            return -1;
        }

        zeros = ((text[exponent] - '0') * 10) + text[exponent + 1] - '0' - decimals;
        return zeros is >= 0 and <= MostZeros && decimals + zeros < CardReading.MaxDigits ? end : -1;
    }
}
