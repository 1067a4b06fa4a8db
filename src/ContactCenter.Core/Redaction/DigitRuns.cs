using System.Numerics;
using System.Runtime.InteropServices;

namespace ContactCenter.Redaction;

/// <summary>Walks from one unbroken run of digits to the next.</summary>
internal static class DigitRuns
{
    /// <summary>Whether there are that many digits in all, which most messages do not have.</summary>
    public static bool HaveAtLeast(ReadOnlySpan<char> text, int count)
    {
        // Sixteen rounds between looks: often enough to stop early, and no 16-bit lane can overflow.
        const int RoundsPerLook = 16;
        if (text.Length < count)
        {
            return false;
        }

        var units = MemoryMarshal.Cast<char, ushort>(text);
        var digits = 0;
        while (units.Length >= Vector<ushort>.Count)
        {
            var lanes = Vector<ushort>.Zero;
            for (var round = 0; round < RoundsPerLook && units.Length >= Vector<ushort>.Count; round++)
            {
                var distance = new Vector<ushort>(units) - new Vector<ushort>('0');

                // A lane that holds a digit compares to all ones, which is minus one.
                lanes -= Vector.LessThanOrEqual(distance, new Vector<ushort>(9));
                units = units[Vector<ushort>.Count..];
            }

            digits += Vector.Sum(lanes);
            if (digits >= count)
            {
                return true;
            }
        }

        foreach (var unit in units)
        {
            digits += char.IsAsciiDigit((char)unit) ? 1 : 0;
        }

        return digits >= count;
    }

    /// <summary>Where the next run begins; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<char> text, int from)
    {
        var offset = text[from..].IndexOfAnyInRange('0', '9');
        return offset < 0 ? -1 : from + offset;
    }

    /// <summary>Where the run that begins there ends.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : start + length;
    }
}
