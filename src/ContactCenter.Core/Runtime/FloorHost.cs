using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>
/// A running floor: the methods that a host calls, grouped by whom they are about. A change is durable before it is
/// answered; what the rules do not allow is rejected by value.
/// </summary>
/// <remarks>
/// Safe for any thread. A method that changes something takes a command id: a retry with the same id has one effect
/// and gets the same answer. Without an id, a retry is a second command. Cancelling a call after the floor has admitted
/// it gives <see cref="Outcome{T}.Unknown"/>; before that, it throws <see cref="OperationCanceledException"/>.
/// </remarks>
public sealed class FloorHost : IAsyncDisposable
{
    private readonly FloorRuntime _runtime;
#pragma warning disable CA2213 // has no handle to give back, and a container may dispose the host twice
    private readonly SemaphoreSlim _lifecycle = new(1);
#pragma warning restore CA2213
    private FloorRun? _run;
    private WantedConfiguration _wanted;

    // What a run that has failed had acknowledged: the next one must find it.
    private long _acknowledged;

    internal FloorHost(FloorId id, FloorConfiguration configuration, FloorRuntime runtime)
    {
        (Id, _runtime) = (id, runtime);
        _wanted = new WantedConfiguration(configuration, ConfigurationHash.Of(configuration), []);
        Configuration = new ConfigurationVerbs(this);
        Agents = new AgentVerbs(this);
        Chats = new ChatVerbs(this);
        Conferences = new ConferenceVerbs(this);
        Queues = new QueueVerbs(this);
        Supervisors = new SupervisorVerbs(this);
        Sessions = new SessionVerbs(this);
        Feeds = new FeedVerbs(this);
        History = new HistoryVerbs(this);
        Attachments = new AttachmentVerbs(this);
        Redaction = new RedactionVerbs(this);
    }

    /// <summary>The floor's id.</summary>
    public FloorId Id { get; }

    /// <summary>What agents do: sign in, become available, answer offers.</summary>
    public AgentVerbs Agents { get; }

    /// <summary>Chats: start, write, read, transfer, end, wrap up.</summary>
    public ChatVerbs Chats { get; }

    /// <summary>Conferences: agents invite, join and leave.</summary>
    public ConferenceVerbs Conferences { get; }

    /// <summary>Queues: what waits, why it waits, and the figures.</summary>
    public QueueVerbs Queues { get; }

    /// <summary>What supervisors do: change states, monitor, whisper, barge in, reassign.</summary>
    public SupervisorVerbs Supervisors { get; }

    /// <summary>Connections of agents, customers and supervisors.</summary>
    public SessionVerbs Sessions { get; }

    /// <summary>Feeds for screens: what each viewer may see, as it happens.</summary>
    public FeedVerbs Feeds { get; }

    /// <summary>Files in chats.</summary>
    public AttachmentVerbs Attachments { get; }

    /// <summary>Stored customer data: past contacts, the audit trail, legal hold, erasure.</summary>
    public HistoryVerbs History { get; }

    /// <summary>Redaction: counters, rescans, tokens.</summary>
    public RedactionVerbs Redaction { get; }

    /// <summary>The floor's configuration, as revisions.</summary>
    public ConfigurationVerbs Configuration { get; }

    /// <summary>
    /// Whether the floor works: it was started, was not stopped, and its journal has not failed. After a failure,
    /// <see cref="StartAsync"/> starts it again with what is durable.
    /// </summary>
    public bool IsRunning => Run is { HasFailed: false };

    /// <summary>
    /// Takes the floor over, restores it from its journal and starts it. Call it once, and again after a failure.
    /// </summary>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="InvalidOperationException">
    /// The configuration was refused; the message names every fault.
    /// </exception>
    /// <exception cref="JournalFormatException">The journal is damaged or of another version.</exception>
    /// <exception cref="FloorStoppedException">
    /// The journal takes nothing, or another owner has taken over; or (<c>JournalTailLost</c>) the run before has
    /// failed, and what it had acknowledged is not in the journal any more. Whoever calls <see cref="StopAsync"/> after
    /// that accepts the loss, and the next start goes on with what there is. Or (<c>ClockAhead</c>) the clock is
    /// further ahead than <see cref="FloorLimits.LongestAbsence"/>.
    /// </exception>
    /// <exception cref="IOException">The journal cannot be opened: its file is locked, or its disk full.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _lifecycle.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_run is { HasFailed: false })
            {
                return;
            }

            if (Interlocked.Exchange(ref _run, null) is { } failed)
            {
                _acknowledged = failed.Acknowledged;
                await failed.DisposeAsync().ConfigureAwait(false);
            }

            var purges = Wanted.Configuration.HistoryRetention is not null;
            var run = await FloorRun.StartAsync(Id, _runtime, _acknowledged, purges, cancellationToken)
                .ConfigureAwait(false);
            try
            {
                await ConfigureAsync(run).ConfigureAwait(false);
                await NoteConcessionsAsync(run).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                await run.DisposeAsync().ConfigureAwait(false);
                if (exception is not OperationCanceledException)
                {
                    throw;
                }

                throw new FloorStoppedException($"Floor {Id} cannot write to its journal.", exception);
            }

            Volatile.Write(ref _run, run);
            _acknowledged = 0;
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>
    /// Answers the calls that were admitted, then stops. Pending work stays in the journal for the next start.
    /// </summary>
    /// <param name="cancellationToken">
    /// Gives up waiting: for another start or stop, and then the floor is as it was; or for its journal, and then it
    /// has stopped all the same and asks the journal nothing more.
    /// </param>
    /// <exception cref="OperationCanceledException">
    /// It was given up. What was being written may be in the journal or not, and whoever asked for it was told that
    /// this is not known; everything else was answered, or refused as <c>not-running</c>.
    /// </exception>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        // A host whose time is over already stops its floors nevertheless.
        if (!await _lifecycle.WaitAsync(0, CancellationToken.None).ConfigureAwait(false))
        {
            await _lifecycle.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var run = Interlocked.Exchange(ref _run, null);
            _acknowledged = run is { HasFailed: true } ? run.Acknowledged : 0;
            if (run is not null)
            {
                await run.StopAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>Stops the floor.</summary>
    public ValueTask DisposeAsync() => new(StopAsync());

    /// <summary>The present run; null when the floor is not running.</summary>
    internal FloorRun? Run => Volatile.Read(ref _run);

    internal ConfigurationChanges Changes => _runtime.Changes;

    internal Routing.KnownStrategies Strategies => _runtime.Strategies;

    /// <summary>What the host asks for; the newest, whoever reads it.</summary>
    internal WantedConfiguration Wanted
    {
        get => Volatile.Read(ref _wanted);
        set => Volatile.Write(ref _wanted, value);
    }

    internal FloorRun RunOrThrow() => Run ?? throw NotRunning();

    /// <summary>The run, whose own the floor is: what it remembers may be told. Null where there is none.</summary>
    internal async ValueTask<FloorRun?> OwningRunAsync() =>
        Run is { } run && await run.Ownership.HoldsAsync().ConfigureAwait(false) ? run : null;

    internal async ValueTask<FloorRun> OwningRunOrThrowAsync() =>
        await OwningRunAsync().ConfigureAwait(false) ?? throw NotRunning();

    /// <summary>Asks something of the floor and turns the answer into an outcome.</summary>
    internal ValueTask<Outcome<T>> AskAsync<T>(
        Command command, CommandId id, Func<Reply, FeedPosition, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Run is { } run
            ? OutcomeAsync(run, run.Admit(command, id), read, cancellationToken)
            : new(Outcome<T>.Rejected(Rejections.NotRunning));
    }

    /// <summary>Reads the floor as it stands after everything that was acknowledged before.</summary>
    internal ValueTask<Outcome<T>> ReadAsync<T>(Func<Floor, Outcome<T>> read) => ReadAsync((floor, _) => read(floor));

    /// <summary>The same, told what time it is on the floor.</summary>
    internal async ValueTask<Outcome<T>> ReadAsync<T>(Func<Floor, DateTimeOffset, Outcome<T>> read) =>
        Run is { } run && await run.Ownership.HoldsAsync().ConfigureAwait(false)
            ? run.Follower.Read(floor => read(floor, run.Clock.Now))
            : Outcome<T>.Rejected(Rejections.NotRunning);

    internal static async ValueTask<Outcome<T>> OutcomeAsync<T>(
        FloorRun run, Task<Answer> admitted, Func<Reply, FeedPosition, T> read, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await admitted.WaitAsync(cancellationToken).ConfigureAwait(false);
            return answer.Rejection is { } rejection
                ? Outcome<T>.Rejected(rejection)
                : Outcome<T>.Accepted(read(answer.Reply, new FeedPosition(run.Epoch, answer.Sequence)));
        }
        catch (OperationCanceledException)
        {
            // Admitted, and then the caller or the floor went away: it may have happened.
            return Outcome<T>.Unknown;
        }
    }

    /// <summary>Asks for another revision. The next start takes it too if it was taken, or if nothing ran.</summary>
    internal async ValueTask<Outcome<Receipt>> ApplyAsync(
        FloorConfiguration wanted, string? revision, CommandId id, CancellationToken cancellationToken)
    {
        var hash = ConfigurationHash.Of(wanted);
        var outcome = await AskAsync(
            new Configure(Actor.Host, wanted, hash, revision),
            id,
            static (_, position) => new Receipt(position),
            cancellationToken).ConfigureAwait(false);
        if (outcome.IsAccepted || outcome.Rejection == Rejections.NotRunning)
        {
            Wanted = new WantedConfiguration(wanted, hash, []);
        }
        else if (outcome.Rejection?.Code == Rejections.ConfigurationInvalid.Code)
        {
            Wanted = Wanted with { Hash = hash, Faults = [outcome.Rejection.Subject!] };
        }

        return outcome;
    }

    private async Task ConfigureAsync(FloorRun run)
    {
        if (Changes == ConfigurationChanges.FromVerbs
            && run.Follower.Read(floor => floor.ConfigurationHash.Length > 0))
        {
            return;
        }

        var configuration = Wanted.Configuration;
        await MustAsync(run, new Configure(Actor.Host, configuration, ConfigurationHash.Of(configuration)))
            .ConfigureAwait(false);
    }

    private async Task NoteConcessionsAsync(FloorRun run)
    {
        foreach (var concession in _runtime.Redaction.Concessions)
        {
            Log.RedactionIsLoose(_runtime.Logger, Id, concession);
            var note = RedactedText.OfCodes(concession);
            await MustAsync(run, new NoteRedaction(Actor.Host, AuditAction.LoosenedRedaction, 0, note))
                .ConfigureAwait(false);
        }
    }

    /// <summary>What no floor runs without.</summary>
    private static async Task MustAsync(FloorRun run, Command command)
    {
        if ((await run.Admit(command).ConfigureAwait(false)).Rejection is { } rejection)
        {
            throw rejection == Rejections.NotRunning
                ? new FloorStoppedException($"Floor {run.Id} cannot write to its journal.")
                : new InvalidOperationException(rejection.ToString());
        }
    }

    private InvalidOperationException NotRunning() => new($"Floor {Id} is not running: call StartAsync first.");
}
