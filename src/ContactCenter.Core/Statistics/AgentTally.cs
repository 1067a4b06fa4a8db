using ContactCenter.Agents;

namespace ContactCenter.Statistics;

/// <summary>
/// The running figures of one agent since the day began. Whole numbers only; an event costs a few additions.
/// </summary>
/// <param name="day">When they begin anew.</param>
internal sealed class AgentTally(ReportingDay day)
{
    /// <summary>Under so many codes the time is kept apart in a day; any further code counts as no code.</summary>
    internal const int MaxCodes = 64;

    private static readonly int Figures = Enum.GetValues<AgentFigure>().Length;

    private readonly long[] _today = new long[Figures];
    private List<(string Code, long Ticks)>? _idle;

    /// <summary>The day of which the figures are; 0 while there are none.</summary>
    internal long Day { get; private set; }

    /// <summary>Up to when the agent's time is counted, in UTC ticks; 0 while none is.</summary>
    internal long CountedUpTo { get; private set; }

    internal ReadOnlySpan<long> Kept => _today;

    /// <summary>The time under each idle code, in ticks, in the order in which they were first taken.</summary>
    internal IReadOnlyList<(string Code, long Ticks)> Idle => _idle ?? [];

    internal long this[AgentFigure figure] => _today[(int)figure];

    /// <summary>
    /// Counts the time up to now as what the agent has been until now. Told before anything of that changes.
    /// </summary>
    internal void Turn(Agent agent, DateTimeOffset at)
    {
        var today = day.Of(at);
        if (Day != today)
        {
            // Of a stretch of time that began yesterday, today has its own part.
            Day = today;
            CountedUpTo = CountedUpTo == 0 ? 0 : Math.Max(CountedUpTo, day.StartOf(at).UtcTicks);
            _today.AsSpan().Clear();
            _idle = null;
        }

        var ticks = CountedUpTo == 0 ? 0 : at.UtcTicks - CountedUpTo;
        CountedUpTo = at.UtcTicks;
        if (ticks > 0 && agent.Availability != Availability.SignedOut)
        {
            Add(agent, ticks);
        }
    }

    internal void Count(AgentFigure figure) => _today[(int)figure]++;

    /// <summary>The agent is done with a contact.</summary>
    internal void Handle(TimeSpan talk, TimeSpan wrapUp, TimeSpan held)
    {
        Count(AgentFigure.Handled);
        _today[(int)AgentFigure.Talk] += talk.Ticks;
        _today[(int)AgentFigure.WrapUp] += wrapUp.Ticks;
        _today[(int)AgentFigure.Held] += held.Ticks;
    }

    /// <summary>The figures as they are now; what is kept does not change.</summary>
    internal AgentTally AsOf(Agent agent, DateTimeOffset now)
    {
        var copy = new AgentTally(day);
        copy.Restore(Day, CountedUpTo, _today, Idle);
        copy.Turn(agent, now);
        return copy;
    }

    internal void Restore(
        long kept, long countedUpTo, ReadOnlySpan<long> today, IReadOnlyList<(string Code, long Ticks)> idle)
    {
        if (today.Length != Figures || idle.Count > MaxCodes + 1)
        {
            throw new FormatException("Another number of figures.");
        }

        (Day, CountedUpTo) = (kept, countedUpTo);
        today.CopyTo(_today);
        _idle = idle.Count == 0 ? null : [.. idle];
    }

    private void Add(Agent agent, long ticks)
    {
        var isEngaged = agent.IsEngaged;
        _today[(int)AgentFigure.Engaged] += isEngaged ? ticks : 0;
        switch (agent.Availability)
        {
            case Availability.Available:
                _today[(int)AgentFigure.Available] += ticks;
                _today[(int)AgentFigure.Free] += isEngaged ? 0 : ticks;
                break;
            case Availability.Rona:
                _today[(int)AgentFigure.Rona] += ticks;
                break;
            default:
                _today[(int)AgentFigure.Idle] += ticks;
                AddIdle(agent.Code ?? string.Empty, ticks);
                break;
        }
    }

    private void AddIdle(string code, long ticks)
    {
        _idle ??= [];
        var place = _idle.FindIndex(known => known.Code == code);
        if (place < 0 && _idle.Count >= MaxCodes)
        {
            code = string.Empty;
            place = _idle.FindIndex(known => known.Code.Length == 0);
        }

        if (place < 0)
        {
            _idle.Add((code, ticks));
        }
        else
        {
            _idle[place] = (_idle[place].Code, _idle[place].Ticks + ticks);
        }
    }
}
