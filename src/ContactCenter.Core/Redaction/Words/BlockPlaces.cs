using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>The places of up to 64 characters where a word of a list may begin.</summary>
internal static class BlockPlaces
{
    /// <summary>How many there are at most.</summary>
    public const int Characters = HalfBlock.Characters * 2;

    private const int Lanes = 8;

    /// <summary>A bit for each of them.</summary>
    public static ulong In(ReadOnlySpan<char> block, WordStarts starts)
    {
        if (!LetterSieve.IsSupported)
        {
            return Unsieved(block, starts);
        }

        if (block.Length < HalfBlock.Characters)
        {
            Span<char> filled = stackalloc char[HalfBlock.Characters];
            filled.Clear();
            block.CopyTo(filled);
            return In(filled, starts);
        }

        // The second half overlaps the first, and knows more of what they have in common.
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(block));
        var shift = block.Length - HalfBlock.Characters;
        var right = HalfBlock.Of(ref first, shift, starts);
        var left = shift == 0 ? right : HalfBlock.Of(ref first, 0, starts);
        var odd = Join(left.Odd, right.Odd, shift);
        var begins = Join(left.Sieved, right.Sieved, shift) | (odd >> 1) | (odd >> 2) | (odd >> 3);
        return (FirstOf(Join(left.Letters, right.Letters, shift)) & begins)
            | NumbersOf(Join(left.Digits, right.Digits, shift), starts)
            | Join(left.Foreign, right.Foreign, shift);
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

    private static ulong Join(uint left, uint right, int shift) =>
        (left & ~(ulong.MaxValue << shift)) | ((ulong)right << shift);

    private static ulong FirstOf(ulong bits) => bits & ~(bits << 1);

    private static ulong NumbersOf(ulong isDigit, WordStarts starts) =>
        FirstOf(isDigit) & (starts.HaveNumbers ? ulong.MaxValue : ~(isDigit >> 1));

    private static ulong Within(Vector128<ushort> lanes, char first, char last) => Vector128.LessThanOrEqual(
        lanes - Vector128.Create((ushort)first), Vector128.Create((ushort)(last - first)))
        .ExtractMostSignificantBits();
}
