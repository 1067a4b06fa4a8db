using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>One quick look at a text, which tells for nearly all texts that no rule can find anything.</summary>
/// <param name="MostDigits">How many digits stand close together at most, of any script.</param>
/// <param name="Traits">What else the look has shown.</param>
internal readonly record struct TextSurvey(int MostDigits, TextTraits Traits)
{
    private const int Block = 32;
    private const int Half = Block / 2;
    private const int Quarter = Block / 4;

    // A number in base64 has at least five characters that stand for its fourth digits, within two blocks.
    private const int FewestEncoded = 5;

    // In a message all digits are close, since they may be told part by part.
    private const int LongestMessage = 512;

    /// <summary>Whether rules read the text as it is written.</summary>
    public bool IsPlain => (Traits & TextTraits.Foreign) == 0;

    /// <summary>Looks.</summary>
    public static TextSurvey Of(ReadOnlySpan<char> text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        return text.Length >= Block ? OfBlocks(text, ref first)
            : text.Length >= Half ? Of(
                text, Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, (nuint)(text.Length - Half)))
            : text.Length >= Quarter ? Of(
                text,
                Vector256.Create(
                    Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)(text.Length - Quarter))),
                Vector256<ushort>.Zero)
            : OfFew(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextSurvey Of(ReadOnlySpan<char> text, Vector256<ushort> left, Vector256<ushort> right)
    {
        if (!AreAscii(left, right))
        {
            var others = CountOthers(left, right, out var traits);
            return OfOthers(text, others, traits | TraitsOf(others, 0));
        }

        var classes = ClassesOf(left, right);
        var digits = BitOperations.PopCount(classes.ExtractMostSignificantBits());
        return new TextSurvey(digits, TraitsOf(digits, CountEncoded(classes)));
    }

    private static TextSurvey OfFew(ReadOnlySpan<char> text)
    {
        var (digits, traits) = (0, TextTraits.None);
        foreach (var character in text)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            traits |= TextReading.IsPlain(character) ? TextTraits.None : TextTraits.Foreign;
        }

        return new TextSurvey(traits == TextTraits.None ? digits : TextReading.MostDigits(text), traits);
    }

    private static TextSurvey OfBlocks(ReadOnlySpan<char> text, ref ushort first)
    {
        var (all, most, before, before2, encodedBefore, traits) = (0, 0, 0, 0, 0, TextTraits.None);
        var last = text.Length - Block;
        for (var i = 0; ;)
        {
            var left = Vector256.LoadUnsafe(ref first, (nuint)i);
            var right = Vector256.LoadUnsafe(ref first, (nuint)i + Half);
            int digits;
            var encoded = 0;
            if (AreAscii(left, right))
            {
                var classes = ClassesOf(left, right);
                digits = BitOperations.PopCount(classes.ExtractMostSignificantBits());
                encoded = CountEncoded(classes);
                if ((classes & Vector256.Create(CharacterClasses.Unspoken)) == Vector256<byte>.Zero
                    && digits < Quarter
                    && SpelledDigits.MayBeIn(text.Slice(i, Block)))
                {
                    traits |= TextTraits.Spelled;
                }
            }
            else
            {
                digits = CountOthers(left, right, out var others);
                traits |= others;
            }

            // Twelve digits with the widest gaps reach over three blocks at most.
            var close = digits + before + before2;
            if (close >= CardReading.MinDigits && text.Length > LongestMessage
                && !DigitClusters.IsIn(text, Math.Max(0, i - (Block * 2)), i + Block))
            {
                close = CardReading.MinDigits - 1;
            }

            traits |= TraitsOf(close, encoded + encodedBefore);
            all += digits;
            most = Math.Max(most, close);
            (before2, before, encodedBefore) = (before, digits, encoded);
            if (i == last)
            {
                return OfOthers(text, text.Length <= LongestMessage ? all : most, traits);
            }

            i = Math.Min(i + Block, last);
        }
    }

    private static TextSurvey OfOthers(ReadOnlySpan<char> text, int digits, TextTraits traits) =>
        (traits & TextTraits.Foreign) == 0
            ? new TextSurvey(digits, traits)
            : new TextSurvey(TextReading.MostDigits(text), traits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreAscii(Vector256<ushort> left, Vector256<ushort> right) =>
        ((left | right) & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero;

    // The two halves in one vector, byte by byte in turn: for counting the order does not matter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> ClassesOf(Vector256<ushort> left, Vector256<ushort> right)
    {
        var bytes = (left | (right << 8)).AsByte();
        var half = Vector256.Create((byte)0x0F);
        return Vector256.ShuffleNative(CharacterClasses.ByLowHalf, bytes & half)
            & Vector256.ShuffleNative(CharacterClasses.ByHighHalf, (bytes.AsUInt16() >> 4).AsByte() & half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountEncoded(Vector256<byte> classes) =>
        BitOperations.PopCount((classes.AsUInt16() << 1).AsByte().ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextTraits TraitsOf(int digits, int encoded) =>
        (digits >= CardReading.MinDigits ? TextTraits.Dense : TextTraits.None)
        | (encoded >= FewestEncoded ? TextTraits.Encoded : TextTraits.None);

    private static int CountOthers(Vector256<ushort> left, Vector256<ushort> right, out TextTraits traits)
    {
        traits = TextReading.ArePlain(left, right) ? TextTraits.None : TextTraits.Foreign;
        if (SpelledDigits.MayBeInHangul(left) || SpelledDigits.MayBeInHangul(right))
        {
            traits |= TextTraits.Spelled;
        }

        return CountDigits(left) + CountDigits(right);
    }

    private static int CountDigits(Vector256<ushort> lanes) => BitOperations.PopCount(
        Vector256.LessThanOrEqual(lanes - Vector256.Create((ushort)'0'), Vector256.Create((ushort)9))
            .ExtractMostSignificantBits());
}
