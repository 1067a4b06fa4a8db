using System.Globalization;
using System.Runtime.CompilerServices;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>One run: the world around the floor, and the order in which things happen.</summary>
internal sealed partial class SimulationRun
{
    /// <summary>All of the floor is looked at so often; after each step what it has touched.</summary>
    internal const int StepsBetweenWholes = 64;
    private const int StepsBetweenCopies = 512;

    private readonly ulong _seed;
    private readonly Draw _draw;
    private readonly Swarm _swarm;
    private readonly Revisions _revisions;
    private readonly Workload _workload;
    private readonly ObservedFloor _observed = new("floor", HostStrategies.All);
    private readonly Sightings _sightings = new();
    private Trace _trace = new();
    private DateTimeOffset _now = ManualTimeProvider.DefaultStart;
    private readonly int _betweenCopies;
    private int _betweenWholes;
    private int _step;

    /// <param name="seed">What all chance is drawn from.</param>
    /// <param name="size">How large the floor is; null for a small one.</param>
    internal SimulationRun(ulong seed, FloorSize? size = null)
    {
        _seed = seed;
        _draw = new Draw(seed);
        _swarm = new Swarm(_draw, size);
        _betweenWholes = Between(StepsBetweenWholes);
        _betweenCopies = Between(StepsBetweenCopies);
        _revisions = new Revisions(_draw, _swarm);
        _workload = new Workload(_draw, _swarm, _revisions);
    }

    /// <summary>Does harm before the checks of a step look: for tests that the checks see it.</summary>
    internal Action<Floor, Batch?>? Sabotage { get; init; }

    /// <summary>What is wrong on purpose: for tests that the checks find it.</summary>
    internal PlantedBug Bug { init => _observed.Bug = value; }

    /// <summary>What was found not to hold, however the run has ended.</summary>
    internal IReadOnlyList<Violation> Reported => _observed.Reported;

    /// <summary>Told of every batch that is durable, in order: for tests that keep accounts of their own.</summary>
    internal Action<Batch>? Witness { init => _observed.Witness = value; }

    private Floor Floor => _observed.Floor;

    internal SimulationResult Run(int steps)
    {
        try
        {
            Ask(_revisions.First(), _now);
            if (_swarm.IsLarge)
            {
                Open();
                steps += _step;
            }

            while (_step < steps)
            {
                Take(_swarm.Next(_draw));
            }

            Do(new SimulatedStep.Settle());
        }
        catch (Exception thrown) when (thrown is not SimulationFailedException)
        {
            throw Failed(thrown.ToString(), thrown);
        }

        return new SimulationResult(_seed, _step, Floor.Head, _trace.Finish(_observed.Snapshot()), _sightings.Seen);
    }

    /// <summary>What looks at all of a floor is done so much less often on a large one.</summary>
    private int Between(int steps) => _swarm.IsLarge ? steps + (2 * (_swarm.AgentCount + _swarm.CustomerCount)) : steps;

    private void Take(Activity activity)
    {
        switch (activity)
        {
            case Activity.Flood:
                Flood();
                break;
            case Activity.Connect when _draw.Percent(10):
                Crowd();
                break;
            case Activity.Pass:
                Pass(Stretch());
                break;
            case Activity.Race:
                Race();
                break;
            case Activity.Resend:
                Resend();
                break;
            case Activity.Crash:
                Do(new SimulatedStep.Crash());
                break;
            case Activity.Outage:
                Outage();
                break;
            case Activity.Snapshot:
                Do(new SimulatedStep.Snapshot());
                break;
            case Activity.ClockGoesBack:
                _sightings.Saw("the clock went back");
                _sightings.Saw(Floor.Offers.Count > 0, "the clock went back during an open offer");
                AskAny(_now - TimeSpan.FromMilliseconds(_draw.Between(1, 5_000)));
                break;
            default:
                if (_workload.Next(activity, Floor) is { } command)
                {
                    Ask(command, _now);
                    Pass(TimeSpan.FromMilliseconds(_draw.Of(0, 0, 1, 3)));
                }

                break;
        }
    }

    private void AskAny(DateTimeOffset stamp)
    {
        var activity = (Activity)_draw.Below((int)Activity.Flood);
        if (_workload.Next(activity, Floor) is { } command)
        {
            Ask(command, stamp);
        }
    }

    /// <summary>
    /// Many at once: while nobody has room many customers come, then everybody has all the room there is.
    /// </summary>
    private void Flood()
    {
        var many = _swarm.AgentCount >= 20 ? _draw.Between(100, 150) : _draw.Between(5, 20);
        Ask(_revisions.Shift(Floor.Configuration, opens: false), _now);
        for (var customer = 0; customer < many; customer++)
        {
            Ask(_workload.Start(Floor), _now);
        }

        if (_draw.Percent(70))
        {
            SignAllIn();
        }

        Ask(_revisions.Shift(Floor.Configuration, opens: true), _now);
    }

    /// <summary>
    /// The day of a large floor begins: everybody is there, and customers come, most of whom are answered.
    /// </summary>
    private void Open()
    {
        SignAllIn();
        for (var customer = 0; customer < _swarm.CustomerCount; customer++)
        {
            Ask(_workload.Start(Floor), _now);
            if (_draw.Percent(80) && _workload.Next(Activity.Accept, Floor) is { } accept)
            {
                Ask(accept, _now);
            }

            Pass(TimeSpan.FromMilliseconds(_draw.Of(0, 0, 1, 3)));
        }
    }

    private void SignAllIn()
    {
        foreach (var agent in Floor.Agents.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).ToArray())
        {
            Ask(new Agents.SignInAgent(Actor.Agent(agent), agent), _now);
            Ask(new Agents.MakeAvailable(Actor.Agent(agent), agent), _now);
        }
    }

    /// <summary>Somebody connects again and again, as a client does that forgets what it has opened.</summary>
    private void Crowd()
    {
        if (_workload.Next(Activity.Connect, Floor) is { } command)
        {
            for (var session = 0; session < 18; session++)
            {
                Ask(command, _now);
            }
        }
    }

    private TimeSpan Stretch() => _draw.Below(20) switch
    {
        < 8 => TimeSpan.FromMilliseconds(_draw.Between(1, 900)),
        < 16 => TimeSpan.FromSeconds(_draw.Between(1, 6)),
        < 18 => TimeSpan.FromSeconds(_draw.Between(10, 90)),
        18 => Floor.Alarms.NextDueAt is { } dueAt && dueAt > _now ? dueAt - _now : TimeSpan.FromSeconds(1),
        _ => TimeSpan.FromMinutes(_draw.Between(5, 90)),
    };

    /// <summary>Time passes; alarms run in due order, each at its own due instant.</summary>
    private void Pass(TimeSpan time)
    {
        var target = _now + time;
        while (Floor.Alarms.NextDueAt is { } dueAt && dueAt <= target)
        {
            RunAlarm(target);
        }

        Do(new SimulatedStep.Wait(target));
    }

    private void RunAlarm(DateTimeOffset until) =>
        Do(new SimulatedStep.Alarm(until, NextFate(), !_draw.Percent(_swarm.LeftoverWaitsPercent)));

    /// <summary>An answer comes right at the deadline of an offer, or one tick before, and then the alarm.</summary>
    private void Race()
    {
        var open = Floor.Offers.Values.Where(offer => offer.State == OfferState.Open);
        if (open.MinBy(offer => (offer.DueAt, offer.Number)) is not { } offer || offer.DueAt <= _now)
        {
            return;
        }

        var early = _draw.Percent(50);
        Pass(offer.DueAt.AddTicks(-1) - _now);
        var at = early ? _now : offer.DueAt;
        if (Floor.Offers.ContainsKey(offer.Number) && _draw.Percent(75))
        {
            Do(new SimulatedStep.Answer(_workload.Answer(offer), offer.Number, at));
        }
        else
        {
            AskAny(at);
        }

        Pass(offer.DueAt - _now);
    }

    /// <summary>
    /// A step is over: what it has touched is looked at, and all of the floor now and then. One that has done nothing
    /// has touched nothing.
    /// </summary>
    private void End(in Decision decision = default)
    {
        _step++;
        Sabotage?.Invoke(Floor, decision.Batch);
        if (_step % _betweenWholes == 0)
        {
            Require(_observed.Violated());
        }
        else if (decision.Batch is not null)
        {
            Require(_observed.TouchedViolated());
        }

        if (_step % _betweenCopies == 0)
        {
            Require(_observed.Differing(inFull: false));
        }
    }

    private void Require(
        bool holds, string invariant, [InterpolatedStringHandlerArgument(nameof(holds))] Words what)
    {
        if (!holds)
        {
            throw Failed($"{invariant}: {what.ToString()}");
        }
    }

    private void Require(IReadOnlyList<Violation> violations)
    {
        if (violations.Count > 0)
        {
            throw Failed(string.Join(Environment.NewLine, violations.Distinct()));
        }
    }

    private SimulationFailedException Failed(string what, Exception? thrown = null)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"Seed {_seed}, step {_step}:");
        return new(_seed, _step, string.Join(Environment.NewLine, where, what, _trace), thrown);
    }
}
