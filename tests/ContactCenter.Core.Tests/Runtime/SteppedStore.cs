using System.Collections.Concurrent;
using ContactCenter.Files;

namespace ContactCenter.Tests.Runtime;

/// <summary>A store in memory that tells of each change, before and after it, and can show all that it holds.</summary>
internal sealed class SteppedStore : IAttachmentStore
{
    private readonly InMemoryAttachmentStore _inner = new();
    private readonly ConcurrentDictionary<FileKey, bool> _keys = new();

    /// <summary>Waits at a step; null for not at all.</summary>
    internal Func<string, ValueTask>? At { get; set; }

    /// <summary>All that is in it, in quarantine and delivered.</summary>
    internal async Task<IReadOnlyList<byte[]>> ContentAsync()
    {
        var all = new List<byte[]>();
        foreach (var key in _keys.Keys)
        {
            foreach (var open in (Func<ValueTask<Stream>>[])
                [() => _inner.OpenAsync(key, default), () => _inner.OpenQuarantinedAsync(key, default)])
            {
                try
                {
                    await using var stream = await open();
                    using var copy = new MemoryStream();
                    await stream.CopyToAsync(copy);
                    all.Add(copy.ToArray());
                }
                catch (FileNotFoundException)
                {
                    // It is not there.
                }
            }
        }

        return all;
    }

    public async ValueTask<long> QuarantineAsync(
        FileKey file, Stream content, long limit, CancellationToken cancellationToken)
    {
        _keys.TryAdd(file, true);
        await StepAsync("quarantine");
        var length = await _inner.QuarantineAsync(file, content, limit, cancellationToken);
        await StepAsync("quarantined");
        return length;
    }

    public ValueTask<Stream> OpenQuarantinedAsync(FileKey file, CancellationToken cancellationToken) =>
        _inner.OpenQuarantinedAsync(file, cancellationToken);

    public async ValueTask ReleaseAsync(FileKey file, CancellationToken cancellationToken)
    {
        await StepAsync("release");
        await _inner.ReleaseAsync(file, cancellationToken);
        await StepAsync("released");
    }

    public ValueTask<Stream> OpenAsync(FileKey file, CancellationToken cancellationToken) =>
        _inner.OpenAsync(file, cancellationToken);

    public async ValueTask DestroyAsync(FileKey file, CancellationToken cancellationToken)
    {
        await StepAsync("destroy");
        await _inner.DestroyAsync(file, cancellationToken);
        await StepAsync("destroyed");
    }

    public ValueTask DestroyChatAsync(FloorId floor, long chat, CancellationToken cancellationToken) =>
        _inner.DestroyChatAsync(floor, chat, cancellationToken);

    public IAsyncEnumerable<FileKey> QuarantinedAsync(FloorId floor, CancellationToken cancellationToken) =>
        _inner.QuarantinedAsync(floor, cancellationToken);

    private ValueTask StepAsync(string what) => At?.Invoke(what) ?? default;
}
