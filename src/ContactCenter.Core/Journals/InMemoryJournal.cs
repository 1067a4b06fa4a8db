using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ContactCenter.Journals;

/// <summary>
/// A journal that lives as long as the process: for tests, demonstrations, and hosts that need no durability.
/// </summary>
/// <remarks>
/// Keeps what it is given encoded, as a disk would. Records go when a snapshot covers them; what remains of closed
/// chats goes when the floor says so; of the audit trail the last 100,000 entries stay. Safe for any thread.
/// </remarks>
public sealed class InMemoryJournal : IJournal
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FloorId, Log> _logs = [];

    /// <summary>
    /// Where epochs begin. Nothing of this journal outlives the process, but what clients hold does: a position from
    /// another life, or of another floor, must not look like one of this.
    /// </summary>
    internal int? BeforeFirst { get; init; }

    private long FirstEpoch => BeforeFirst ?? RandomNumberGenerator.GetInt32(1_000_000, int.MaxValue);

    /// <inheritdoc/>
    public ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var log = Of(floor);
            log.Head = log.Head with { Epoch = (log.Head.Epoch == 0 ? FirstEpoch : log.Head.Epoch) + 1 };
            return new(log.Head);
        }
    }

    /// <inheritdoc/>
    public ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(floor).Head);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        lock (_gate)
        {
            var log = Of(floor);
            if (log.Head != append.Head || append.Head.Epoch == 0)
            {
                return new(false);
            }

            // Whoever gives what cannot be read leaves nothing half done.
            LookThrough(append);

            for (var index = 0; index < append.Records.Count; index++)
            {
                var record = append.Records[index];
                log.Records.Enqueue((record.Sequence, record.Command, log.Bytes.Write(record.Payload.Span)));
            }

            for (var index = 0; index < append.Bodies.Count; index++)
            {
                log.Bodies.Add(append.Bodies[index]);
            }

            foreach (var contact in append.Contacts)
            {
                log.Bodies.Add(contact);
            }

            foreach (var chat in append.Erased)
            {
                log.Bodies.Erase(chat);
            }

            log.Head = log.Head with { Sequence = log.Head.Sequence + append.Records.Count };
            return new(true);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        FloorId floor, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JournalRecord[] records;
        lock (_gate)
        {
            var log = Of(floor);
            records =
            [
                .. from record in log.Records
                   where record.Sequence > after
                   select new JournalRecord(record.Sequence, record.Command, log.Bytes.Read(record.Place)),
            ];
        }

        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(floor).Snapshot);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        lock (_gate)
        {
            var log = Of(floor);
            if (epoch == 0 || log.Head.Epoch != epoch || log.Head.Sequence < snapshot.Sequence)
            {
                return new(false);
            }

            if (log.Snapshot is null || log.Snapshot.Sequence < snapshot.Sequence)
            {
                log.Snapshot = snapshot;
                while (log.Records.TryPeek(out var oldest) && oldest.Sequence <= snapshot.Sequence)
                {
                    log.Bytes.Release(log.Records.Dequeue().Place);
                }
            }
        }

        return new(true);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(floor).Bodies.Read(shelf, chat, after, limit));
        }
    }

    /// <inheritdoc/>
    public ValueTask<JournalContact?> FindContactAsync(FloorId floor, long chat, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(floor).Bodies.Find(chat));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(floor).Bodies.Of(customer, before, limit));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(Of(floor).Bodies.ClosedBefore(closedBefore, skip, limit));
        }
    }

    private static void LookThrough(JournalAppend append)
    {
        for (var index = 0; index < append.Records.Count; index++)
        {
            _ = append.Records[index].Payload.Span;
        }

        for (var index = 0; index < append.Bodies.Count; index++)
        {
            _ = append.Bodies[index].Content.Span;
        }

        for (var index = 0; index < append.Contacts.Count; index++)
        {
            _ = append.Contacts[index].Content.Span;
        }

        for (var index = 0; index < append.Erased.Count; index++)
        {
            _ = append.Erased[index];
        }
    }

    private Log Of(FloorId floor)
    {
        if (!_logs.TryGetValue(floor, out var log))
        {
            _logs.Add(floor, log = new Log());
        }

        return log;
    }

    private sealed class Log
    {
        internal JournalHead Head { get; set; }

        internal ByteLog Bytes { get; } = new();

        internal Queue<(long Sequence, CommandId Command, BytePlace Place)> Records { get; } = new();

        internal BodyLog Bodies { get; } = new();

        internal JournalSnapshot? Snapshot { get; set; }
    }
}
