namespace ContactCenter.Redaction;

/// <summary>Recognises the number of a bank account, whose groups of four digits can look like a card number.</summary>
internal static class Iban
{
    // ISO 13616: country and length.
    private const string Lengths =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27"
        + "GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22"
        + "MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28"
        + "TL23TN24TR26UA29VA22VG24XK20YE30";

    private const int HeadLength = 4;
    private const int LongestWithSpaces = 48;

    /// <summary>Whether the span lies inside an account number that begins before it.</summary>
    public static bool Covers(ReadOnlySpan<char> text, CardSpan span)
    {
        var earliest = Math.Max(0, span.Start - LongestWithSpaces);
        for (var i = span.Start - 2; i >= earliest; i--)
        {
            if (!IsPart(text[i]))
            {
                return false;
            }

            if (BeginsAt(text, i) && EndOf(text, i) >= span.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the account number that begins there ends; -1 when none does.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        // They are 98 less a remainder of 97.
        var hasCheckDigits = BeginsAt(text, start) && text.Slice(start + 2, 2) is not ("00" or "01" or "99");
        var end = hasCheckDigits ? EndOf(text, start) : -1;
        return end - start > LongestWithSpaces ? -1 : end;
    }

    private static bool BeginsAt(ReadOnlySpan<char> text, int i) =>
        char.IsAsciiLetter(text[i])
        && i + HeadLength <= text.Length
        && char.IsAsciiLetter(text[i + 1])
        && char.IsAsciiDigit(text[i + 2])
        && char.IsAsciiDigit(text[i + 3])
        && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]));

    // ISO 7064 MOD 97-10: the account, then the country and the two check digits, must leave 1.
    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var head = text.Slice(start, HeadLength);
        var remaining = LengthOf(head) - HeadLength;
        var remainder = 0;
        var i = start + HeadLength;
        for (; i < text.Length && remaining > 0 && IsPart(text[i]); i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                remainder = Append(remainder, text[i]);
                remaining--;
            }
        }

        foreach (var character in head)
        {
            remainder = Append(remainder, character);
        }

        return remaining == 0 && remainder == 1 ? i : -1;
    }

    private static int Append(int remainder, char character) => char.IsAsciiDigit(character)
        ? ((remainder * 10) + character - '0') % 97
        : ((remainder * 100) + (character | 0x20) - 'a' + 10) % 97;

    private static int LengthOf(ReadOnlySpan<char> head)
    {
        for (var i = 0; i < Lengths.Length; i += HeadLength)
        {
            if (head[..2].Equals(Lengths.AsSpan(i, 2), StringComparison.OrdinalIgnoreCase))
            {
                return ((Lengths[i + 2] - '0') * 10) + Lengths[i + 3] - '0';
            }
        }

        return -1;
    }

    private static bool IsPart(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '.' or '\u00A0';
}
