namespace ContactCenter.Routing;

/// <summary>How a queue chooses, as the router needs to know it.</summary>
/// <param name="Strategy">The name of the way it chooses among its free agents.</param>
internal sealed record QueueRules(string Strategy)
{
    /// <summary>Behind every tier there is.</summary>
    private const int LastResort = 1_000;

    internal static QueueRules Default { get; } = new(RoutingStrategies.LongestAvailable);

    /// <summary>Nothing is offered: agents pick what they take.</summary>
    internal bool IsManual { get; init; }

    /// <summary>Nothing is offered at the moment.</summary>
    internal bool IsClosed { get; init; }

    /// <summary>Whether contacts are offered at all.</summary>
    internal bool IsMatched => !IsManual && !IsClosed;

    /// <summary>What scores each agent for each contact; null where a key of the agent's alone decides.</summary>
    internal IRoutingStrategy? Scores { get; init; }

    /// <summary>How much waiting a step of priority is worth; null where priorities come before all waiting.</summary>
    internal TimeSpan? PriorityWorth { get; init; }

    /// <summary>By how much contacts of the queue count as older than they are.</summary>
    internal TimeSpan HeadStart { get; init; }

    /// <summary>Decides draws, where the strategy draws.</summary>
    internal ulong Seed { get; init; }

    /// <summary>Whoever would be called away from other work comes after everybody else.</summary>
    internal Standing StandingOf(QueueMember member) => new(
        member.Tier + (member.Agent.IsCalledAwayTo(member.Queue) ? LastResort : 0),
        KeyOf(member),
        member.Agent.Since.UtcTicks);

    internal Place PlaceOf(long contact, DateTimeOffset since, ContactNeeds needs)
    {
        var (ticks, order) = needs.Place is { } asked
            ? (asked.Since, asked.Order)
            : (since.UtcTicks, contact << 20);
        var from = ticks - HeadStart.Ticks;
        return PriorityWorth is { } worth
            ? new Place(0, from - (needs.Priority * worth.Ticks), order)
            : new Place(-needs.Priority, from, order);
    }

    /// <summary>The way back: what a contact of a priority must have been given to stand at a place.</summary>
    internal AskedPlace AskedPlaceOf(Place place, int priority) =>
        new(place.Since + HeadStart.Ticks + (priority * (PriorityWorth?.Ticks ?? 0)), place.Order);

    private long KeyOf(QueueMember member) => Strategy switch
    {
        RoutingStrategies.RoundRobin => member.Turn,
        RoutingStrategies.MostIdle => member.Agent.ServedAt.UtcTicks,
        RoutingStrategies.LeastOccupied => member.Agent.Occupancy.Of(member.Queue.Channel),
        RoutingStrategies.TopDown => member.Membership.Position,
        _ => 0,
    };
}
