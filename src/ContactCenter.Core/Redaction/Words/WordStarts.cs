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

    // Three characters, five bits of each: what stands at the beginning of some word, letters of either case.
    private const int Letters3 = 3;
    private const int BitsPerLetter = 5;
    private const int LetterMask = (1 << BitsPerLetter) - 1;
    private const ulong ThreeLetters = 0x001F_001F_001F;
    private const ulong BeyondAscii = 0xFF80_FF80_FF80;

    // By character as it is written: what begins a word.
    private readonly ulong[] _characters = new ulong[(char.MaxValue + 1) / 64];
    private readonly ulong[] _beginnings = new ulong[(1 << (Letters3 * BitsPerLetter)) / 64];

    /// <summary>Takes a word into account.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        foreach (var written in Letters.WrittenAs(Letters.Fold(word[0])))
        {
            _characters[written / 64] |= 1UL << (written % 64);
        }

        Add(word, 0, 0);
    }

    /// <summary>The next place from there on where one may begin; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var i = from;
        for (; i + Lanes <= text.Length; i += Lanes)
        {
            var place = Among(text, i, StartsIn(Vector256.LoadUnsafe(ref first, (nuint)i), i == 0 ? ' ' : text[i - 1]));
            if (place >= 0)
            {
                return place;
            }
        }

        if (i >= text.Length)
        {
            return -1;
        }

        if (text.Length < Lanes)
        {
            return NextInFew(text, i);
        }

        // The last block overlaps the one before it; what has been looked at is left out.
        var last = text.Length - Lanes;
        var starts = StartsIn(Vector256.LoadUnsafe(ref first, (nuint)last), last == 0 ? ' ' : text[last - 1]);
        return Among(text, last, starts & (uint.MaxValue << (i - last)));
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Among(ReadOnlySpan<char> text, int block, uint starts)
    {
        for (; starts != 0; starts &= starts - 1)
        {
            var place = block + BitOperations.TrailingZeroCount(starts);
            if (MayBegin(text, place))
            {
                return place;
            }
        }

        return -1;
    }

    // A letter behind none, a digit behind none, and all that is not ASCII: a bit for each place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint StartsIn(Vector256<ushort> lanes, char before)
    {
        var letters = Vector256.LessThan(
            (lanes | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26))
                .ExtractMostSignificantBits();
        var digits = Vector256.LessThan(lanes - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10))
            .ExtractMostSignificantBits();
        var others = Vector256.GreaterThan(lanes, Vector256.Create((ushort)(Ascii - 1))).ExtractMostSignificantBits();
        var letter = char.IsAsciiLetter(before) ? 1u : 0;
        var digit = char.IsAsciiDigit(before) ? 1u : 0;
        return (letters & ~((letters << 1) | letter)) | (digits & ~((digits << 1) | digit)) | others;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayBegin(ReadOnlySpan<char> text, int place)
    {
        var character = text[place];
        if (character >= Ascii)
        {
            return (_characters[character / 64] & (1UL << (character % 64))) != 0 && !Letters.AreJoined(text, place);
        }

        var letters = place + Letters3 < text.Length
            ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text[place])))
            : LastLetters(text[place..]);
        if ((letters & BeyondAscii) == 0)
        {
            letters &= ThreeLetters;
            var key = (int)(letters | (letters >> (16 - BitsPerLetter)) | (letters >> (32 - (BitsPerLetter * 2))))
                & ((1 << (Letters3 * BitsPerLetter)) - 1);
            if ((_beginnings[key / 64] & (1UL << (key % 64))) == 0)
            {
                return false;
            }
        }

        return IsOutside(text, place, character);
    }

    private static bool IsOutside(ReadOnlySpan<char> text, int place, char character)
    {
        var before = place > 0 ? text[place - 1] : ' ';
        var isInside = char.IsAsciiDigit(character) ? char.IsAsciiDigit(before) : char.IsAsciiLetter(before);
        return !isInside && !Letters.AreJoined(text, place);
    }

    // Behind the end stands what no letter is.
    private static ulong LastLetters(ReadOnlySpan<char> text)
    {
        var letters = 0UL;
        for (var i = 0; i < text.Length && i < Letters3; i++)
        {
            letters |= (ulong)text[i] << (16 * i);
        }

        return letters;
    }

    private void Add(ReadOnlySpan<char> word, int count, int key)
    {
        if (count == Letters3)
        {
            _beginnings[key / 64] |= 1UL << (key % 64);
        }
        else if (word.IsEmpty || word[0] == WordTrie.Ending)
        {
            AddAll(count, key);
        }
        else if (WordTrie.IsGap(word[0]))
        {
            Add(word[1..], count, key);
            foreach (var gap in (ReadOnlySpan<char>)[' ', '-', '_', '.', '/', '\t'])
            {
                AddAll(count + 1, Append(key, count, gap));
            }
        }
        else if (Letters.Fold(word[0]) is var letter && letter == Letters.Silent)
        {
            Add(word[1..], count, key);
        }
        else
        {
            foreach (var written in Letters.WrittenAs(letter))
            {
                if (written < Ascii)
                {
                    Add(word[1..], count + 1, Append(key, count, written));
                }
            }

            // An apostrophe may stand anywhere.
            AddAll(count + 1, Append(key, count, '\''));
        }
    }

    private void AddAll(int count, int key)
    {
        if (count >= Letters3)
        {
            _beginnings[key / 64] |= 1UL << (key % 64);
            return;
        }

        for (var next = 0; next <= LetterMask; next++)
        {
            AddAll(count + 1, Append(key, count, (char)next));
        }
    }

    private static int Append(int key, int count, char character) =>
        key | ((character & LetterMask) << (count * BitsPerLetter));
}
