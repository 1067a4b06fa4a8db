namespace ContactCenter.Redaction;

/// <summary>The form of a security code: three or four digits that belong to no longer number.</summary>
internal readonly struct SecurityCodeShape : ICuedShape
{
    public Cue Names => Cue.SecurityCode;

    public Cue Hints => Cue.SecurityHint;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        var end = FewDigits.EndOf(text, start, said != Cue.None);
        end = end < 0 && said != Cue.None ? EndBeforeExpiry(text, start) : end;
        var digits = FewDigits.Count(text, start, end);
        var isSure = (said & (Cue.SecurityCode | Cue.Card)) != Cue.None || said == Cue.None;
        return digits == 3 || (digits == 4 && isSure) ? end : -1;
    }

    // "cvv 123/1228": of other numbers a stroke says that they go on.
    private static int EndBeforeExpiry(ReadOnlySpan<char> text, int start)
    {
        var end = DigitRuns.EndOf(text, start);
        return end > start
            && end < text.Length
            && text[end] == '/'
            && FewDigits.BeginsAt(text, start, mayFollowLetters: true)
            && ExpiryShape.EndBehindCard(text, end + 1) > 0 ? end : start;
    }
}
