namespace ContactCenter.Redaction;

/// <summary>The form of a document's number: letters and digits of about one length in one piece.</summary>
internal static class DocumentShape
{
    /// <summary>Where a word of letters and digits of that length ends, if enough of it are digits; else -1.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start, int shortest, int longest, int fewestDigits)
    {
        if (!char.IsAsciiLetterOrDigit(text[start]) || !IsFreeBefore(text, start))
        {
            return -1;
        }

        var (end, digits) = (start, 0);
        while (end < text.Length && end - start <= longest && char.IsAsciiLetterOrDigit(text[end]))
        {
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            end++;
        }

        return end - start >= shortest
            && end - start <= longest
            && digits >= fewestDigits
            && DigitPattern.IsFree(text, start, end) ? end : -1;
    }

    private static bool IsFreeBefore(ReadOnlySpan<char> text, int start) => !Letters.IsPartOfId(text, start - 1);
}
