namespace ContactCenter.Redaction;

/// <summary>
/// Finds a code behind "sec", which everywhere but beside a card number is a second or a section, and right behind the
/// number or its expiry behind a mere "code": "4111… sec 123", "4111… 12/28 code 123".
/// </summary>
internal static class BriefName
{
    private const string Second = "sec";
    private const string Code = "code";
    private const int LongestExpiry = 9;
    private const int Digits = 3;
    private const int MostBetween = 16;

    private static readonly string[] Between = ["", "code", "cod", "no", "num", "number", "nr", "digits", "is"];

    /// <summary>Adds such codes, of a text that holds a card number.</summary>
    public static void Find(ReadOnlySpan<char> text, ref FindingList findings)
    {
        Find(text, Second, ref findings);
        Find(text, Code, ref findings);
    }

    private static void Find(ReadOnlySpan<char> text, string called, ref FindingList findings)
    {
        for (var from = 0; text[from..].IndexOf(called, StringComparison.OrdinalIgnoreCase) is var place and >= 0;)
        {
            findings.Spend(MostBetween);
            var name = from + place;
            from = name + called.Length;
            var start = DigitRuns.Next(text[..Math.Min(text.Length, from + MostBetween)], from);
            if (start >= 0
                && !IsPartOfWord(text, name)
                && (called == Second ? !IsOfTime(text, name) : IsBehindCard(text, name))
                && IsBetween(text[from..start])
                && FewDigits.EndOf(text, start, isNamed: true) is var end && end - start == Digits
                && !findings.Overlap(start, end))
            {
                findings.Add(start, Digits, Confidence.Medium);
            }
        }
    }

    private static bool IsPartOfWord(ReadOnlySpan<char> text, int name) =>
        name > 0 && char.IsLetter(text[name - 1]);

    // Elsewhere it is a discount's, a country's or a door's.
    private static bool IsBehindCard(ReadOnlySpan<char> text, int name)
    {
        var end = text[..name].TrimEnd(" .,:;|-/\n\r").Length;
        if (end == 0 || name - end is 0 or > Separators.MaxGap)
        {
            return false;
        }

        for (var start = Math.Max(0, end - LongestExpiry); start < end; start++)
        {
            if (char.IsAsciiDigit(text[start])
                && FewDigits.BeginsAt(text, start, mayFollowLetters: false)
                && ExpiryShape.EndBehindCard(text, start) == end)
            {
                return true;
            }
        }

        return BesideCards.DigitsBefore(text, end) > 0;
    }

    private static bool IsBetween(ReadOnlySpan<char> gap)
    {
        var word = gap.Trim(" .:=#-");
        foreach (var known in Between)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return word.IsEmpty || gap[0] is ' ' or '.';
            }
        }

        return false;
    }

    // "30 sec", "a sec", "one sec": a while.
    private static bool IsOfTime(ReadOnlySpan<char> text, int name)
    {
        var before = text[..name].TrimEnd(' ');
        var digits = before.Length;
        while (digits > 0 && char.IsAsciiDigit(before[digits - 1]))
        {
            digits--;
        }

        return before.Length - digits is 1 or 2 or 3
            ? digits == 0 || before[digits - 1] == ' '
            : before.EndsWith(" a", StringComparison.OrdinalIgnoreCase)
                || before.EndsWith("one", StringComparison.OrdinalIgnoreCase)
                || before.EndsWith("per", StringComparison.OrdinalIgnoreCase);
    }
}
