using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Journals;

/// <summary>
/// A floor's log as a chain: the hash of each append covers the one before, so no record can be changed, left out or
/// put elsewhere without every later hash telling so.
/// </summary>
/// <remarks>By append and not by record: hashing costs as much for sixty records as for one.</remarks>
internal static class LogChain
{
    internal const int LinkSize = SHA256.HashSizeInBytes;

    // One for each thread: making one costs more than hashing an append.
    [ThreadStatic]
    private static IncrementalHash? _hash;

    /// <summary>What the first append of a floor follows: no log continues that of another floor.</summary>
    internal static byte[] Begin(FloorId floor) => SHA256.HashData(Encoding.UTF8.GetBytes(floor.Value));

    /// <summary>The hash of an append.</summary>
    /// <param name="link">The hash of the append before.</param>
    /// <param name="records">The bytes of its records, up to where the hash itself stands.</param>
    internal static byte[] Next(ReadOnlySpan<byte> link, ReadOnlySpan<byte> records)
    {
        var hash = _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(link);
        hash.AppendData(records);
        return hash.GetHashAndReset();
    }
}
