using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContactCenter.Redaction;

/// <summary>What is done with the bytes of a vector side by side.</summary>
internal static class ByteVectors
{
    /// <summary>Each byte where the one some places ahead of it was; none behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Ahead(Vector512<byte> bytes, byte places) =>
        Vector512.Shuffle(bytes, Vector512<byte>.Indices + Vector512.Create(places));

    /// <summary>All bits where a byte lies in a range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Within(Vector512<byte> bytes, byte first, byte last) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create(first), Vector512.Create((byte)(last - first)));
}
