namespace ContactCenter.Tests.Redaction;

/// <summary>Numbers that could be on a card, made by their own arithmetic and not by the library's.</summary>
internal static class Cards
{
    /// <summary>A number of that length that begins so and has a right check digit; the dice choose the rest.</summary>
    public static string Number(string prefix, int length, Dice dice)
    {
        var digits = prefix;
        while (digits.Length < length - 1)
        {
            digits += dice.Roll(10);
        }

        return digits + CheckDigit(digits);
    }

    public static string Mask(string number) => number.Length >= 15
        ? number[..6] + new string('*', number.Length - 10) + number[^4..]
        : new string('*', number.Length - 4) + number[^4..];

    public static string Grouped(string number, string separator, params int[] sizes)
    {
        List<string> groups = [];
        foreach (var size in sizes)
        {
            groups.Add(number[..size]);
            number = number[size..];
        }

        return string.Join(separator, groups);
    }

    /// <summary>The same number with the digits that begin at another code point.</summary>
    public static string InDigitsFrom(int zero, string number) =>
        string.Concat(number.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(zero + c - '0') : $"{c}"));

    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
