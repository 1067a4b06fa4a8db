namespace ContactCenter.Redaction;

/// <summary>The form of a telephone number that only its name tells from other numbers.</summary>
internal readonly struct PhoneNumberShape : ICuedShape
{
    public Cue Names => Cue.Phone;

    public Cue Hints => Cue.None;

    /// <summary>Where a number begins whose first digit is there: a bracket and a plus belong to it.</summary>
    public static int StartOf(ReadOnlySpan<char> text, int digit)
    {
        var start = digit > 0 && text[digit - 1] == '(' ? digit - 1 : digit;
        return start > 0 && text[start - 1] == '+' ? start - 1 : start;
    }

    /// <summary>The same end, or that of the extension behind it.</summary>
    public static int WithExtension(ReadOnlySpan<char> text, int end)
    {
        var place = end < text.Length && text[end] == ' ' ? end + 1 : end;
        foreach (var word in (ReadOnlySpan<string>)["extension", "ext.", "ext", "x"])
        {
            if (text[place..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                var first = place + word.Length;
                first += first < text.Length && text[first] == ' ' ? 1 : 0;
                var last = first < text.Length ? DigitRuns.EndOf(text, first) : first;
                return last - first is >= 1 and <= 6 ? last : end;
            }
        }

        return end;
    }

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (!char.IsAsciiDigit(text[start]) && text[start] is not ('(' or '+'))
        {
            return -1;
        }

        var end = new PhoneReading(text, start, stackalloc int[PhoneReading.Room]).EndOfNamed();
        return end < 0 ? -1 : WithExtension(text, end);
    }
}
