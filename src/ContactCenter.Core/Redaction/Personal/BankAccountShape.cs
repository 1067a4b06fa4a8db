namespace ContactCenter.Redaction;

/// <summary>The form of a bank account: up to seventeen digits, which only a name tells from others.</summary>
internal readonly struct BankAccountShape : ICuedShape
{
    private const int FewestDigits = 6;
    private const int FewestDigitsAtBank = 10;
    private const int MostDigits = 17;

    public Cue Names => Cue.Account;

    public Cue Hints => Cue.Bank;

    public int EndOf(ReadOnlySpan<char> text, int start, Cue said)
    {
        if (said == Cue.None
            || !char.IsAsciiDigit(text[start])
            || !FewDigits.BeginsAt(text, start, mayFollowLetters: true))
        {
            return -1;
        }

        var fewest = (said & Cue.Account) != Cue.None ? FewestDigits : FewestDigitsAtBank;
        var (end, digits) = (start, 0);
        for (var i = start; i < text.Length && digits <= MostDigits; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits++;
                end = i + 1;
            }
            else if (text[i] is not ('-' or ' ') || i != end)
            {
                break;
            }
        }

        return digits >= fewest && digits <= MostDigits && DigitPattern.IsFree(text, start, end) ? end : -1;
    }
}
