using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ContactCenter.Files;

/// <summary>Seals or unseals the chunks of one file, in order.</summary>
/// <remarks>
/// A key is used for one file, so a counter is nonce enough. Number and finality of a chunk go into its seal: none can
/// be left out, doubled or moved, and none but the last can be the last. One thread at a time.
/// </remarks>
internal sealed class ChunkCipher(ReadOnlySpan<byte> key, byte[] binding) : IDisposable
{
    private readonly AesGcm _aes = new(key, SealedFormat.TagLength);
    private readonly byte[] _associated = [.. binding, .. new byte[sizeof(long) + 1]];
    private readonly byte[] _nonce = new byte[SealedFormat.NonceLength];
    private long _index;

    /// <summary>Seals the next chunk.</summary>
    /// <returns>How long it is sealed.</returns>
    internal int Seal(ReadOnlySpan<byte> content, Span<byte> chunk)
    {
        Next(isFinal: content.Length < SealedFormat.ChunkLength);
        var tag = chunk.Slice(content.Length, SealedFormat.TagLength);
        _aes.Encrypt(_nonce, content, chunk[..content.Length], tag, _associated);
        return content.Length + SealedFormat.TagLength;
    }

    /// <summary>Unseals the next chunk.</summary>
    /// <returns>How long its content is.</returns>
    /// <exception cref="AttachmentDamagedException">It is not the next chunk, or not whole.</exception>
    internal int Unseal(ReadOnlySpan<byte> chunk, Span<byte> content)
    {
        var length = chunk.Length - SealedFormat.TagLength;
        if (length < 0)
        {
            throw new AttachmentDamagedException();
        }

        Next(isFinal: length < SealedFormat.ChunkLength);
        try
        {
            _aes.Decrypt(_nonce, chunk[..length], chunk[length..], content[..length], _associated);
            return length;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new AttachmentDamagedException();
        }
    }

    public void Dispose() => _aes.Dispose();

    private void Next(bool isFinal)
    {
        var index = _index++;
        BinaryPrimitives.WriteInt64BigEndian(_nonce.AsSpan(^sizeof(long)..), index);
        BinaryPrimitives.WriteInt64BigEndian(_associated.AsSpan(^(sizeof(long) + 1)..), index);
        _associated[^1] = isFinal ? (byte)1 : (byte)0;
    }
}
