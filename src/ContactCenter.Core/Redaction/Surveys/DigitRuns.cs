namespace ContactCenter.Redaction;

/// <summary>Walks from one unbroken run of digits to the next.</summary>
internal static class DigitRuns
{
    private const int Near = 8;

    /// <summary>Whether there are that many digits in all, no more and no fewer.</summary>
    public static bool Have(ReadOnlySpan<char> text, int count)
    {
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character) && --count < 0)
            {
                return false;
            }
        }

        return count == 0;
    }

    /// <summary>Where the next run begins; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<char> text, int from)
    {
        // Where digits are many the next one is near; where they are few it is worth a vectorised search.
        var near = Math.Min(text.Length, from + Near);
        for (var i = from; i < near; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                return i;
            }
        }

        var offset = text[near..].IndexOfAnyInRange('0', '9');
        return offset < 0 ? -1 : near + offset;
    }

    /// <summary>Where the run that begins there ends.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>How many digits there are right before a place.</summary>
    public static int LengthBefore(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start;
    }
}
