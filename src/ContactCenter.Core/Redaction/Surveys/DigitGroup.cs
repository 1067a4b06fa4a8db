namespace ContactCenter.Redaction;

/// <summary>A group of digits between two gaps, and the sums (ISO/IEC 7812-1) of all digits up to its end.</summary>
/// <remarks>The sum of any stretch of digits is the difference of two of them: no digit is added up twice.</remarks>
internal struct DigitGroup
{
    /// <summary>Where it begins in the text.</summary>
    public int Start;

    /// <summary>Where it ends.</summary>
    public int End;

    /// <summary>How many digits there were, this group included.</summary>
    public int Count;

    /// <summary>How many groups of four lead up to it, and it is one of them, all with the same gap.</summary>
    public int Fours;

    /// <summary>The sum in which every digit with an even number counts double.</summary>
    public int EvenDoubled;

    /// <summary>The other one.</summary>
    public int OddDoubled;

    /// <summary>Whether nothing follows that a number could go on with.</summary>
    public bool IsLast;

    /// <summary>How many digits it has.</summary>
    public readonly int Length => End - Start;

    /// <summary>Whether the digits since the end of an earlier group end with a right check digit.</summary>
    public readonly bool IsValidSince(in DigitGroup earlier)
    {
        var sum = (Count & 1) == 0 ? EvenDoubled - earlier.EvenDoubled : OddDoubled - earlier.OddDoubled;
        return sum % 10 == 0;
    }
}
