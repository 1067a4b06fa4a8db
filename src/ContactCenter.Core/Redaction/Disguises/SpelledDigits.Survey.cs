using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <content>Whether a text is worth being read for them.</content>
internal static partial class SpelledDigits
{
    // A number of sixteen digits in groups has at least half of some sixteen characters.
    private const int FewestInHalf = 7;

    private const int HangulSyllables = 12;

    // By three of the four half bytes of a syllable; a bit for each high byte that occurs.
    private static readonly Vector128<byte> LowBytes = TableOf(character => character);
    private static readonly Vector128<byte> MiddleBytes = TableOf(character => character >> 4);
    private static readonly Vector128<byte> HighBytes = TableOf(character => character >> 8);

    /// <summary>Whether a stretch of letters may be part of a number in words: its first whole word is one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> letters)
    {
        var start = 0;
        while (start < letters.Length && char.IsAsciiLetter(letters[start]))
        {
            start++;
        }

        while (start < letters.Length && !char.IsAsciiLetter(letters[start]))
        {
            start++;
        }

        var end = start;
        while (end < letters.Length && char.IsAsciiLetter(letters[end]))
        {
            end++;
        }

        return end < letters.Length && end > start && Words.TryGetValue(letters[start..end], out _);
    }

    /// <summary>Whether there may be as many digits in words as a code has, or a part of a number.</summary>
    /// <remarks>A walk over all of a text, for those alone in which a code is spoken of.</remarks>
    public static bool MayBeCodeIn(ReadOnlySpan<char> text)
    {
        var digits = 0;
        for (var i = 0; i < text.Length && digits < FewestOfCode;)
        {
            var end = i;
            while (end < text.Length && char.IsLetter(text[end]) && !Syllables.Contains(text[end]))
            {
                end++;
            }

            if (end > i)
            {
                digits = !Words.TryGetValue(text[i..end], out var value) ? 0 : digits + (value > 9 ? 2 : 1);
            }
            else
            {
                digits += Syllables.Contains(text[end++]) ? 1 : 0;
            }

            i = end;
        }

        return digits >= FewestOfCode;
    }

    /// <summary>Whether so many of 32 characters may be syllables for digits, told by their half bytes.</summary>
    /// <param name="low">The lowest of them.</param>
    /// <param name="middle">Those above.</param>
    /// <param name="upper">Those above these.</param>
    /// <param name="high">Those and the highest.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBeInSyllables(
        Vector256<byte> low, Vector256<byte> middle, Vector256<byte> upper, Vector256<byte> high)
    {
        var matches = ByteVectors.LookUp(LowBytes, low)
            & ByteVectors.LookUp(MiddleBytes, middle)
            & ByteVectors.LookUp(HighBytes, upper);
        var others = Vector256.Equals(matches, Vector256<byte>.Zero).ExtractMostSignificantBits();

        // Of what is written with ideographs all is looked at: there are not many of them in a text of other scripts.
        var ideographs = ByteVectors.Within(high, 0x4E, 0x9F).ExtractMostSignificantBits();
        return BitOperations.PopCount(~others) >= FewestInHalf || BitOperations.PopCount(ideographs) >= FewestInHalf;
    }

    /// <summary>Whether half of sixteen characters are syllables for digits.</summary>
    /// <remarks>Tables by half bytes let others through: few texts come here, and fewer pass.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AreInSyllables(Vector256<ushort> lanes)
    {
        var digits = Vector256<ushort>.Zero;
        foreach (var syllable in Syllables)
        {
            digits |= Vector256.Equals(lanes, Vector256.Create((ushort)syllable));
        }

        return BitOperations.PopCount(digits.ExtractMostSignificantBits()) >= FewestInHalf;
    }

    private static Vector128<byte> TableOf(Func<char, int> nibble)
    {
        var table = new byte[16];
        var pages = Syllables[..HangulSyllables].Select(syllable => syllable >> 8).Distinct().ToList();
        foreach (var syllable in Syllables[..HangulSyllables])
        {
            table[nibble(syllable) & 0x0F] |= (byte)(1 << pages.IndexOf(syllable >> 8));
        }

        return Vector128.Create(table);
    }
}
