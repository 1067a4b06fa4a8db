using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Files;

/// <summary>How a sealed file is laid out: a header, then chunks; and how its header is made and read.</summary>
/// <remarks>
/// The header holds the file's own random key, wrapped by the store's: <c>mark, nonce, wrapped key, tag</c>. To destroy
/// it is to destroy the file. Every chunk but the last holds <see cref="ChunkLength"/> bytes and the last fewer, if
/// only none: so where a file ends is never a matter of belief.
/// </remarks>
internal static class SealedFormat
{
    internal const int KeyLength = 32;
    internal const int TagLength = 16;
    internal const int NonceLength = 12;
    internal const int ChunkLength = 64 * 1024;
    internal const int SealedChunkLength = ChunkLength + TagLength;
    internal const int HeaderLength = 4 + NonceLength + KeyLength + TagLength;

    private static ReadOnlySpan<byte> Mark => "CCA1"u8;

    /// <summary>Makes a key for a file, and the header that holds it.</summary>
    internal static ChunkCipher Begin(ReadOnlySpan<byte> storeKey, FileKey file, FileStage stage, Span<byte> header)
    {
        var binding = Bind(file, stage);
        var (nonce, wrapped, tag) = Parts(header);
        Span<byte> key = stackalloc byte[KeyLength];
        try
        {
            Mark.CopyTo(header);
            RandomNumberGenerator.Fill(key);
            RandomNumberGenerator.Fill(nonce);
            using var aes = new AesGcm(storeKey, TagLength);
            aes.Encrypt(nonce, key, wrapped, tag, binding);
            return new ChunkCipher(key, binding);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Takes the key of a file out of its header.</summary>
    /// <exception cref="AttachmentDamagedException">It is not that file's header, or not under that key.</exception>
    internal static ChunkCipher Open(ReadOnlySpan<byte> storeKey, FileKey file, FileStage stage, Span<byte> header)
    {
        if (header.Length != HeaderLength || !header.StartsWith(Mark))
        {
            throw new AttachmentDamagedException();
        }

        var binding = Bind(file, stage);
        var (nonce, wrapped, tag) = Parts(header);
        Span<byte> key = stackalloc byte[KeyLength];
        try
        {
            using var aes = new AesGcm(storeKey, TagLength);
            aes.Decrypt(nonce, wrapped, tag, key, binding);
            return new ChunkCipher(key, binding);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new AttachmentDamagedException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Whether a header was overwritten: the file is destroyed, only not yet cleared away.</summary>
    internal static bool IsDestroyed(ReadOnlySpan<byte> header) => !header.ContainsAnyExcept((byte)0);

    // What a file is goes into every seal, so that nothing of it passes for something of another.
    private static byte[] Bind(FileKey file, FileStage stage)
    {
        var floor = Encoding.UTF8.GetBytes(file.Floor.Value);
        var identity = new byte[1 + sizeof(long) + 16 + floor.Length];
        identity[0] = (byte)stage;
        BinaryPrimitives.WriteInt64BigEndian(identity.AsSpan(1), file.Chat);
        file.Id.TryWriteBytes(identity.AsSpan(1 + sizeof(long)), bigEndian: true, out _);
        floor.CopyTo(identity, 1 + sizeof(long) + 16);
        return SHA256.HashData(identity);
    }

    private static HeaderParts Parts(Span<byte> header) => new()
    {
        Nonce = header.Slice(Mark.Length, NonceLength),
        Wrapped = header.Slice(Mark.Length + NonceLength, KeyLength),
        Tag = header.Slice(Mark.Length + NonceLength + KeyLength, TagLength),
    };

    private ref struct HeaderParts
    {
        internal Span<byte> Nonce { get; init; }

        internal Span<byte> Wrapped { get; init; }

        internal Span<byte> Tag { get; init; }

        internal readonly void Deconstruct(out Span<byte> nonce, out Span<byte> wrapped, out Span<byte> tag)
        {
            nonce = Nonce;
            wrapped = Wrapped;
            tag = Tag;
        }
    }
}
