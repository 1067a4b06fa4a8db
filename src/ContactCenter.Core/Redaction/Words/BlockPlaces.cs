using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>The places of up to 64 characters where a word of a list may begin.</summary>
internal static class BlockPlaces
{
    /// <summary>How many there are at most.</summary>
    public const int Characters = Half * 2;

    private const int Half = 32;
    private const int Quarter = Half / 2;

    // A place is judged by the three behind it.
    private const int Ahead = 3;

    /// <summary>A bit for each of them; it takes the block for the end of the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong In(ReadOnlySpan<char> block, WordStarts starts)
    {
        if (block.Length < Quarter)
        {
            return InFew(block, starts);
        }

        // Two halves, of which the second overlaps the first and knows more of what they have in common; of fewer
        // characters two quarters, with nothing behind them.
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(block));
        var width = block.Length < Half ? Quarter : Half;
        var shift = block.Length - width;
        var (a, b) = (Vector256.LoadUnsafe(ref first), Vector256<ushort>.Zero);
        var (c, d) = (Vector256.LoadUnsafe(ref first, (nuint)shift), Vector256<ushort>.Zero);
        if (width == Half)
        {
            b = Vector256.LoadUnsafe(ref first, Quarter);
            d = Vector256.LoadUnsafe(ref first, (nuint)shift + Quarter);
        }

        var unknown = uint.MaxValue << (width - Ahead);
        return ((a | b | c | d) & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero
            ? In(Vector256.Narrow(a, b), Vector256.Narrow(c, d), unknown, shift, 0, starts)
            : BeyondAscii(a, b, c, d, unknown, shift, starts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong InFew(ReadOnlySpan<char> block, WordStarts starts)
    {
        Span<char> filled = stackalloc char[Quarter];
        filled.Clear();
        block.CopyTo(filled);
        return In(filled, starts);
    }

    // What is not ASCII the sieve does not know, nor an apostrophe, which may stand among the letters of a word.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong In(
        Vector256<byte> left, Vector256<byte> right, uint unknown, int shift, ulong foreign, WordStarts starts)
    {
        var (more, others) = (LettersOf(left), LettersOf(right));
        var sieved = LetterSieve.IsSupported
            ? Join(starts.Latin.PlacesIn(more) | unknown, starts.Latin.PlacesIn(others), shift)
            : ulong.MaxValue;
        var odd = Join(ApostrophesIn(left), ApostrophesIn(right), shift) | foreign;
        var letters = Join(IsLetter(more), IsLetter(others), shift);
        var digits = Join(DigitsIn(left), DigitsIn(right), shift);
        return (FirstOf(letters) & (sieved | (odd >> 1) | (odd >> 2) | (odd >> Ahead))) | NumbersOf(digits, starts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong BeyondAscii(
        Vector256<ushort> a,
        Vector256<ushort> b,
        Vector256<ushort> c,
        Vector256<ushort> d,
        uint unknown,
        int shift,
        WordStarts starts)
    {
        var left = AsciiOf(a, b, starts, out var foreignLeft, out var placesLeft);
        var right = AsciiOf(c, d, starts, out var foreignRight, out var placesRight);
        return In(left, right, unknown, shift, Join(foreignLeft, foreignRight, shift), starts)
            | Join(placesLeft, placesRight, shift);
    }

    // Nothing stands for what is foreign. Of that a word may begin with all but some syllables of Hangul.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AsciiOf(
        Vector256<ushort> left, Vector256<ushort> right, WordStarts starts, out uint foreign, out uint places)
    {
        var (low, high) = (Vector256.Narrow(left, right), Vector256.Narrow(left >> 8, right >> 8));
        var isAscii = Vector256.Equals(high | (low & Vector256.Create((byte)0x80)), Vector256<byte>.Zero);
        foreign = ~isAscii.ExtractMostSignificantBits();
        places = foreign;
        if (LetterSieve.IsSupported)
        {
            var syllables = ByteVectors.Within(
                high, WordBeginnings.FirstSyllable >> 8, WordBeginnings.LastSyllable >> 8)
                .ExtractMostSignificantBits();
            places &= ~syllables | starts.Hangul.PlacesIn(low, high);
        }

        return low & isAscii;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LettersOf(Vector256<byte> characters)
    {
        var letters = (characters | Vector256.Create((byte)0x20)) - Vector256.Create((byte)('a' - 1));
        return letters & ByteVectors.Within(letters, 1, 26);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IsLetter(Vector256<byte> letters) =>
        ~Vector256.Equals(letters, Vector256<byte>.Zero).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint DigitsIn(Vector256<byte> characters) =>
        ByteVectors.Within(characters, (byte)'0', (byte)'9').ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ApostrophesIn(Vector256<byte> characters) =>
        Vector256.Equals(characters, Vector256.Create((byte)'\'')).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(uint left, uint right, int shift) =>
        (left & ~(ulong.MaxValue << shift)) | ((ulong)right << shift);

    private static ulong FirstOf(ulong bits) => bits & ~(bits << 1);

    private static ulong NumbersOf(ulong isDigit, WordStarts starts) =>
        FirstOf(isDigit) & (starts.HaveNumbers ? ulong.MaxValue : ~(isDigit >> 1));
}
