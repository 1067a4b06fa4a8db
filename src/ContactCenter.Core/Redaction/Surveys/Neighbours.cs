namespace ContactCenter.Redaction;

/// <summary>Looks a bounded way to both sides of a number for what it may be part of.</summary>
internal static class Neighbours
{
    private const int MostGroups = 64;
    private const int MostLetters = 32;
    private const int MostLink = 256;

    /// <summary>Whether letters bind the number to further digits, as in a hash or a tracking number.</summary>
    /// <remarks>Words do not, so that a number between "visa" and "exp0127" is not taken for an id.</remarks>
    public static bool AreOneId(ReadOnlySpan<char> text, CardSpan span)
    {
        var last = span.End;
        while (last < text.Length && last - span.End < MostLetters && char.IsAsciiLetter(text[last]))
        {
            last++;
        }

        var first = span.Start;
        while (first > 0 && span.Start - first < MostLetters && char.IsAsciiLetter(text[first - 1]))
        {
            first--;
        }

        return (first > 0 && char.IsAsciiDigit(text[first - 1]) && IsCode(text[first..span.Start]))
            || (last < text.Length && char.IsAsciiDigit(text[last]) && IsCode(text[span.End..last]));
    }

    /// <summary>The number with the letters and digits that stand right beside it.</summary>
    public static CardSpan TokenAround(ReadOnlySpan<char> text, CardSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && span.Start - start < MostLetters && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && end - span.End < MostLetters && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return new CardSpan(start, end, span.Confidence);
    }

    /// <summary>Whether the number stands in a link.</summary>
    public static bool AreLink(ReadOnlySpan<char> text, int start)
    {
        var first = start;
        while (first > 0 && start - first < MostLink && !char.IsWhiteSpace(text[first - 1]))
        {
            first--;
        }

        var token = text[first..start];
        return token.Contains("://", StringComparison.Ordinal)
            || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the gap leads from further digits up to the number.</summary>
    public static bool LeadUp(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> gap)
    {
        var length = Separators.GapBefore(text, start);
        return length > 0 && text.Slice(start - length, length).SequenceEqual(gap);
    }

    /// <summary>Whether the gap leads from the number on to further digits.</summary>
    public static bool LeadOn(ReadOnlySpan<char> text, int end, ReadOnlySpan<char> gap)
    {
        var length = Separators.GapAt(text, end);
        return length > 0 && text.Slice(end, length).SequenceEqual(gap);
    }

    /// <summary>Whether the sign between the groups also binds the number to letters, as in a UUID.</summary>
    public static bool Bind(ReadOnlySpan<char> text, CardSpan span, ReadOnlySpan<char> gap) =>
        gap is "-" or "_" or "." or ":" or "/"
        && ((span.Start > 1 && text[span.Start - 1] == gap[0] && char.IsAsciiLetter(text[span.Start - 2]))
            || (span.End + 1 < text.Length && text[span.End] == gap[0] && char.IsAsciiLetter(text[span.End + 1])));

    /// <summary>How many groups of four digits follow the number by the same gap.</summary>
    public static int FoursAfter(ReadOnlySpan<char> text, int end, ReadOnlySpan<char> gap)
    {
        var groups = 0;
        for (; groups < MostGroups; groups++)
        {
            if (!text[end..].StartsWith(gap) || !IsFour(text, end + gap.Length))
            {
                break;
            }

            end += gap.Length + 4;
        }

        return groups;
    }

    private static bool IsCode(ReadOnlySpan<char> letters)
    {
        if (letters.Length <= 2)
        {
            return !letters.IsEmpty;
        }

        // An amount in Canadian dollars.
        if (letters.Equals("cad", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var letter in letters)
        {
            if (!char.IsAsciiHexDigit(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFour(ReadOnlySpan<char> text, int start) =>
        start + 4 <= text.Length
        && !text.Slice(start, 4).ContainsAnyExceptInRange('0', '9')
        && (start == 0 || !char.IsAsciiDigit(text[start - 1]))
        && (start + 4 == text.Length || !char.IsAsciiDigit(text[start + 4]));
}
