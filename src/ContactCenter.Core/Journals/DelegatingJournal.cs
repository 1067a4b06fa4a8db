namespace ContactCenter.Journals;

/// <summary>A journal that hands everything on to another; whoever does something besides says only what.</summary>
/// <param name="inner">Where everything is kept.</param>
internal abstract class DelegatingJournal(IJournal inner) : IJournal
{
    /// <summary>Where everything is kept.</summary>
    protected IJournal Inner { get; } = inner;

    public virtual ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken) =>
        Inner.OpenAsync(floor, cancellationToken);

    public virtual ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken) =>
        Inner.ReadHeadAsync(floor, cancellationToken);

    public virtual ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken) =>
        Inner.AppendAsync(floor, append, cancellationToken);

    public virtual IAsyncEnumerable<JournalRecord> ReadAsync(
        FloorId floor, long after, CancellationToken cancellationToken) =>
        Inner.ReadAsync(floor, after, cancellationToken);

    public virtual ValueTask<JournalSnapshot?> ReadSnapshotAsync(
        FloorId floor, CancellationToken cancellationToken) =>
        Inner.ReadSnapshotAsync(floor, cancellationToken);

    public virtual ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        Inner.WriteSnapshotAsync(floor, epoch, snapshot, cancellationToken);

    public virtual ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken) =>
        Inner.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken);

    public virtual ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        Inner.FindContactAsync(floor, chat, cancellationToken);

    public virtual ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken) =>
        Inner.ReadContactsAsync(floor, customer, before, limit, cancellationToken);

    public virtual ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        Inner.ReadClosedAsync(floor, closedBefore, skip, limit, cancellationToken);
}
