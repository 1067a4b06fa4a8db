namespace ContactCenter.Redaction;

/// <summary>
/// Finds a number that is told part by part, in a message that tells nothing else: "the first is 4…; the second one …".
/// </summary>
internal static class DictatedNumber
{
    private const int Parts = 4;
    private const int DigitsInPart = 4;
    private const int LongestText = 512;
    private const int MostBetween = 32;

    // Between this many of the parts somebody must say which one comes.
    private const int FewestNamed = 2;

    private static readonly string[] PartWords =
    [
        "first", "second", "third", "fourth", "last", "next", "then", "group", "four", "final",
        "erste", "zweite", "dritte", "letzte", "primer", "segund", "tercer", "últim", "ultim",
        "첫", "둘째", "두번", "두 번", "셋째", "세번", "세 번", "넷째", "마지막", "다음", "자리", "뒤",
        "最初", "次", "最後", "番目", "然后", "最后", "第",
    ];

    /// <summary>Adds the parts of such a number, if the text has one.</summary>
    public static void Find(ReadOnlySpan<char> text, ref FindingList findings)
    {
        if (text.Length > LongestText || !DigitRuns.Have(text, Parts * DigitsInPart))
        {
            return;
        }

        Span<int> starts = stackalloc int[Parts];
        var parts = 0;
        for (var start = DigitRuns.Next(text, 0); start >= 0; start = DigitRuns.Next(text, start))
        {
            findings.Spend(Parts);
            var end = DigitRuns.EndOf(text, start);
            if (parts > 0 && start - starts[parts - 1] - DigitsInPart > MostBetween)
            {
                parts = 0;
            }

            if (end - start != DigitsInPart)
            {
                parts = 0;
            }
            else
            {
                if (parts == Parts)
                {
                    starts[1..].CopyTo(starts);
                    parts--;
                }

                starts[parts++] = start;
                if (parts == Parts && IsNumber(text, starts))
                {
                    foreach (var part in starts)
                    {
                        if (!findings.Overlap(part, part + DigitsInPart))
                        {
                            findings.Add(part, DigitsInPart, Confidence.Medium);
                        }
                    }

                    parts = 0;
                }
            }

            start = end;
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> text, ReadOnlySpan<int> starts)
    {
        var (luhn, prefix, named) = (default(LuhnSum), 0, 0);
        for (var part = 0; part < Parts; part++)
        {
            foreach (var digit in text.Slice(starts[part], DigitsInPart))
            {
                luhn.Add(digit - '0');
                prefix = luhn.Count <= IssuerRanges.PrefixDigits ? (prefix * 10) + digit - '0' : prefix;
            }

            if (part > 0)
            {
                named += IsNamed(text[(starts[part - 1] + DigitsInPart)..starts[part]]) ? 1 : 0;
            }
        }

        return named >= FewestNamed
            && luhn is { IsValid: true, Varies: true }
            && IssuerRanges.ConfidenceOf(prefix, luhn.Count) >= Confidence.Medium;
    }

    private static bool IsNamed(ReadOnlySpan<char> between)
    {
        foreach (var word in PartWords)
        {
            if (between.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
