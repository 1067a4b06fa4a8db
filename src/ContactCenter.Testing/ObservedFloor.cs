using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>
/// A floor under observation: each batch is encoded and read back, as a journal would, and what is read back is folded
/// into a copy and into the history that is checked.
/// </summary>
internal sealed class ObservedFloor(FloorId id)
{
    private readonly List<JournalRecord> _log = [];
    private readonly List<Line> _lines = [];
    private readonly RecordWriter _writer = new();
    private readonly JournalChecker _history = new();
    private readonly Floor _follower = new(id);
    private JournalSnapshot? _snapshot;

    internal Floor Floor { get; private set; } = new(id);

    internal IReadOnlyList<Line> Lines => _lines;

    internal JournalChecker History => _history;

    /// <summary>Decides a command; what it did is durable when this returns.</summary>
    internal Decision Handle(Command command, DateTimeOffset now, CommandId id = default)
    {
        var print = id.IsNone ? 0 : Fingerprint.Of(command);
        var decision = Floor.Handle(new Envelope(command, id, print), now);
        if (decision.Batch is { } batch)
        {
            Append(batch);
        }

        return decision;
    }

    /// <summary>Keeps a snapshot, from which a restart begins.</summary>
    internal void TakeSnapshot() => _snapshot = new JournalSnapshot(Floor.Head, SnapshotCodec.Write(Floor));

    /// <summary>Drops the floor's memory and makes it anew from the snapshot and the log after it.</summary>
    internal void Restart()
    {
        Floor = _snapshot is null ? new Floor(Floor.Id) : SnapshotCodec.Read(_snapshot);
        foreach (var record in _log.Where(record => record.Sequence > Floor.Head))
        {
            Floor.Apply(BatchCodec.Read(record));
        }
    }

    internal byte[] Snapshot() => SnapshotCodec.Write(Floor);

    /// <summary>Throws when an invariant, a rule of the history or the equality of the copies does not hold.</summary>
    internal void Check()
    {
        string[] violations =
        [
            .. Invariants.Violated(Floor).Select(violation => violation.ToString()),
            .. _history.Violations.Select(violation => violation.ToString()),
            .. _history.DiffersFrom(Floor).Select(violation => violation.ToString()),
        ];
        if (violations.Length > 0)
        {
            throw new SpecificationFailedException(string.Join(Environment.NewLine, violations));
        }

        var live = Snapshot();
        if (!live.AsSpan().SequenceEqual(SnapshotCodec.Write(_follower)))
        {
            throw new SpecificationFailedException("S36: the copy that folds the log is not equal to the floor.");
        }

        var restored = SnapshotCodec.Read(new JournalSnapshot(Floor.Head, live));
        if (!live.AsSpan().SequenceEqual(SnapshotCodec.Write(restored)))
        {
            throw new SpecificationFailedException("S36: the floor that comes back from a snapshot is not equal to the floor.");
        }
    }

    private void Append(Batch batch)
    {
        _writer.Clear();
        BatchCodec.Write(_writer, batch);
        var record = new JournalRecord(batch.Sequence, batch.Id, _writer.ToArray());
        _log.Add(record);
        _lines.AddRange(batch.Lines);
        var read = BatchCodec.Read(record);
        _follower.Apply(read);
        _history.Fold(read);
    }
}
