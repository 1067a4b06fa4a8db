using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>Tells at a glance that no word of a list can begin at a place, which is so at nearly all places.</summary>
internal sealed class WordStarts
{
    private const int Ascii = 0x80;
    private const int Lanes = 16;
    private const int Block = Lanes * 4;
    private const ulong BeyondAscii = 0xFF80_FF80_FF80_FF80;
    private const ulong FirstOfFour = 0x1F;
    private const ulong LastOfFour = 0xF_8000;
    private const ulong OneOfEach = 0x0001_0001_0001_0001;

    private readonly WordBeginnings _beginnings = new();

    // All bits as long as no word begins with two digits, as most numbers do.
    private ulong _singleDigits = ulong.MaxValue;

    /// <summary>Takes a word into account.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        _beginnings.Add(word);
        if (word.Length > 1 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]))
        {
            _singleDigits = 0;
        }
    }

    /// <summary>The next place from there on where one may begin; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Next(ReadOnlySpan<char> text, int from)
    {
        if (text.Length < Lanes)
        {
            return NextInFew(text, from);
        }

        for (; from < text.Length; from += Block)
        {
            for (var starts = StartsFrom(text, from); starts != 0; starts &= starts - 1)
            {
                var place = from + BitOperations.TrailingZeroCount(starts);
                if (MayBegin(text, place))
                {
                    return place;
                }
            }
        }

        return -1;
    }

    private int NextInFew(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (MayBegin(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    // A letter behind none, a digit by itself, and all that is not ASCII: a bit for each of 64 places.
    private ulong StartsFrom(ReadOnlySpan<char> text, int from)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var (letters, digits, others) = (0UL, 0UL, 0UL);
        for (var (lane, end) = (0, Math.Min(Block, text.Length - from)); lane < end; lane += Lanes)
        {
            // The last lanes overlap those before them; what has been looked at falls out on the right.
            var start = Math.Min(from + lane, text.Length - Lanes);
            var lanes = Vector256.LoadUnsafe(ref first, (nuint)start);
            var known = from + lane - start;
            letters |= (ulong)(BitsOf(lanes | Vector256.Create((ushort)0x20), 'a', 26) >> known) << lane;
            digits |= (ulong)(BitsOf(lanes, '0', 10) >> known) << lane;
            others |= (ulong)(~BitsOf(lanes, '\0', Ascii) & ushort.MaxValue) >> known << lane;
        }

        var before = from == 0 ? ' ' : text[from - 1];
        var letter = char.IsAsciiLetter(before) ? 1UL : 0;
        var digit = char.IsAsciiDigit(before) ? 1UL : 0;
        return (letters & ~((letters << 1) | letter))
            | (digits & ~((digits << 1) | digit | ((digits >> 1) & _singleDigits)))
            | others;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint BitsOf(Vector256<ushort> lanes, char first, ushort count) => Vector256.LessThan(
        lanes - Vector256.Create((ushort)first), Vector256.Create(count)).ExtractMostSignificantBits();

    /// <summary>Whether a word may begin there, if what stands before lets any begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayStandAt(ReadOnlySpan<char> text, int place)
    {
        // Four characters, of which the first is the one at the place.
        var four = place + 4 <= text.Length
            ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text[place])))
            : LastOf(text[place..]);
        if ((four & BeyondAscii) != 0 || HoldsApostrophe(four))
        {
            return MayStandBeyondAscii(text, place);
        }

        // Five bits of each letter, none of any other character.
        four &= ((four >> 6) & OneOfEach) * 0x1F;
        return _beginnings.Have(
            (uint)((four & FirstOfFour) | (four >> 11) | (four >> 22) | ((four >> 33) & LastOfFour))
                & WordBeginnings.Keys)
            && _beginnings.HaveFirst(text[place]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayBegin(ReadOnlySpan<char> text, int place) =>
        _beginnings.HaveFirst(text[place]) && MayStandAt(text, place) && IsOutside(text, place);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HoldsApostrophe(ulong four)
    {
        var others = four ^ (OneOfEach * '\'');
        return ((others - OneOfEach) & ~others & (OneOfEach << 15)) != 0;
    }

    private bool MayStandBeyondAscii(ReadOnlySpan<char> text, int place)
    {
        var (first, second) = (text[place], place + 1 < text.Length ? text[place + 1] : ' ');
        return first < Ascii || _beginnings.Have(first, second);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsOutside(ReadOnlySpan<char> text, int place)
    {
        var (character, before) = (text[place], place > 0 ? text[place - 1] : ' ');
        var isOutside = character >= Ascii
            || (char.IsAsciiDigit(character)
                ? !char.IsAsciiDigit(before)
                : char.IsAsciiLetter(character) && !char.IsAsciiLetter(before));
        return isOutside && !Letters.AreJoined(text, place);
    }

    // Behind the end stands what no letter is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong LastOf(ReadOnlySpan<char> text)
    {
        var four = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            four |= (ulong)text[i] << (16 * i);
        }

        return four;
    }
}
