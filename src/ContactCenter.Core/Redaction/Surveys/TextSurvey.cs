using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>One quick look at a text, which tells for nearly all texts that no rule can find anything.</summary>
internal readonly struct TextSurvey
{
    private const int Block = 32;
    private const int Pair = Block * 2;
    private const int Half = Block / 2;
    private const int Quarter = Block / 4;

    // A number in base64 has at least five characters that stand for its fourth digits, within two blocks.
    private const int FewestEncoded = 5;
    private const int FewestEncodedInBlock = FewestEncoded / 2;

    // In a message all digits are close, since they may be told part by part.
    private const int LongestMessage = 512;

    private const int TraitBits = 4;
    private const int CountedDigits = int.MaxValue >> TraitBits;

    // Both in one number, which travels in a register.
    private readonly int _digitsAndTraits;

    private TextSurvey(int mostDigits, TextTraits traits) =>
        _digitsAndTraits = (Math.Min(mostDigits, CountedDigits) << TraitBits) | (int)traits;

    /// <summary>How many digits stand close together at most, of any script.</summary>
    public int MostDigits => _digitsAndTraits >> TraitBits;

    /// <summary>What else the look has shown.</summary>
    public TextTraits Traits => (TextTraits)(_digitsAndTraits & ((1 << TraitBits) - 1));

    /// <summary>Whether rules read the text as it is written.</summary>
    public bool IsPlain => (Traits & TextTraits.Foreign) == 0;

    /// <summary>Looks.</summary>
    public static TextSurvey Of(ReadOnlySpan<char> text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        return text.Length > Pair ? OfPairs(text, ref first)
            : text.Length > Block ? OfPair(text, ref first)
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
            return OfOthers(text, left, right);
        }

        var classes = CharacterClasses.Of(left, right);
        var digits = BitOperations.PopCount(classes.ExtractMostSignificantBits());
        var encoded = BitOperations.PopCount((classes.AsUInt16() << 1).AsByte().ExtractMostSignificantBits());
        return new TextSurvey(digits, TraitsOf(digits, encoded));
    }

    // Two blocks, of which the second may overlap the first: what it has in common with it is counted once.
    private static TextSurvey OfPair(ReadOnlySpan<char> text, ref ushort first)
    {
        var last = text.Length - Block;
        if (!BlockPair.TryLook(ref first, 0, (nuint)last, out var pair))
        {
            return OfPairs(text, ref first);
        }

        var digits = BitOperations.PopCount(pair.Digits & BlockPair.Without(Block - last));
        var traits = TraitsOf(digits, BitOperations.PopCount(pair.Encoded));
        return new TextSurvey(
            digits, pair.IsUnspoken ? traits : traits | SpelledIn(text, pair.Unspoken, 0, last));
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

    private static TextSurvey OfPairs(ReadOnlySpan<char> text, ref ushort first)
    {
        var (all, most, before, before2, encodedBefore, traits) = (0, 0, 0, 0, 0, TextTraits.None);
        for (var i = 0; i < text.Length; i += Pair)
        {
            var (left, right) = (Math.Min(i, text.Length - Block), Math.Min(i + Block, text.Length - Block));
            var (digits, more, encoded, moreEncoded) = (0, 0, 0, 0);
            if (BlockPair.TryLook(ref first, (nuint)left, (nuint)right, out var pair))
            {
                traits |= pair.IsUnspoken ? TextTraits.None : SpelledIn(text, pair.Unspoken, left, right);
                if ((pair.Digits | pair.Encoded) == 0)
                {
                    (before2, before, encodedBefore) = (0, 0, 0);
                    continue;
                }

                var counted = pair.Digits & BlockPair.Without(i - left, i + Block - right);
                digits = BitOperations.PopCount(counted & BlockPair.Left);
                more = BitOperations.PopCount(counted & BlockPair.Right);
                encoded = BitOperations.PopCount(pair.Encoded & BlockPair.Left);
                moreEncoded = BitOperations.PopCount(pair.Encoded & BlockPair.Right);
            }
            else
            {
                digits = CountOthers(ref first, left, ref traits);
                more = i + Block < text.Length ? CountOthers(ref first, right, ref traits) : 0;
            }

            // Twelve digits with the widest gaps reach over three blocks at most.
            // Once there are enough of them for a number, no rule asks for more.
            var isKnown = most >= CardReading.MinDigits;
            var close = isKnown ? most : Closest(text, digits + before + before2, i);
            var closeToo = isKnown ? most : Closest(text, more + digits + before, i + Block);
            traits |= TraitsOf(Math.Max(close, closeToo), Math.Max(encoded + encodedBefore, encoded + moreEncoded));
            all += digits + more;
            most = Math.Max(most, Math.Max(close, closeToo));
            (before2, before, encodedBefore) = (digits, more, moreEncoded);
        }

        return Of(text, text.Length <= LongestMessage ? all : most, traits);
    }

    private static int Closest(ReadOnlySpan<char> text, int digits, int block) =>
        digits >= CardReading.MinDigits && text.Length > LongestMessage
            && !DigitClusters.IsIn(text, Math.Max(0, block - Pair), block + Block)
            && !Escapes.MayPart(text[Math.Max(0, block - Pair)..Math.Min(text.Length, block + Block)])
            ? CardReading.MinDigits - 1
            : digits;

    private static TextSurvey Of(ReadOnlySpan<char> text, int digits, TextTraits traits) =>
        (traits & TextTraits.Foreign) == 0
            ? new TextSurvey(digits, traits)
            : new TextSurvey(TextReading.MostDigits(text), traits);

    private static TextSurvey OfOthers(ReadOnlySpan<char> text, Vector256<ushort> left, Vector256<ushort> right)
    {
        var traits = TextTraits.None;
        var digits = CountOthers(left, right, ref traits);
        return Of(text, digits, traits | TraitsOf(digits, 0));
    }

    private static TextTraits SpelledIn(ReadOnlySpan<char> text, ulong unspoken, int left, int right) =>
        ((unspoken & BlockPair.Left) == 0 && SpelledDigits.MayBeIn(text.Slice(left, Block)))
            || ((unspoken & BlockPair.Right) == 0 && SpelledDigits.MayBeIn(text.Slice(right, Block)))
            ? TextTraits.Spelled
            : TextTraits.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreAscii(Vector256<ushort> left, Vector256<ushort> right) =>
        ((left | right) & Vector256.Create((ushort)0xFF80)) == Vector256<ushort>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextTraits TraitsOf(int digits, int encoded) =>
        (digits >= CardReading.MinDigits ? TextTraits.Dense : TextTraits.None)
        | (encoded >= FewestEncoded ? TextTraits.Encoded : TextTraits.None);

    private static int CountOthers(ref ushort first, int block, ref TextTraits traits) => CountOthers(
        Vector256.LoadUnsafe(ref first, (nuint)block),
        Vector256.LoadUnsafe(ref first, (nuint)block + Half),
        ref traits);

    private static int CountOthers(Vector256<ushort> left, Vector256<ushort> right, ref TextTraits traits)
    {
        var block = OtherBlock.Of(left, right);
        if (!block.IsKorean && !(TextReading.ArePlain(left) && TextReading.ArePlain(right)))
        {
            traits |= TextTraits.Foreign;
        }

        if (block.Encoded >= FewestEncodedInBlock)
        {
            traits |= TextTraits.Encoded;
        }

        if (block.MayBeSpelled
            && (SpelledDigits.AreInSyllables(left) || SpelledDigits.AreInSyllables(right)))
        {
            traits |= TextTraits.Spelled;
        }

        return block.Digits;
    }
}
