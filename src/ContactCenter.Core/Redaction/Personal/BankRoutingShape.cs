namespace ContactCenter.Redaction;

/// <summary>The form of an ABA routing number: a Federal Reserve district, and a check digit that holds.</summary>
internal readonly struct BankRoutingShape : ICuedShape
{
    private const int Digits = 9;

    public Cue Names => Cue.Routing;

    public Cue Hints => Cue.None;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (!char.IsAsciiDigit(text[start]))
        {
            return -1;
        }

        var end = DigitPattern.EndOf(text, start, [], Digits);
        end = end > 0 ? end : DigitPattern.EndOf(text, start, "- ", 4, 4, 1);
        return end > 0 && IsRouting(text[start..end]) ? end : -1;
    }

    private static bool IsRouting(ReadOnlySpan<char> written)
    {
        ReadOnlySpan<int> weights = [3, 7, 1];
        var (sum, seen, district) = (0, 0, 0);
        foreach (var character in written)
        {
            if (char.IsAsciiDigit(character))
            {
                var digit = character - '0';
                district = seen < 2 ? (district * 10) + digit : district;
                sum += digit * weights[seen % 3];
                seen++;
            }
        }

        return sum % 10 == 0 && district is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80;
    }
}
