using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Redaction;

namespace ContactCenter.Chats;

/// <summary>
/// A redacted text on its way to the body store, with the salt that seals it. The log keeps only the digest, so a
/// body can be masked or erased later and the log stays true; without the salt the digest says nothing.
/// </summary>
internal sealed class Body(RedactedText text, UInt128 salt)
{
    [ThreadStatic]
    private static IncrementalHash? _sha;

    internal RedactedText Text { get; } = text;

    internal UInt128 Salt { get; } = salt;

    internal UInt128 Digest { get; } = Seal(text.Text, salt);

    /// <summary>
    /// The text as it reads without what was said before it, by which a retry is known; null where it is the same.
    /// </summary>
    internal RedactedText? Alone { get; init; }

    /// <summary>What was said before and reads otherwise with it: the parts of a number that it goes on with.</summary>
    internal IReadOnlyList<Rewording> Rewordings { get; init; } = [];

    /// <summary>Whether a number is masked part by part from here on; null where nothing of that changes.</summary>
    internal bool? IsMasking { get; init; }

    internal static UInt128 Seal(string text, UInt128 salt)
    {
        var length = 16 + Encoding.UTF8.GetByteCount(text);
        var input = length <= 1024 ? stackalloc byte[1024] : new byte[length];
        BinaryPrimitives.WriteUInt128LittleEndian(input, salt);
        Encoding.UTF8.GetBytes(text, input[16..]);
        return Seal(input[..length]);
    }

    /// <summary>The digest of what has its salt within it.</summary>
    internal static UInt128 Seal(ReadOnlySpan<byte> salted)
    {
        // One hash for each thread: making one costs more than the hashing of a message.
        var hash = _sha ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salted);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
