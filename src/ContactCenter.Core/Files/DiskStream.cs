namespace ContactCenter.Files;

/// <summary>A file of the store. Unbuffered, since it is used by whole chunks; its failures hold no path.</summary>
internal sealed class DiskStream : ForwardStream
{
    private readonly FileStream _file;
    private readonly bool _writes;

    private DiskStream(FileStream file, bool writes)
    {
        _file = file;
        _writes = writes;
    }

    public override bool CanRead => !_writes;

    public override bool CanWrite => _writes;

    /// <summary>Opens a file that is there.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    internal static DiskStream OpenRead(string path) => new(
        Disk.Try(() => new FileStream(path, new FileStreamOptions
        {
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        })),
        writes: false);

    /// <summary>
    /// Makes a file that only its owner may read. As long as the stream is open nobody can open the file alone, which
    /// tells a copy under way from one that a crash ended.
    /// </summary>
    internal static DiskStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new DiskStream(Disk.Try(() => new FileStream(path, options)), writes: true);
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _file.Read(buffer);
        }
        catch (Exception exception) when (Disk.IsFailure(exception))
        {
            throw Disk.Failure(exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Disk.IsFailure(exception))
        {
            throw Disk.Failure(exception);
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await _file.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Disk.IsFailure(exception))
        {
            throw Disk.Failure(exception);
        }
    }

    /// <summary>Comes back when a power cut can no longer undo what was written.</summary>
    internal void FlushToDisk() => Disk.Try(() =>
    {
        _file.Flush(flushToDisk: true);
        return 0;
    });

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
