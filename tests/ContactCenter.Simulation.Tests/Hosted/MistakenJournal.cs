using ContactCenter.Journals;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>A journal with a mistake in it, made on purpose; without one it hands everything on.</summary>
internal sealed class MistakenJournal(IJournal inner, HostedMistake mistake) : IJournal
{
    private JournalAppend? _held;
    private readonly List<JournalBody> _copies = [];
    private readonly HashSet<long> _erased = [];
    private int _appends;

    public ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        // The process dies, and with it whatever it has not written yet.
        _held = null;
        return inner.OpenAsync(floor, cancellationToken);
    }

    public async ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken)
    {
        var head = await inner.ReadHeadAsync(floor, cancellationToken);
        return _held is { } held ? head with { Sequence = held.Records[^1].Sequence } : head;
    }

    public async ValueTask<bool> AppendAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        _appends++;
        switch (mistake)
        {
            case HostedMistake.DropsBodies when append.Bodies.Count > 0 && _appends % 5 == 0:
                return await inner.AppendAsync(
                    floor, append with { Bodies = [.. append.Bodies.SkipLast(1)] }, cancellationToken);
            case HostedMistake.AnswersBeforeWriting:
                var before = _held;
                _held = append;
                return before is null || await inner.AppendAsync(floor, before, cancellationToken);
            case HostedMistake.IgnoresTheFence:
                var head = await inner.ReadHeadAsync(floor, cancellationToken);
                return await inner.AppendAsync(
                    floor, append with { Head = append.Head with { Epoch = head.Epoch } }, cancellationToken);
            case HostedMistake.BringsBackWhatWasErased:
                _copies.AddRange(append.Bodies);
                var back = _copies.Where(body => _erased.Contains(body.Chat)).ToArray();
                _copies.RemoveAll(back.Contains);
                _erased.UnionWith(append.Erased);
                return await inner.AppendAsync(
                    floor, append with { Bodies = [.. append.Bodies, .. back] }, cancellationToken);
            default:
                return await inner.AppendAsync(floor, append, cancellationToken);
        }
    }

    public IAsyncEnumerable<JournalRecord> ReadAsync(FloorId floor, long after, CancellationToken cancellationToken) =>
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
