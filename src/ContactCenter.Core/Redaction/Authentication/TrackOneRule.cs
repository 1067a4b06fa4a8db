namespace ContactCenter.Redaction;

/// <summary>Finds what the first track of a card's magnetic stripe holds: number, name, expiry and the rest.</summary>
/// <remarks>
/// By its structure (ISO/IEC 7813): a number of 12 to 19 digits, a caret, a name, a caret, and four digits at least;
/// with or without the signs that begin and end it. Immutable and thread safe; one pass, linear in the length of the
/// text.
/// </remarks>
public sealed class TrackOneRule : IRedactionRule
{
    private const char Caret = '^';
    private const int MostName = 32;
    private const int MostNumber = 24;
    private const int FewestBehind = 4;
    private const int MostBehind = 80;
    private const int WorkPerCaret = 48;

    /// <inheritdoc/>
    public RedactionKind Kind => RedactionKind.TrackOne;

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public int FewestDigits => CardReading.MinDigits;

    /// <inheritdoc/>
    public void Find(in RedactionText text, ref FindingList findings)
    {
        var characters = text.Characters;
        for (var caret = NextCaret(characters, 0); caret >= 0; caret = NextCaret(characters, caret + 1))
        {
            findings.Spend(WorkPerCaret);
            var start = StartOf(characters, caret);
            var end = start < 0 ? -1 : EndOf(characters, caret);
            if (end > 0)
            {
                findings.Add(start, end - start);
                caret = end - 1;
            }
        }
    }

    private static int NextCaret(ReadOnlySpan<char> text, int from)
    {
        var offset = text[from..].IndexOf(Caret);
        return offset < 0 ? -1 : from + offset;
    }

    private static int StartOf(ReadOnlySpan<char> text, int caret)
    {
        var digits = 0;
        var start = caret;
        while (start > 0
            && caret - start < MostNumber
            && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] == ' '))
        {
            start--;
            digits += text[start] == ' ' ? 0 : 1;
        }

        while (text[start] == ' ')
        {
            start++;
        }

        if (digits is < CardReading.MinDigits or > CardReading.MaxDigits)
        {
            return -1;
        }

        start -= start > 0 && text[start - 1] is 'B' or 'b' ? 1 : 0;
        return start > 0 && text[start - 1] == '%' ? start - 1 : start;
    }

    private static int EndOf(ReadOnlySpan<char> text, int caret)
    {
        var name = text[(caret + 1)..];
        name = name[..Math.Min(name.Length, MostName)];
        var length = name.IndexOfAny(Caret, '\n', '\r');
        if (length < 0 || name[length] != Caret)
        {
            return -1;
        }

        var end = caret + length + 2;
        if (text.Length - end < FewestBehind || text.Slice(end, FewestBehind).ContainsAnyExceptInRange('0', '9'))
        {
            return -1;
        }

        var last = Math.Min(text.Length, end + MostBehind);
        while (end < last && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end < text.Length && text[end] == '?' ? end + 1 : end;
    }
}
