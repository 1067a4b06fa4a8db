namespace ContactCenter.Redaction;

/// <summary>The form of a card's expiry: a month and a year, in figures or with the month in words.</summary>
internal readonly struct ExpiryShape : ICuedShape
{
    private const int Century = 2000;

    // Years that a card in use can bear; what its name announces may be any year.
    private const int FirstYear = 2020;
    private const int LastYear = 2049;

    public Cue Names => Cue.Expiry;

    public Cue Hints => Cue.ExpiryHint;

    public bool IsNamedBy(Cue cue, Cue subject, bool afterUnknown) =>
        (cue & Cue.Expiry) != Cue.None ? subject != Cue.Perishable
        : subject == Cue.None ? !afterUnknown
        : subject == Cue.Card;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (!FewDigits.BeginsAt(text, start, said != Cue.None))
        {
            return -1;
        }

        var end = char.IsAsciiDigit(text[start])
            ? EndOfFigures(text, start, said)
            : MonthNames.All.EndOf(text, start, out _) is var month and > 0
                ? EndOfYear(text, AfterGap(text, month), said)
                : -1;
        return end > 0 && FewDigits.EndsAt(text, end) ? end : -1;
    }

    /// <summary>Where the expiry ends that begins right behind a card number; -1 when none does.</summary>
    public static int EndBehindCard(ReadOnlySpan<char> text, int start)
    {
        var digits = DigitRuns.EndOf(text, start) - start;
        if (digits == 4)
        {
            return IsCompact(text, start) && !IsFigureAt(text, start + 4) ? start + 4 : -1;
        }

        if (digits is not (1 or 2) || !IsMonth(text.Slice(start, digits)))
        {
            return -1;
        }

        var year = AfterSign(text, start + digits, orSpace: true);
        year = year < 0 && IsInList(text, start, start + digits) ? start + digits + 1 : year;
        var end = year < 0 ? -1 : EndOfYear(text, year, Cue.None);
        return end < 0 || IsDate(text, start + digits, end) ? -1 : end;
    }

    /// <summary>Whether four or six figures are a month and a year of a card in use.</summary>
    public static bool IsIn(ReadOnlySpan<char> figures) =>
        IsMonth(figures[..2]) && IsYear(figures.Length == 4 ? Century + ValueOf(figures[2..]) : ValueOf(figures[2..]));

    private static int EndOfFigures(ReadOnlySpan<char> text, int start, Cue said)
    {
        var isNamed = (said & Cue.Expiry) != Cue.None;
        var end = DigitRuns.EndOf(text, start);
        var figures = text[start..end];
        switch (figures.Length)
        {
            case 1 or 2 when IsMonth(figures):
                var year = AfterMonth(text, end, isNamed);
                var last = year < 0 ? -1 : EndOfYear(text, year, said);
                return last < 0 && figures.Length == 2 && isNamed ? EndOfMonth(text, end, start) : last;
            case 2 when isNamed && ValueOf(figures) > 12:
                return EndOfMonth(text, end, start);
            case 4 when IsYear(ValueOf(figures)) && EndOfMonth(text, end, start) is var behind and > 0:
                return behind;
            case 4 when isNamed && IsCompact(text, start):
                return end;
            case 6 when isNamed:
                return (IsMonth(figures[..2]) && IsYear(ValueOf(figures[2..])))
                    || (IsYear(ValueOf(figures[..4])) && IsMonth(figures[4..])) ? end : -1;
            default:
                return -1;
        }
    }

    // Behind a month: a sign, or the character for a month, or a word such as "of", or, if named, only a space.
    private static int AfterMonth(ReadOnlySpan<char> text, int end, bool isNamed)
    {
        var rest = text[end..].TrimStart(' ');
        if (!rest.IsEmpty && rest[0] is '\u6708' or '\uC6D4')
        {
            var place = text.Length - rest.Length + 1;
            return AfterSign(text, place, orSpace: true) is var sign and >= 0 ? sign : place;
        }

        if (AfterSign(text, end, orSpace: isNamed) is var year and >= 0)
        {
            return year;
        }

        var word = AfterGap(text, end);
        return word > end && word + 4 <= text.Length && DigitRuns.EndOf(text, word) == word + 4 ? word : -1;
    }

    // The month behind a year: "2027-12", "27/12", "2027年12月".
    private static int EndOfMonth(ReadOnlySpan<char> text, int end, int start)
    {
        var place = end;
        while (place < text.Length && text[place] == ' ')
        {
            place++;
        }

        var hasYearSign = place < text.Length && text[place] is '\u5E74' or '\uB144';
        var month = hasYearSign ? AfterSpaces(text, place + 1) : AfterSign(text, end, orSpace: false);
        if (month < 0 || month >= text.Length || (!hasYearSign && end - start == 2 && text[end] == '.'))
        {
            return -1;
        }

        var last = DigitRuns.EndOf(text, month);
        if (last - month is not (1 or 2) || !IsMonth(text[month..last]))
        {
            return -1;
        }

        var sign = AfterSpaces(text, last);
        return sign < text.Length && text[sign] is '\u6708' or '\uC6D4' ? sign + 1 : last;
    }

    private static int EndOfYear(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (start < 0 || start >= text.Length)
        {
            return -1;
        }

        start += text[start] is '\'' or '\u2019' ? 1 : 0;
        var end = start < text.Length ? DigitRuns.EndOf(text, start) : start;
        var value = ValueOf(text[start..end]);
        var isYear = (end - start) switch
        {
            2 => (said & Cue.Expiry) != Cue.None || IsYear(value + Century),
            4 => IsYear(value) || ((said & Cue.Expiry) != Cue.None && value is >= 1990 and < 2100),
            _ => false,
        };
        if (!isYear)
        {
            return -1;
        }

        var sign = AfterSpaces(text, end);
        return sign < text.Length && text[sign] is '\u5E74' or '\uB144' ? sign + 1 : end;
    }

    // One of the signs between month and year, with spaces around it.
    private static int AfterSign(ReadOnlySpan<char> text, int end, bool orSpace)
    {
        var place = AfterSpaces(text, end);
        if (place < text.Length && text[place] is '/' or '-' or '.' or '\\' or '|' or '\u2013' or '\u2014')
        {
            return AfterSpaces(text, place + 1);
        }

        return orSpace && place > end ? place : -1;
    }

    private static int AfterSpaces(ReadOnlySpan<char> text, int place)
    {
        var last = Math.Min(text.Length, place + 3);
        while (place < last && text[place] is ' ' or '\u00A0')
        {
            place++;
        }

        return place;
    }

    // Between a month in words and a year: spaces, a sign, and a word such as "de" or "of".
    private static int AfterGap(ReadOnlySpan<char> text, int end)
    {
        var place = AfterSign(text, end, orSpace: true);
        place = place < 0 ? end : place;
        place += place < text.Length && text[place] == ',' ? 1 : 0;
        place = AfterSpaces(text, place);
        if (place < text.Length
            && Letters.ClassOf(text[place]) != LetterClass.None
            && CueWords.All.EndOf(text, place, out var value) is var word and > 0
            && ((Cue)value & Cue.Filler) != Cue.None)
        {
            return AfterSpaces(text, word);
        }

        return place;
    }

    private static bool IsCompact(ReadOnlySpan<char> text, int start) => IsIn(text.Slice(start, 4));

    // "12/27/2026" behind a card number is a day; "12/27/123" is an expiry with the code.
    private static bool IsDate(ReadOnlySpan<char> text, int sign, int end) =>
        IsFigureAt(text, end)
        || (end + 1 < text.Length
            && text[sign] is '/' or '-' or '.'
            && text[end] == text[sign]
            && char.IsAsciiDigit(text[end + 1])
            && DigitRuns.EndOf(text, end + 1) - end - 1 != 3);

    // "…:12:28:123": what parts the number from the month parts it from the year too.
    private static bool IsInList(ReadOnlySpan<char> text, int start, int end) =>
        start > 0 && end < text.Length && text[end] is ':' or ';' or ',' && text[start - 1] == text[end];

    private static bool IsFigureAt(ReadOnlySpan<char> text, int place) =>
        place < text.Length && WordReader.IsFigure(text[place]);

    private static bool IsMonth(ReadOnlySpan<char> figures) => ValueOf(figures) is >= 1 and <= 12;

    private static bool IsYear(int value) => value is >= FirstYear and <= LastYear;

    private static int ValueOf(ReadOnlySpan<char> figures)
    {
        var value = 0;
        foreach (var figure in figures)
        {
            value = (value * 10) + figure - '0';
        }

        return value;
    }
}
