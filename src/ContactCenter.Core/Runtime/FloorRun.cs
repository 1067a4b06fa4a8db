using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Runtime;

/// <summary>One run of a floor, from start to stop: everything that does not outlive it.</summary>
internal sealed class FloorRun : IAsyncDisposable
{
    private readonly FloorId _id;
    private readonly FloorRuntime _runtime;
    private readonly Mailbox _mailbox;
    private readonly FloorWriter _writer;
    private readonly AlarmBell _bell;
    private readonly Task _writing;
    private readonly Task _following;

    private FloorRun(Floor floor, JournalHead head, long snapshot, FloorRuntime runtime)
    {
        (_id, _runtime, Epoch) = (floor.Id, runtime, head.Epoch);
        var copy = SnapshotCodec.Read(new JournalSnapshot(floor.Head, SnapshotCodec.Write(floor)));
        var limits = runtime.Limits;

        Clock = new FloorClock(runtime.Time, floor.LastAt);
        Transcripts = new TranscriptReader(_id, runtime.Journal);
        Lanes = new RedactionLanes(
            runtime.Redaction, runtime.HasHostRules, limits.RedactionDeadline, limits.MaxMessageLength, runtime.Time);

        _mailbox = new Mailbox(Clock, limits.MailboxCapacity);
        _bell = new AlarmBell(runtime.Time, _mailbox);
        var feeds = new FeedHub(head.Epoch, limits.FeedHistory, limits.FeedBuffer);
        var snapshots = new SnapshotKeeper(runtime.Journal, limits.SnapshotEvery, snapshot, runtime.Logger);
        Follower = new Follower(copy, Clock, feeds, snapshots);
        Bots = new BotEffects(
            runtime.Bot, _id, Follower, Transcripts, Lanes, command => Admit(command), Clock, runtime.Time, runtime.Logger);
        Follower.Happened += Begin;
        var appender = new JournalAppender(_id, runtime.Journal, head);
        _writer = new FloorWriter(floor, _mailbox, Clock, appender, Follower, _bell);

        BotEffect[] pending = [.. floor.Effects.Values];
        _following = Task.Run(Follower.RunAsync);
        _writing = Task.Run(WriteAsync);
        foreach (var effect in pending)
        {
            Bots.Begin(effect.Number, effect.Chat, effect.UpTo, effect.DueAt);
        }

        // Alarms that fell due while nobody was there.
        _mailbox.Ring();
    }

    internal long Epoch { get; }

    internal FloorClock Clock { get; }

    internal Follower Follower { get; }

    internal RedactionLanes Lanes { get; }

    internal TranscriptReader Transcripts { get; }

    internal BotEffects Bots { get; }

    /// <summary>Takes the floor over and brings it back as its journal has it.</summary>
    internal static async Task<FloorRun> StartAsync(
        FloorId id, FloorRuntime runtime, CancellationToken cancellationToken)
    {
        var head = await runtime.Journal.OpenAsync(id, cancellationToken).ConfigureAwait(false);
        var snapshot = await runtime.Journal.ReadSnapshotAsync(id, cancellationToken).ConfigureAwait(false);
        var floor = snapshot is null ? new Floor(id) : SnapshotCodec.Read(snapshot);
        var records = runtime.Journal.ReadAsync(id, floor.Head, cancellationToken);
        await foreach (var record in records.ConfigureAwait(false))
        {
            floor.Apply(BatchCodec.Read(record));
        }

        if (floor.Id != id || floor.Head != head.Sequence)
        {
            throw new JournalFormatException($"The journal of floor {id} ends at {head.Sequence}, not {floor.Head}.");
        }

        Log.Started(runtime.Logger, id, head.Sequence, head.Epoch);
        return new FloorRun(floor, head, snapshot?.Sequence ?? 0, runtime);
    }

    /// <summary>Puts a command into the mailbox; the task ends once its answer is durable.</summary>
    internal Task<Answer> Admit(Command command, CommandId id = default)
    {
        var mail = new Mail(new Envelope(command, id, id.IsNone ? 0 : Fingerprint.Of(command)));
        return _mailbox.TryAdmit(mail)
            ? mail.Task
            : Task.FromResult(new Answer(_mailbox.IsClosed ? Rejections.NotRunning : Rejections.Busy, default, 0));
    }

    /// <summary>Waits until everything that was asked or fell due before now is done, shown and answered.</summary>
    internal async Task SettleAsync()
    {
        do
        {
            await _mailbox.FlushAsync().ConfigureAwait(false);
            await Follower.ReadAsync(static _ => true, CancellationToken.None).ConfigureAwait(false);
        }
        while (!Bots.IsIdle);
    }

    public async ValueTask DisposeAsync()
    {
        Bots.Dispose();
        _mailbox.Close();
        await _writing.ConfigureAwait(false);
        await _following.ConfigureAwait(false);
        await _bell.DisposeAsync().ConfigureAwait(false);
        Log.Stopped(_runtime.Logger, _id);
    }

    private async Task WriteAsync()
    {
        try
        {
            await _writer.RunAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Stopping is the only safe answer to a journal that is lost, or to a bug: what is in memory may be
            // ahead of what is durable. The next start reads what is true.
            Log.Failed(_runtime.Logger, _id, exception.GetType().Name);
            _mailbox.Close();
            _writer.Abandon();
        }
        finally
        {
            Follower.Close();
        }
    }

    private void Begin(Event happened)
    {
        if (happened is BotAsked asked)
        {
            Bots.Begin(asked.Effect, asked.Chat, asked.UpTo, asked.DueAt);
        }
    }
}
