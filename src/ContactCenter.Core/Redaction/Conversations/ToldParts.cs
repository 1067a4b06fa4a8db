using System.Security.Cryptography;

namespace ContactCenter.Redaction;

/// <summary>The parts of a number, or of a code, that a conversation has had so far, and what they come to.</summary>
/// <remarks>Their digits are account data: in one pinned array, which is made for the first part, and wiped.</remarks>
internal sealed class ToldParts
{
    /// <summary>More digits in one message are no part but the whole.</summary>
    public const int MostDigitsOfPart = CardReading.MaxDigits - 1;

    private const int MostParts = CardReading.MaxDigits;
    private const int MostDigits = 64;

    // From here on a number that may be a card's is masked before it is complete.
    private const int EagerDigits = 8;

    private const int UsualDigits = 16;

    // More stars than two fours have, and what parts them: for digits in words, or for many more of them.
    private const int MostStars = 9;
    private const int UsualDigitsOfPart = 4;
    private const int MostDigitsOfCode = 4;

    private readonly List<Part> _parts = [];
    private byte[] _digits = [];

    /// <summary>How many parts there are.</summary>
    public int Count => _parts.Count;

    /// <summary>How many digits are held.</summary>
    public int Digits { get; private set; }

    /// <summary>How many digits have come at least, with those that were masked before anybody here saw them.</summary>
    public int Told => CountDigits(MostStars);

    /// <summary>How many have come at most.</summary>
    public int MostTold => CountDigits(int.MaxValue);

    /// <summary>Whether some of them were masked before anybody here saw them.</summary>
    public bool HasUnknown => _parts.Exists(static part => part.Stars > 0);

    /// <summary>The parts that can be read, where together they show more than the issuer; none otherwise.</summary>
    public ulong ShownTooMuch
    {
        get
        {
            var shown = 0;
            foreach (var part in _parts)
            {
                shown += part.IsHidden ? 0 : part.Digits;
            }

            return shown > Truncation.HeadDigits ? All : 0;
        }
    }

    /// <summary>Every part.</summary>
    public ulong All => (1UL << _parts.Count) - 1;

    /// <summary>Whether that message is one of the parts.</summary>
    public bool Has(Said said) => _parts.Exists(
        part => part.Said.Sequence == said.Sequence && part.Said.IsAside == said.IsAside);

    /// <summary>Where those of the parts stand that can still be read.</summary>
    public Said[] Shown(ulong parts) =>
        [.. _parts.Where((part, index) => !part.IsHidden && (parts >> index & 1) != 0).Select(part => part.Said)];

    /// <summary>They can be read no longer.</summary>
    public void Hide(ulong parts)
    {
        for (var index = 0; index < _parts.Count; index++)
        {
            if ((parts >> index & 1) != 0)
            {
                _parts[index] = _parts[index] with { IsHidden = true };
            }
        }
    }

    /// <summary>One more part; the oldest go when there are too many.</summary>
    public void Add(Said said, int at, in Fragment fragment, ReadOnlySpan<byte> digits, bool isHidden)
    {
        if (_digits.Length == 0)
        {
            _digits = GC.AllocateArray<byte>(MostDigits, pinned: true);
        }

        while (_parts.Count == MostParts || Digits + digits.Length > MostDigits)
        {
            Drop(1);
        }

        digits.CopyTo(_digits.AsSpan(Digits));
        Digits += digits.Length;
        _parts.Add(new Part(
            said, at, digits.Length, fragment.Stars, fragment.IsPrinted, fragment.IsTorn, isHidden));
    }

    /// <summary>All go once the last of them was said before that.</summary>
    public void Expire(int before)
    {
        if (_parts is [.., var last] && last.At <= before)
        {
            Clear();
        }
    }

    /// <summary>All go.</summary>
    public void Clear() => Drop(_parts.Count);

    /// <summary>The longest card number that ends with these digits.</summary>
    /// <param name="told">The digits of the message.</param>
    /// <param name="isPrinted">They stand in fours, with nothing else.</param>
    /// <param name="author">Who says them.</param>
    /// <param name="isAboutCards">A card is spoken of.</param>
    /// <param name="isAsked">Its number was asked for.</param>
    public Joined JoinNumber(
        ReadOnlySpan<byte> told, bool isPrinted, Actor author, bool isAboutCards, bool isAsked)
    {
        // Whoever repeats what they were told says it twice; what one of them says may still be one number.
        var all = JoinNumber(told, isPrinted, author, isAboutCards, isAsked, ofAuthor: false);
        return all.Exists ? all : JoinNumber(told, isPrinted, author, isAboutCards, isAsked, ofAuthor: true);
    }

    /// <summary>Whether a message has just the digits that the last four of the one before it lacks.</summary>
    public bool Mends(in Fragment fragment, Actor author) =>
        fragment.IsBare && _parts is [.., { IsTorn: true } last] && last.Said.Author == author
        && last.Digits + fragment.Digits == UsualDigits;

    /// <summary>Whether these digits, with those before them, begin as a card number and are enough to tell.</summary>
    public bool Begins(ReadOnlySpan<byte> told)
    {
        Span<byte> number = stackalloc byte[CardReading.MaxDigits];
        told.CopyTo(number[^told.Length..]);
        var (total, begins) = (told.Length, MayBegin(told));
        for (var index = _parts.Count - 1; index >= 0 && !begins && _parts[index].Stars == 0; index--)
        {
            total += _parts[index].Digits;
            if (total > CardReading.MaxDigits)
            {
                break;
            }

            DigitsOf(index).CopyTo(number[^total..]);
            begins = MayBegin(number[^total..]);
        }

        CryptographicOperations.ZeroMemory(number);
        return begins;
    }

    /// <summary>The code or expiry that ends with these digits, of what was asked for.</summary>
    public Joined JoinCode(AskedFor asked, ReadOnlySpan<byte> told, Actor author, int since)
    {
        var joined = default(Joined);
        var (total, parts) = (told.Length, 0UL);
        for (var index = _parts.Count - 1; index >= 0; index--)
        {
            var part = _parts[index];
            if (part.At <= since || part.Stars > 0 || part.Digits > MostDigitsOfCode || part.Said.Author != author)
            {
                break;
            }

            total += part.Digits;
            parts |= 1UL << index;
            if (KindOf(asked, total, DigitsOf(index)) is { } kind)
            {
                joined = new Joined(kind, parts, IsWhole: false);
            }
        }

        return joined;
    }

    private int CountDigits(int mostStars)
    {
        var told = 0;
        foreach (var part in _parts)
        {
            told += part.Digits + (part.Stars > mostStars ? UsualDigitsOfPart : part.Stars);
        }

        return told;
    }

    private static RedactionKind? KindOf(AskedFor asked, int total, ReadOnlySpan<byte> first) => total switch
    {
        3 or 4 when (asked & AskedFor.SecurityCode) != AskedFor.None => RedactionKind.SecurityCode,
        3 or 4 when (asked & AskedFor.CardExpiry) != AskedFor.None && IsMonth(first) => RedactionKind.CardExpiry,
        >= 4 and <= 6 when (asked & AskedFor.Pin) != AskedFor.None => RedactionKind.Pin,
        _ => null,
    };

    private static bool IsMonth(ReadOnlySpan<byte> digits) => digits switch
    {
        [var one] => one > 0,
        [0, > 0] or [1, <= 2] => true,
        _ => false,
    };

    private Joined JoinNumber(
        ReadOnlySpan<byte> told, bool isPrinted, Actor author, bool isAboutCards, bool isAsked, bool ofAuthor)
    {
        Span<byte> number = stackalloc byte[CardReading.MaxDigits];
        told.CopyTo(number[^told.Length..]);
        var (total, parts, joined) = (told.Length, 0UL, default(Joined));
        for (var index = _parts.Count - 1; index >= 0; index--)
        {
            var part = _parts[index];
            if (part.Said.Author != author && ofAuthor)
            {
                continue;
            }

            total += part.Digits;
            if (part.Stars > 0 || total > CardReading.MaxDigits)
            {
                break;
            }

            DigitsOf(index).CopyTo(number[^total..]);
            parts |= 1UL << index;
            isPrinted &= (part.IsPrinted || part.IsTorn) && part.Said.Author == author;
            if (ConfidenceOf(number[^total..], isPrinted) is not { } confidence)
            {
                continue;
            }

            var isBelieved = isAboutCards
                ? confidence > Confidence.Low || isAsked
                : isPrinted && total == UsualDigits && confidence == Confidence.High;
            joined = isBelieved
                ? new Joined(RedactionKind.CardNumber, parts, IsWhole: confidence == Confidence.High)
                : joined;
        }

        CryptographicOperations.ZeroMemory(number);
        return joined;
    }

    private static Confidence? ConfidenceOf(ReadOnlySpan<byte> number, bool isPrinted)
    {
        if (number.Length < CardReading.MinDigits)
        {
            return null;
        }

        var prefix = PrefixOf(number);
        return HasCheckDigit(number) || (isPrinted && IssuerRanges.MayFailLuhn(prefix))
            ? IssuerRanges.ConfidenceOf(prefix, number.Length)
            : null;
    }

    private static bool MayBegin(ReadOnlySpan<byte> digits)
    {
        if (digits.Length < EagerDigits)
        {
            return false;
        }

        var prefix = PrefixOf(digits);
        for (var length = Math.Max(CardReading.MinDigits, digits.Length); length <= CardReading.MaxDigits; length++)
        {
            if (IssuerRanges.ConfidenceOf(prefix, length) >= Confidence.Medium)
            {
                return true;
            }
        }

        return false;
    }

    private static int PrefixOf(ReadOnlySpan<byte> digits) =>
        (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];

    private static bool HasCheckDigit(ReadOnlySpan<byte> digits)
    {
        var sum = default(LuhnSum);
        foreach (var digit in digits)
        {
            sum.Add(digit);
        }

        return sum.IsValid && sum.Varies;
    }

    private ReadOnlySpan<byte> DigitsOf(int part)
    {
        var start = 0;
        for (var index = 0; index < part; index++)
        {
            start += _parts[index].Digits;
        }

        return _digits.AsSpan(start, _parts[part].Digits);
    }

    private void Drop(int count)
    {
        if (count == 0)
        {
            return;
        }

        var gone = 0;
        for (var index = 0; index < count; index++)
        {
            gone += _parts[index].Digits;
        }

        _parts.RemoveRange(0, count);
        _digits.AsSpan(gone, Digits - gone).CopyTo(_digits);
        Digits -= gone;
        CryptographicOperations.ZeroMemory(_digits.AsSpan(Digits));
    }

    private readonly record struct Part(
        Said Said, int At, int Digits, int Stars, bool IsPrinted, bool IsTorn, bool IsHidden);
}
