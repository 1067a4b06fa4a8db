namespace ContactCenter.Redaction;

/// <summary>The form of a passport number, which only its name tells from other ids.</summary>
internal readonly struct PassportShape : ICuedShape
{
    public Cue Names => Cue.Passport;

    public Cue Hints => Cue.None;

    // US: 9 digits, or a letter and 8. Korea: a letter and 8, since 2021 with a letter among them. EU: 8 or 9 of both.
    public int EndOf(ReadOnlySpan<char> text, int start, Cue said) =>
        DocumentShape.EndOf(text, start, shortest: 7, longest: 10, fewestDigits: said == Cue.None ? 6 : 5);
}
