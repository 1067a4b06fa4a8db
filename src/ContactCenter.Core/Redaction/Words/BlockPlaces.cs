using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>The places of up to 64 characters where a word of a list may begin.</summary>
internal static class BlockPlaces
{
    /// <summary>How many there are at most.</summary>
    public const int Characters = 64;

    private const int Lanes = 8;

    /// <summary>A bit for each of them.</summary>
    public static ulong In(ReadOnlySpan<char> block, WordStarts starts)
    {
        if (!LetterSieve.IsSupported)
        {
            return Unsieved(block, starts);
        }

        var (left, right) = CharacterVectors.Of(block);
        if (((left | right) & Vector512.Create((ushort)0xFF80)) != Vector512<ushort>.Zero)
        {
            return BeyondAscii(block, starts);
        }

        var characters = Vector512.Narrow(left, right);
        return Sieved(LettersOf(characters), OddOf(characters), DigitsOf(characters), starts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong BeyondAscii(ReadOnlySpan<char> block, WordStarts starts)
    {
        var (left, right) = CharacterVectors.Of(block);
        var (low, high) = (Vector512.Narrow(left, right), Vector512.Narrow(left >> 8, right >> 8));
        var isAscii = Vector512.Equals(high | (low & Vector512.Create((byte)0x80)), Vector512<byte>.Zero);
        var ascii = isAscii.ExtractMostSignificantBits();
        var syllables = ByteVectors.Within(high, WordBeginnings.FirstSyllable >> 8, WordBeginnings.LastSyllable >> 8)
            .ExtractMostSignificantBits();
        return Sieved(LettersOf(low) & isAscii, (OddOf(low) & ascii) | ~ascii, DigitsOf(low) & ascii, starts)
            | (~ascii & ~syllables)
            | (syllables & starts.Hangul.PlacesIn(low, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sieved(Vector512<byte> letters, ulong odd, ulong isDigit, WordStarts starts)
    {
        var isLetter = ~Vector512.Equals(letters, Vector512<byte>.Zero).ExtractMostSignificantBits();
        return (FirstOf(isLetter) & (starts.Latin.PlacesIn(letters) | (odd >> 1) | (odd >> 2) | (odd >> 3)))
            | NumbersOf(isDigit, starts);
    }

    /// <summary>The same without a sieve: where any word begins, so that whoever asks looks at each.</summary>
    internal static ulong Unsieved(ReadOnlySpan<char> block, WordStarts starts)
    {
        if (block.Length < Lanes)
        {
            Span<char> filled = stackalloc char[Lanes];
            filled.Clear();
            block.CopyTo(filled);
            return Unsieved(filled, starts);
        }

        var (isLetter, isDigit, isOther) = (0UL, 0UL, 0UL);
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(block));
        for (var i = 0; i < block.Length; i += Lanes)
        {
            // The last ones overlap those before them.
            var place = Math.Min(i, block.Length - Lanes);
            var lanes = Vector128.LoadUnsafe(ref first, (nuint)place);
            isLetter |= Within(lanes | Vector128.Create((ushort)0x20), 'a', 'z') << place;
            isDigit |= Within(lanes, '0', '9') << place;
            isOther |= Within(lanes, '\u0080', char.MaxValue) << place;
        }

        return FirstOf(isLetter) | NumbersOf(isDigit, starts) | isOther;
    }

    private static ulong FirstOf(ulong bits) => bits & ~(bits << 1);

    private static ulong NumbersOf(ulong isDigit, WordStarts starts) =>
        FirstOf(isDigit) & (starts.HaveNumbers ? ulong.MaxValue : ~(isDigit >> 1));

    private static ulong Within(Vector128<ushort> lanes, char first, char last) => Vector128.LessThanOrEqual(
        lanes - Vector128.Create((ushort)first), Vector128.Create((ushort)(last - first)))
        .ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LettersOf(Vector512<byte> characters)
    {
        var letters = (characters | Vector512.Create((byte)0x20)) - Vector512.Create((byte)('a' - 1));
        return letters & ByteVectors.Within(letters, 1, 26);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong DigitsOf(Vector512<byte> characters) =>
        ByteVectors.Within(characters, (byte)'0', (byte)'9').ExtractMostSignificantBits();

    // An apostrophe is none of the letters of a word, nor known to the sieve.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OddOf(Vector512<byte> characters) =>
        Vector512.Equals(characters, Vector512.Create((byte)'\'')).ExtractMostSignificantBits();
}
