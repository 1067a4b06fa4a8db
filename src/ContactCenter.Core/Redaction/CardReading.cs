namespace ContactCenter.Redaction;

/// <summary>Reads digits across groups, and says which stretch of them, if any, is a card number.</summary>
internal static class CardReading
{
    public const int MinDigits = 12;
    public const int MaxDigits = 19;

    /// <summary>The best card number that begins with the group of digits at <paramref name="start"/>.</summary>
    public static CardSpan BestFrom(ReadOnlySpan<char> text, int start)
    {
        var best = default(CardSpan);
        if (!IssuerRanges.MayBegin(text[start]) || CardMask.IsTail(text, start))
        {
            return best;
        }

        var grouping = new CardGrouping();
        var luhn = default(LuhnSum);
        var prefix = 0;
        for (var i = start; ;)
        {
            var group = i;
            for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
            {
                if (luhn.Count == MaxDigits)
                {
                    return best;
                }

                var digit = text[i] - '0';
                luhn.Add(digit);
                prefix = luhn.Count <= IssuerRanges.PrefixDigits ? (prefix * 10) + digit : prefix;
                if (luhn.Count == IssuerRanges.PrefixDigits && !IssuerRanges.Has(prefix))
                {
                    return best;
                }
            }

            if (CardMask.IsHead(text, group, i))
            {
                return best;
            }

            grouping.AddGroup(i - group);
            if (Judge(text, new CardSpan(start, i, default), prefix, luhn, grouping) is { } confidence
                && (confidence > Confidence.Low || best.Confidence == Confidence.Low))
            {
                // Of two good readings the longer one shows fewer digits, whichever is right.
                best = new CardSpan(start, i, best.Confidence > confidence ? best.Confidence : confidence);
            }

            var gap = Separators.GapAt(text, i);
            if (gap == 0)
            {
                return best;
            }

            grouping.AddGap(text.Slice(i, gap));
            if (!grouping.MayBecomePrinted
                && (!grouping.HasSameGaps || (grouping.Count == 1 && Neighbours.LeadUp(text, start, grouping.Gap))))
            {
                // Whatever follows would be refused, and a hostile text must not make every start read on to the end.
                return best;
            }

            i += gap;
        }
    }

    private static Confidence? Judge(
        ReadOnlySpan<char> text, CardSpan span, int prefix, LuhnSum luhn, in CardGrouping grouping)
    {
        if (luhn.Count < MinDigits
            || !luhn.Varies
            || IssuerRanges.ConfidenceOf(prefix, luhn.Count) is not { } confidence)
        {
            return null;
        }

        if (!luhn.IsValid)
        {
            // Some UnionPay numbers have no check digit. Written in fours they are worth a strict floor's attention.
            return IssuerRanges.MayFailLuhn(prefix) && grouping.IsFours ? Confidence.Low : null;
        }

        return CardEvidence.Weigh(text, span with { Confidence = confidence }, luhn.Count, grouping);
    }
}
