namespace ContactCenter.Benchmarks.Baselines;

/// <summary>The same bytes in the same commits, appended to a plain file and flushed: what the disk alone can
/// do.</summary>
public sealed class FileCommits(string file) : IDisposable
{
    private readonly FileStream _file = new(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
    private readonly byte[] _bytes = new byte[1 << 20];

    public void Commit(IReadOnlyList<int> lengths)
    {
        _file.Write(_bytes, 0, Math.Min(_bytes.Length, lengths.Sum()));
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();
}
