using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>What is in 32 characters of any script, told by the halves of their low and of their high bytes.</summary>
/// <param name="Digits">How many digits there are.</param>
/// <param name="Encoded">How many of the letters M to O.</param>
/// <param name="IsKorean">
/// Whether all are what nearly all Korean text is made of: ASCII, syllables, and single letters of them. Rules read
/// those as they are written.
/// </param>
/// <param name="MayBeSpelled">Whether there may be as many syllables for digits as in a number in words.</param>
internal readonly record struct OtherBlock(int Digits, int Encoded, bool IsKorean, bool MayBeSpelled)
{
    private const byte Filler = 0x64;

    // Of a high byte: that of ASCII, which a low byte may still lead beyond; of letters, all but the filler; and of
    // syllables, U+AC00 to U+AFFF, to U+CFFF and to U+D7FF.
    private const byte Ascii = 0x80;
    private const byte Letters = 0x08;
    private const byte UpToA = 0x01;
    private const byte UpToC = 0x02;
    private const byte UpToD = 0x04;

    private static Vector128<byte> ByHighHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(Ascii, 0, 0, Letters, 0, 0, 0, 0, 0, 0, UpToA, UpToC, UpToC, UpToD, 0, 0);
    }

    private static Vector128<byte> ByLowHalf
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create(
            UpToC | UpToD | Ascii, UpToC | UpToD | Letters, UpToC | UpToD, UpToC | UpToD,
            UpToC | UpToD, UpToC | UpToD, UpToC | UpToD, UpToC | UpToD,
            UpToC, UpToC, UpToC, UpToC,
            UpToC | UpToA, UpToC | UpToA, UpToC | UpToA, UpToC | UpToA);
    }

    /// <summary>Looks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OtherBlock Of(Vector256<ushort> left, Vector256<ushort> right)
    {
        // One of each in turn: nothing but their number counts.
        var upper = Vector256.Create((ushort)0xFF00);
        var (low, high) = (((left & ~upper) | (right << 8)).AsByte(), ((left >> 8) | (right & upper)).AsByte());
        var half = Vector256.Create((byte)0x0F);
        var (q0, q1) = (low & half, (low.AsUInt16() >> 4).AsByte() & half);
        var (q2, q3) = (high & half, (high.AsUInt16() >> 4).AsByte() & half);
        var classes = CharacterClasses.OfHalves(q0, q1) & Vector256.Equals(high, Vector256<byte>.Zero);
        var korean = ByteVectors.LookUp(ByLowHalf, q2) & ByteVectors.LookUp(ByHighHalf, q3);
        var others = Vector256.Equals(korean, Vector256<byte>.Zero)
            | (korean & low)
            | (Vector256.Equals(korean, Vector256.Create(Letters)) & Vector256.Equals(low, Vector256.Create(Filler)));
        return new OtherBlock(
            Count(classes),
            Count((classes.AsUInt16() << 1).AsByte()),
            others.ExtractMostSignificantBits() == 0,
            SpelledDigits.MayBeInSyllables(q0, q1, q2, high));
    }

    private static int Count(Vector256<byte> bytes) => BitOperations.PopCount(bytes.ExtractMostSignificantBits());
}
