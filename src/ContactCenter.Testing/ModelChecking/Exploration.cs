using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// One walk through one floor. A state is kept as its snapshot and comes back from it before every step, as after a
/// crash; what each step did is also folded into a copy that comes back from the same snapshot.
/// </summary>
internal sealed partial class Exploration(ModelFloor model, int maxStates)
{
    /// <summary>After so many violations the walk is broken off.</summary>
    private const int MostFound = 50;

    /// <summary>Of each invariant so many violations are told, the first and so those with the shortest ways.</summary>
    private const int MostTold = 3;

    /// <summary>Every so many states, the whole way from the beginning is gone again under full observation.</summary>
    private const int Sample = 256;

    private static readonly HashSet<string> Codes = [.. Rejections.All.Select(rejection => rejection.Code)];

    private readonly Alphabet _alphabet = new(model);
    private readonly StateKey _key = new(model);
    private readonly Reached _reached = new();
    private readonly WaysOut _waysOut = new();
    private readonly Queue<(int Number, JournalSnapshot Snapshot)> _frontier = new();
    private readonly HashSet<Type> _covered = [typeof(Configure), typeof(EditConfiguration)];
    private readonly List<string> _violations = [];
    private readonly Dictionary<string, int> _found = [];
    private readonly RecordWriter _writer = new();
    private long _edges;

    internal ModelCheckResult Run()
    {
        var floor = Begin().Floor;
        _reached.Add(_key.Of(floor), before: 0, ask: 0, Moment.AtOnce);
        _waysOut.Rests(0);
        _frontier.Enqueue((0, Keep(floor)));
        while (_found.Values.Sum() < MostFound && _frontier.TryDequeue(out var state))
        {
            Expand(state.Number, state.Snapshot);
            if (_reached.Count > maxStates)
            {
                _violations.Add($"{model.Name}: more than {maxStates} states");
                break;
            }
        }

        // A walk that was broken off has seen too little to say from where there is no way out.
        var stuck = _frontier.Count == 0 ? _waysOut.Missing(_reached.Count) : [];
        foreach (var state in stuck.Take(MostTold))
        {
            Report(new Violation("L2", "nobody but a supervisor or the host can bring the floor to rest"), state);
        }

        return new ModelCheckResult(
            _reached.Count, _edges, stuck.Count, _violations, _covered.Select(type => type.Name).ToHashSet());
    }

    private void Expand(int number, JournalSnapshot snapshot)
    {
        var floor = Restored(snapshot);
        Report(Invariants.Violated(floor), number);
        var asks = _alphabet.Of(floor);
        ProbeRetry(number, snapshot, asks);
        for (var index = 0; index < asks.Count; index++)
        {
            var ask = asks[index];
            floor = Step(number, snapshot, floor, index, ask, out var setsAlarm);
            if (setsAlarm && ask.Moment == Moment.AtOnce && floor.Alarms.NextDueAt is not null)
            {
                // Which alarm comes first depends on when the later one was set.
                floor = Step(number, snapshot, floor, index, ask with { Moment = Moment.Last }, out _);
            }
        }

        if (!Same(snapshot, floor))
        {
            Report(new Violation("S18", "one of the refusals has changed the floor"), number);
        }

        if (number % Sample == 0)
        {
            GoAgain(number, snapshot);
        }
    }

    /// <summary>Asks one thing; gives back a floor in the state in which it was asked.</summary>
    private Floor Step(int number, JournalSnapshot snapshot, Floor floor, int index, Ask ask, out bool setsAlarm)
    {
        setsAlarm = false;
        try
        {
            var decision = floor.Handle(new Envelope(ask.Command), Ask.InstantOf(ask.Moment, floor));
            if (decision.Batch is not { } batch)
            {
                if (decision.Rejection is { } rejection && !Codes.Contains(rejection.Code))
                {
                    Report(new Violation("L7", $"{rejection.Code} is no known refusal"), number, ask);
                }

                return floor;
            }

            _edges++;
            _covered.Add(ask.Command.GetType());
            setsAlarm = batch.Events.Any(happened => happened is OfferMade or OfferPresented or BotAsked or PresenceLost
                or WrapUpStarted { DueAt: not null });
            model.Spoil?.Invoke(floor);
            Arrive(number, floor, Compare(number, snapshot, floor, ask, batch), index, ask);
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException
            or ArgumentException or NullReferenceException or IndexOutOfRangeException or OverflowException
            or JournalFormatException)
        {
            Report(new Violation("L7", $"threw {exception.GetType().Name}: {exception.Message}"), number, ask);
        }

        return Restored(snapshot);
    }

    private void Arrive(int number, Floor floor, JournalSnapshot kept, int index, Ask ask)
    {
        var (next, isNew) = _reached.Add(_key.Of(floor), number, index, ask.Moment);
        if (ask.Command.By.Kind is not (ActorKind.Supervisor or ActorKind.Host))
        {
            _waysOut.Add(number, next);
        }

        if (isNew)
        {
            if (floor.Chats.Count + floor.Offers.Count + floor.Effects.Count == 0)
            {
                _waysOut.Rests(next);
            }

            Report(Invariants.Violated(floor), next);
            _frontier.Enqueue((next, kept));
        }
    }

    private void Report(IEnumerable<Violation> violations, int state, Ask? ask = null)
    {
        foreach (var violation in violations)
        {
            Report(violation, state, ask);
        }
    }

    private void Report(Violation violation, int state, Ask? ask = null)
    {
        var told = _found.GetValueOrDefault(violation.Invariant);
        _found[violation.Invariant] = told + 1;
        if (told < MostTold)
        {
            var way = Way(state).Concat(ask is { } last ? [last] : []);
            var steps = way.Select((step, index) => $"\n  {index + 1}. {step}");
            _violations.Add($"{model.Name}: {violation}{string.Concat(steps)}");
        }
    }
}
