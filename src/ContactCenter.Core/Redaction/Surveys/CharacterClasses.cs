using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>What kind of character a byte is, looked up for many of them at once by their two halves.</summary>
/// <remarks>A character belongs to a class when the entries of both its halves have a bit of the class.</remarks>
internal static class CharacterClasses
{
    /// <summary>A digit.</summary>
    public const byte Digit = 0x80;

    /// <summary>M, N or O: every fourth character where base64 holds digits.</summary>
    public const byte Encoded = 0x40;

    /// <summary>A letter that no English word for a digit has: a, c, j, k, m, q.</summary>
    public const byte Unspoken = UpToO | FromP;

    private const byte UpToO = 0x20;
    private const byte FromP = 0x10;

    /// <summary>By the high half: 3 begins the digits, 4 to 7 the letters.</summary>
    public static Vector128<byte> ByHighHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(
            0, 0, 0, Digit, Encoded | UpToO, FromP, UpToO, FromP, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>By the low half.</summary>
    public static Vector128<byte> ByLowHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(
            Digit, Digit | UpToO | FromP, Digit, Digit | UpToO, Digit, Digit, Digit, Digit,
            Digit, Digit, UpToO, UpToO, 0, Encoded | UpToO, Encoded, Encoded);
    }

    /// <summary>The classes of two vectors of ASCII characters, one of each in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Of(Vector256<ushort> left, Vector256<ushort> right)
    {
        var bytes = (left | (right << 8)).AsByte();
        var half = Vector256.Create((byte)0x0F);
        return OfHalves(bytes & half, (bytes.AsUInt16() >> 4).AsByte() & half);
    }

    /// <summary>The classes of characters of which the low and the high halves are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> OfHalves(Vector256<byte> low, Vector256<byte> high) =>
        ByteVectors.LookUp(ByLowHalf, low) & ByteVectors.LookUp(ByHighHalf, high);

    /// <summary>The same as of two of half the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Of(Vector512<ushort> left, Vector512<ushort> right)
    {
        var bytes = (left | (right << 8)).AsByte();
        var half = Vector512.Create((byte)0x0F);
        return ByteVectors.LookUp(ByLowHalf, bytes & half)
            & ByteVectors.LookUp(ByHighHalf, (bytes.AsUInt16() >> 4).AsByte() & half);
    }
}
