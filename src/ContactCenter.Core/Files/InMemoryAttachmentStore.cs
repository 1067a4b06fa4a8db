using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ContactCenter.Files;

/// <summary>
/// A store that lives as long as the process: for tests, demonstrations, and hosts that need no durability.
/// </summary>
/// <remarks>
/// Content is sealed under a random key of the store's own, so that a dump of memory shows little of it. Safe for any
/// thread.
/// </remarks>
public sealed class InMemoryAttachmentStore : IAttachmentStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FileKey, SealedBlocks> _quarantined = [];
    private readonly Dictionary<FileKey, SealedBlocks> _delivered = [];
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SealedFormat.KeyLength);
    private readonly long _capacity;
    private long _stored;

    /// <summary>An empty store.</summary>
    /// <param name="capacity">
    /// How many sealed bytes it holds before it takes no more into quarantine, 1 or more. Default: 1 GB (2^30). A file
    /// takes some 0.03 % more than its length, and at least 80 bytes. A release is never refused.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public InMemoryAttachmentStore(long capacity = 1L << 30)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    /// <exception cref="AttachmentStoreFullException">There is no room for it; nothing is kept.</exception>
    public async ValueTask<long> QuarantineAsync(
        FileKey file, Stream content, long limit, CancellationToken cancellationToken)
    {
        file.Check();
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var blocks = new SealedBlocks(Reserve);
        try
        {
            var length = await SealingCopy
                .RunAsync(content, limit, blocks, _key, file, FileStage.Quarantined, cancellationToken)
                .ConfigureAwait(false);
            lock (_gate)
            {
                Forget(_quarantined, file);
                _quarantined.Add(file, blocks);
            }

            return length;
        }
        catch
        {
            Forget(blocks);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenQuarantinedAsync(FileKey file, CancellationToken cancellationToken) =>
        OpenAsync(file, FileStage.Quarantined, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(FileKey file, CancellationToken cancellationToken)
    {
        if (Find(file, FileStage.Delivered) is null)
        {
            var blocks = new SealedBlocks(ReserveRegardless);
            try
            {
                await CopyAsync(file, blocks, cancellationToken).ConfigureAwait(false);
            }
            catch (FileNotFoundException) when (Find(file, FileStage.Delivered) is not null)
            {
                // Whoever released it at the same time has done so between the look and the copy.
                Forget(blocks);
                return;
            }
            catch
            {
                Forget(blocks);
                throw;
            }

            Deliver(file, blocks);
        }

        lock (_gate)
        {
            Forget(_quarantined, file);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(FileKey file, CancellationToken cancellationToken) =>
        OpenAsync(file, FileStage.Delivered, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DestroyAsync(FileKey file, CancellationToken cancellationToken)
    {
        file.Check();
        lock (_gate)
        {
            Forget(_quarantined, file);
            Forget(_delivered, file);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var place in new[] { _quarantined, _delivered })
            {
                foreach (var file in place.Keys.Where(file => file.Floor == floor && file.Chat == chat).ToList())
                {
                    Forget(place, file);
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FileKey> QuarantinedAsync(
        FloorId floor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<FileKey> files;
        lock (_gate)
        {
            files = [.. _quarantined.Keys.Where(file => file.Floor == floor)];
        }

        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <summary>How many sealed bytes it holds.</summary>
    internal long Stored => Interlocked.Read(ref _stored);

    private async ValueTask CopyAsync(FileKey file, SealedBlocks blocks, CancellationToken cancellationToken)
    {
        var content = await OpenQuarantinedAsync(file, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            await SealingCopy
                .RunAsync(content, long.MaxValue, blocks, _key, file, FileStage.Delivered, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    // Whoever destroyed the file meanwhile, or delivered it, has had the last word.
    private void Deliver(FileKey file, SealedBlocks blocks)
    {
        lock (_gate)
        {
            if (_quarantined.ContainsKey(file) && _delivered.TryAdd(file, blocks))
            {
                return;
            }

            Forget(blocks);
            if (!_delivered.ContainsKey(file))
            {
                throw Missing.Attachment();
            }
        }
    }

    private async ValueTask<Stream> OpenAsync(FileKey file, FileStage stage, CancellationToken cancellationToken)
    {
        var blocks = Find(file, stage) ?? throw Missing.Attachment();
        return await UnsealingStream.OpenAsync(blocks.OpenRead(), _key, file, stage, cancellationToken)
            .ConfigureAwait(false) ?? throw Missing.Attachment();
    }

    private SealedBlocks? Find(FileKey file, FileStage stage)
    {
        file.Check();
        lock (_gate)
        {
            return (stage == FileStage.Quarantined ? _quarantined : _delivered).GetValueOrDefault(file);
        }
    }

    private void Forget(Dictionary<FileKey, SealedBlocks> place, FileKey file)
    {
        if (place.Remove(file, out var blocks))
        {
            Forget(blocks);
        }
    }

    private void Forget(SealedBlocks blocks)
    {
        blocks.Destroy();
        Interlocked.Add(ref _stored, -blocks.Size);
    }

    private void Reserve(int bytes)
    {
        if (Interlocked.Add(ref _stored, bytes) > _capacity)
        {
            Interlocked.Add(ref _stored, -bytes);
            throw new AttachmentStoreFullException();
        }
    }

    private void ReserveRegardless(int bytes) => Interlocked.Add(ref _stored, bytes);
}
