namespace ContactCenter;

/// <summary>What kind of party asks.</summary>
public enum ActorKind : byte
{
    /// <summary>The engine itself: alarms and what follows from them.</summary>
    System,

    /// <summary>The host program, on its own account: configuration, failed transports.</summary>
    Host,

    /// <summary>A customer, in their own chats only.</summary>
    Customer,

    /// <summary>An agent, for themselves and the contacts they have.</summary>
    Agent,

    /// <summary>A supervisor, for the agents of the floor.</summary>
    Supervisor,

    /// <summary>The chat bot, for the question it was asked.</summary>
    Bot,
}

/// <summary>
/// The party that asks, writes or views. The host creates it after it has authenticated somebody; the floor decides
/// what that party may do.
/// </summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public readonly record struct Actor
{
    private readonly string? _id;

    // No id and an empty one are the same, or an actor that was read from the log would not equal itself.
    internal Actor(ActorKind kind, string? id = null) => (Kind, _id) = (kind, id?.Length > 0 ? id : null);

    /// <summary>What kind of party this is.</summary>
    public ActorKind Kind { get; }

    /// <summary>The agent's, supervisor's or customer's id; empty for the others.</summary>
    public string Id => _id ?? string.Empty;

    /// <summary>The host program itself.</summary>
    public static Actor Host { get; } = new(ActorKind.Host);

    /// <summary>A customer.</summary>
    /// <param name="customer">The customer's id, authenticated by the host.</param>
    public static Actor Customer(CustomerId customer) => new(ActorKind.Customer, customer.Value);

    /// <summary>An agent.</summary>
    /// <param name="agent">The agent's id, authenticated by the host.</param>
    public static Actor Agent(AgentId agent) => new(ActorKind.Agent, agent.Value);

    /// <summary>A supervisor.</summary>
    /// <param name="supervisor">The supervisor's id, authenticated by the host.</param>
    public static Actor Supervisor(AgentId supervisor) => new(ActorKind.Supervisor, supervisor.Value);

    /// <summary>The kind and the id, for a log: <c>agent:mina</c>.</summary>
    public override string ToString() => Id.Length == 0 ? Name : $"{Name}:{Id}";

    internal static Actor System { get; } = new(ActorKind.System);

    internal static Actor Bot { get; } = new(ActorKind.Bot);

    internal bool IsAgent(AgentId agent) => Kind == ActorKind.Agent && Id == agent.Value;

    internal bool IsCustomer(CustomerId customer) => Kind == ActorKind.Customer && Id == customer.Value;

    private string Name => Kind switch
    {
        ActorKind.Host => "host",
        ActorKind.Customer => "customer",
        ActorKind.Agent => "agent",
        ActorKind.Supervisor => "supervisor",
        ActorKind.Bot => "bot",
        _ => "system",
    };
}
