using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>Walks over the places of a text where a word of a list may begin, 64 of them at a glance.</summary>
internal ref struct WordPlaces
{
    private const int Half = 32;
    private const int Block = Half * 2;

    // A place is judged by the three behind it, the first place of a block by the one before it.
    private const int Ahead = 3;

    private readonly WordStarts _starts;
    private readonly ReadOnlySpan<char> _text;
    private int _block;
    private int _next;
    private ulong _places;

    public WordPlaces(WordStarts starts, ReadOnlySpan<char> text)
    {
        _starts = starts;
        _text = text;
    }

    /// <summary>The place.</summary>
    public int Current { get; private set; }

    public readonly WordPlaces GetEnumerator() => this;

    public bool MoveNext()
    {
        do
        {
            for (; _places != 0; _places &= _places - 1)
            {
                Current = _block + BitOperations.TrailingZeroCount(_places);
                if (_starts.MayBegin(_text, Current))
                {
                    _places &= _places - 1;
                    return true;
                }
            }
        }
        while (ReadBlock());
        return false;
    }

    private bool ReadBlock()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(_text));
        if (_text.Length < Block)
        {
            _places = _text.Length < Half ? PlacesInFew(_text, _starts) : PlacesInTwo(ref first, _text.Length, _starts);
            _next = _text.Length;
            return true;
        }

        // The last block overlaps the one before it; what has been looked at is left out.
        _block = Math.Min(Math.Max(0, _next - 1), _text.Length - Block);
        ref var block = ref Unsafe.Add(ref first, _block);
        _places = PlacesIn(Vector512.LoadUnsafe(ref block), Vector512.LoadUnsafe(ref block, Half), _starts, out _)
            & (ulong.MaxValue << (_next - _block));
        if (_block + Block == _text.Length)
        {
            _next = _text.Length;
        }
        else
        {
            _places &= ulong.MaxValue >> Ahead;
            _next = _block + Block - Ahead;
        }

        return true;
    }

    // The second half overlaps the first one; behind the end of the first half stands what does not follow it.
    private static ulong PlacesInTwo(ref ushort first, int length, WordStarts starts)
    {
        var behind = length - Half;
        var places = PlacesIn(
            Vector512.LoadUnsafe(ref first), Vector512.LoadUnsafe(ref first, (nuint)behind), starts, out var all);
        var judged = uint.MaxValue >> Ahead;
        var unjudged = (uint)((2UL << behind) - 1) & ~judged;
        return ((uint)places & judged)
            | ((uint)all & unjudged)
            | (((places >> Half) << behind) & (ulong.MaxValue << Math.Max(behind + 1, Half - Ahead)));
    }

    private static ulong PlacesInFew(ReadOnlySpan<char> text, WordStarts starts)
    {
        Span<ushort> whole = stackalloc ushort[Half];
        whole.Clear();
        MemoryMarshal.Cast<char, ushort>(text).CopyTo(whole);
        return PlacesIn(Vector512.Create<ushort>(whole), Vector512<ushort>.Zero, starts, out _);
    }

    // All are those at which some word begins, whether or not one of the list may.
    private static ulong PlacesIn(
        Vector512<ushort> left, Vector512<ushort> right, WordStarts starts, out ulong all)
    {
        var low = Vector512.Narrow(left, right);
        var letters = (low | Vector512.Create((byte)0x20)) - Vector512.Create((byte)('a' - 1));
        letters &= ByteVectors.Within(letters, 1, 26);
        var isDigit = ByteVectors.Within(low, (byte)'0', (byte)'9').ExtractMostSignificantBits();

        // An apostrophe is none of the letters of a word, nor known to the sieve.
        var odd = Vector512.Equals(low, Vector512.Create((byte)'\'')).ExtractMostSignificantBits();
        var (others, beyond) = (0UL, 0UL);
        if (((left | right) & Vector512.Create((ushort)0xFF80)) != Vector512<ushort>.Zero)
        {
            others = PlacesBeyondAscii(low, Vector512.Narrow(left >> 8, right >> 8), starts, out var isAscii);
            letters &= isAscii;
            var ascii = isAscii.ExtractMostSignificantBits();
            isDigit &= ascii;
            beyond = ~ascii;
            odd = (odd & ascii) | beyond;
        }

        var isLetter = ~Vector512.Equals(letters, Vector512<byte>.Zero).ExtractMostSignificantBits();
        var isSingle = starts.HaveNumbers ? ulong.MaxValue : ~(isDigit >> 1);
        var (words, numbers) = (isLetter & ~(isLetter << 1), isDigit & ~(isDigit << 1));
        all = words | numbers | beyond;
        return (words & (starts.Latin.PlacesIn(letters) | (odd >> 1) | (odd >> 2) | (odd >> 3)))
            | (numbers & isSingle)
            | others;
    }

    private static ulong PlacesBeyondAscii(
        Vector512<byte> low, Vector512<byte> high, WordStarts starts, out Vector512<byte> isAscii)
    {
        isAscii = Vector512.Equals(high | (low & Vector512.Create((byte)0x80)), Vector512<byte>.Zero);
        var syllables = ByteVectors.Within(high, WordBeginnings.FirstSyllable >> 8, WordBeginnings.LastSyllable >> 8)
            .ExtractMostSignificantBits();
        return (~isAscii.ExtractMostSignificantBits() & ~syllables) | (syllables & starts.Hangul.PlacesIn(low, high));
    }
}
