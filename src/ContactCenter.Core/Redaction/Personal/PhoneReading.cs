namespace ContactCenter.Redaction;

/// <summary>Reads a telephone number group by group, and says what numbering plan it fits.</summary>
/// <remarks>The rules of length and first digits are those of the plans: NANP, the Korean one, and E.164.</remarks>
internal ref struct PhoneReading
{
    public const int MostDigits = 15;
    private const int FewestDigits = 7;
    private const int MostGroups = 8;
    private const int MostGap = 2;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<int> _ends;

    /// <summary>Reads on from the first digit, a bracket or a plus.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">The first character.</param>
    /// <param name="ends">Room for the end of each group.</param>
    public PhoneReading(ReadOnlySpan<char> text, int start, Span<int> ends)
    {
        _text = text;
        _ends = ends;
        Start = start;
        HasPlus = text[start] == '+';
        Read(start + (HasPlus ? 1 : 0));
    }

    public static int Room => MostGroups;

    public int Start { get; }

    public bool HasPlus { get; }

    public int Groups { get; private set; }

    /// <summary>How many digits there are up to the end of a group.</summary>
    public readonly int DigitsTo(int group) => FewDigits.Count(_text, Start, _ends[group]);

    /// <summary>Where the number ends if a plan knows it; -1 when none does. The longest reading counts.</summary>
    public readonly int EndOfPlanned(out Confidence confidence)
    {
        for (var group = Groups - 1; group >= 0; group--)
        {
            if (PlanOf(group) is { } fits && IsFree(_ends[group]))
            {
                confidence = fits;
                return _ends[group];
            }
        }

        confidence = default;
        return -1;
    }

    /// <summary>Where the number ends if somebody says that it is one; -1 when it is too short.</summary>
    public readonly int EndOfNamed()
    {
        for (var group = Groups - 1; group >= 0; group--)
        {
            if (DigitsTo(group) is >= FewestDigits and <= MostDigits && IsFree(_ends[group]))
            {
                return _ends[group];
            }
        }

        return -1;
    }

    private void Read(int place)
    {
        var digits = 0;
        while (Groups < MostGroups)
        {
            var first = place;
            while (first < _text.Length && first - place < MostGap + 1 && IsGap(_text[first]))
            {
                first++;
            }

            var end = first < _text.Length ? DigitRuns.EndOf(_text, first) : first;
            digits += end - first;
            if (end == first || (Groups > 0 && first == place) || digits > MostDigits)
            {
                return;
            }

            _ends[Groups++] = end;
            place = end;
        }
    }

    private readonly Confidence? PlanOf(int group)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        foreach (var character in _text[Start.._ends[group]])
        {
            if (char.IsAsciiDigit(character))
            {
                digits[count++] = character;
            }
        }

        ReadOnlySpan<char> number = digits[..count];
        var isGrouped = group > 0;
        if (HasPlus)
        {
            return number switch
            {
                ['1', ..] => IsAmerican(number[1..]) ? Confidence.High : null,
                ['8', '2', ..] => IsKorean(number[(number is [_, _, '0', ..] ? 3 : 2)..]) ? Confidence.High : null,
                ['0', ..] => null,
                _ => count >= 8 ? Confidence.High : null,
            };
        }

        if (number is ['0', ..] && IsKorean(number[1..]))
        {
            return isGrouped ? IsGroupedLike(group, 4) ? Confidence.High : null
                : number[1] == '1' ? Confidence.High
                : Confidence.Low;
        }

        var national = number is ['1', ..] && count == 11 ? number[1..] : number;
        return !IsAmerican(national) ? null
            : !isGrouped ? Confidence.Low
            : !IsGroupedLike(group, 4) || !HasThrees(group) ? null
            : Confidence.High;
    }

    // The last group has four digits.
    private readonly bool IsGroupedLike(int group, int last) => LengthOf(group) == last;

    private readonly bool HasThrees(int group) =>
        group >= 2 && LengthOf(group - 1) == 3 && LengthOf(group - 2) == 3;

    private readonly int LengthOf(int group)
    {
        var length = 0;
        for (var i = _ends[group] - 1; i >= Start && char.IsAsciiDigit(_text[i]); i--)
        {
            length++;
        }

        return length;
    }

    // Area, exchange, four digits: neither an area nor an exchange begins with 0 or 1 or ends in 11.
    private static bool IsAmerican(ReadOnlySpan<char> number) =>
        number.Length == 10 && IsExchange(number[..3]) && number[1] != '9' && IsExchange(number[3..6]);

    private static bool IsExchange(ReadOnlySpan<char> three) => three[0] >= '2' && three is not [_, '1', '1'];

    // Without the leading 0: mobile, Seoul, the provinces, internet and personal numbers.
    private static bool IsKorean(ReadOnlySpan<char> number) => number switch
    {
        ['1', '0', ..] => number.Length is 9 or 10,
        ['1', '1' or '6' or '7' or '8' or '9', ..] => number.Length is 9 or 10,
        ['2', not '0', ..] => number.Length is 8 or 9,
        ['3', >= '1' and <= '3', not '0', ..] => number.Length is 9 or 10,
        ['4', >= '1' and <= '4', not '0', ..] or ['5', >= '1' and <= '5', not '0', ..] => number.Length is 9 or 10,
        ['6', >= '1' and <= '4', not '0', ..] => number.Length is 9 or 10,
        ['5', '0', >= '2' and <= '8', ..] => number.Length is 10 or 11,
        ['7', '0', ..] or ['8', '0', ..] => number.Length is 9 or 10,
        _ => false,
    };

    private readonly bool IsFree(int end) =>
        DigitPattern.IsFree(_text, Start, PhoneNumberShape.WithExtension(_text, end));

    private static bool IsGap(char character) =>
        character is ' ' or '-' or '.' or '(' or ')' or '\u00A0' or '\u2010' or '\u2011' or '\u2013' or '\u3161';
}
