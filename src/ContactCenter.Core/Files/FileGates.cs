namespace ContactCenter.Files;

/// <summary>Lets one caller at a time change a file. Files share gates; no caller holds two.</summary>
internal sealed class FileGates
{
    private const int Gates = 64;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1, 1))];

    internal async ValueTask<Pass> EnterAsync(FileKey file, CancellationToken cancellationToken)
    {
        var gate = _gates[(uint)file.GetHashCode() % Gates];
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Pass(gate);
    }

    internal readonly struct Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
