namespace ContactCenter.Redaction;

/// <summary>
/// Finds a code behind "sec", which everywhere but beside a card number is a second or a section: "4111… sec 123".
/// </summary>
internal static class BriefName
{
    private const string Name = "sec";
    private const int Digits = 3;
    private const int MostBetween = 16;

    private static readonly string[] Between = ["", "code", "cod", "no", "num", "number", "nr", "digits", "is"];

    /// <summary>Adds such codes, of a text that holds a card number.</summary>
    public static void Find(ReadOnlySpan<char> text, ref FindingList findings)
    {
        for (var from = 0; text[from..].IndexOf(Name, StringComparison.OrdinalIgnoreCase) is var place and >= 0;)
        {
            findings.Spend(MostBetween);
            var name = from + place;
            from = name + Name.Length;
            var start = DigitRuns.Next(text[..Math.Min(text.Length, from + MostBetween)], from);
            if (start >= 0
                && !IsPartOfWord(text, name)
                && !IsOfTime(text, name)
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
