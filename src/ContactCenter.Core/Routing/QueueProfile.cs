using System.Collections.Immutable;

using ContactCenter.Hours;

namespace ContactCenter.Routing;

/// <summary>How a queue works, as the floor's configuration says.</summary>
internal sealed record QueueProfile
{
    /// <summary>The most agents that a contact may be broadcast to.</summary>
    internal const int MostBroadcast = 100;

    public string Name { get; init; } = string.Empty;

    public Channel Channel { get; init; } = Channel.Chat;

    public TimeSpan OfferTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an offer is connecting before it presents itself; null for not at all.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>How long before an offer runs out its agent is warned; null for no warning.</summary>
    public TimeSpan? WarnBefore { get; init; }

    public string Strategy { get; init; } = RoutingStrategies.LongestAvailable;

    /// <summary>What is said of the queue, for rules that look for one.</summary>
    public ImmutableArray<AttributeText> Labels { get; init; } = [];

    /// <summary>What contacts ask for no longer, ring by ring.</summary>
    public ImmutableArray<RoutingRing> Rings { get; init; } = [];

    /// <summary>How much waiting a step of priority is worth; null where priority comes before all waiting.</summary>
    public TimeSpan? PriorityWorth { get; init; }

    /// <summary>By how much its contacts count as older than they are.</summary>
    public TimeSpan HeadStart { get; init; }

    public QueueMode Mode { get; init; }

    public ParallelOffers ParallelOffers { get; init; } = new();

    /// <summary>To how many agents a contact is offered at the same time in a broadcast.</summary>
    public int BroadcastLimit { get; init; } = 20;

    public bool AllowDecline { get; init; }

    /// <summary>For how long whoever declines a contact is not offered it again; null for not at all.</summary>
    public TimeSpan? RetryDeclinedAfter { get; init; }

    /// <summary>What follows from an offer that came to nothing; null for what the floor has.</summary>
    public RonaPolicy? Rona { get; init; }

    public bool StartsWithBot { get; init; }

    /// <summary>How long a contact may wait and still be answered in time.</summary>
    public TimeSpan ServiceThreshold { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whoever leaves sooner than this could not have been answered; zero for nobody.</summary>
    public TimeSpan ShortAbandon { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether those count neither as offered nor as abandoned in rates.</summary>
    public bool ExcludeShortAbandons { get; init; }

    /// <summary>After how long a silent customer is warned; null for never.</summary>
    public TimeSpan? WarnSilentAfter { get; init; }

    /// <summary>After how long a chat ends whose customer is silent; null for never.</summary>
    public TimeSpan? EndSilentAfter { get; init; }

    /// <summary>After how long a chat takes no room of its agents' whose customer is silent; null for never.</summary>
    public TimeSpan? SleepSilentAfter { get; init; }

    /// <summary>How many may wait in it, those who are being offered included; null for any number.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What becomes of a contact that comes when so many wait.</summary>
    public FullQueue WhenFull { get; init; }

    /// <summary>The queue that contacts go to for which it has no room; null for none.</summary>
    public string? OverflowTo { get; init; }

    /// <summary>The priority of whatever overflows from it; null for the one it has.</summary>
    public int? OverflowPriority { get; init; }

    /// <summary>What whatever overflows from it asks for beside the rest; null for nothing.</summary>
    public string? OverflowRequirement { get; init; }

    /// <summary>What becomes of contacts that wait too long, by how long that is.</summary>
    public ImmutableArray<WaitRule> WaitRules { get; init; } = [];

    /// <summary>What becomes of its contacts while no agent is there; null for nothing.</summary>
    public NoAgentRule? NoAgents { get; init; }

    /// <summary>Within which time a customer who has left may come back to their place; null for none.</summary>
    public TimeSpan? ReturnWithin { get; init; }

    /// <summary>What becomes of its contacts when it is removed.</summary>
    public QueueRemoval WhenRemoved { get; init; }

    /// <summary>The queue its contacts go to when it is removed; null for none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>When contacts are offered from it; null for always.</summary>
    public OpeningHours? Hours { get; init; }

    public ClosedAction ClosedAction { get; init; }

    /// <summary>The queue that contacts go on to; null unless that is the rule.</summary>
    public string? ClosedOverflow { get; init; }

    /// <summary>The labels as rules compare them; those that cannot be read are none.</summary>
    internal AttributeBag LabelBag() => AttributeText.Bag(Labels);

    /// <summary>How many agents may have an open offer of a contact that was widened so many times.</summary>
    internal int Wanted(int widened) => Mode switch
    {
        QueueMode.Broadcast => BroadcastLimit,
        _ when ParallelOffers.AddEvery is null => ParallelOffers.Max,
        _ => Math.Min(ParallelOffers.Min + widened, ParallelOffers.Max),
    };

    /// <summary>After how long one agent more is asked; null where no more are.</summary>
    internal TimeSpan? WidensAfter(int widened) =>
        Mode == QueueMode.Automatic && Wanted(widened) < ParallelOffers.Max ? ParallelOffers.AddEvery : null;
}
