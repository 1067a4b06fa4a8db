namespace ContactCenter.Redaction;

/// <summary>Which first digits and lengths card schemes use, and how likely such a number is to be a card.</summary>
/// <remarks>
/// Public facts: the major industry digits of ISO/IEC 7812, the ranges that the schemes publish for acquirers, and for
/// domestic schemes the ranges they announce; as of November 2026. Four digits are enough, since neighbouring ranges
/// have the same lengths. A change here is a change of <see cref="Version"/>.
/// </remarks>
internal static class IssuerRanges
{
    public const string Version = "2";

    public const int PrefixDigits = 4;

    // Two bits for each length from 12 to 19: 0 does not exist, else 1 + the confidence.
    private static readonly ushort[] Lengths = Build();

    /// <summary>Whether any scheme issues numbers with that first digit.</summary>
    public static bool MayBegin(char digit) => digit is not ('0' or '7');

    /// <summary>Whether any scheme issues numbers that begin so.</summary>
    public static bool Has(int prefix) => Lengths[prefix] != 0;

    /// <summary>How likely a number of that many digits is a card, before anybody looks around it.</summary>
    public static Confidence? ConfidenceOf(int prefix, int digits)
    {
        var level = (Lengths[prefix] >> Shift(digits)) & 3;
        return level == 0 ? null : (Confidence)(level - 1);
    }

    /// <summary>Whether that scheme has numbers without a check digit.</summary>
    public static bool MayFailLuhn(int prefix) => prefix is >= 6200 and <= 6299;

    /// <summary>The first digits of a number, whatever parts them.</summary>
    public static int PrefixAt(ReadOnlySpan<char> text, int start)
    {
        var (prefix, count) = (0, 0);
        for (var i = start; count < PrefixDigits; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                prefix = (prefix * 10) + text[i] - '0';
                count++;
            }
        }

        return prefix;
    }

    private static ushort[] Build()
    {
        var lengths = new ushort[10_000];
        void Range(int first, int last, ReadOnlySpan<int> high, ReadOnlySpan<int> medium, ReadOnlySpan<int> low)
        {
            ushort mask = 0;
            foreach (var digits in high)
            {
                mask |= (ushort)(3 << Shift(digits));
            }

            foreach (var digits in medium)
            {
                mask |= (ushort)(2 << Shift(digits));
            }

            foreach (var digits in low)
            {
                mask |= (ushort)(1 << Shift(digits));
            }

            lengths.AsSpan(first, last - first + 1).Fill(mask);
        }

        // From the wide to the narrow: a later row replaces what an earlier one said.
        Range(1000, 1999, [], [], [15]);                        // UATP
        Range(1946, 1946, [], [], [15, 16]);                    // GPN
        Range(1800, 1800, [], [15], []);                        // JCB, before it had 16 digits
        Range(2131, 2131, [], [15], []);
        Range(2200, 2204, [16], [19], [17, 18]);                // Mir
        Range(2205, 2205, [], [16], []);                        // BORICA, PayPak
        Range(2221, 2720, [16], [], []);                        // Mastercard, 2-series
        Range(3000, 3059, [14], [16, 19], [15, 17, 18]);        // Diners Club
        Range(3095, 3095, [14], [16, 19], [15, 17, 18]);
        Range(3400, 3499, [15], [], []);                        // American Express
        Range(3528, 3589, [16], [19], [17, 18]);                // JCB
        Range(3600, 3699, [14], [16, 19], [15, 17, 18]);        // Diners Club
        Range(3700, 3799, [15], [], []);                        // American Express
        Range(3800, 3999, [14], [16, 19], [15, 17, 18]);        // Diners Club, Hipercard
        Range(4000, 4999, [16], [19], [13]);                    // Visa
        Range(5000, 5099, [], [16], [12, 13, 14, 15, 17, 18, 19]);      // Maestro, Elo, RuPay, Meeza, Dankort
        Range(5060, 5061, [], [16, 19], [18]);                  // Verve
        Range(5078, 5079, [], [16, 19], [18]);
        Range(5100, 5599, [16], [], []);                        // Mastercard
        Range(5600, 5899, [], [16], [12, 13, 14, 15, 17, 18, 19]);      // Maestro
        Range(6000, 6999, [], [16], [12, 13, 14, 15, 17, 18, 19]);      // Maestro, RuPay, Elo, Hipercard, InterPayment
        foreach (var maestro in (ReadOnlySpan<int>)[5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763])
        {
            Range(maestro, maestro, [], [12, 13, 14, 15, 16, 17, 18, 19], []);
        }

        Range(6011, 6011, [16], [19], [17, 18]);                // Discover
        Range(6200, 6299, [16], [19], [14, 15, 17, 18]);        // UnionPay
        Range(6440, 6599, [16], [19], [17, 18]);                // Discover, Elo, RuPay, Troy
        Range(8100, 8171, [], [16, 19], [17, 18]);              // UnionPay, RuPay
        Range(8172, 8299, [], [16], []);                        // RuPay
        Range(8600, 8600, [], [16], []);                        // Uzcard
        Range(9000, 9999, [], [16], []);                        // nationally assigned: Korean local cards
        Range(9704, 9704, [], [16, 19], []);                    // NAPAS
        Range(9792, 9792, [16], [], []);                        // Troy
        Range(9860, 9860, [], [16], []);                        // Humo
        return lengths;
    }

    private static int Shift(int digits) => (digits - CardReading.MinDigits) * 2;
}
