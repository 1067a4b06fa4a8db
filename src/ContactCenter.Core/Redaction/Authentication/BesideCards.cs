namespace ContactCenter.Redaction;

/// <summary>
/// Finds an expiry and a code about a card number in the less usual orders: behind a number that is masked already,
/// behind the name of its holder, or the expiry in front.
/// </summary>
/// <remarks>Asked only of a text that holds a card number, or the mask of one.</remarks>
internal static class BesideCards
{
    private const int WorkPerPlace = 128;

    /// <summary>Adds what there is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCode">The codes, and not the expiries.</param>
    /// <param name="findings">Takes them.</param>
    public static void Find(ReadOnlySpan<char> text, bool isCode, ref FindingList findings)
    {
        if (!text.ContainsAny(Masks.Star, '/'))
        {
            return;
        }

        for (var end = CardMask.EndOfNext(text, 0); end > 0; end = CardMask.EndOfNext(text, end))
        {
            findings.Spend(WorkPerPlace);
            Add(BehindCards.Read(text, end, CardMask.DigitsBefore(text, end)), isCode, ref findings);
        }

        // In any other order it is told by an expiry with a stroke, which few texts have.
        for (var stroke = 0; text[stroke..].IndexOf('/') is var next and >= 0; stroke++)
        {
            findings.Spend(WorkPerPlace);
            stroke += next;
            if (StartOfExpiry(text, stroke) is var start and >= 0
                && ExpiryShape.EndBehindCard(text, start) is var end and > 0
                && end > stroke)
            {
                Add(BeforeCard(text, start, end), isCode, ref findings);
                Add(BehindName(text, start, end), isCode, ref findings);
            }
        }
    }

    /// <summary>How many digits the card number, or the mask of one, has that ends there; 0 when none does.</summary>
    public static int DigitsBefore(ReadOnlySpan<char> text, int end) =>
        CardMask.DigitsBefore(text, end) is var masked and > 0 ? masked : BehindCards.DigitsOfCard(text, end);

    private static void Add(in BehindCard card, bool isCode, ref FindingList findings)
    {
        var (start, end) = isCode ? (card.CodeStart, card.CodeEnd) : (card.ExpiryStart, card.ExpiryEnd);
        if (end > 0 && !findings.Overlap(start, end))
        {
            var isSure = card.ExpiryEnd > 0;
            findings.Add(start, end - start, isSure ? Confidence.Medium : Confidence.Low);
        }
    }

    private static int StartOfExpiry(ReadOnlySpan<char> text, int stroke)
    {
        var end = text[..stroke].TrimEnd(' ').Length;
        var start = end;
        while (start > 0 && end - start < 3 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start is 1 or 2 && FewDigits.BeginsAt(text, start, mayFollowLetters: false) ? start : -1;
    }

    // "12/28 4111111111111111 123": a day stands before a number that was charged, so only with the code behind it.
    private static BehindCard BeforeCard(ReadOnlySpan<char> text, int start, int end)
    {
        var place = end + Separators.GapAt(text, end);
        if (place == end)
        {
            return default;
        }

        for (var digits = 0; digits <= CardReading.MaxDigits && place < text.Length;)
        {
            var last = EndOfFigures(text, place);
            digits += last - place;
            if (DigitsBefore(text, last) is var card and >= CardReading.MinDigits)
            {
                var code = last + Separators.GapAt(text, last);
                var codeEnd = code == last ? 0 : BehindCards.CodeEnd(text, code, card);
                return codeEnd > 0 && FewDigits.EndsAt(text, codeEnd)
                    ? new BehindCard(start, end, code, codeEnd)
                    : default;
            }

            var gap = Separators.GapAt(text, last);
            if (gap == 0)
            {
                break;
            }

            place = last + gap;
        }

        return default;
    }

    private static int EndOfFigures(ReadOnlySpan<char> text, int place)
    {
        while (place < text.Length && WordReader.IsFigure(text[place]))
        {
            place++;
        }

        return place;
    }

    // "4111111111111111 John Smith 12/28 123".
    private static BehindCard BehindName(ReadOnlySpan<char> text, int start, int end)
    {
        if (HolderName.StartOf(text, start, out var isWritten) is var name and > 0
            && DigitsBefore(text, text[..name].TrimEnd(HolderName.Gaps).Length) is var digits and > 0)
        {
            var behind = BehindCards.ReadAt(text, start, digits);
            return behind.ExpiryEnd == end && (behind.CodeEnd > 0 || isWritten) ? behind : default;
        }

        return default;
    }
}
