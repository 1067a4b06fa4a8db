namespace ContactCenter.Redaction;

/// <summary>Reads a number that only its surroundings make a card number.</summary>
internal static class SuspectReading
{
    private const int MostGroups = 6;
    private const int UsualDigits = 16;
    private const int FewestAnswered = 13;
    private const int MostRunOn = 24;

    /// <summary>The number that begins with the digits there, if it is believed to be a card's.</summary>
    public static CardSpan From(ReadOnlySpan<char> text, int start, bool isAboutCards)
    {
        var end = DigitRuns.EndOf(text, start);
        var digits = end - start;
        var grouping = new CardGrouping();
        grouping.AddGroup(digits);
        if (digits < CardReading.MinDigits)
        {
            (end, digits) = Join(text, end, digits, ref grouping);
        }

        if (digits is < CardReading.MinDigits or > MostRunOn
            || (digits > CardReading.MaxDigits && !RunsOn(text, start))
            || CardMask.IsTail(text, start)
            || (start > 0 && text[start - 1] is '+' or '*' or '$' or '€')
            || (start > 1 && text[start - 1] is '.' or ',' && char.IsAsciiDigit(text[start - 2])))
        {
            return default;
        }

        var span = new CardSpan(start, end, Confidence.Medium);
        if (Neighbours.AreOneId(text, span) || Neighbours.AreLink(text, start))
        {
            return default;
        }

        return IsBelieved(text, span, digits, grouping, isAboutCards) ? span : default;
    }

    private static bool IsBelieved(
        ReadOnlySpan<char> text, CardSpan span, int digits, in CardGrouping grouping, bool isAboutCards)
    {
        switch (Surroundings.NameOf(text, span))
        {
            case NumberName.CardNumber:
                return grouping.IsSolid || digits >= FewestAnswered;
            case NumberName.Card:
                return digits > CardReading.MaxDigits
                    || (digits == UsualDigits && (grouping.IsFours || IsBankCard(text, span) || isAboutCards))
                    || (!grouping.IsSolid && digits is UsualDigits - 1 or UsualDigits + 1
                        && IsNearlyACard(text, span, digits));
            case NumberName.None when isAboutCards:
                return grouping.IsSolid
                    ? digits == UsualDigits || (digits >= FewestAnswered && IsNearlyACard(text, span, digits))
                    : digits == UsualDigits;
            default:
                return false;
        }
    }

    // A card's number, and without a gap its expiry or the last digits of something else.
    private static bool RunsOn(ReadOnlySpan<char> text, int start) =>
        LuhnSum.Of(text.Slice(start, UsualDigits)) is { IsValid: true, Varies: true }
        && IssuerRanges.ConfidenceOf(IssuerRanges.PrefixAt(text, start), UsualDigits) == Confidence.High;

    // The major industry digits of travel and of banks (ISO/IEC 7812-1), or a range that is known.
    private static bool IsBankCard(ReadOnlySpan<char> text, CardSpan span) =>
        text[span.Start] is >= '3' and <= '6'
        || IssuerRanges.ConfidenceOf(IssuerRanges.PrefixAt(text, span.Start), UsualDigits) is not null;

    // A digit left out or typed twice, in a number of one of the large schemes.
    private static bool IsNearlyACard(ReadOnlySpan<char> text, CardSpan span, int digits)
    {
        if (text[span.Start] is < '3' or > '5')
        {
            return false;
        }

        var prefix = IssuerRanges.PrefixAt(text, span.Start);
        for (var length = Math.Max(CardReading.MinDigits, digits - 2); length <= digits + 2; length++)
        {
            if (length <= CardReading.MaxDigits && IssuerRanges.ConfidenceOf(prefix, length) == Confidence.High)
            {
                return true;
            }
        }

        return false;
    }

    // Four groups of four are a number whatever follows. Other groups are one if they come to sixteen in all, or begin
    // as cards do: then only what people call a card number is believed to be one with a digit too few or too many.
    private static (int End, int Digits) Join(
        ReadOnlySpan<char> text, int end, int digits, ref CardGrouping grouping)
    {
        for (var groups = 1; groups < MostGroups && digits < UsualDigits; groups++)
        {
            var gap = Separators.GapAt(text, end);
            if (gap == 0)
            {
                break;
            }

            var next = end + gap;
            var last = DigitRuns.EndOf(text, next);
            grouping.AddGap(text.Slice(end, gap));
            grouping.AddGroup(last - next);
            if (!grouping.HasSameGaps)
            {
                return default;
            }

            digits += last - next;
            end = last;
        }

        if (grouping.IsFours && digits == UsualDigits)
        {
            return (end, digits);
        }

        var isUsual = digits == UsualDigits && grouping.First >= 4 && grouping.Last >= 4;
        return (isUsual || (digits >= FewestAnswered && grouping.First == 4))
            && grouping.Gap is " " or "-"
            && !Neighbours.LeadOn(text, end, grouping.Gap)
            ? (end, digits)
            : default;
    }
}
