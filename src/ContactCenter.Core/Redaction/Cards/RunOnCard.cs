namespace ContactCenter.Redaction;

/// <summary>
/// A card number with its expiry, and perhaps its code, that are typed in one run of digits: "41111111111111111227123".
/// </summary>
/// <remarks>
/// Of a scheme that is rare elsewhere, with a right check digit, and a month and a year behind it that a card in use
/// can bear: all of that together is rare in other long runs.
/// </remarks>
/// <param name="Start">Where it begins.</param>
/// <param name="NumberEnd">Where the number ends, and the expiry begins.</param>
/// <param name="ExpiryEnd">Where the expiry ends, and the code begins.</param>
/// <param name="End">Where the run ends.</param>
internal readonly record struct RunOnCard(int Start, int NumberEnd, int ExpiryEnd, int End)
{
    /// <summary>No shorter run is one.</summary>
    public const int Fewest = AmericanExpress + ShortExpiry;

    private const int Most = Usual + LongExpiry + 3;
    private const int Usual = 16;
    private const int AmericanExpress = 15;
    private const int ShortExpiry = 4;
    private const int LongExpiry = 6;

    private const int WorkPerRun = 32;

    /// <summary>The one that a run of digits is, if it is any.</summary>
    public static RunOnCard? At(ReadOnlySpan<char> text, int start, int end) =>
        end - start is < Fewest or > Most || start > 0 && text[start - 1] is '.' or ',' or '+' or '*' ? null
            : Of(text, start, end, Usual, codeDigits: 3) ?? Of(text, start, end, AmericanExpress, codeDigits: 4);

    /// <summary>Adds the numbers alone.</summary>
    public static void FindNumbers(ReadOnlySpan<char> text, ref FindingList findings)
    {
        foreach (var card in In(text, ref findings) ?? [])
        {
            var span = new CardSpan(card.Start, card.End, Confidence.Medium);
            if (!findings.Overlap(card.Start, card.NumberEnd)
                && !Neighbours.AreOneId(text, span)
                && !Neighbours.AreLink(text, card.Start)
                && !Iban.Covers(text, span))
            {
                findings.Add(card.Start, card.NumberEnd - card.Start, Confidence.Medium);
            }
        }
    }

    /// <summary>Adds what stands behind the numbers, where a card is spoken of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCode">The codes, and not the expiries.</param>
    /// <param name="findings">Takes them.</param>
    public static void FindBehind(in RedactionText text, bool isCode, ref FindingList findings)
    {
        // There hardly ever are any, and to look for words is dear.
        if (text.LongestRun < Fewest
            || In(text.Characters, ref findings) is not { } cards
            || !(text.Context.IsAboutCards || NumberWords.SpeakOfCards(text.Characters)))
        {
            return;
        }

        foreach (var card in cards)
        {
            var (start, end) = isCode ? (card.ExpiryEnd, card.End) : (card.NumberEnd, card.ExpiryEnd);
            if (end > start)
            {
                findings.Add(start, end - start, Confidence.Medium);
            }
        }
    }

    // All there are; null for none.
    private static List<RunOnCard>? In(ReadOnlySpan<char> text, ref FindingList findings)
    {
        List<RunOnCard>? cards = null;
        for (var start = DigitRuns.Next(text, 0); start >= 0;)
        {
            var end = DigitRuns.EndOf(text, start);
            if (end - start >= Fewest)
            {
                findings.Spend(WorkPerRun);
                if (At(text, start, end) is { } card)
                {
                    (cards ??= []).Add(card);
                }
            }

            start = DigitRuns.Next(text, end);
        }

        return cards;
    }

    private static RunOnCard? Of(ReadOnlySpan<char> text, int start, int end, int digits, int codeDigits)
    {
        var behind = end - start - digits;
        var expiry = behind == ShortExpiry || behind == ShortExpiry + codeDigits ? ShortExpiry
            : behind == LongExpiry || behind == LongExpiry + codeDigits ? LongExpiry
            : 0;
        if (expiry == 0 || !ExpiryShape.IsIn(text.Slice(start + digits, expiry)))
        {
            return null;
        }

        var number = text.Slice(start, digits);
        return LuhnSum.Of(number) is { IsValid: true, Varies: true }
            && IssuerRanges.ConfidenceOf(IssuerRanges.PrefixAt(number, 0), digits) == Confidence.High
            ? new RunOnCard(start, start + digits, start + digits + expiry, end)
            : null;
    }
}
