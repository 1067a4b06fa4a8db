namespace ContactCenter.Redaction;

/// <summary>The check sum of ISO/IEC 7812-1, kept up digit by digit without knowing how many will come.</summary>
/// <remarks>Which digits count double depends on how many there are: both sums are kept, the count chooses.</remarks>
internal struct LuhnSum
{
    private int _evenDoubled;
    private int _oddDoubled;
    private int _seen;

    public int Count { get; private set; }

    public readonly bool IsValid => (Count % 2 == 0 ? _evenDoubled : _oddDoubled) % 10 == 0;

    /// <summary>The digit that makes it valid, if it is added as the last one.</summary>
    public readonly int CheckDigit => (10 - ((Count % 2 == 0 ? _oddDoubled : _evenDoubled) % 10)) % 10;

    /// <summary>Whether there are two different digits in it: sixteen zeros have a good sum.</summary>
    public readonly bool Varies => (_seen & (_seen - 1)) != 0;

    /// <summary>The sum of a whole number, of which every character is a digit.</summary>
    public static LuhnSum Of(ReadOnlySpan<char> digits)
    {
        var sum = default(LuhnSum);
        foreach (var digit in digits)
        {
            sum.Add(digit - '0');
        }

        return sum;
    }

    public void Add(int digit)
    {
        var doubled = digit > 4 ? (digit * 2) - 9 : digit * 2;
        var isEven = Count % 2 == 0;
        _evenDoubled += isEven ? doubled : digit;
        _oddDoubled += isEven ? digit : doubled;
        _seen |= 1 << digit;
        Count++;
    }
}
