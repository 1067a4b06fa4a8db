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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TextSurvey Of(ReadOnlySpan<char> text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        return (uint)(text.Length - Half) <= Pair - Half ? OfMessage(text, ref first)
            : text.Length > Pair ? OfLong(text, ref first)
            : OfBrief(text, ref first);
    }

    // Two blocks, of which the second may overlap the first: what it has in common with it is counted once. Where one
    // block is enough both are that one, its halves overlapping.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextSurvey OfMessage(ReadOnlySpan<char> text, ref ushort first)
    {
        var last = Math.Max(0, text.Length - Block);
        var half = Math.Min(Half, text.Length - Half);
        if (!BlockPair.TryLook(ref first, 0, (nuint)last, (nuint)half, out var pair))
        {
            return OfOthers(text, ref first, last, half);
        }

        var traits = text.Length > Block ? SpelledIn(text, pair.Unspoken, 0, last) : TextTraits.None;
        return pair.IsBlank ? new TextSurvey(0, traits) : OfCounted(pair, Block - last, traits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextSurvey OfCounted(in BlockPair pair, int overlap, TextTraits traits)
    {
        var digits = BitOperations.PopCount(pair.Digits & BlockPair.Without(overlap));
        var encoded = BitOperations.PopCount(
            overlap == Block ? pair.Encoded & BlockPair.Left : pair.Encoded);
        return new TextSurvey(digits, traits | TraitsOf(digits, encoded));
    }

    private static TextSurvey OfBrief(ReadOnlySpan<char> text, ref ushort first)
    {
        if (text.Length < Quarter)
        {
            return OfFew(text);
        }

        var all = Vector256.Create(
            Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)(text.Length - Quarter)));
        if ((all & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
        {
            var traits = TextTraits.None;
            var count = CountOthers(all, Vector256<ushort>.Zero, ref traits);
            return Of(text, count, traits | TraitsOf(count, 0));
        }

        var pair = new BlockPair(CharacterClasses.Of(all, Vector256<ushort>.Zero), Vector256<byte>.Zero);
        return pair.IsBlank ? default : OfCounted(pair, Block, TextTraits.None);
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

    // Most messages have too few digits for how close they stand to matter.
    private static TextSurvey OfLong(ReadOnlySpan<char> text, ref ushort first)
    {
        if (text.Length > LongestMessage)
        {
            return OfPairs(text, ref first);
        }

        var (digits, encoded, traits) = (0, 0, TextTraits.None);
        for (var i = 0; i < text.Length; i += Pair)
        {
            var (left, right) = (Math.Min(i, text.Length - Block), Math.Min(i + Block, text.Length - Block));
            if (!BlockPair.TryLook(ref first, (nuint)left, (nuint)right, out var pair))
            {
                return OfPairs(text, ref first);
            }

            traits |= SpelledIn(text, pair.Unspoken, left, right);
            if (!pair.IsBlank)
            {
                digits += BitOperations.PopCount(pair.Digits & BlockPair.Without(i - left, i + Block - right));
                encoded += BitOperations.PopCount(pair.Encoded);
            }
        }

        return digits >= CardReading.MinDigits || encoded >= FewestEncoded
            ? OfPairs(text, ref first)
            : new TextSurvey(digits, traits);
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
                traits |= SpelledIn(text, pair.Unspoken, left, right);
                if (pair.IsBlank)
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
                digits = CountOthers(ref first, left, Half, ref traits);
                more = i + Block < text.Length ? CountOthers(ref first, right, Half, ref traits) : 0;

                // The beginning or the end of a token whose rest stands in the next block, or in the one before.
                (encoded, moreEncoded) = (FewestEncodedInBlock - 1, FewestEncodedInBlock - 1);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TextSurvey OfOthers(ReadOnlySpan<char> text, ref ushort first, int last, int half)
    {
        var traits = TextTraits.None;
        var digits = CountOthers(ref first, 0, half, ref traits);
        if (last > 0)
        {
            digits += CountOthers(ref first, last, half, ref traits);
        }

        return Of(text, digits, traits | TraitsOf(digits, 0));
    }

    // Where a block has a letter that no word for a digit has, none is looked for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextTraits SpelledIn(ReadOnlySpan<char> text, uint unspoken, int left, int right) =>
        BlockPair.IsLeft(unspoken) && BlockPair.IsRight(unspoken)
            ? TextTraits.None
            : SpelledInAny(text, unspoken, left, right);

    private static TextTraits SpelledInAny(ReadOnlySpan<char> text, uint unspoken, int left, int right) =>
        (!BlockPair.IsLeft(unspoken) && SpelledDigits.MayBeIn(text.Slice(left, Block)))
            || (!BlockPair.IsRight(unspoken) && SpelledDigits.MayBeIn(text.Slice(right, Block)))
            ? TextTraits.Spelled
            : TextTraits.None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TextTraits TraitsOf(int digits, int encoded) =>
        (digits >= CardReading.MinDigits ? TextTraits.Dense : TextTraits.None)
        | (encoded >= FewestEncoded ? TextTraits.Encoded : TextTraits.None);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountOthers(ref ushort first, int block, int half, ref TextTraits traits) => CountOthers(
        Vector256.LoadUnsafe(ref first, (nuint)block),
        Vector256.LoadUnsafe(ref first, (nuint)(block + half)),
        ref traits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
