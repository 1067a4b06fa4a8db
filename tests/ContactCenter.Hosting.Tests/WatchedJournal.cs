using ContactCenter.Journals;

namespace ContactCenter.Hosting.Tests;

/// <summary>A journal in memory that tells which floors were opened, does not open one, and can be lost.</summary>
internal sealed class WatchedJournal(string? refused = null) : IJournal
{
    private readonly InMemoryJournal _inner = new();
    private readonly List<string> _opened = [];

    internal IReadOnlyList<string> Opened => _opened;

    /// <summary>Nothing is known any more of what it has taken.</summary>
    internal bool IsLost { get; set; }

    public ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        if (floor.Value == refused)
        {
            throw new IOException($"No journal for {floor}.");
        }

        _opened.Add(floor.Value);
        return _inner.OpenAsync(floor, cancellationToken);
    }

    public ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken) =>
        IsLost ? throw new IOException("lost") : _inner.ReadHeadAsync(floor, cancellationToken);

    public ValueTask<bool> AppendAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken) =>
        IsLost ? throw new IOException("lost") : _inner.AppendAsync(floor, append, cancellationToken);

    public IAsyncEnumerable<JournalRecord> ReadAsync(
        FloorId floor, long after, CancellationToken cancellationToken) =>
        _inner.ReadAsync(floor, after, cancellationToken);

    public ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken) =>
        _inner.ReadSnapshotAsync(floor, cancellationToken);

    public ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        _inner.WriteSnapshotAsync(floor, epoch, snapshot, cancellationToken);

    public ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken) =>
        _inner.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken);

    public ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        _inner.FindContactAsync(floor, chat, cancellationToken);

    public ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken) =>
        _inner.ReadContactsAsync(floor, customer, before, limit, cancellationToken);

    public ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        _inner.ReadClosedAsync(floor, closedBefore, skip, limit, cancellationToken);
}
