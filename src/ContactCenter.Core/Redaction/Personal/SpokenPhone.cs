namespace ContactCenter.Redaction;

/// <summary>Finds Korean mobile numbers in words: <c>공일공 일이삼사 오육칠팔</c>.</summary>
internal static class SpokenPhone
{
    private const string Digits = "공영일이삼사오육칠팔구";
    private const int FewestDigits = 10;
    private const int MostDigits = 11;

    // Nothing else begins with zero one.
    private static readonly string[] Beginnings = ["공일", "영일"];

    public static void Find(in RedactionText text, ref FindingList findings)
    {
        foreach (var beginning in Beginnings)
        {
            for (var start = text.IndexOf(beginning); start >= 0; start = text.IndexOf(beginning, start + 1))
            {
                findings.Spend(MostDigits * 2);
                var end = EndOf(text.Characters, start);
                if (end > 0)
                {
                    findings.Add(start, end - start);
                    start = end - 1;
                }
            }
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        // In the middle of a longer number it is none.
        if (start > 0 && (Digits.Contains(text[start - 1]) || WordReader.IsFigure(text[start - 1])))
        {
            return -1;
        }

        var (count, end) = (0, start);
        for (var i = start; i < text.Length && count < MostDigits; i++)
        {
            if (Digits.Contains(text[i]))
            {
                count++;
                end = i + 1;
            }
            else if (text[i] is not (' ' or '-') || i != end)
            {
                break;
            }
        }

        return count >= FewestDigits && (end == text.Length || !Digits.Contains(text[end])) ? end : -1;
    }
}
