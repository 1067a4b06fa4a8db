namespace ContactCenter.Redaction;

/// <summary>Walks from one unbroken run of digits to the next.</summary>
internal static class DigitRuns
{
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
        var offset = text[from..].IndexOfAnyInRange('0', '9');
        return offset < 0 ? -1 : from + offset;
    }

    /// <summary>Where the run that begins there ends.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : start + length;
    }
}
