using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>What is in two blocks of 32 ASCII characters: a bit for each, those of the blocks in turn.</summary>
internal readonly record struct BlockPair(ulong Digits, ulong Encoded, ulong Unspoken)
{
    /// <summary>The bits of the first block.</summary>
    public const ulong Left = 0x5555_5555_5555_5555;

    /// <summary>The bits of the second block.</summary>
    public const ulong Right = ~Left;

    /// <summary>Whether each of them has a letter that no word for a digit has.</summary>
    public bool IsUnspoken => (Unspoken & Left) != 0 && (Unspoken & Right) != 0;

    /// <summary>All bits but those of the first characters of the second block, which the first one has too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Without(int inRight) => Left | (Right << (inRight * 2));

    /// <summary>All bits but those of the first characters of either block; none of a block that is left out.</summary>
    public static ulong Without(int inLeft, int inRight) =>
        (Left << (inLeft * 2)) | (inRight * 2 < 64 ? Right << (inRight * 2) : 0);

    /// <summary>Looks; false when there is any other character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLook(ref ushort first, nuint left, nuint right, out BlockPair pair)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var (a, b) = (Vector512.LoadUnsafe(ref first, left), Vector512.LoadUnsafe(ref first, right));
            if (((a | b) & Vector512.Create((ushort)0xFF80)) != Vector512<ushort>.Zero)
            {
                pair = default;
                return false;
            }

            var classes = CharacterClasses.Of(a, b);
            pair = new BlockPair(
                classes.ExtractMostSignificantBits(),
                (classes.AsUInt16() << 1).AsByte().ExtractMostSignificantBits(),
                ~Vector512.Equals(classes & Vector512.Create(CharacterClasses.Unspoken), Vector512<byte>.Zero)
                    .ExtractMostSignificantBits());
            return true;
        }

        return TryLookTwice(ref first, left, right, out pair);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryLookTwice(ref ushort first, nuint left, nuint right, out BlockPair pair)
    {
        var half = (nuint)Vector256<ushort>.Count;
        var (a, b) = (Vector256.LoadUnsafe(ref first, left), Vector256.LoadUnsafe(ref first, right));
        var (c, d) = (Vector256.LoadUnsafe(ref first, left + half), Vector256.LoadUnsafe(ref first, right + half));
        if (((a | b | c | d) & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
        {
            pair = default;
            return false;
        }

        var (front, back) = (CharacterClasses.Of(a, b), CharacterClasses.Of(c, d));
        var unspoken = Vector256.Create(CharacterClasses.Unspoken);
        pair = new BlockPair(
            Join(front.ExtractMostSignificantBits(), back.ExtractMostSignificantBits()),
            Join(
                (front.AsUInt16() << 1).AsByte().ExtractMostSignificantBits(),
                (back.AsUInt16() << 1).AsByte().ExtractMostSignificantBits()),
            ~Join(
                Vector256.Equals(front & unspoken, Vector256<byte>.Zero).ExtractMostSignificantBits(),
                Vector256.Equals(back & unspoken, Vector256<byte>.Zero).ExtractMostSignificantBits()));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(uint front, uint back) => front | ((ulong)back << 32);
}
