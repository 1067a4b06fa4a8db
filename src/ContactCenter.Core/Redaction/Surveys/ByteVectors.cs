using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ContactCenter.Redaction;

/// <summary>What is done with the bytes of a vector side by side.</summary>
internal static class ByteVectors
{
    // Of two vectors the upper half of the first as the lower one, and nothing above it.
    private const byte UpperAlone = 0x81;

    /// <summary>Each byte where the one some places ahead of it was; none behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Ahead(Vector256<byte> bytes, [ConstantExpected] byte places) =>
        Avx2.AlignRight(Avx2.Permute2x128(bytes, bytes, UpperAlone), bytes, places);

    /// <summary>All bits where a byte lies in a range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Within(Vector256<byte> bytes, byte first, byte last) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create(first), Vector256.Create((byte)(last - first)));

    /// <summary>For each byte, of 0 to 15, what a table has for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> LookUp(Vector128<byte> table, Vector256<byte> bytes) => Avx2.IsSupported
        ? Avx2.Shuffle(Vector256.Create(table, table), bytes)
        : Vector256.Create(
            Vector128.ShuffleNative(table, bytes.GetLower()), Vector128.ShuffleNative(table, bytes.GetUpper()));

    /// <summary>The same for twice as many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> LookUp(Vector128<byte> table, Vector512<byte> bytes)
    {
        var twice = Vector256.Create(table, table);
        return Avx512BW.IsSupported
            ? Avx512BW.Shuffle(Vector512.Create(twice, twice), bytes)
            : Vector512.Create(LookUp(table, bytes.GetLower()), LookUp(table, bytes.GetUpper()));
    }
}
