namespace ContactCenter.Redaction;

/// <summary>The form of a US social security number: area, group and serial, each of them one that is given.</summary>
internal readonly struct UsSocialSecurityShape : ICuedShape
{
    private const int SerialSize = 10_000;
    private const int GroupSize = 100;

    public Cue Names => Cue.SocialSecurity;

    public Cue Hints => Cue.None;

    /// <summary>With signs in it; that is found without a name too.</summary>
    public static int EndOfWritten(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> signs) =>
        DigitPattern.EndOf(text, start, signs, 3, 2, 4) is var end and > 0 && IsGiven(text[start..end]) ? end : -1;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (said == Cue.None || !char.IsAsciiDigit(text[start]))
        {
            return -1;
        }

        var end = DigitPattern.EndOf(text, start, [], 9);
        return end > 0 && IsGiven(text[start..end]) ? end : EndOfWritten(text, start, "- .\u2013");
    }

    private static bool IsGiven(ReadOnlySpan<char> written)
    {
        var value = DigitPattern.ValueOf(written);
        var area = value / SerialSize / GroupSize;
        return area is not (0 or 666 or >= 900) && value / SerialSize % GroupSize != 0 && value % SerialSize != 0;
    }
}
