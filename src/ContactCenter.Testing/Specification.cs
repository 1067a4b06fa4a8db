using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// Given what was asked before, when this is asked, then that happens, or it is refused: the rules of a floor, told by
/// example.
/// </summary>
/// <remarks>
/// Each step is also checked against the invariants, read back from its encoded form and folded into a copy that must
/// stay equal. What does not hold throws <see cref="SpecificationFailedException"/>. One thread at a time.
/// </remarks>
internal sealed partial class Specification
{
    private readonly ObservedFloor _observed;
    private readonly List<Event> _happened = [];
    private byte[] _before = [];
    private Rejection? _rejection;
    private int _revision;

    internal Specification(
        FloorConfiguration configuration, DateTimeOffset? start = null, KnownStrategies? strategies = null)
    {
        _observed = new ObservedFloor("spec", strategies);
        Now = start ?? ManualTimeProvider.DefaultStart;
        Configured(configuration);
        _happened.Clear();
    }

    /// <summary>The floor as it stands.</summary>
    internal Floor State => _observed.Floor;

    /// <summary>The instant at which the next command is asked.</summary>
    internal DateTimeOffset Now { get; private set; }

    /// <summary>Why the last command was refused; null where it was not.</summary>
    internal Rejection? Rejection => _rejection;

    /// <summary>What the last command gave back.</summary>
    internal Reply Reply { get; private set; }

    /// <summary>
    /// What happened in the last <see cref="When(Command)"/>, <see cref="Advance"/> or <see cref="Drain"/>.
    /// </summary>
    internal IReadOnlyList<Event> Happened => _happened;

    /// <summary>What people read of what happened since the specification began.</summary>
    internal IReadOnlyList<Chats.Line> Lines => _observed.Lines;

    /// <summary>
    /// Moves the clock and nothing else: alarms that are due by then have not run when the next command comes.
    /// </summary>
    internal Specification At(DateTimeOffset instant)
    {
        Now = instant;
        return this;
    }

    /// <summary>The clock shows a time after noon of the first day; nothing else happens.</summary>
    internal Specification After(TimeSpan sinceNoon) => At(ManualTimeProvider.DefaultStart + sinceNoon);

    /// <summary>Asks what has been asked before; each must be accepted.</summary>
    internal Specification Given(params ReadOnlySpan<Command> commands)
    {
        foreach (var command in commands)
        {
            if (_observed.Handle(command, Now).Rejection is { } rejection)
            {
                throw new SpecificationFailedException($"Given {command}, but it was refused: {rejection}");
            }
        }

        Forget();
        Check();
        return this;
    }

    /// <summary>The wanted state of the floor from now on, as the host would ask for it.</summary>
    internal Specification Configured(FloorConfiguration configuration) =>
        Given(new Configure(Actor.Host, configuration, $"revision-{++_revision}"));

    /// <summary>A change of the wanted state from now on.</summary>
    internal Specification Configured(Func<FloorConfiguration, FloorConfiguration> change) =>
        Configured(change(State.Configuration));

    /// <summary>Asks one thing, without a command id.</summary>
    internal Specification When(Command command) => When(command, default);

    /// <summary>Asks one thing under a command id, so that it can be asked again.</summary>
    internal Specification When(Command command, CommandId id)
    {
        Forget();
        _before = _observed.Snapshot();
        var decision = _observed.Handle(command, Now, id);
        (_rejection, Reply) = (decision.Rejection, decision.Reply);
        _happened.AddRange(decision.Batch?.Events ?? []);
        Check();
        return this;
    }

    /// <summary>
    /// Time passes: alarms run in due order, each at its own due instant, then what is left over of the offers.
    /// </summary>
    internal Specification Advance(TimeSpan by)
    {
        var target = Now + by;
        Forget();
        RunLeftovers();
        while (State.Alarms.NextDueAt is { } dueAt && dueAt <= target)
        {
            Now = dueAt > Now ? dueAt : Now;
            _happened.AddRange(_observed.Handle(State.Due(Now)!, Now).Batch?.Events ?? []);
            RunLeftovers();
        }

        Now = target;
        Check();
        return this;
    }

    /// <summary>Makes the offers that did not fit into the batch before.</summary>
    internal Specification Drain()
    {
        Forget();
        RunLeftovers();
        Check();
        return this;
    }

    /// <summary>The floor is lost and comes back from what is durable: its last snapshot and the log since.</summary>
    internal Specification Restarted()
    {
        _observed.Restart();
        Check();
        return this;
    }

    private void Check()
    {
        Violation[] violations = [.. _observed.Violated(), .. _observed.Differing()];
        if (violations.Length > 0)
        {
            throw new SpecificationFailedException(string.Join(Environment.NewLine, violations.Distinct()));
        }
    }

    private void RunLeftovers()
    {
        while (State.Leftover)
        {
            _happened.AddRange(_observed.Handle(new Routing.ContinueOffering(), Now).Batch!.Events);
        }
    }

    private void Forget()
    {
        _happened.Clear();
        (_rejection, Reply) = (null, default);
    }
}
