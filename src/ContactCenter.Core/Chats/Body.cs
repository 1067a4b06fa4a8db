using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ContactCenter.Redaction;

namespace ContactCenter.Chats;

/// <summary>
/// A redacted text on its way to the body store, with the salt that seals it. The log keeps only the digest, so a
/// body can be masked or erased later and the log stays true; without the salt the digest says nothing.
/// </summary>
internal sealed class Body(RedactedText text, UInt128 salt)
{
    internal RedactedText Text { get; } = text;

    internal UInt128 Salt { get; } = salt;

    internal UInt128 Digest { get; } = Seal(text.Text, salt);

    private static UInt128 Seal(string text, UInt128 salt)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var characters = MemoryMarshal.AsBytes(text.AsSpan());
        var length = characters.Length + 16;
        var input = length <= 512 ? stackalloc byte[512] : new byte[length];
        BinaryPrimitives.WriteUInt128LittleEndian(input, salt);
        characters.CopyTo(input[16..]);
        SHA256.HashData(input[..length], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
