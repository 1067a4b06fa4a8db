namespace ContactCenter.Redaction;

/// <summary>Reads Korean registration numbers: a date of birth, a digit for century and sex, and six more.</summary>
/// <remarks>
/// Numbers given before October 2020 end in a check digit. Those given since then have none, also to people born
/// before, so a wrong one proves nothing.
/// </remarks>
internal static class KoreanNumber
{
    private const int Front = 6;
    private const int Back = 7;

    // Of thirteen digits that begin with a later year more are article numbers than children's.
    private const int LastYear = 2039;

    /// <summary>Adds every such number whose seventh digit is in the range.</summary>
    public static void Find(
        ReadOnlySpan<char> text, char first, char last, int checkOffset, bool isNamed, ref FindingList findings)
    {
        for (var start = DigitRuns.Next(text, 0); start >= 0; start = DigitRuns.Next(text, start))
        {
            findings.Spend(1);
            var isSolid = false;
            var end = EndOf(text, start, ref isSolid);
            var century = end > 0 ? text[end - Back] : default;
            if (end > 0 && century >= first && century <= last && IsBirthday(text.Slice(start, Front), century))
            {
                var hasCheckDigit = HasCheckDigit(text[start..end], checkOffset);
                var confidence = isNamed || (hasCheckDigit && !isSolid) ? Confidence.High
                    : hasCheckDigit || !isSolid ? Confidence.Medium
                    : Confidence.Low;
                findings.Add(start, end - start, confidence);
            }

            start = end > 0 ? end : DigitRuns.EndOf(text, start);
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, ref bool isSolid)
    {
        if (DigitPattern.EndOf(text, start, [], Front + Back) is var solid and > 0)
        {
            isSolid = true;
            return solid;
        }

        var front = DigitRuns.EndOf(text, start);
        if (front - start != Front)
        {
            return -1;
        }

        // A hyphen, a space or both.
        var back = front;
        while (back < text.Length && back < front + 3 && text[back] is ' ' or '-' or '\u2013' or '\u2014' or '\u3161')
        {
            back++;
        }

        return back > front
            && back < text.Length
            && DigitRuns.EndOf(text, back) is var end
            && end - back == Back
            && DigitPattern.IsFree(text, start, end) ? end : -1;
    }

    private static bool IsBirthday(ReadOnlySpan<char> date, char century)
    {
        var (year, month, day) = (Two(date), Two(date[2..]), Two(date[4..]));
        year += century is '3' or '4' or '7' or '8' ? 2000 : 1900;
        return year <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';

    // Weights 2 to 9 and again 2 to 5; for foreigners the check digit is two more.
    private static bool HasCheckDigit(ReadOnlySpan<char> written, int offset)
    {
        var (sum, seen, lastDigit) = (0, 0, 0);
        foreach (var character in written)
        {
            if (char.IsAsciiDigit(character))
            {
                lastDigit = character - '0';
                sum += seen < Front + Back - 1 ? lastDigit * ((seen % 8) + 2) : 0;
                seen++;
            }
        }

        return ((11 - (sum % 11)) + offset) % 10 == lastDigit;
    }
}
