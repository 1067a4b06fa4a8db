using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>What a contact asks of the agent who takes it, and where it stands among others.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ContactNeeds
{
    /// <summary>A contact that asks for nothing, of priority 1.</summary>
    public static ContactNeeds None { get; } = new();

    /// <summary>What the agent's attributes must be.</summary>
    /// <value>Default: anything.</value>
    public Requirement? Requirement { get; init; }

    /// <summary>Contacts of a higher priority come first, however long the others have waited.</summary>
    /// <value>Default: 1. 0 to 1,000.</value>
    public int Priority { get; init; } = 1;

    /// <summary>
    /// How long it has waited, as far as that lets in agents who take contacts of the queue only after a delay.
    /// </summary>
    /// <value>Default: 0.</value>
    public TimeSpan Waited { get; init; }

    /// <summary>The only agent who may be offered it; null for all who meet the requirement.</summary>
    public AgentId? ReservedFor { get; init; }

    /// <summary>What is said of the contact itself, for strategies.</summary>
    /// <value>Default: nothing.</value>
    public AttributeBag Attributes { get; init; } = AttributeBag.Empty;

    /// <summary>What it asks for, and how long it has waited as far as that lets agents in.</summary>
    internal Trait Asked => new(Requirement, Waited);

    /// <summary>The place in line that it was given; null for the one of its age.</summary>
    internal AskedPlace? Place { get; init; }

    /// <summary>Who is asked first while they are free and meet the requirement, in this order.</summary>
    public ImmutableArray<AgentId> Preferred { get; init; } = [];

    /// <summary>Who must not be offered it.</summary>
    public ImmutableArray<AgentId> Excluded { get; init; } = [];
}
