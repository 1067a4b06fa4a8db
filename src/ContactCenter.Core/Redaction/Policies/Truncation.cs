namespace ContactCenter.Redaction;

/// <summary>How much of a value a mask leaves standing.</summary>
internal static class Truncation
{
    public const int HeadDigits = 6;
    public const int TailDigits = 4;

    // Of fewer, four would be half of it or more.
    private const int FewestForTail = 8;
    private const int FewestDigitsWithHead = 15;

    public static bool IsOfCards(RedactionKind kind) =>
        kind == RedactionKind.CardNumber || kind == RedactionKind.SuspectedCardNumber;

    /// <summary>How many letters or digits stay at the beginning and at the end; none when it is all erased.</summary>
    public static (int Head, int Tail) Of(bool isCard, int count, MaskFormat format)
    {
        if (isCard ? count is < CardReading.MinDigits or > CardReading.MaxDigits : count < FewestForTail)
        {
            return (0, 0);
        }

        var hasHead = isCard && format == MaskFormat.FirstSixLastFour && count >= FewestDigitsWithHead;
        return (hasHead ? HeadDigits : 0, TailDigits);
    }
}
