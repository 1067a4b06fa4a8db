namespace ContactCenter.Files;

/// <summary>What the scan of one file may still take: time, bytes, parts. One thread at a time.</summary>
internal sealed class ScanBudget(DocumentScanOptions options, CancellationToken cancellationToken)
{
    private long _inflated;
    private long _held;
    private int _entries;

    internal CancellationToken Token => cancellationToken;

    /// <summary>How many bytes more may be unpacked.</summary>
    internal long Left => options.MaxInflatedBytes - _inflated;

    /// <summary>So many bytes more have been unpacked.</summary>
    internal void Inflate(int bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _inflated += bytes;
        ThrowIf(_inflated > options.MaxInflatedBytes);
    }

    /// <summary>So many bytes more are held from now on, or fewer.</summary>
    internal void Hold(long bytes)
    {
        ThrowIf(bytes > 0 && _held + bytes > options.MaxHeldBytes);
        _held += bytes;
    }

    /// <summary>Another part is read.</summary>
    internal void Enter()
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIf(++_entries > options.MaxEntries);
    }

    /// <summary>So many are about to be read: if they are too many, not one of them is.</summary>
    internal void Expect(int entries) => ThrowIf(_entries + entries > options.MaxEntries);

    internal void GoDown(int depth) => ThrowIf(depth > options.MaxDepth);

    private static void ThrowIf(bool isBeyond)
    {
        if (isBeyond)
        {
            throw new ScanLimitException();
        }
    }
}
