namespace ContactCenter.Redaction;

/// <summary>Walks over the card numbers of a text and reads the expiry and the code behind each of them.</summary>
internal ref struct BehindCards(ReadOnlySpan<char> text)
{
    public const int WorkPerNumber = 64;

    // The least there is to find: a number and three digits.
    private const int FewestDigits = CardReading.MinDigits + 3;
    private const int DigitsOfAmericanExpress = 15;

    // A bit for each number of digits that a card can have.
    private const uint Lengths = (1u << (CardReading.MaxDigits + 1)) - (1u << CardReading.MinDigits);

    private const uint CardOrPart = (1u << (CardReading.MaxDigits + 1)) - 1;
    private const uint AmericanExpress = 1u << DigitsOfAmericanExpress;

    private readonly ReadOnlySpan<char> _text = text;
    private int _next = FewDigits.HaveAtLeast(text, FewestDigits) ? 0 : text.Length;

    // A bit for each number of digits that leads back from here to where a card number may begin.
    private uint _counts;

    public BehindCard Current { get; private set; }

    public readonly BehindCards GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _text.Length && DigitRuns.Next(_text, _next) is var start and >= 0)
        {
            _next = DigitRuns.EndOf(_text, start);
            var length = _next - start;
            _counts = length > CardReading.MaxDigits ? 0 : ((_counts << length) | (1u << length)) & CardOrPart;
            var gap = Separators.GapAt(_text, _next);

            // What could stand behind a card is rarer than what could be one, and sooner seen.
            if (gap > 0
                && (_counts & Lengths) != 0
                && (_counts & CountsBefore(_next + gap)) != 0
                && DigitsOfCard(_text, _next) is var digits and > 0)
            {
                Current = Read(_text, _next, digits);
                return true;
            }

            _counts = gap == 0 ? 0 : _counts;
        }

        return false;
    }

    // How many digits the card may have behind which that number stands as its expiry or its code.
    private readonly uint CountsBefore(int start)
    {
        var digits = DigitRuns.EndOf(_text, start) - start;
        return digits == 3 ? Lengths
            : digits is 0 or > 4 ? 0
            : ExpiryShape.EndBehindCard(_text, start) > 0 ? Lengths
            : digits == 4 ? AmericanExpress
            : 0;
    }

    /// <summary>What stands behind a number of so many digits that ends there.</summary>
    public static BehindCard Read(ReadOnlySpan<char> text, int cardEnd, int digits)
    {
        var first = cardEnd + Separators.GapAt(text, cardEnd);
        return first == cardEnd ? default : ReadAt(text, first, digits);
    }

    /// <summary>What begins there, if it belongs to a number of so many digits.</summary>
    public static BehindCard ReadAt(ReadOnlySpan<char> text, int first, int digits)
    {
        if (ExpiryShape.EndBehindCard(text, first) is var expiryEnd and > 0)
        {
            var code = expiryEnd + Separators.GapAt(text, expiryEnd);
            var codeEnd = code == expiryEnd ? 0 : CodeEnd(text, code, digits);
            if (codeEnd == 0 && expiryEnd - first == 4 && DigitRuns.EndOf(text, code) - code >= 4 && code > expiryEnd)
            {
                // Four digits and again four: all of it is some longer number.
                return default;
            }

            return codeEnd > 0 && FewDigits.EndsAt(text, codeEnd)
                ? new BehindCard(first, expiryEnd, code, codeEnd)
                : new BehindCard(first, expiryEnd, 0, 0);
        }

        // Some write the code first.
        var end = CodeEnd(text, first, digits);
        if (end == 0)
        {
            return default;
        }

        var date = end + Separators.GapAt(text, end);
        if (date > end && ExpiryShape.EndBehindCard(text, date) is var dateEnd and > 0)
        {
            return new BehindCard(date, dateEnd, first, end);
        }

        return FewDigits.EndsAt(text, end) ? new BehindCard(0, 0, first, end) : default;
    }

    /// <summary>Where the code ends that begins there, of a number of so many digits; 0 when none does.</summary>
    /// <remarks>American Express has numbers of 15 digits and codes of four.</remarks>
    public static int CodeEnd(ReadOnlySpan<char> text, int start, int digits)
    {
        var end = DigitRuns.EndOf(text, start);
        return end - start == 3 || (end - start == 4 && digits == DigitsOfAmericanExpress) ? end : 0;
    }

    // A list of equal groups that is longer than a card number is none.
    private static bool IsInList(ReadOnlySpan<char> text, int start)
    {
        var group = DigitRuns.EndOf(text, start) - start;
        var before = start - Separators.GapBefore(text, start);
        if (before == start || before < group)
        {
            return false;
        }

        return !text[(before - group)..before].ContainsAnyExceptInRange('0', '9')
            && (before == group || !char.IsAsciiDigit(text[before - group - 1]));
    }

    /// <summary>How many digits the card number has that ends there; 0 when none does.</summary>
    public static int DigitsOfCard(ReadOnlySpan<char> text, int end)
    {
        // Backwards: the check sum of ISO/IEC 7812-1 counts from the right.
        var (sum, count, prefix, seen) = (0, 0, 0, 0);
        for (var i = end - 1; i >= 0 && count < CardReading.MaxDigits; i--)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                var gap = Separators.GapBefore(text, i + 1);
                i -= gap;
                if (gap == 0 || i < 0)
                {
                    return 0;
                }
            }

            var digit = text[i] - '0';
            sum += count % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
            prefix = (digit * 1000) + (prefix / 10);
            seen |= 1 << digit;
            count++;
            if (count >= CardReading.MinDigits
                && sum % 10 == 0
                && (seen & (seen - 1)) != 0
                && (i == 0 || !char.IsAsciiDigit(text[i - 1]))
                && !IsInList(text, i)
                && IssuerRanges.ConfidenceOf(prefix, count) is not null)
            {
                return count;
            }
        }

        return 0;
    }
}
