namespace ContactCenter.Redaction;

/// <summary>Reads the words next to a number, a bounded way to both sides, for what they call it.</summary>
internal static class Surroundings
{
    private const int MostWords = 6;
    private const int MostMarks = 4;
    private const int LongestWord = 32;

    /// <summary>What the words around the span call it. What stands before counts first.</summary>
    public static NumberName NameOf(ReadOnlySpan<char> text, CardSpan span)
    {
        var before = Before(text, span.Start);
        return before != NumberName.None ? before : After(text, span.End);
    }

    private static NumberName Before(ReadOnlySpan<char> text, int start)
    {
        var (saysCard, saysNumber) = (false, false);
        var end = start;
        for (var words = 0; words < MostWords; words++)
        {
            var marks = 0;
            while (end > 0 && !IsLetter(text[end - 1]))
            {
                if (marks++ == MostMarks || EndsSentence(text, end - 1) || char.IsAsciiDigit(text[end - 1]))
                {
                    return NameFor(saysCard, saysNumber);
                }

                end--;
            }

            var first = end;
            while (first > 0 && end - first < LongestWord && IsLetter(text[first - 1]))
            {
                first--;
            }

            if (first == end)
            {
                break;
            }

            switch (NumberWords.RoleOf(text[first..end]))
            {
                case WordRole.CardNumber:
                    return NumberName.CardNumber;
                case WordRole.Card:
                    saysCard = true;
                    break;
                case WordRole.Number:
                    saysNumber = true;
                    break;
                case WordRole.Other:
                    return saysCard ? NameFor(saysCard, saysNumber) : NumberName.Other;
                case WordRole.Filler:
                    break;
                default:
                    return NameFor(saysCard, saysNumber);
            }

            if (saysCard && saysNumber)
            {
                return NumberName.CardNumber;
            }

            end = first;
        }

        return NameFor(saysCard, saysNumber);
    }

    // Behind a number only a whole phrase says something: "4… is my card number". A mere "card" begins a new thought.
    private static NumberName After(ReadOnlySpan<char> text, int end)
    {
        var saysCard = false;
        var start = end;
        for (var words = 0; words < MostWords; words++)
        {
            var marks = 0;
            while (start < text.Length && !IsLetter(text[start]))
            {
                if (marks++ == MostMarks || EndsSentence(text, start) || char.IsAsciiDigit(text[start]))
                {
                    return NumberName.None;
                }

                start++;
            }

            var last = start;
            while (last < text.Length && last - start < LongestWord && IsLetter(text[last]))
            {
                last++;
            }

            switch (NumberWords.RoleOf(text[start..last]))
            {
                case WordRole.CardNumber:
                    return NumberName.CardNumber;
                case WordRole.Card:
                    saysCard = true;
                    break;
                case WordRole.Number when saysCard:
                    return NumberName.CardNumber;
                case WordRole.Filler when last > start:
                    break;
                default:
                    return NumberName.None;
            }

            start = last;
        }

        return NumberName.None;
    }

    private static NumberName NameFor(bool saysCard, bool saysNumber) =>
        !saysCard ? NumberName.None : saysNumber ? NumberName.CardNumber : NumberName.Card;

    private static bool EndsSentence(ReadOnlySpan<char> text, int at) =>
        text[at] is '?' or '!' or '？' or '！' or '。' or '\n'
        || (text[at] == '.' && at + 1 < text.Length && text[at + 1] == ' ');

    private static bool IsLetter(char character) =>
        char.IsLetter(character) || character is '_' or '/' or '\'' or '°' or '№'
        || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
