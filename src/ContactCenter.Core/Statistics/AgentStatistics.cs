using ContactCenter.Agents;

namespace ContactCenter.Statistics;

/// <summary>What an agent has done since the floor's day began.</summary>
/// <remarks>
/// Time counts from the start of the day for one who was at work already. Derived from the log alone: a restart or
/// another owner of the floor shows the same figures. Immutable, safe for any thread.
/// </remarks>
public sealed record AgentStatistics
{
    /// <summary>Who.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>As of when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the day began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How they stand now.</summary>
    public Availability Availability { get; init; }

    /// <summary>The contacts that hold a slot of theirs now: offered, running and in wrap-up.</summary>
    public ChannelLoad Load { get; init; }

    /// <summary>Time at work: available, idle and in RONA together.</summary>
    public TimeSpan SignedIn { get; init; }

    /// <summary>Time available, with contacts or without.</summary>
    public TimeSpan Available { get; init; }

    /// <summary>Time idle, under all codes together.</summary>
    public TimeSpan Idle { get; init; }

    /// <summary>Time in RONA.</summary>
    public TimeSpan Rona { get; init; }

    /// <summary>Time with at least one contact, running or in wrap-up, whatever the availability.</summary>
    public TimeSpan Engaged { get; init; }

    /// <summary>
    /// The time idle by code, in the order in which the codes were first taken. Beyond 64 codes a day the rest stands
    /// under the empty code.
    /// </summary>
    public required IReadOnlyList<IdleTime> IdleByCode { get; init; }

    /// <summary>Offers made to them, invitations to conferences included.</summary>
    public long Offered { get; init; }

    /// <summary>Offers that they accepted.</summary>
    public long Answered { get; init; }

    /// <summary>Offers that ran out.</summary>
    public long Missed { get; init; }

    /// <summary>Offers that they declined.</summary>
    public long Declined { get; init; }

    /// <summary>Offers where they could not be connected.</summary>
    public long Failed { get; init; }

    /// <summary>Contacts that they transferred on.</summary>
    public long TransferredOut { get; init; }

    /// <summary>Contacts with which they were done, wrap-up included.</summary>
    public long Handled { get; init; }

    /// <summary>
    /// The time that contacts with which they are done were interrupted by others: no part of talk, nor of idle.
    /// </summary>
    public TimeSpan Held { get; init; }

    /// <summary>The mean time that they were in a contact; null where none was handled.</summary>
    public TimeSpan? AverageTalk { get; init; }

    /// <summary>The mean time of their wrap-ups; null where none was handled.</summary>
    public TimeSpan? AverageWrapUp { get; init; }

    /// <summary>The mean handle time (AHT): talk and wrap-up together; null where none was handled.</summary>
    public TimeSpan? AverageHandleTime { get; init; }

    /// <summary>
    /// Time engaged ÷ (time engaged + time available without a contact). From 0 to 1; null where both are zero.
    /// </summary>
    public double? Occupancy { get; init; }

    internal static AgentStatistics Of(Agent agent, AgentTally tally, DateTimeOffset at, DateTimeOffset since)
    {
        var (handled, talk, wrapUp) =
            (tally[AgentFigure.Handled], tally[AgentFigure.Talk], tally[AgentFigure.WrapUp]);
        var (engaged, free) = (tally[AgentFigure.Engaged], tally[AgentFigure.Free]);
        var (available, idle, rona) =
            (tally[AgentFigure.Available], tally[AgentFigure.Idle], tally[AgentFigure.Rona]);
        return new AgentStatistics
        {
            Agent = agent.Id,
            At = at,
            Since = since,
            Availability = agent.Availability,
            Load = agent.Load,
            SignedIn = new TimeSpan(available + idle + rona),
            Available = new TimeSpan(available),
            Idle = new TimeSpan(idle),
            Rona = new TimeSpan(rona),
            Engaged = new TimeSpan(engaged),
            IdleByCode = [.. tally.Idle.Select(one => new IdleTime(one.Code, new TimeSpan(one.Ticks)))],
            Offered = tally[AgentFigure.Offered],
            Answered = tally[AgentFigure.Answered],
            Missed = tally[AgentFigure.Missed],
            Declined = tally[AgentFigure.Declined],
            Failed = tally[AgentFigure.Failed],
            TransferredOut = tally[AgentFigure.TransferredOut],
            Handled = handled,
            Held = new TimeSpan(tally[AgentFigure.Held]),
            AverageTalk = Ratio.Mean(talk, handled),
            AverageWrapUp = Ratio.Mean(wrapUp, handled),
            AverageHandleTime = Ratio.Mean(talk + wrapUp, handled),
            Occupancy = Ratio.Of(engaged, engaged + free),
        };
    }
}

/// <summary>How long an agent was idle under one code.</summary>
/// <param name="Code">The idle code.</param>
/// <param name="Time">How long.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record IdleTime(string Code, TimeSpan Time);
