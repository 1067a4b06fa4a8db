using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Statistics;

namespace ContactCenter.Floors;

/// <summary>
/// A floor: its queues and agents, the contacts that wait, the chats that run, all decided together. Deterministic:
/// the same commands at the same instants make the same batches, and the same batches the same floor.
/// </summary>
/// <remarks>
/// The state is mutable inside, because indexes must be; only <see cref="Apply(Event, DateTimeOffset)"/> changes it
/// and only events do so. One thread at a time.
/// </remarks>
internal sealed partial class Floor
{
    private readonly Dictionary<AgentId, Agent> _agents = [];
    private readonly Dictionary<AgentId, SupervisorProfile> _supervisors = [];
    private readonly Dictionary<QueueName, QueueProfile> _queues = [];
    private readonly NumberedTable<ChatSession> _chats = [];
    private readonly NumberedTable<Offer> _offers = [];
    private readonly NumberedTable<Effect> _effects = [];
    private readonly Dictionary<Actor, Presence> _presences = [];
    private readonly CustomerIndex _customers = new();
    private readonly int[] _live = new int[Enum.GetValues<Channel>().Length];
    private Coordinator _coordinator = new();

    internal Floor(FloorId id, KnownStrategies? strategies = null)
    {
        Id = id;
        Strategies = strategies ?? KnownStrategies.Shipped;
        Router.StrategyFailed = Fail;
        Alarms = new AlarmIndex(DueAt, StandingAlarms);
    }

    internal FloorId Id { get; }

    /// <summary>The sequence of the last batch.</summary>
    internal long Head { get; private set; }

    /// <summary>The instant of the last batch: recorded time never goes back.</summary>
    internal DateTimeOffset LastAt { get; private set; }

    /// <summary>
    /// Contacts that begin are numbered above this. No state: whoever decides is told it, and what is decided says it.
    /// </summary>
    internal long NumbersAfter { get; set; }

    internal FloorConfiguration Configuration { get; private set; } = FloorConfiguration.Empty;

    internal string ConfigurationHash { get; private set; } = string.Empty;

    internal IReadOnlyDictionary<AgentId, Agent> Agents => _agents;

    internal IReadOnlyDictionary<AgentId, SupervisorProfile> Supervisors => _supervisors;

    internal IReadOnlyDictionary<QueueName, QueueProfile> Queues => _queues;

    /// <summary>The chats that are not closed.</summary>
    internal IReadOnlyDictionary<long, ChatSession> Chats => _chats;

    internal IReadOnlyDictionary<long, Offer> Offers => _offers;

    /// <summary>What must happen outside: carried out by the shell after commit, and again after recovery.</summary>
    internal IReadOnlyDictionary<long, Effect> Effects => _effects;

    /// <summary>The agents and customers who have sessions, or had one a moment ago.</summary>
    internal IReadOnlyDictionary<Actor, Presence> Presences => _presences;

    internal Router Router { get; } = new();

    internal AlarmIndex Alarms { get; }

    internal CommandWindow Window { get; } = new();

    /// <summary>The running figures of queues and agents.</summary>
    internal Tallies Tallies { get; } = new();

    internal Counters Last { get; private set; }

    /// <summary>
    /// There are offers to make, or contacts of a removed, closed or deserted queue to look after, that did not fit
    /// into the last batch. While it is clear the floor is quiescent: nobody waits whom a free agent could take.
    /// </summary>
    internal bool Leftover => !Router.IsQuiescent || IsMovingOut || NobodyDueAt <= LastAt
        || NextOverflow() is not null || NextOverdue() is not null;

    /// <summary>The live chats of one customer.</summary>
    internal IEnumerable<ChatSession> ChatsOf(CustomerId customer) => _customers.Of(customer);

    /// <summary>The live contacts of a channel.</summary>
    internal int Live(Channel channel) => _live[(int)channel];

    /// <summary>What to call somebody of the floor, as its configuration says; null where it does not.</summary>
    internal string? NameOf(Actor who) =>
        who.Kind == ActorKind.Agent ? _agents.GetValueOrDefault(who.Id)?.Profile.Name : null;

    internal PresenceState PresenceOf(Actor who) => _presences.GetValueOrDefault(who)?.State ?? PresenceState.None;
}

/// <summary>The last number given out of each kind; the next is one more.</summary>
internal readonly record struct Counters(long Chat, long Offer, long Effect, long Session, long Audit);
