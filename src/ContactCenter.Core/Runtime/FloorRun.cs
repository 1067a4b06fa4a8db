using ContactCenter.Customers;
using ContactCenter.Files;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Runtime;

/// <summary>One run of a floor, from start to stop: everything that does not outlive it.</summary>
internal sealed partial class FloorRun : IAsyncDisposable
{
    private readonly FloorId _id;
    private readonly FloorRuntime _runtime;
    private readonly Mailbox _mailbox;
    private readonly WordKey _wordKey = new(Randomness.Next());
    private readonly FloorWriter _writer;
    private readonly AlarmBell _bell;
    private readonly JournalWatch _watch;
    private readonly JournalAppender _appender;
    private readonly BotEffects _bots;
    private readonly SnapshotKeeper _snapshots;

    private FloorRun(
        Floor floor, JournalHead head, byte[] link, long snapshot, FloorRuntime runtime, long opened)
    {
        (_id, _runtime, Epoch) = (floor.Id, runtime, head.Epoch);
        var copy = SnapshotCodec.Read(
            new JournalSnapshot(floor.Head, SnapshotCodec.Write(floor)), runtime.Strategies);
        var limits = runtime.Limits;

        Clock = new FloorClock(runtime.Time, floor.LastAt);
        Journal = new TimelyJournal(runtime.Journal, limits.JournalTimeout, runtime.Time);
        Transcripts = new TranscriptReader(_id, Journal);
        _mailbox = new Mailbox(Clock, limits.MailboxCapacity);
        floor.Window.BeginRun();
        var feeds = new FeedHub(head, limits.FeedHistory, limits.FeedBuffer);
        _snapshots = new SnapshotKeeper(Journal, Epoch, limits.SnapshotEvery, snapshot, runtime.Logger);
        Follower = new Follower(copy, Clock, feeds, _snapshots);
        Work = new WorkInHand(Follower, runtime.Time);
        Tokens = TokensOf(runtime);
        Lanes = new RedactionLanes(runtime, Transcripts, Tokens);
        _bots = BotsOf(runtime);
        Histories = new HistorySources(
            runtime.HistorySources, Lanes, limits.HistoryTimeout, runtime.Time, runtime.Logger);
        Responses = new ResponseReader(
            runtime.Responses, Lanes, limits.ResponsesTimeout, runtime.Time, runtime.Logger);
        Erasures = new ErasureEffects(_id, Journal, Follower, DestroyAsync, Work, BringAsync, runtime.Logger);
        var scanners = new ScannerChain(_id, runtime.Scanners, runtime.Logger);
        Files = FilesOf(runtime, scanners);
        Quarantine = new Quarantine(_id, runtime.Store, Follower, runtime.Logger);
        Rescans = RescansOf(runtime, scanners);
        Follower.ActsOutside += Act;
        _watch = new JournalWatch(runtime.Time, runtime.Machine, limits.JournalTimeout);
        Ownership = new Ownership(
            _id, head.Epoch, Journal, limits.OwnershipTrust, runtime.Time, opened, Replaced);
        _appender = new JournalAppender(_id, Journal, head, link, _watch);
        _writer = new FloorWriter(floor, _mailbox, Clock, _appender, _watch, Ownership, Follower, Failed);
        _watch.Late = _writer.LeaveJournal;
        _pulse = runtime.Time.CreateTimer(
            static run => _ = ((FloorRun)run!).PulseAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _writer.Bell = _bell = new AlarmBell(runtime.Time, _writer.Kick);

        Swept = GoOn(floor);
    }

    internal FloorId Id => _id;

    internal TimeProvider Time => _runtime.Time;

    internal OpenSessions Sessions { get; } = new();

    internal long Epoch { get; }

    /// <summary>The journal gave no answer, or another owner writes: nothing more is decided in this run.</summary>
    internal bool HasFailed { get; private set; }

    internal long Acknowledged => _appender.Acknowledged;

    internal FloorClock Clock { get; }

    internal WorkInHand Work { get; }

    internal Follower Follower { get; }

    internal RedactionLanes Lanes { get; }

    /// <summary>What tokens stand for; null where there are none.</summary>
    internal TokenDesk? Tokens { get; }

    internal TranscriptReader Transcripts { get; }

    internal HistorySources Histories { get; }

    internal ResponseReader Responses { get; }

    internal int MaxMessageLength => _runtime.Limits.MaxMessageLength;

    internal ErasureEffects Erasures { get; }

    internal RescanEffects Rescans { get; }

    internal FileEffects Files { get; }

    internal IAttachmentStore? Store => _runtime.Store;

    /// <summary>Ends once what a crash has left in quarantine is destroyed.</summary>
    internal Task Swept { get; }

    internal Quarantine Quarantine { get; }

    internal IJournal Journal { get; }

    /// <summary>
    /// Brings the floor back as its journal has it, and takes it over. A journal that pays no heed to being told to
    /// stop is left behind.
    /// </summary>
    internal static async Task<FloorRun> StartAsync(
        FloorId id, FloorRuntime runtime, long acknowledged, bool purges, CancellationToken cancellationToken)
    {
        var opened = runtime.Time.GetTimestamp();
        var (floor, head, link, snapshot) = await new HostCalls().NowAsync(
            end => new ValueTask<(Floor, JournalHead, byte[], long)>(FloorRecovery.ReadAsync(
                id,
                runtime.Journal,
                runtime.Strategies,
                runtime.Logger,
                end,
                floor => RequireClock(floor, runtime, purges))),
            cancellationToken).ConfigureAwait(false);
        if (head.Sequence < acknowledged)
        {
            throw JournalAppender.TailLost(id, acknowledged, head.Sequence);
        }

        Log.Started(runtime.Logger, id, head.Sequence, head.Epoch);
        return new FloorRun(floor, head, link, snapshot, runtime, opened);
    }

    /// <summary>
    /// A clock far ahead would make everything that is kept too old, at once and for good: nothing is recorded by it
    /// before somebody who knows has said that it is right.
    /// </summary>
    private static void RequireClock(Floor floor, FloorRuntime runtime, bool purges)
    {
        var absence = runtime.Time.GetUtcNow() - floor.LastAt;
        if (floor.Head > 0 && absence > runtime.Limits.LongestAbsence
            && (purges || floor.Configuration.HistoryRetention is not null))
        {
            throw new FloorStoppedException(
                $"ClockAhead: floor {floor.Id} was last at work at {floor.LastAt:u}, which by this clock is "
                + $"{absence.TotalDays:F0} days ago. Set the clock right, or raise "
                + $"{nameof(FloorLimits)}.{nameof(FloorLimits.LongestAbsence)}.");
        }
    }

    /// <summary>Puts a command into the mailbox; the task ends once its answer is durable.</summary>
    internal Task<Answer> Admit(Command command, CommandId id = default) => Admit(command, id, evenIfFull: false);

    /// <summary>Brings what must not be lost: a mailbox that is full takes it all the same.</summary>
    /// <exception cref="OperationCanceledException">The floor has stopped, and it may have happened.</exception>
    private Task<Answer> BringAsync(Command command) => Admit(command, default, evenIfFull: true);

    private Task<Answer> Admit(Command command, CommandId id, bool evenIfFull)
    {
        var mail = new Mail(id.IsNone
            ? new Envelope(command)
            : new Envelope(command, id, Fingerprint.Of(command, _wordKey), Clock.Wall));
        if (!_mailbox.TryAdmit(mail, evenIfFull))
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

    /// <summary>A connection is gone.</summary>
    internal async Task LoseAsync(Actor who, long session)
    {
        try
        {
            await BringAsync(new LoseSession(who, session)).ConfigureAwait(false);
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
        while (!Work.IsDone);
    }

    /// <summary>No connection survives its process: those of the run before are lost, and their grace begins.</summary>
    private async Task LoseAllAsync((Actor Who, long Session)[] sessions)
    {
        foreach (var (who, session) in sessions)
        {
            await LoseAsync(who, session).ConfigureAwait(false);
        }
    }
}
