using System.Text.RegularExpressions;

namespace ContactCenter.Benchmarks.Baselines;

/// <summary>The redaction an ordinary developer writes first: brand patterns, then Luhn.</summary>
public static partial class RegexRedactor
{
    public static string Redact(string text) => Brands().Replace(text, match =>
    {
        Span<char> digits = stackalloc char[match.Length];
        var count = 0;
        foreach (var unit in match.ValueSpan)
        {
            if (char.IsAsciiDigit(unit))
            {
                digits[count++] = unit;
            }
        }

        return IsLuhn(digits[..count])
            ? string.Concat(digits[..6], new string('*', count - 10), digits[(count - 4)..count])
            : match.Value;
    });

    [GeneratedRegex(
        @"\b(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6011|65\d{2})[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b"
        + @"|\b3[47]\d{2}[ -]?\d{6}[ -]?\d{5}\b")]
    private static partial Regex Brands();

    private static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = digits.Length - 1; index >= 0; index--)
        {
            var digit = digits[index] - '0';
            if ((digits.Length - index) % 2 == 0)
            {
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            }

            sum += digit;
        }

        return sum % 10 == 0;
    }
}
