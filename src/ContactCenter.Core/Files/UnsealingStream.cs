using System.Security.Cryptography;

namespace ContactCenter.Files;

/// <summary>Reads a sealed file, a chunk at a time. What it gives out has been verified; at its end, all.</summary>
internal sealed class UnsealingStream : ForwardStream
{
    private readonly Stream _source;
    private readonly ChunkCipher _cipher;
    private readonly byte[] _chunk = new byte[SealedFormat.SealedChunkLength];
    private readonly byte[] _plain = new byte[SealedFormat.ChunkLength];
    private int _position;
    private int _length;
    private bool _ended;
    private bool _disposed;

    private UnsealingStream(Stream source, ChunkCipher cipher)
    {
        _source = source;
        _cipher = cipher;
    }

    public override bool CanRead => !_disposed;

    /// <summary>Opens a sealed file.</summary>
    /// <param name="source">The sealed bytes; disposed with the stream, or now if there is none.</param>
    /// <returns>The content; null when the file was destroyed and only not yet cleared away.</returns>
    /// <exception cref="AttachmentDamagedException">It is not that file, or not under that key.</exception>
    internal static async ValueTask<UnsealingStream?> OpenAsync(
        Stream source, ReadOnlyMemory<byte> storeKey, FileKey file, FileStage stage,
        CancellationToken cancellationToken)
    {
        var opened = default(UnsealingStream);
        try
        {
            var header = new byte[SealedFormat.HeaderLength];
            var length = await source.ReadAtLeastAsync(header, header.Length, false, cancellationToken)
                .ConfigureAwait(false);
            return SealedFormat.IsDestroyed(header.AsSpan(0, length))
                ? null
                : opened = new(source, SealedFormat.Open(storeKey.Span, file, stage, header.AsSpan(0, length)));
        }
        finally
        {
            if (opened is null)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (_position == _length && !_ended && !buffer.IsEmpty)
        {
            Unseal(_source.ReadAtLeast(_chunk, _chunk.Length, throwOnEndOfStream: false));
        }

        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (_position == _length && !_ended && !buffer.IsEmpty)
        {
            Unseal(await _source.ReadAtLeastAsync(_chunk, _chunk.Length, false, cancellationToken)
                .ConfigureAwait(false));
        }

        return Take(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            CryptographicOperations.ZeroMemory(_plain);
            _cipher.Dispose();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Unseal(int read)
    {
        _position = _length = 0;
        _length = _cipher.Unseal(_chunk.AsSpan(0, read), _plain);
        _ended = _length < SealedFormat.ChunkLength;
    }

    private int Take(Span<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, _length - _position);
        _plain.AsSpan(_position, taken).CopyTo(buffer);
        _position += taken;
        return taken;
    }
}
