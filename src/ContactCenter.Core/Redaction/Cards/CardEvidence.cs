namespace ContactCenter.Redaction;

/// <summary>Weighs a number that could be a card's by how it is grouped and by what stands around it.</summary>
internal static class CardEvidence
{
    private const int GroupsOfACard = 4;

    // A fraction or an id has at least this many digits in one run, a group of a card has not.
    private const int LongRun = 9;
    private const int TooLongForAGroup = 13;

    // E.164: no telephone number has more digits.
    private const int MostPhoneDigits = 15;

    /// <summary>How sure one can be of the number, or nothing when it must be something else.</summary>
    public static Confidence? Weigh(ReadOnlySpan<char> text, CardSpan span, int digits, in CardGrouping grouping)
    {
        if (IsPhone(text, span, digits) || IsPartOfId(text, span, grouping) || Iban.Covers(text, span))
        {
            return null;
        }

        var confidence = IsFraction(text, span.Start, grouping) ? null : WeighShape(text, span, digits, grouping);
        if (confidence == Confidence.High || (confidence != Confidence.Medium && !IsWhole(text, span, grouping)))
        {
            return confidence;
        }

        // In doubt counts what people say that it is.
        return Surroundings.NameOf(text, span) switch
        {
            NumberName.CardNumber when confidence == Confidence.Medium => Confidence.High,
            NumberName.Card or NumberName.CardNumber => Confidence.Medium,
            _ => confidence,
        };
    }

    private static bool IsWhole(ReadOnlySpan<char> text, CardSpan span, in CardGrouping grouping) =>
        grouping.IsSolid
        || (grouping.HasSameGaps
            && !Neighbours.LeadOn(text, span.End, grouping.Gap)
            && !Neighbours.LeadUp(text, span.Start, grouping.Gap));

    private static Confidence? WeighShape(ReadOnlySpan<char> text, CardSpan span, int digits, in CardGrouping grouping)
    {
        if (grouping.IsSolid)
        {
            // Hardly any issuer has thirteen digits left, and every shop has: on what it sells.
            if (digits == CardReading.MinDigits + 1 && span.Confidence == Confidence.Low && text[span.Start] == '4'
                && !Neighbours.AreLink(text, span.Start))
            {
                return Barcode.IsEan(text[span.Start..span.End]) ? Confidence.Low : Confidence.Medium;
            }

            // Links are full of long ids; only the ranges of the large schemes are rare enough there.
            return span.Confidence < Confidence.High && Neighbours.AreLink(text, span.Start)
                ? Confidence.Low
                : span.Confidence;
        }

        return grouping.IsPrinted ? WeighPrinted(text, span, digits, grouping) : WeighCounted(text, span, grouping);
    }

    // A list of four-digit numbers is full of numbers with a good check sum. Cards come in whole fours of fours.
    private static Confidence? WeighPrinted(
        ReadOnlySpan<char> text, CardSpan span, int digits, in CardGrouping grouping)
    {
        // Only thirteen digits in print make up for a length that hardly exists any more.
        var confidence = digits == CardReading.MinDigits + 1 ? Confidence.Medium : span.Confidence;
        if (!grouping.IsFours && grouping.HasSameGaps && Neighbours.LeadUp(text, span.Start, grouping.Gap))
        {
            return grouping.FoursBefore is 1 or 2 or 3 ? null : Lower(confidence);
        }

        if (!grouping.HasSameGaps || grouping.First != GroupsOfACard)
        {
            return confidence;
        }

        if (grouping.FoursBefore % GroupsOfACard != 0)
        {
            var behind = text[Math.Min(text.Length, span.End + grouping.Gap.Length)..];
            return Neighbours.LeadOn(text, span.End, grouping.Gap) && !(IsExpiry(behind) && IsYear(behind[2..]))
                ? Confidence.Low
                : Lower(confidence);
        }

        var after = Neighbours.FoursAfter(text, span.End, grouping.Gap);
        return after % GroupsOfACard == 0 || IsExpiry(text[(span.End + grouping.Gap.Length)..]) ? confidence
            : after == 1 ? Lower(confidence)
            : Confidence.Low;
    }

    // Groups of no known shape must at least be of one piece: same gaps, in one line, and not part of a longer list.
    private static Confidence? WeighCounted(ReadOnlySpan<char> text, CardSpan span, in CardGrouping grouping)
    {
        var gap = grouping.Gap;
        if (grouping.IsPaced && !grouping.HasSameGaps)
        {
            return Lower(span.Confidence);
        }

        if (!grouping.HasSameGaps
            || grouping.First >= TooLongForAGroup
            || grouping.Last >= TooLongForAGroup
            || IsAmount(grouping)
            || Neighbours.Bind(text, span, gap)
            || Neighbours.LeadUp(text, span.Start, gap))
        {
            return null;
        }

        if (Neighbours.LeadOn(text, span.End, gap))
        {
            // Two or three large groups with the expiry behind them, all with the same gap.
            return grouping.IsEven && grouping.First > GroupsOfACard ? Lower(span.Confidence) : null;
        }

        // Numbers below each other are a column of something unless they are counted off.
        return grouping.IsEven && grouping.First != 2 ? span.Confidence
            : gap.ContainsAny('\n', '\r') && grouping.Count == 2 && grouping.First < GroupsOfACard ? null
            : Lower(span.Confidence);
    }

    private static Confidence Lower(Confidence confidence) =>
        confidence == Confidence.High ? Confidence.Medium : Confidence.Low;

    // Month and year, as they follow the number on the card.
    private static bool IsExpiry(ReadOnlySpan<char> digits) =>
        digits is ['0', >= '1' and <= '9', ..] or ['1', >= '0' and <= '2', ..];

    // Of the next years: cards are not given for decades.
    private static bool IsYear(ReadOnlySpan<char> digits) =>
        digits is ['2', >= '0' and <= '9', ..] or ['3', >= '0' and <= '3', ..];

    private static bool IsAmount(in CardGrouping grouping) =>
        grouping.IsThousands && (grouping.Gap is "," or "." or "'" || grouping.First < 3);

    private static bool IsFraction(ReadOnlySpan<char> text, int start, in CardGrouping grouping) =>
        (grouping.Count == 2 && grouping.Gap is "." or "," && grouping.Last >= LongRun)
        || (grouping.First >= LongRun && start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]))
        || (grouping.First >= LongRun && start > 1 && text[start - 1] == ',' && text[start - 2] == '0');

    // Unless it is called what it is.
    private static bool IsPhone(ReadOnlySpan<char> text, CardSpan span, int digits) =>
        digits <= MostPhoneDigits && span.Start > 0 && text[span.Start - 1] == '+'
        && Surroundings.NameOf(text, span) != NumberName.CardNumber;

    // Letters without a space make an id of most numbers, but of none that is called a card or printed as on one.
    private static bool IsPartOfId(ReadOnlySpan<char> text, CardSpan span, in CardGrouping grouping) =>
        Neighbours.AreOneId(text, span)
        && !(span.Confidence == Confidence.High && grouping is { IsFours: true, Gap: " " })
        && Surroundings.NameOf(text, Neighbours.TokenAround(text, span))
            is not (NumberName.Card or NumberName.CardNumber);
}
