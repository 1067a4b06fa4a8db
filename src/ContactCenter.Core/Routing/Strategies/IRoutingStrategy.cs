namespace ContactCenter.Routing;

/// <summary>How a queue chooses among the free agents who meet what a contact asks for.</summary>
/// <remarks>
/// Pure: the same contact, agent and instant give the same score, without a clock, randomness or I/O; called while the
/// floor decides, so fast. It only compares: who comes into question is the router's. At most 1,000 agents are scored
/// for a contact, the longest available first. A strategy that throws is not asked again until the configuration
/// changes: its queue goes on with the longest available, and says so. It is asked too where somebody wants a contact
/// explained, at the same time as the floor decides.
/// </remarks>
public interface IRoutingStrategy
{
    /// <summary>By which name queues choose it: 1 to 64 characters in kebab-case.</summary>
    string Name { get; }

    /// <summary>Scores an agent for a contact; the lowest score is offered it first.</summary>
    /// <param name="contact">The contact that waits.</param>
    /// <param name="agent">An agent who is free and meets its requirement.</param>
    /// <param name="now">The instant of the decision, on the floor's clock.</param>
    /// <returns>The score; ties go to the longest available, then by agent id.</returns>
    RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now);
}

/// <summary>A contact, as a strategy sees one.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Queue">The queue it waits in.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Needs">What it asks for.</param>
/// <param name="Seed">From the floor's configuration and the offers so far: what draws come from.</param>
public readonly record struct RoutingContact(
    long Number, QueueName Queue, DateTimeOffset Since, ContactNeeds Needs, ulong Seed)
{
    /// <summary>What is said of the contact.</summary>
    public AttributeBag Attributes => Needs.Attributes;

    /// <summary>A number drawn for an agent: above 0, at most 1, and always the same for the same decision.</summary>
    /// <param name="agent">For whom.</param>
    /// <returns>The number.</returns>
    public double Draw(AgentId agent)
    {
        // SplitMix64 over the seed, the contact and the agent: the same on every machine.
        var state = Seed ^ Mix((ulong)Number);
        foreach (var unit in agent.Value)
        {
            state = Mix(state ^ unit);
        }

        return ((Mix(state) >> 11) + 1) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }
}

/// <summary>A free agent, as a strategy sees one.</summary>
/// <param name="Id">Who.</param>
/// <param name="Since">Since when they have been available.</param>
/// <param name="Attributes">What they can do.</param>
/// <param name="Membership">How they serve the queue.</param>
/// <param name="Occupancy">How much of their room for the channel is taken, 0 to 1.</param>
public readonly record struct RoutingCandidate(
    AgentId Id, DateTimeOffset Since, AttributeBag Attributes, QueueMembership Membership, double Occupancy);

/// <summary>How well an agent suits a contact: the lower, the sooner.</summary>
public readonly record struct RoutingScore
{
    private RoutingScore(double value, string reason) => (Value, Reason) = (value, reason);

    /// <summary>The score.</summary>
    public double Value { get; }

    /// <summary>Why, in a few words; part of the decision record.</summary>
    public string Reason { get; }

    /// <summary>Before everybody else.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The score.</returns>
    public static RoutingScore First(string reason) => new(double.NegativeInfinity, reason);

    /// <summary>By a number, the lowest first.</summary>
    /// <param name="value">The number.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number.</exception>
    public static RoutingScore By(double value, string reason) => double.IsNaN(value)
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "A score must be a number.")
        : new RoutingScore(value, reason);

    /// <summary>By a number, the highest first.</summary>
    /// <param name="value">The number.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number.</exception>
    public static RoutingScore ByHighest(double value, string reason) => By(-value, reason);

    /// <summary>By an instant, the earliest first.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The score.</returns>
    public static RoutingScore By(DateTimeOffset instant, string reason) => new(instant.UtcTicks, reason);
}
