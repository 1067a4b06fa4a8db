using System.Collections.Concurrent;
using System.Security.Cryptography;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Files;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Runtime;

/// <summary>One run of a floor, from start to stop: everything that does not outlive it.</summary>
internal sealed class FloorRun : IAsyncDisposable
{
    private const int MaxUploads = 1_000;

    private readonly FloorId _id;
    private readonly FloorRuntime _runtime;
    private readonly Mailbox _mailbox;
    private readonly FloorWriter _writer;
    private readonly AlarmBell _bell;

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
        var feeds = new FeedHub(head, limits.FeedHistory, limits.FeedBuffer);
        var snapshots = new SnapshotKeeper(runtime.Journal, limits.SnapshotEvery, snapshot, runtime.Logger);
        Follower = new Follower(copy, Clock, feeds, snapshots);
        Bots = new BotEffects(
            runtime.Bot,
            _id,
            Follower,
            Transcripts,
            Lanes,
            command => Admit(command),
            Clock,
            runtime.Time,
            runtime.Logger);
        Histories = new HistorySources(
            runtime.HistorySources, Lanes, limits.HistoryTimeout, runtime.Time, runtime.Logger);
        Responses = new ResponseReader(
            runtime.Responses, Lanes, limits.ResponsesTimeout, runtime.Time, runtime.Logger);
        Erasures = new ErasureEffects(
            _id,
            runtime.Journal,
            Follower,
            DestroyFilesAsync,
            command => Admit(command),
            runtime.Time,
            runtime.Logger);
        Files = new FileEffects(
            _id,
            Follower,
            runtime.Store,
            runtime.Scanners,
            runtime.Journal,
            Lanes,
            command => Admit(command),
            Clock,
            runtime.Time,
            runtime.Logger);
        Follower.ActsOutside += Act;
        var appender = new JournalAppender(_id, runtime.Journal, head);
        _writer = new FloorWriter(floor, _mailbox, Clock, appender, Follower, Failed);
        _writer.Bell = _bell = new AlarmBell(runtime.Time, _writer.Kick);

        Effect[] pending = [.. floor.Effects.Values];
        (Actor Who, long Session)[] gone =
            [.. floor.Presences.Values.SelectMany(one => one.Sessions.Select(session => (one.Who, session)))];
        foreach (var effect in pending)
        {
            Begin(effect);
        }

        // Alarms that fell due while nobody was there.
        _writer.Kick();
        _ = LoseAllAsync(gone);
        Swept = SweepAsync();
    }

    internal FloorId Id => _id;

    internal TimeProvider Time => _runtime.Time;

    internal OpenSessions Sessions { get; } = new();

    internal long Epoch { get; }

    /// <summary>The journal gave no answer, or another owner writes: nothing more is decided in this run.</summary>
    internal bool HasFailed { get; private set; }

    internal FloorClock Clock { get; }

    internal Follower Follower { get; }

    internal RedactionLanes Lanes { get; }

    internal TranscriptReader Transcripts { get; }

    internal BotEffects Bots { get; }

    internal HistorySources Histories { get; }

    internal ResponseReader Responses { get; }

    internal int MaxMessageLength => _runtime.Limits.MaxMessageLength;

    internal ErasureEffects Erasures { get; }

    internal FileEffects Files { get; }

    internal IAttachmentStore? Store => _runtime.Store;

    /// <summary>Ends once what a crash has left in quarantine is destroyed.</summary>
    internal Task Swept { get; }

    /// <summary>The files that are being copied into quarantine, and that no command names yet.</summary>
    internal ConcurrentDictionary<Guid, long> Uploading { get; } = new();

    internal IJournal Journal => _runtime.Journal;

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
            Apply(floor, BatchCodec.Read(record));
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
        if (!_mailbox.TryAdmit(mail))
        {
            mail.SetResult(new Answer(_mailbox.IsClosed ? Rejections.NotRunning : Rejections.Busy, default, 0));
        }

        _writer.Kick();
        return mail.Task;
    }

    /// <summary>
    /// What a command that had its effect was answered; null for one that had none. Asked when a retry cannot be
    /// scanned: what was delivered is not said to be refused.
    /// </summary>
    internal Answer? Recall(CommandId id) => id.IsNone
        ? null
        : Follower.Read(floor => floor.Window.TryFind(id, out var known)
            ? new Answer(null, known.Reply, floor.Head)
            : default(Answer?));

    /// <summary>Notes who is about to read what; null once it is durable.</summary>
    internal async ValueTask<Rejection?> NoteAsync(NoteRead read, CancellationToken cancellationToken)
    {
        try
        {
            return (await Admit(read).WaitAsync(cancellationToken).ConfigureAwait(false)).Rejection;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Rejections.NotRunning;
        }
    }

    /// <summary>A connection is gone. Busy is no answer to that: it is said until the floor has heard it.</summary>
    internal async Task LoseAsync(Actor who, long session)
    {
        try
        {
            while ((await Admit(new LoseSession(who, session)).ConfigureAwait(false)).Rejection == Rejections.Busy)
            {
                await Task.Yield();
            }
        }
        catch (OperationCanceledException)
        {
            // The floor has stopped; whoever starts it next finds the session still open and loses it.
        }
    }

    /// <summary>Waits until everything that was asked or fell due before now is done, shown and answered.</summary>
    internal async Task SettleAsync()
    {
        do
        {
            await Admit(new ContinueOffering()).ConfigureAwait(false);
            Follower.Read(static _ => true);
        }
        while (!Bots.IsIdle || !Erasures.IsIdle || !Files.IsIdle);
    }

    public async ValueTask DisposeAsync()
    {
        Bots.Dispose();
        Erasures.Dispose();
        Files.Dispose();
        _mailbox.Close();
        _writer.Kick();
        await _writer.Ended.ConfigureAwait(false);
        Follower.Close();
        await _bell.DisposeAsync().ConfigureAwait(false);
        Log.Stopped(_runtime.Logger, _id);
    }

    /// <summary>No connection survives its process: those of the run before are lost, and their grace begins.</summary>
    private async Task LoseAllAsync((Actor Who, long Session)[] sessions)
    {
        foreach (var (who, session) in sessions)
        {
            await LoseAsync(who, session).ConfigureAwait(false);
        }
    }

    private static void Apply(Floor floor, Batch batch)
    {
        try
        {
            floor.Apply(batch);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // It can be read, but it does not follow from what is before it.
            throw new JournalFormatException($"Record {batch.Sequence} of floor {floor.Id} does not fit its journal.");
        }
    }

    /// <summary>A number that nobody can guess, for a file that is about to be copied into quarantine.</summary>
    internal Guid NewFile(long chat)
    {
        var file = new Guid(RandomNumberGenerator.GetBytes(16));
        Uploading.TryAdd(file, chat);
        return file;
    }

    /// <summary>Whether so many files more may be copied at a time: of one chat, and of all.</summary>
    internal bool TryUpload(long chat, int files, int atOnce) =>
        Uploading.Count + files <= MaxUploads && Uploading.Count(one => one.Value == chat) + files <= atOnce;

    internal void ReportStore(Exception exception) =>
        Log.AttachmentStoreFailed(_runtime.Logger, _id, exception.GetType().Name);

    private ValueTask DestroyFilesAsync(long chat, CancellationToken cancellationToken) =>
        Store?.DestroyChatAsync(_id, chat, cancellationToken) ?? ValueTask.CompletedTask;

    /// <summary>What a crash has left in quarantine, and no chat knows of, is destroyed.</summary>
    private async Task SweepAsync()
    {
        if (Store is not { } store)
        {
            return;
        }

        try
        {
            await foreach (var key in store.QuarantinedAsync(_id, CancellationToken.None).ConfigureAwait(false))
            {
                // In this order: one that is on its way is known to the floor before it is no longer listed.
                if (!Uploading.ContainsKey(key.Id) && !Follower.Read(floor => Knows(floor, key.Id)))
                {
                    await store.DestroyAsync(key, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Sealed all the same; looked for again at the next start.
            ReportStore(exception);
        }
    }

    private static bool Knows(Floor floor, Guid file) =>
        floor.Effects.Values.Any(effect => effect is Attachment known && known.File == file);

    private void Act(Event happened)
    {
        switch (happened)
        {
            case SessionClosed e:
                Sessions.Close(e.Session, e.Cause);
                break;
            case BotAsked e:
                Bots.Begin(e.Effect, e.Chat, e.UpTo, e.DueAt);
                break;
            case ErasureBegan e:
                Erasures.Begin(e.Effect);
                break;
            case FileSent or FileCleared or FileBlocked:
                Files.Begin(Follower.Pending(((AttachmentEvent)happened).File));
                break;
            default:
                break;
        }
    }

    /// <summary>What was pending when the floor stopped is carried out once more.</summary>
    private void Begin(Effect effect)
    {
        switch (effect)
        {
            case BotEffect bot:
                Bots.Begin(bot.Number, bot.Chat, bot.UpTo, bot.DueAt);
                break;
            case Attachment file:
                Files.Begin(file);
                break;
            case Erasure erasure:
                Erasures.Begin(erasure.Number);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect that nobody carries out.");
        }
    }

    private void Failed(Exception exception)
    {
        HasFailed = true;
        Bots.Dispose();
        Erasures.Dispose();
        Files.Dispose();
        Log.Failed(_runtime.Logger, _id, exception.GetType().Name);
        Follower.Close();
    }
}
