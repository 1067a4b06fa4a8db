using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>Does what was drawn, or what was drawn before and is gone through again.</summary>
internal sealed partial class SimulationRun
{
    // So many commands are told of steps that were shortened; and of so few all is looked at after each.
    private const int MostTold = 1_000;
    private const int FewSteps = 32;

    // What goes on longer than this goes on for ever.
    private const int MostBatches = 1_000;
    private const int MostAlarms = 100_000;

    private bool _isOverdue;

    /// <summary>Where steps are noted down as they are done; null in most runs.</summary>
    internal List<SimulatedStep>? Taken { get; set; }

    /// <summary>The batches that the floor has made.</summary>
    internal long Batches => Floor.Head;

    /// <summary>How many steps were done, the last of them perhaps in part.</summary>
    internal int Done { get; private set; }

    /// <summary>
    /// The invariants that are said not to hold. What the floor throws has none, and goes by the name of its type.
    /// </summary>
    internal IEnumerable<string> Named(SimulationFailedException failed)
    {
        var named = from line in failed.Message.Split(Environment.NewLine)
                    let name = line.Split(':')[0]
                    where name is ['S' or 'L' or 'R', ..] && name.Length > 1 && name.Skip(1).All(char.IsAsciiDigit)
                    select name;
        return named.Concat(Reported.Select(violation => violation.Invariant))
            .Concat(failed.InnerException is { } thrown ? [thrown.GetType().Name] : []);
    }

    /// <summary>
    /// Goes through steps of an earlier run, all of them or some. All of the floor is looked at in the end, and where
    /// they are few after each.
    /// </summary>
    /// <exception cref="SimulationFailedException">Something does not hold that always must.</exception>
    internal void Replay(IReadOnlyList<SimulatedStep> steps)
    {
        _trace = new Trace(MostTold);
        _betweenWholes = steps.Count <= FewSteps ? 1 : _betweenWholes;
        try
        {
            foreach (var step in steps)
            {
                Do(step);
            }

            Require(_observed.Violated());
            Require(_observed.Differing());
        }
        catch (Exception thrown) when (thrown is not SimulationFailedException)
        {
            throw Failed(thrown.ToString(), thrown);
        }
    }

    private void Do(SimulatedStep step)
    {
        Taken?.Add(step);
        Done++;
        if (_isOverdue && step is not SimulatedStep.Alarm)
        {
            Await(_now);
        }

        switch (step)
        {
            case SimulatedStep.Ask ask:
                _now = ask.Stamp > _now ? ask.Stamp : _now;
                Ask(ask.Command, ask.Stamp, ask.Id, ask.Fate, ask.Drains);
                break;
            case SimulatedStep.Alarm alarm:
                if (Floor.Alarms.NextDueAt is { } dueAt && dueAt <= alarm.Until)
                {
                    Ring(dueAt, alarm.Fate, alarm.Drains);
                }

                break;
            case SimulatedStep.Answer answer:
                Answer(answer);
                break;
            case SimulatedStep.Again again:
                Resend(again.Id, again.Other);
                break;
            case SimulatedStep.Wait wait:
                Await(wait.Until);
                break;
            case SimulatedStep.Crash:
                Crash();
                break;
            case SimulatedStep.Outage outage:
                (_now, _isOverdue) = (outage.Until, true);
                break;
            case SimulatedStep.Snapshot:
                _observed.TakeSnapshot();
                End();
                break;
            default:
                Settle();
                break;
        }
    }

    /// <summary>Whatever is due by an instant rings, in due order and without a fault.</summary>
    private void Await(DateTimeOffset until)
    {
        _isOverdue = false;
        for (var alarms = 0; Floor.Alarms.NextDueAt is { } dueAt && dueAt <= until; alarms++)
        {
            Require(alarms < MostAlarms, "L1", $"one alarm follows the other, and none comes to an end");
            Ring(dueAt, AppendFate.Written, drains: true);
        }

        _now = until > _now ? until : _now;
        Require(Floor.Due(_now) is null, "L1", $"an alarm is due and does not run");
    }

    private void Ring(DateTimeOffset dueAt, AppendFate fate, bool drains)
    {
        _now = dueAt > _now ? dueAt : _now;
        if (Floor.Due(_now) is not { } alarm)
        {
            throw Failed($"S41: the alarm at {Floor.Alarms.NextDueAt:O} asks nothing at {_now:O}");
        }

        var decision = Ask(alarm, _now, default, fate, drains);
        Require(decision.Rejection is null, "S41", $"{alarm} stands and is refused: {decision.Rejection}");
        Require(decision.Batch is not null, "S41", $"{alarm} stands, and nothing comes of it");
    }

    private void Answer(SimulatedStep.Answer answer)
    {
        _now = answer.At > _now ? answer.At : _now;
        if (!Floor.Offers.TryGetValue(answer.Offer, out var offer))
        {
            return;
        }

        // Without an id: in a small window a fresh id may be "too old", which is not what is tested here.
        var early = offer.DueAt > _now;
        var decision = Handle(answer.Command, _now, default, AppendFate.Written);
        _sightings.Saw(early ? "an answer came one tick before the deadline" : "an answer came at the deadline");
        Require(
            !early || decision.Rejection is null || decision.Rejection.Code == Rejections.DeclineNotAllowed.Code,
            "S5",
            $"{answer.Command} came in time and is refused: {decision.Rejection}");
        var refused = decision.Rejection == Rejections.OfferExpired;
        Require(early || refused, "S5", $"{answer.Command} came too late and is not refused");
        Drain();
    }
}
