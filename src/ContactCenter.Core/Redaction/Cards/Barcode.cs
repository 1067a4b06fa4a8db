namespace ContactCenter.Redaction;

/// <summary>Knows the number on what a shop sells, which has as many digits as an old card number.</summary>
internal static class Barcode
{
    /// <summary>Whether thirteen digits have the check digit of an EAN-13 (ISO/IEC 15420): weights 1 and 3.</summary>
    public static bool IsEan(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum % 10 == 0;
    }
}
