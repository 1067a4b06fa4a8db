using System.Collections.Immutable;
using ContactCenter.Routing;

namespace ContactCenter.Agents;

/// <summary>What an agent may do, as the floor's configuration says.</summary>
internal sealed record AgentProfile
{
    public string Id { get; init; } = string.Empty;

    public string? Name { get; init; }

    public string? Team { get; init; }

    public ImmutableArray<string> Queues { get; init; } = [];

    /// <summary>How they serve some of the queues; the others as everybody does.</summary>
    public ImmutableArray<MembershipProfile> Memberships { get; init; } = [];

    /// <summary>Their skills and whatever else contacts may ask for, by name.</summary>
    public ImmutableArray<AttributeText> Attributes { get; init; } = [];

    /// <summary>The agent's own; null for that of the team or the site.</summary>
    public MediaProfile? Media { get; init; }

    /// <summary>How many contacts they are offered in a time; null for as many as they have room for.</summary>
    public AgentPace? Pace { get; init; }

    /// <summary>The idle codes the agent may choose; empty for all.</summary>
    public ImmutableArray<string> IdleCodes { get; init; } = [];

    /// <summary>The wrap-up reasons the agent may give; empty for all.</summary>
    public ImmutableArray<string> WrapUpReasons { get; init; } = [];

    /// <summary>After how long their wrap-ups are submitted by themselves: 0 for never, null for the floor's.</summary>
    public TimeSpan? AutoWrapUp { get; init; }

    /// <summary>The queues the agent may transfer to.</summary>
    public Reach TransferQueues { get; init; } = Reach.All;

    /// <summary>The teams whose agents the agent may transfer to and invite.</summary>
    public Reach TransferTeams { get; init; } = Reach.All;

    /// <summary>Whether the agent is available again after work, where the system had made them idle.</summary>
    public bool AutoAvailable { get; init; }

    /// <summary>Whether the agent's desk accepts by itself, in its primary session.</summary>
    public bool AutoAccept { get; init; }

    /// <summary>After how long without a sign of life the agent is signed out; null for the floor's.</summary>
    public TimeSpan? InactivityLimit { get; init; }

    /// <summary>The attributes as the router compares them; those that cannot be read are none.</summary>
    internal AttributeBag Bag() => AttributeText.Bag(Attributes);

    /// <summary>How they serve each of their queues.</summary>
    internal IEnumerable<QueueMembership> Served() => Queues.Distinct(StringComparer.Ordinal).Select(queue =>
        Memberships.FirstOrDefault(one => one.Queue == queue)?.Membership ?? new QueueMembership(queue));
}
