using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ContactCenter.Redaction;

/// <summary>Reads a stretch of digits from group to group, and says which groups, if any, are a card number.</summary>
/// <remarks>
/// Groups are read once, ahead of where a number may begin; sums at their ends make the check of any number one
/// subtraction. What stands around it is looked at only when issuer, length and check digit are right.
/// </remarks>
internal ref struct CardReading
{
    public const int MinDigits = 12;
    public const int MaxDigits = 19;

    // A power of two, and more groups than a number can have: those read ahead do not overrun the one that is judged.
    private const int RoomForGroups = 32;

    private readonly ReadOnlySpan<char> _text;
    private Room _groups;
    private int _limit;
    private int _read;
    private int _next;
    private int _first;
    private int _reach;
    private int _linked;

    public CardReading(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Where the next group begins; -1 after the last.</summary>
    public int Start => IsRead(_first) ? GroupAt(_first).Start : -1;

    /// <summary>Whether as many digits as a number has stood together so far.</summary>
    public bool HasEnough { get; private set; }

    /// <summary>How many stood in one piece at most so far.</summary>
    public int LongestRun { get; private set; }

    /// <summary>Whether any group so far may be an expiry or a code, or part of a number other than by fours.</summary>
    public bool HasFew { get; private set; }

    /// <summary>Whether any number so far had an issuer, a length and a check digit as a card's.</summary>
    public bool HasValid { get; private set; }

    /// <summary>Whether any run of digits so far was such a number with its expiry.</summary>
    public bool HasRunOn { get; private set; }

    /// <summary>Whether there is such a number in a text.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        var reading = new CardReading(text);
        for (var from = 0; DigitClusters.TryNext(text, from, out var start, out from);)
        {
            reading.Begin(start, from);
            while (!reading.HasValid && reading.Start >= 0)
            {
                _ = reading.Next();
            }
        }

        return reading.HasValid;
    }

    /// <summary>Goes on to another stretch.</summary>
    public void Begin(int start, int end)
    {
        (_next, _limit) = (start, end);

        // Before the first group there is one of nothing.
        GroupAt(_read++) = new DigitGroup { IsLast = true };
        _first = _read;
    }

    /// <summary>The best card number that begins with the next group; then the group after it is the next.</summary>
    public CardSpan Next()
    {
        var best = default(CardSpan);
        if (!TryReach())
        {
            // Nor can it from any of the groups up to there.
            _first = _reach + 1;
            return best;
        }

        ref var start = ref GroupAt(_first);
        var prefix = IssuerRanges.MayBegin(_text[start.Start]) ? PrefixAt(start) : -1;
        if (prefix >= 0 && IssuerRanges.Has(prefix))
        {
            ref var before = ref GroupAt(_first - 1);
            for (var index = _reach; IsRead(index); index++)
            {
                ref var group = ref GroupAt(index);
                var digits = group.Count - before.Count;
                if (digits > MaxDigits)
                {
                    break;
                }

                if (IssuerRanges.ConfidenceOf(prefix, digits) is { } usual
                    && (group.IsValidSince(before) || IssuerRanges.MayFailLuhn(prefix))
                    && Judge(index, usual, digits) is { } confidence
                    && (confidence > Confidence.Low || best.Confidence == Confidence.Low))
                {
                    // Of two good readings the longer one shows fewer digits, whichever is right.
                    best = new CardSpan(
                        start.Start, group.End, best.Confidence > confidence ? best.Confidence : confidence);
                }

                if (group.IsLast)
                {
                    break;
                }
            }
        }

        _first++;
        return best;
    }

    // Finds the group at whose end there are enough digits for a number; the last of those together, if there are not.
    private bool TryReach()
    {
        var before = GroupAt(_first - 1).Count;
        for (_reach = Math.Max(_reach, _first); IsRead(_reach); _reach++)
        {
            ref var group = ref GroupAt(_reach);
            if (group.Count - before >= MinDigits)
            {
                return true;
            }

            if (group.IsLast)
            {
                break;
            }
        }

        return false;
    }

    // Of a number whose issuer has numbers of that length, and whose check digit is right or need not be.
    private Confidence? Judge(int last, Confidence usual, int digits)
    {
        ref var end = ref GroupAt(last);
        var isValid = end.IsValidSince(GroupAt(_first - 1));
        HasValid |= isValid;
        var start = GroupAt(_first).Start;
        if (!Varies(_text[start..end.End])
            || (!(isValid && usual == Confidence.High)
                && (CardMask.IsTail(_text, start) || CardMask.IsHead(_text, end.Start, end.End))))
        {
            return null;
        }

        var grouping = new CardGrouping();
        for (var index = _first; index <= last; index++)
        {
            ref var group = ref GroupAt(index);
            if (index > _first)
            {
                grouping.AddGap(_text[GroupAt(index - 1).End..group.Start]);
            }

            grouping.AddGroup(group.Length);
        }

        // The group after the first knows how many fours lead up to the number with the gap that it goes on with.
        grouping.FoursBefore = last > _first ? Math.Max(0, GroupAt(_first + 1).Fours - 2) : 0;

        // Some UnionPay numbers have no check digit. Written in fours they are worth a strict floor's attention.
        return isValid
            ? CardEvidence.Weigh(_text, new CardSpan(start, end.End, usual), digits, grouping)
            : grouping.IsFours ? Confidence.Low : null;
    }

    // Sixteen zeros have a good sum.
    private static bool Varies(ReadOnlySpan<char> number)
    {
        foreach (var character in number)
        {
            if (character != number[0] && char.IsAsciiDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    // The first digits, from one group or several; -1 when there are too few.
    private int PrefixAt(in DigitGroup start)
    {
        if (start.Length >= IssuerRanges.PrefixDigits)
        {
            var digits = _text.Slice(start.Start, IssuerRanges.PrefixDigits);
            return (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3] - ('0' * 1111);
        }

        var (prefix, count) = (0, 0);
        for (var index = _first; IsRead(index); index++)
        {
            ref var group = ref GroupAt(index);
            for (var i = group.Start; i < group.End; i++)
            {
                prefix = (prefix * 10) + _text[i] - '0';
                if (++count == IssuerRanges.PrefixDigits)
                {
                    return prefix;
                }
            }

            if (group.IsLast)
            {
                break;
            }
        }

        return -1;
    }

    private bool IsRead(int index) => index < _read || ReadOn();

    private bool ReadOn()
    {
        var text = _text[.._limit];
        var start = DigitRuns.Next(text, Math.Min(_next, text.Length));
        if (start < 0)
        {
            _next = text.Length;
            return false;
        }

        ref var before = ref GroupAt(_read - 1);

        // In one sum the last digit counts double, in the other the one before it.
        var (last, other) = (before.Count & 1) == 0
            ? (before.OddDoubled, before.EvenDoubled)
            : (before.EvenDoubled, before.OddDoubled);
        var end = start;
        for (; end < text.Length && (uint)(text[end] - '0') <= 9; end++)
        {
            var digit = text[end] - '0';
            (last, other) = (other + Doubled[digit], last + digit);
        }

        var count = before.Count + end - start;
        _linked = (before.IsLast ? 0 : _linked) + end - start;
        HasEnough |= _linked >= MinDigits;
        LongestRun = Math.Max(LongestRun, end - start);
        HasFew |= (end - start) % 4 != 0 || (end - start == 4 && text[start] <= '1');
        if (end - start >= RunOnCard.Fewest && RunOnCard.At(_text, start, end) is not null)
        {
            (HasRunOn, HasValid) = (true, true);
        }

        var fours = FoursAt(before, start, end);
        var gap = Separators.GapAt(_text, end);
        GroupAt(_read++) = new DigitGroup
        {
            Start = start,
            End = end,
            Count = count,
            Fours = fours,
            EvenDoubled = (count & 1) == 0 ? other : last,
            OddDoubled = (count & 1) == 0 ? last : other,
            IsLast = gap == 0,
        };
        _next = end + gap;
        return true;
    }

    private int FoursAt(in DigitGroup before, int start, int end)
    {
        if (end - start != 4)
        {
            return 0;
        }

        if (before.IsLast || before.Fours == 0)
        {
            return 1;
        }

        var earlier = GroupAt(_read - 2);
        return before.Fours == 1 || _text[earlier.End..before.Start].SequenceEqual(_text[before.End..start])
            ? before.Fours + 1
            : 2;
    }

    [UnscopedRef]
    private ref DigitGroup GroupAt(int index) => ref _groups[index & (RoomForGroups - 1)];

    private static ReadOnlySpan<byte> Doubled => [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

    [InlineArray(RoomForGroups)]
    private struct Room
    {
        private DigitGroup _group;
    }
}
