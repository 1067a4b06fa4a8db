using System.Runtime.CompilerServices;

namespace ContactCenter.Files;

/// <summary>A store in a folder of a file system.</summary>
/// <remarks>
/// <para>
/// Every file is sealed (AES-256-GCM, in chunks) under a random key of its own, which the host's key wraps. What is
/// cut off, altered or exchanged is refused as damaged. To destroy a file is to overwrite its key and then to delete
/// it; on disks and file systems that keep old blocks, only the host's key can take those along, so keep it elsewhere
/// than the folder. Without that key nothing here can be read, and it cannot be changed for another.
/// </para>
/// <para>
/// A crash or a power cut leaves a whole file or none. Folders that the store makes are open to their owner only. One
/// process may write to a floor at a time, through one store; several may share the folder. Safe for any thread.
/// </para>
/// </remarks>
public sealed class FileSystemAttachmentStore : IAttachmentStore
{
    private readonly SealedFolder _folder;
    private readonly FileGates _gates = new();

    // Pinned: a collection that moves it would leave a copy behind.
    private readonly byte[] _key = GC.AllocateUninitializedArray<byte>(SealedFormat.KeyLength, pinned: true);

    /// <summary>Opens the store, making its folder if need be, and sweeps away what interrupted copies left.</summary>
    /// <param name="root">The folder, for the store alone; best not on the disk that a web server serves.</param>
    /// <param name="key">
    /// The host's key: 32 random bytes, the same in every life of the store, good for 2^32 files. Copied, and held in
    /// memory as long as the store is.
    /// </param>
    /// <exception cref="ArgumentException">The root is empty, or the key is not 32 bytes, or all zeros.</exception>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    public FileSystemAttachmentStore(string root, ReadOnlyMemory<byte> key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        if (key.Length != SealedFormat.KeyLength || !key.Span.ContainsAnyExcept((byte)0))
        {
            throw new ArgumentException("The key of an attachment store is 32 random bytes.", nameof(key));
        }

        key.CopyTo(_key);
        _folder = new SealedFolder(Path.GetFullPath(root));
        _folder.Prepare();
    }

    /// <inheritdoc/>
    public ValueTask<long> QuarantineAsync(
        FileKey file, Stream content, long limit, CancellationToken cancellationToken)
    {
        file.Check();
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return WriteAsync(file, FileStage.Quarantined, content, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenQuarantinedAsync(FileKey file, CancellationToken cancellationToken) =>
        OpenAsync(file, FileStage.Quarantined, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(FileKey file, CancellationToken cancellationToken)
    {
        using var pass = await _gates.EnterAsync(file.Check(), cancellationToken).ConfigureAwait(false);
        if (!File.Exists(_folder.PathOf(file, FileStage.Delivered)))
        {
            var content = await OpenQuarantinedAsync(file, cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                await WriteAsync(file, FileStage.Delivered, content, long.MaxValue, cancellationToken)
                    .ConfigureAwait(false);
            }
        }

        SealedFolder.Destroy(_folder.PathOf(file, FileStage.Quarantined));
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(FileKey file, CancellationToken cancellationToken) =>
        OpenAsync(file, FileStage.Delivered, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DestroyAsync(FileKey file, CancellationToken cancellationToken)
    {
        using var pass = await _gates.EnterAsync(file.Check(), cancellationToken).ConfigureAwait(false);

        // A flush takes the disk's time: not on the caller's thread.
        await Task.Run(() => Destroy(file), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken)
    {
        var files = await Task.Run(() => _folder.OfChat(floor, chat), cancellationToken).ConfigureAwait(false);
        foreach (var file in files)
        {
            await DestroyAsync(file, cancellationToken).ConfigureAwait(false);
        }

        _folder.ForgetChat(floor, chat);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FileKey> QuarantinedAsync(
        FloorId floor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await Task.Run(() => _folder.Quarantined(floor), cancellationToken).ConfigureAwait(false);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }
    }

    private void Destroy(FileKey file)
    {
        SealedFolder.Destroy(_folder.PathOf(file, FileStage.Quarantined));
        SealedFolder.Destroy(_folder.PathOf(file, FileStage.Delivered));
        _folder.SweepParts(file);
    }

    private async ValueTask<Stream> OpenAsync(FileKey file, FileStage stage, CancellationToken cancellationToken)
    {
        var source = DiskStream.OpenRead(_folder.PathOf(file.Check(), stage));
        return await UnsealingStream.OpenAsync(source, _key, file, stage, cancellationToken).ConfigureAwait(false)
            ?? throw Missing.Attachment();
    }

    private async ValueTask<long> WriteAsync(
        FileKey file, FileStage stage, Stream content, long limit, CancellationToken cancellationToken)
    {
        var path = _folder.PathOf(file, stage);
        var part = _folder.NewPart(file, path);
        try
        {
            var destination = DiskStream.Create(part);
            await using (destination.ConfigureAwait(false))
            {
                var length = await SealingCopy
                    .RunAsync(content, limit, destination, _key, file, stage, cancellationToken)
                    .ConfigureAwait(false);
                destination.FlushToDisk();
                SealedFolder.Move(part, path);

                // Once more: the new name is to last too, before anybody destroys what the file was made from.
                destination.FlushToDisk();
                return length;
            }
        }
        catch
        {
            Abandon(part);
            throw;
        }
    }

    private static void Abandon(string part)
    {
        try
        {
            SealedFolder.Destroy(part);
        }
        catch (IOException)
        {
            // What made the copy fail is the news. The next sweep finds the rest.
        }
    }
}
