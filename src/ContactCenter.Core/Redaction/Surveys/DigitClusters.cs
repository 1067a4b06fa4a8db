using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>Finds where enough digits stand together for a card number, and skips everything in between.</summary>
internal static class DigitClusters
{
    private const int Block = 32;
    private const int Few = 96;

    /// <summary>The next stretch that may hold a number, from digit to digit; false when there is none.</summary>
    /// <param name="text">The text as rules read it.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    public static bool TryNext(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        // A short text is read at once.
        if (text.Length - from <= Few)
        {
            (start, end) = (from, text.Length);
            return start < end;
        }

        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var (before, before2) = (0, 0);
        for (var i = from; i < text.Length; i += Block)
        {
            var here = i + Block <= text.Length
                ? Count(Vector256.LoadUnsafe(ref first, (nuint)i))
                    + Count(Vector256.LoadUnsafe(ref first, (nuint)i + (Block / 2)))
                : Block;

            // Twelve digits with the widest gaps reach over three blocks at most.
            if (before2 + before + here >= CardReading.MinDigits
                && TryWalk(text, Math.Max(from, i - (Block * 2)), Math.Min(text.Length, i + Block), out start, out end))
            {
                return true;
            }

            (before2, before) = (before, here);
        }

        (start, end) = (0, 0);
        return false;
    }

    /// <summary>Whether one begins or ends between two places.</summary>
    public static bool IsIn(ReadOnlySpan<char> text, int from, int limit)
    {
        var (digits, end) = (0, from);
        for (var i = from; i < text.Length && (digits > 0 || i < limit); i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                end = i + 1;
                if (++digits == CardReading.MinDigits)
                {
                    return true;
                }
            }
            else if (i - end >= Separators.MaxGap)
            {
                digits = 0;
            }
        }

        return false;
    }

    private static int Count(Vector256<ushort> lanes) => BitOperations.PopCount(
        Vector256.LessThanOrEqual(lanes - Vector256.Create((ushort)'0'), Vector256.Create((ushort)9))
            .ExtractMostSignificantBits());

    // From gap to gap; a stretch that begins before the limit is followed to its end.
    private static bool TryWalk(ReadOnlySpan<char> text, int from, int limit, out int start, out int end)
    {
        var (digits, i) = (0, from);
        (start, end) = (from, from);
        while (i < text.Length)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (digits == 0)
                {
                    start = i;
                }

                digits++;
                end = ++i;
            }
            else if (i - end < Separators.MaxGap && digits > 0)
            {
                i++;
            }
            else if (digits >= CardReading.MinDigits)
            {
                return true;
            }
            else if (i >= limit)
            {
                return false;
            }
            else
            {
                digits = 0;
                i++;
            }
        }

        return digits >= CardReading.MinDigits;
    }
}
