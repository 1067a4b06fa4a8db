using System.Runtime.CompilerServices;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What becomes of an append.</summary>
internal enum AppendFate
{
    /// <summary>It is written, and the writer is told.</summary>
    Written,

    /// <summary>
    /// It is written, and the writer is told of an error: the owner drops its memory and reads the log.
    /// </summary>
    WrittenButError,

    /// <summary>It is not written: the owner drops its memory and reads the log.</summary>
    Lost,
}

/// <summary>
/// A floor under observation: each batch is encoded and read back, as a journal would, and what is read back is folded
/// into a copy and into the history that is checked.
/// </summary>
internal sealed class ObservedFloor(FloorId id, KnownStrategies? strategies = null)
{
    // How long the log after the last snapshot may be, unless the snapshot is longer: what a restart reads is bounded,
    // as on a real floor.
    private const int SnapshotEvery = 128;

    private readonly List<Batch> _log = [];
    private readonly List<Line> _lines = [];
    private readonly List<Violation> _found = [];
    private readonly RecordWriter _writer = new();
    private readonly Floor _follower = new(id, strategies);
    private readonly FloorView _view = new();
    private readonly NamedConfigurations _configurations = new();
    private JournalSnapshot? _snapshot;
    private Floor? _replaced;
    private long _epoch = 1;

    internal Floor Floor { get; private set; } = new(id, strategies);

    /// <summary>What is wrong on purpose.</summary>
    internal PlantedBug Bug
    {
        get;
        set
        {
            field = value;
            Plant();
        }
    } = PlantedBug.None;

    /// <summary>What was named so far, however the run has ended.</summary>
    internal IReadOnlyList<Violation> Reported => [.. _found, .. History.Violations];

    /// <summary>What people read of all that happened.</summary>
    internal IReadOnlyList<Line> Lines => _lines;

    internal JournalChecker History { get; } = new();

    /// <summary>Told of every batch that is durable, in order.</summary>
    internal Action<Batch>? Witness { get; set; }

    /// <summary>Decides a command. Unless the fate says otherwise, what it did is durable when this returns.</summary>
    internal Decision Handle(
        Command command, DateTimeOffset now, CommandId id = default, AppendFate fate = AppendFate.Written)
    {
        var head = Floor.Head;
        var print = id.IsNone ? 0 : Fingerprint.Of(command);
        var asked = Bug.Asks(Floor, new Asked(command, now, id, print));
        var deed = new Deed(command, Floor);
        var decision = Floor.Handle(new Envelope(asked.Command, asked.Id, asked.Print), asked.At);
        deed.Check(Floor, id, decision, _found);
        if (decision.Batch is not { } batch)
        {
            Require(Floor.Head == head, "S37", $"{command} made no batch and moved the head");
            return decision;
        }

        Bug.Remembers(Floor, batch);
        batch = Bug.Writes(batch);
        Encode(batch);
        LineRules.Check(batch, _found);
        if (command is StartContact or ReclassifyContact
            && batch.Events.OfType<ContactWished>().FirstOrDefault() is { Wishes: var wished })
        {
            var (first, only) = History.NamedBy(command, batch.Events.OfType<ChatStarted>().FirstOrDefault());
            Require(
                wished.LastAgent == LastAgentWish.None && wished.Reserved == only
                    && (wished.Preferred.IsEmpty ? first is null : wished.Preferred[0] == first),
                "S8",
                $"{command} does not name {first} first and {only} alone");
        }

        if (fate != AppendFate.Lost)
        {
            Append(batch, _epoch);
        }

        if (_replaced?.Handle(new Envelope(command, id, print), now).Batch is { } late)
        {
            Encode(late);
            Append(late, _epoch - 1);
        }

        if (fate != AppendFate.Written)
        {
            Reload();
        }

        return decision;
    }

    /// <summary>Keeps a snapshot, from which a restart begins; the log before it goes.</summary>
    internal void TakeSnapshot()
    {
        _snapshot = new JournalSnapshot(_follower.Head, Named(_follower));
        _log.Clear();
    }

    /// <summary>
    /// Drops the floor's memory and makes it anew from the snapshot and the log after it: nothing may change.
    /// </summary>
    internal void Restart()
    {
        var (before, was) = (Named(Floor), Floor);
        Reload();
        (_epoch, _replaced) = (_epoch + 1, Bug.IsUnfenced ? was : null);
        Require(Floor.Head == was.Head, "S33", $"batch {was.Head} was written, and {Floor.Head} comes back");
        Require(Same(before, Named(Floor)), "S36", $"the floor that comes back from snapshot and log is another one");
    }

    /// <summary>The floor's whole state as bytes; equal floors give equal bytes.</summary>
    internal byte[] Snapshot() => SnapshotCodec.Write(Floor);

    /// <summary>What was found wrong so far, and what is wrong now.</summary>
    internal IReadOnlyList<Violation> Violated()
    {
        _view.LookAt(Floor);
        Invariants.Check(_view);
        return [.. _found, .. History.Violations, .. _view.Found, .. History.DiffersFrom(Floor)];
    }

    /// <summary>The same of what the last batch has touched, where all was looked at before it.</summary>
    internal IReadOnlyList<Violation> TouchedViolated()
    {
        _view.LookAt(Floor, History.Touched);
        Invariants.Check(_view);
        var differing = History.TouchedDiffersFrom(Floor);
        return _found.Count + History.Violations.Count + _view.Found.Count + differing.Count == 0
            ? []
            : [.. _found, .. History.Violations, .. _view.Found, .. differing];
    }

    /// <summary>
    /// S36: whether the copy that folds the log, and one that comes back from a snapshot, equal the floor; and what
    /// takes longer than looking after every step.
    /// </summary>
    /// <param name="inFull">Configurations are written out: their JSON is most of the work.</param>
    internal IReadOnlyList<Violation> Differing(bool inFull = true)
    {
        var live = Written(Floor);
        var snapshot = new JournalSnapshot(Floor.Head, live);
        var restored = inFull
            ? SnapshotCodec.Read(snapshot, strategies)
            : SnapshotCodec.Read(snapshot, _configurations.Of, strategies);
        Require(Same(live, Written(_follower)), "S36", $"the copy that folds the log is another floor");
        Require(Same(live, Written(restored)), "S36", $"what comes back from a snapshot is another floor");
        return
        [
            .. _found,
            .. History.ForgetsOtherThan(Floor),
            .. Invariants.Remembered(Floor),
            .. Invariants.Explained(Floor),
            .. Invariants.Violated(restored),
        ];

        byte[] Written(Floor floor) => inFull ? SnapshotCodec.Write(floor) : Named(floor);
    }

    /// <summary>The last batch in the form of the log.</summary>
    internal ReadOnlySpan<byte> Written => _writer.Slice(.._writer.Length).Span;

    private void Encode(Batch batch)
    {
        _writer.Clear();
        BatchCodec.Write(_writer, batch);
    }

    /// <summary>Keeps what is read back, and not what was said: whatever the log does not hold is lost.</summary>
    private void Append(Batch batch, long epoch)
    {
        Require(epoch == _epoch, "S35", $"batch {batch.Sequence} is of epoch {epoch}, and {_epoch} has begun");
        Secrets.Check(batch, Written, _found);
        var record = new JournalRecord(batch.Sequence, batch.Id, _writer.Slice(.._writer.Length));
        var read = Bug.Reads(BatchCodec.Read(record));
        var isSame = EventText.Same(batch.Events, read.Events, _configurations.NameOf);
        Require(isSame, "S36", $"batch {batch.Sequence} reads otherwise");
        _log.Add(read);
        _lines.AddRange(batch.Lines);
        History.Fold(read);
        Fold(Bug.Follows(read));
        Witness?.Invoke(read);
        if (_log.Count >= SnapshotEvery && _log.Count >= Floor.Agents.Count)
        {
            TakeSnapshot();
        }
    }

    /// <summary>Folds a batch, and holds each offer against what was told of its contact the instant before.</summary>
    private void Fold(Batch batch)
    {
        var next = 0;
        Foresee();
        _follower.Apply(batch, _ => Foresee());

        void Foresee()
        {
            if (next < batch.Events.Count && batch.Events[next++] is OfferMade { Kind: OfferKind.Routed } made
                && History.IsTold(made.Offer))
            {
                _found.AddRange(Invariants.Foretold(_follower, made, batch.At));
            }
        }
    }

    private void Reload()
    {
        Floor = _snapshot is null
            ? new Floor(Floor.Id, strategies)
            : SnapshotCodec.Read(_snapshot, _configurations.Of, strategies);
        foreach (var batch in Bug.LosesTail ? _log.SkipLast(1) : _log)
        {
            Floor.Apply(Bug.Recovers(batch));
        }

        Plant();
    }

    private void Plant()
    {
        var floor = Floor;
        floor.Tampering = Bug.Happens is { } happens ? happened => happens(floor, happened) : null;
    }

    private void Require(
        bool holds, string invariant, [InterpolatedStringHandlerArgument(nameof(holds))] Words what)
    {
        if (!holds)
        {
            _found.Add(new Violation(invariant, what.ToString()));
        }
    }

    /// <summary>The same as a snapshot, but for the configuration, which has a short name in it.</summary>
    private byte[] Named(Floor floor)
    {
        var to = new RecordWriter();
        SnapshotCodec.Write(to, floor, _configurations.NameOf);
        return to.ToArray();
    }

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}
