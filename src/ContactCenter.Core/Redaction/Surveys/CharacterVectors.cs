using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>A text of up to 64 characters in two vectors, with nothing behind its end.</summary>
internal static class CharacterVectors
{
    private const int Whole = 32;
    private const int Half = Whole / 2;
    private const int Quarter = Half / 2;

    /// <summary>Reads it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<ushort> Left, Vector512<ushort> Right) Of(ReadOnlySpan<char> text)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        if (text.Length >= Whole)
        {
            // The last characters are moved to where they follow the first ones.
            var last = Vector512.LoadUnsafe(ref first, (nuint)(text.Length - Whole));
            var places = Vector512<ushort>.Indices + Vector512.Create((ushort)((Whole * 2) - text.Length));
            return (Vector512.LoadUnsafe(ref first), Vector512.Shuffle(last, places));
        }

        if (text.Length >= Half)
        {
            var last = Vector256.LoadUnsafe(ref first, (nuint)(text.Length - Half));
            var places = Vector256<ushort>.Indices + Vector256.Create((ushort)(Whole - text.Length));
            return (
                Vector512.Create(Vector256.LoadUnsafe(ref first), Vector256.Shuffle(last, places)),
                Vector512<ushort>.Zero);
        }

        return (Vector512.Create(OfFew(text, ref first), Vector256<ushort>.Zero), Vector512<ushort>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> OfFew(ReadOnlySpan<char> text, ref ushort first)
    {
        if (text.Length >= Quarter)
        {
            var last = Vector128.LoadUnsafe(ref first, (nuint)(text.Length - Quarter));
            var places = Vector128<ushort>.Indices + Vector128.Create((ushort)(Half - text.Length));
            return Vector256.Create(Vector128.LoadUnsafe(ref first), Vector128.Shuffle(last, places));
        }

        var (low, high) = (0UL, 0UL);
        for (var i = 0; i < text.Length; i++)
        {
            var bits = (ulong)text[i] << (16 * (i % 4));
            low |= i < 4 ? bits : 0;
            high |= i < 4 ? 0 : bits;
        }

        return Vector256.Create(low, high, 0, 0).AsUInt16();
    }
}
