using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>What is in 32 characters for who looks for the words of a list: a bit for each.</summary>
/// <param name="Letters">An ASCII letter.</param>
/// <param name="Digits">An ASCII digit.</param>
/// <param name="Sieved">Where a word may begin if it does with a letter; of the last ones nothing is known.</param>
/// <param name="Odd">What the sieve does not know: an apostrophe, and all that is not ASCII.</param>
/// <param name="Foreign">Where a word may begin that does not with a letter of ASCII.</param>
internal readonly record struct HalfBlock(uint Letters, uint Digits, uint Sieved, uint Odd, uint Foreign)
{
    public const int Characters = 32;

    // A place is judged by the three behind it.
    private const uint Last = 0b111u << (Characters - 3);

    /// <summary>Looks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HalfBlock Of(ref ushort first, int place, WordStarts starts)
    {
        var left = Vector256.LoadUnsafe(ref first, (nuint)place);
        var right = Vector256.LoadUnsafe(ref first, (nuint)(place + (Characters / 2)));
        if (((left | right) & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
        {
            return BeyondAscii(left, right, starts);
        }

        var characters = Vector256.Narrow(left, right);
        var letters = LettersOf(characters);
        return new HalfBlock(
            ~Vector256.Equals(letters, Vector256<byte>.Zero).ExtractMostSignificantBits(),
            DigitsOf(characters),
            starts.Latin.PlacesIn(letters) | Last,
            OddOf(characters),
            0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static HalfBlock BeyondAscii(Vector256<ushort> left, Vector256<ushort> right, WordStarts starts)
    {
        var (low, high) = (Vector256.Narrow(left, right), Vector256.Narrow(left >> 8, right >> 8));
        var isAscii = Vector256.Equals(high | (low & Vector256.Create((byte)0x80)), Vector256<byte>.Zero);
        var ascii = isAscii.ExtractMostSignificantBits();
        var letters = LettersOf(low) & isAscii;
        var syllables = ByteVectors.Within(high, WordBeginnings.FirstSyllable >> 8, WordBeginnings.LastSyllable >> 8)
            .ExtractMostSignificantBits();
        return new HalfBlock(
            ~Vector256.Equals(letters, Vector256<byte>.Zero).ExtractMostSignificantBits(),
            DigitsOf(low) & ascii,
            starts.Latin.PlacesIn(letters) | Last,
            (OddOf(low) & ascii) | ~ascii,
            (~ascii & ~syllables) | (syllables & starts.Hangul.PlacesIn(low, high)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LettersOf(Vector256<byte> characters)
    {
        var letters = (characters | Vector256.Create((byte)0x20)) - Vector256.Create((byte)('a' - 1));
        return letters & ByteVectors.Within(letters, 1, 26);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint DigitsOf(Vector256<byte> characters) =>
        ByteVectors.Within(characters, (byte)'0', (byte)'9').ExtractMostSignificantBits();

    // An apostrophe is none of the letters of a word, nor known to the sieve.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint OddOf(Vector256<byte> characters) =>
        Vector256.Equals(characters, Vector256.Create((byte)'\'')).ExtractMostSignificantBits();
}
