using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>What is in two blocks of 32 ASCII characters: a class for each, those of the blocks in turn.</summary>
/// <param name="front">The classes of the first half of each block.</param>
/// <param name="back">Those of the second half.</param>
internal readonly struct BlockPair(Vector256<byte> front, Vector256<byte> back)
{
    /// <summary>The bits of the first block.</summary>
    public const ulong Left = 0x5555_5555_5555_5555;

    /// <summary>The bits of the second block.</summary>
    public const ulong Right = ~Left;

    private const uint LeftBits = 0x5555_5555;

    private readonly Vector256<byte> _front = front;
    private readonly Vector256<byte> _back = back;

    /// <summary>Whether no character counts: there is no digit, and none that stands for some in base64.</summary>
    public bool IsBlank
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((_front | _back) & Vector256.Create((byte)(CharacterClasses.Digit | CharacterClasses.Encoded)))
            == Vector256<byte>.Zero;
    }

    /// <summary>A bit for each digit.</summary>
    public ulong Digits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Join(_front.ExtractMostSignificantBits(), _back.ExtractMostSignificantBits());
    }

    /// <summary>A bit for each that stands for some in base64.</summary>
    public ulong Encoded
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Join(
            (_front.AsUInt16() << 1).AsByte().ExtractMostSignificantBits(),
            (_back.AsUInt16() << 1).AsByte().ExtractMostSignificantBits());
    }

    /// <summary>Bits for the letters that no word for a digit has.</summary>
    public uint Unspoken
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ~Vector256.Equals(
            (_front | _back) & Vector256.Create(CharacterClasses.Unspoken), Vector256<byte>.Zero)
            .ExtractMostSignificantBits();
    }

    /// <summary>Whether any of such bits is of the first block.</summary>
    public static bool IsLeft(uint bits) => (bits & LeftBits) != 0;

    /// <summary>Whether any is of the second block.</summary>
    public static bool IsRight(uint bits) => (bits & ~LeftBits) != 0;

    /// <summary>All bits but those of the first characters of the second block, which the first one has too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Without(int inRight) => Left | ((Right << inRight) << inRight);

    /// <summary>All bits but those of the first characters of either block; none of a block that is left out.</summary>
    public static ulong Without(int inLeft, int inRight) =>
        (Left << (inLeft * 2)) | (inRight * 2 < 64 ? Right << (inRight * 2) : 0);

    /// <summary>Looks; false when there is any other character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLook(ref ushort first, nuint left, nuint right, out BlockPair pair)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            return TryLook(ref first, left, right, (nuint)Vector256<ushort>.Count, out pair);
        }

        var (a, b) = (Vector512.LoadUnsafe(ref first, left), Vector512.LoadUnsafe(ref first, right));
        if (((a | b) & Vector512.Create((ushort)0xFF80)) != Vector512<ushort>.Zero)
        {
            pair = default;
            return false;
        }

        var classes = CharacterClasses.Of(a, b);
        pair = new BlockPair(classes.GetLower(), classes.GetUpper());
        return true;
    }

    /// <summary>The same for blocks whose halves lie closer together, so that they are shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLook(ref ushort first, nuint left, nuint right, nuint half, out BlockPair pair)
    {
        var (a, b) = (Vector256.LoadUnsafe(ref first, left), Vector256.LoadUnsafe(ref first, right));
        var (c, d) = (Vector256.LoadUnsafe(ref first, left + half), Vector256.LoadUnsafe(ref first, right + half));
        if (((a | b | c | d) & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
        {
            pair = default;
            return false;
        }

        pair = new BlockPair(CharacterClasses.Of(a, b), CharacterClasses.Of(c, d));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(uint front, uint back) => front | ((ulong)back << 32);
}
