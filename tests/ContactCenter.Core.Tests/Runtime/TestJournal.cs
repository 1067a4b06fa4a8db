using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ContactCenter.Journals;

namespace ContactCenter.Tests.Runtime;

/// <summary>A journal in memory that a test can hold up or make fail, and that keeps every byte it was given.</summary>
internal sealed class TestJournal : IJournal
{
    private InMemoryJournal _inner = new() { BeforeFirst = 0 };
    private readonly ConcurrentQueue<byte[]> _written = new();

    internal delegate ValueTask<bool> Interception(JournalAppend append, Func<ValueTask<bool>> write);

    /// <summary>What happens instead of an append; null for the append itself.</summary>
    internal Interception? OnAppend { get; set; }

    /// <summary>Whether asking for the head fails, as it does when nothing of the journal can be reached.</summary>
    internal bool HidesItsHead { get; set; }

    /// <summary>How often the head was asked for.</summary>
    internal int HeadReads { get; private set; }

    /// <summary>Holds up whoever reads the contacts of a customer; null for nobody.</summary>
    internal Gate? BeforeContacts { get; set; }

    /// <summary>Is told of each page of bodies how many were asked for, and how many came; null for nobody.</summary>
    internal Action<int, int>? OnBodies { get; set; }

    /// <summary>Told of each shelf before it is read.</summary>
    internal Action<BodyShelf>? BeforeBodies { get; set; }

    /// <summary>Whether snapshots fail.</summary>
    internal bool RefusesSnapshots { get; set; }

    /// <summary>What happens instead of keeping a snapshot; null for keeping it.</summary>
    internal Func<Func<ValueTask<bool>>, ValueTask<bool>>? OnSnapshot { get; set; }

    /// <summary>What happens once, right after a snapshot was read; null for nothing.</summary>
    internal Func<ValueTask>? AfterSnapshotRead { get; set; }

    /// <summary>What happens once, right before a new owner; null for nothing.</summary>
    internal Func<ValueTask>? BeforeOpen { get; set; }

    /// <summary>What a record reads as; null for what was written.</summary>
    internal Func<JournalRecord, JournalRecord>? OnRead { get; set; }

    /// <summary>All that ever was written: records, bodies and snapshots.</summary>
    internal IReadOnlyCollection<byte[]> Written => _written;

    public async ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        var before = BeforeOpen;
        BeforeOpen = null;
        await (before?.Invoke() ?? default);
        return await _inner.OpenAsync(floor, cancellationToken);
    }

    public ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken)
    {
        HeadReads++;
        return HidesItsHead ? throw new IOException("unreachable") : _inner.ReadHeadAsync(floor, cancellationToken);
    }

    public ValueTask<bool> AppendAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken) =>
        OnAppend is { } instead
            ? instead(append, () => WriteAsync(floor, append, cancellationToken))
            : WriteAsync(floor, append, cancellationToken);

    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        FloorId floor, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in _inner.ReadAsync(floor, after, cancellationToken))
        {
            yield return OnRead is { } reads ? reads(record) : record;
        }
    }

    public async ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken)
    {
        var read = await _inner.ReadSnapshotAsync(floor, cancellationToken);
        var after = AfterSnapshotRead;
        AfterSnapshotRead = null;
        await (after?.Invoke() ?? default);
        return read;
    }

    public ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (RefusesSnapshots)
        {
            throw new IOException("no room for 4111111111111111");
        }

        _written.Enqueue(snapshot.Content.ToArray());
        return OnSnapshot is { } instead
            ? instead(() => _inner.WriteSnapshotAsync(floor, epoch, snapshot, cancellationToken))
            : _inner.WriteSnapshotAsync(floor, epoch, snapshot, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken)
    {
        BeforeBodies?.Invoke(shelf);
        var read = await _inner.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken);
        OnBodies?.Invoke(limit, read.Count);
        return read;
    }

    public ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        _inner.FindContactAsync(floor, chat, cancellationToken);

    public async ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken)
    {
        if (BeforeContacts is { } gate)
        {
            await gate.PassAsync();
        }

        return await _inner.ReadContactsAsync(floor, customer, before, limit, cancellationToken);
    }

    public ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        _inner.ReadClosedAsync(floor, closedBefore, skip, limit, cancellationToken);

    internal async Task<List<JournalRecord>> RecordsAsync(FloorId floor)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in _inner.ReadAsync(floor, 0, default))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>The last records are gone, as after a fail-over to a copy that had lagged behind.</summary>
    internal async Task LoseTailAsync(FloorId floor, int records)
    {
        var kept = (await RecordsAsync(floor))[..^records];
        _inner = new InMemoryJournal { BeforeFirst = 0 };
        var head = await _inner.OpenAsync(floor, default);
        Assert.True(await _inner.AppendAsync(floor, new JournalAppend(head, kept, [], [], []), default));
    }

    /// <summary>Somebody takes away what is kept of a contact, and nothing in the log says so.</summary>
    internal async Task EraseBesideTheLogAsync(FloorId floor, long chat)
    {
        var head = await _inner.ReadHeadAsync(floor, default);
        Assert.True(await _inner.AppendAsync(floor, new JournalAppend(head, [], [], [], [chat]), default));
    }

    private ValueTask<bool> WriteAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        foreach (var record in append.Records)
        {
            _written.Enqueue(record.Payload.ToArray());
        }

        foreach (var contact in append.Contacts)
        {
            _written.Enqueue(contact.Content.ToArray());
        }

        foreach (var body in append.Bodies)
        {
            _written.Enqueue(body.Content.ToArray());
        }

        return _inner.AppendAsync(floor, append, cancellationToken);
    }
}
