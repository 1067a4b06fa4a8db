using ContactCenter.Journals;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>Notes how long what is appended together is, byte string by byte string.</summary>
internal sealed class MeteredJournal(IJournal inner) : IJournal
{
    /// <summary>The appends since it was last emptied.</summary>
    public List<(int Records, int[] Lengths)> Appends { get; } = [];

    public ValueTask<bool> AppendAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        Appends.Add((
            append.Records.Count,
            [
                .. append.Records.Select(record => record.Payload.Length),
                .. append.Bodies.Select(body => body.Content.Length),
                .. append.Contacts.Select(contact => contact.Content.Length),
            ]));
        return inner.AppendAsync(floor, append, cancellationToken);
    }

    public ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken) =>
        inner.OpenAsync(floor, cancellationToken);

    public ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken) =>
        inner.ReadHeadAsync(floor, cancellationToken);

    public IAsyncEnumerable<JournalRecord> ReadAsync(
        FloorId floor, long after, CancellationToken cancellationToken) =>
        inner.ReadAsync(floor, after, cancellationToken);

    public ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken) =>
        inner.ReadSnapshotAsync(floor, cancellationToken);

    public ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken) =>
        inner.WriteSnapshotAsync(floor, epoch, snapshot, cancellationToken);

    public ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken) =>
        inner.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken);

    public ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        inner.FindContactAsync(floor, chat, cancellationToken);

    public ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken) =>
        inner.ReadContactsAsync(floor, customer, before, limit, cancellationToken);

    public ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        inner.ReadClosedAsync(floor, closedBefore, skip, limit, cancellationToken);
}
