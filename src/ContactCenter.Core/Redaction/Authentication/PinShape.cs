namespace ContactCenter.Redaction;

/// <summary>The form of a PIN: four to eight digits that belong to no longer number.</summary>
internal readonly struct PinShape : ICuedShape
{
    private const int PostalDigits = 6;

    public Cue Names => Cue.Pin;

    public Cue Hints => Cue.PinHint;

    // In India the code of a place is a PIN too.
    public bool IsNamedBy(Cue cue, Cue subject, bool afterUnknown) => subject != Cue.Place;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        var end = FewDigits.EndOf(text, start, said != Cue.None);
        var digits = FewDigits.Count(text, start, end);
        var isPin = digits switch
        {
            2 => (said & Cue.FirstDigits) != Cue.None,
            PostalDigits => (said & Cue.Postal) == Cue.None || text[start] == '0',
            4 or 5 => true,
            7 or 8 => (said & Cue.Pin) != Cue.None,
            _ => false,
        };
        return isPin ? end : -1;
    }
}
