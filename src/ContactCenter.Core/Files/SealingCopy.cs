using System.Security.Cryptography;

namespace ContactCenter.Files;

/// <summary>Copies a stream into a sealed one, a chunk at a time.</summary>
internal static class SealingCopy
{
    /// <summary>Copies everything there is, unless it is more than there may be.</summary>
    /// <returns>How many bytes there were.</returns>
    /// <exception cref="AttachmentTooLargeException">There were more.</exception>
    internal static async ValueTask<long> RunAsync(
        Stream content, long limit, Stream destination, ReadOnlyMemory<byte> storeKey, FileKey file, FileStage stage,
        CancellationToken cancellationToken)
    {
        var header = new byte[SealedFormat.HeaderLength];
        var plain = new byte[SealedFormat.ChunkLength];
        var chunk = new byte[SealedFormat.SealedChunkLength];
        using var cipher = SealedFormat.Begin(storeKey.Span, file, stage, header);
        try
        {
            await destination.WriteAsync(header, cancellationToken).ConfigureAwait(false);
            for (var total = 0L; ;)
            {
                var length = await FillAsync(content, plain, limit - total, cancellationToken).ConfigureAwait(false);
                total += length;
                if (total > limit)
                {
                    throw new AttachmentTooLargeException(limit);
                }

                var written = cipher.Seal(plain.AsSpan(0, length), chunk);
                await destination.WriteAsync(chunk.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
                if (length < plain.Length)
                {
                    return total;
                }
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    // Asks for one byte more than may come, and for no second.
    private static async ValueTask<int> FillAsync(
        Stream content, byte[] buffer, long left, CancellationToken cancellationToken)
    {
        var wanted = left < buffer.Length ? (int)left + 1 : buffer.Length;
        return await content.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, false, cancellationToken)
            .ConfigureAwait(false);
    }
}
