using System.Buffers;
using System.Collections.Frozen;

namespace ContactCenter.Redaction;

/// <summary>
/// Finds a number in a message whose groups stand further apart than separators do: "4111 --- 1111 …", "**4111**
/// **1111** …", "4111 dash 1111 then 1111 …".
/// </summary>
/// <remarks>
/// What stands between is much weaker than a space or a dash, so all else must be right: issuer, length, check digit
/// and the groups that are printed on cards, or two long ones; the same signs everywhere, or words that join.
/// </remarks>
internal static class WideGaps
{
    private const int LongestText = 512;
    private const int LongestGap = 24;
    private const int MostGroups = 5;
    private const int LongGroup = 6;

    private static readonly SearchValues<string> Mask = SearchValues.Create(["***"], StringComparison.Ordinal);

    // How people say a dash or a gap, and that the next group comes.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.Create<string>(
        StringComparer.OrdinalIgnoreCase,
        "dash", "hyphen", "minus", "space", "dot", "slash", "comma", "period", "then", "next", "and", "followed by",
        "tiret", "espace", "puis", "guion", "guión", "espacio", "luego", "bindestrich", "leerzeichen", "dann",
        "strich", "trattino", "spazio", "poi", "traço", "hífen", "espaço", "depois", "streepje", "spatie",
        "다시", "대시", "하이픈", "그리고", "다음", "ハイフン", "ダッシュ", "の", "杠", "横杠", "然后", "接着")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds such numbers, if the text has any.</summary>
    /// <returns>Whether it has.</returns>
    public static bool Find(ReadOnlySpan<char> text, ref FindingList findings)
    {
        if (text.Length > LongestText
            || !HaveJoin(text)
            || !FewDigits.HaveAtLeast(text, CardReading.MinDigits + 1))
        {
            return false;
        }

        var isFound = false;
        var before = default(ReadOnlySpan<char>);
        for (var start = DigitRuns.Next(text, 0); start >= 0;)
        {
            findings.Spend(LongestGap);
            var end = MayBegin(text, start) ? EndOf(text, start, before, ref findings) : 0;
            if (end > 0)
            {
                isFound = true;
                findings.Add(start, end - start, Confidence.Medium);
            }

            var last = end > 0 ? end : DigitRuns.EndOf(text, start);
            start = DigitRuns.Next(text, last);
            before = start < 0 ? default : text[last..start];
        }

        return isFound;
    }

    // Hardly any text has one, and without it there is nothing to find.
    private static bool HaveJoin(ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOfAnyInRange('0', '9'); end >= 0;)
        {
            end = DigitRuns.EndOf(text, end);
            var next = DigitRuns.Next(text, end);
            if (next > end && (next > end + 1 || text[end] > 'z') && IsJoin(text[end..next], default))
            {
                return true;
            }

            end = next;
        }

        return false;
    }

    // A group that begins what is printed on cards, or a long one, with digits that an issuer uses.
    private static bool MayBegin(ReadOnlySpan<char> text, int start)
    {
        var digits = DigitRuns.EndOf(text, start) - start;
        return digits is IssuerRanges.PrefixDigits or >= LongGroup
            && IssuerRanges.Has(IssuerRanges.PrefixAt(text, start));
    }

    // Where the number that begins there ends; 0 when there is none.
    private static int EndOf(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> before, ref FindingList findings)
    {
        var (luhn, prefix) = (default(LuhnSum), 0);
        var first = default(ReadOnlySpan<char>);
        var grouping = new CardGrouping();
        for (var (group, end) = (start, 0); grouping.Count < MostGroups; group = end)
        {
            end = DigitRuns.EndOf(text, group);
            if (luhn.Count + end - group > CardReading.MaxDigits)
            {
                break;
            }

            foreach (var digit in text[group..end])
            {
                luhn.Add(digit - '0');
                prefix = luhn.Count <= IssuerRanges.PrefixDigits ? (prefix * 10) + digit - '0' : prefix;
            }

            grouping.AddGroup(end - group);
            var next = DigitRuns.Next(text, end);
            var gap = next < 0 ? default : text[end..next];
            var goesOn = IsJoin(gap, first);
            if (!first.IsEmpty && !goesOn && !IsJoin(before, first) && IsNumber(luhn, prefix, grouping))
            {
                return end;
            }

            if (!goesOn && Separators.GapAt(text, end) == 0)
            {
                break;
            }

            findings.Spend(gap.Length);
            first = goesOn && first.IsEmpty ? gap : first;
            end = next;
        }

        return 0;
    }

    private static bool IsNumber(in LuhnSum luhn, int prefix, in CardGrouping grouping) =>
        luhn.Count > CardReading.MinDigits
        && luhn is { IsValid: true, Varies: true }
        && IssuerRanges.ConfidenceOf(prefix, luhn.Count) >= Confidence.Medium
        && (grouping.IsPrinted || (grouping is { Count: 2, First: >= LongGroup, Last: >= LongGroup }));

    // Signs must be the same between all groups; words need not.
    private static bool IsJoin(ReadOnlySpan<char> gap, ReadOnlySpan<char> first)
    {
        if (gap.Length is 0 or > LongestGap)
        {
            return false;
        }

        var isJoin = AreSigns(gap)
            ? gap.Length > Separators.MaxGap && (first.IsEmpty || gap.SequenceEqual(first))
            : (first.IsEmpty || !AreSigns(first)) && IsWord(gap);
        return isJoin && !gap.ContainsAny(Mask);
    }

    private static bool AreSigns(ReadOnlySpan<char> gap)
    {
        foreach (var character in gap)
        {
            if (!Separators.IsSeparator(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWord(ReadOnlySpan<char> gap)
    {
        var word = gap.Trim(" ,.-:;\n\r\t");
        var isApart = word.Length < gap.Length;
        return (isApart || (!word.IsEmpty && word[0] > 'z')) && Words.Contains(word);
    }
}
