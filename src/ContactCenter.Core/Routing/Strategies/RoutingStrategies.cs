namespace ContactCenter.Routing;

/// <summary>The names of the ways a queue chooses among its free agents. Ties go to the longest available.</summary>
public static class RoutingStrategies
{
    /// <summary>
    /// The agent who has been available longest with nothing given to them and nothing finished; ties by agent id.
    /// </summary>
    public const string LongestAvailable = "longest-available";

    /// <summary>In turn: whoever was offered a contact goes to the back; the rest keep their order.</summary>
    public const string RoundRobin = "round-robin";

    /// <summary>The agent with the smallest share of their room for the channel taken.</summary>
    public const string LeastOccupied = "least-occupied";

    /// <summary>The agent whose last contact is longest ago, whatever breaks they have taken since.</summary>
    public const string MostIdle = "most-idle";

    /// <summary>By the agents' positions in the queue: the first who is free.</summary>
    public const string TopDown = "top-down";

    /// <summary>The agent who meets the contact's requirement best, as <see cref="Requirement.Score"/> says.</summary>
    public const string BestSkilled = "best-skilled";

    /// <summary>By lot, in proportion to the agents' weights in the queue.</summary>
    public const string Weighted = "weighted";

    /// <summary>By lot.</summary>
    public const string Random = "random";

    /// <summary>Those that score, by name.</summary>
    internal static IReadOnlyDictionary<string, IRoutingStrategy> Scoring { get; } =
        new IRoutingStrategy[]
        {
            new BestSkilled(),
            new Lot(Random, isWeighted: false),
            new Lot(Weighted, isWeighted: true),
        }.ToDictionary(strategy => strategy.Name, StringComparer.Ordinal);

    /// <summary>Whether a name is that of a strategy which ships.</summary>
    internal static bool IsKnown(string name) => Scoring.ContainsKey(name)
        || name is LongestAvailable or RoundRobin or LeastOccupied or MostIdle or TopDown;
}

/// <summary>The better an agent meets the requirement, the sooner.</summary>
internal sealed class BestSkilled : IRoutingStrategy
{
    public string Name => RoutingStrategies.BestSkilled;

    public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
        RoutingScore.ByHighest(contact.Needs.Requirement?.Score(agent.Attributes) ?? 0, Name);
}

/// <summary>
/// A lot for each agent, and the lowest wins. Divided by the weight, the logarithm of an even draw makes the chances as
/// the weights (Efraimidis and Spirakis, 2006).
/// </summary>
internal sealed class Lot(string name, bool isWeighted) : IRoutingStrategy
{
    public string Name => name;

    public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
        RoutingScore.By(-Math.Log(contact.Draw(agent.Id)) / (isWeighted ? agent.Membership.Weight : 1), name);
}
