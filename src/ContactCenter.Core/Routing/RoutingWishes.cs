namespace ContactCenter.Routing;

/// <summary>
/// What a contact asks of the agent who takes it, and how urgent it is. Parts of it may be let go of while it waits.
/// </summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record RoutingWishes
{
    /// <summary>Contacts of a higher priority come first; in one priority, the oldest.</summary>
    /// <value>Default: 1. 0 to 1,000.</value>
    public int Priority { get; init; } = 1;

    /// <summary>
    /// Where it comes to stand in its line, from 1, when it begins to wait, or at once where it waits already: before
    /// whoever stands there, though never before a higher or behind a lower priority. From then on it keeps its place
    /// as others do, through offers and transfers, until it is reclassified or scheduled anew. Where priority is worth
    /// time (<c>PriorityWorth</c>) no priority is higher than another: it is counted over the whole line.
    /// </summary>
    /// <value>Default: the place of its age. 1 to 1,000.</value>
    public int? Position { get; init; }

    /// <summary>What the agent's attributes must be: all of these together.</summary>
    /// <value>Default: anything. At most 10.</value>
    public IReadOnlyList<RoutingRequirement> Requirements { get; init; } = [];

    /// <summary>Who is asked first while they are free and meet the requirements, in this order.</summary>
    /// <value>Default: nobody. At most 10.</value>
    public IReadOnlyList<AgentId> Preferred { get; init; } = [];

    /// <summary>The only agent who is offered it, until it has waited for <see cref="ReservedFor"/>.</summary>
    /// <value>Default: nobody in particular.</value>
    public AgentId? Reserved { get; init; }

    /// <summary>Whether the agent whom the customer had last is asked first, or for a while alone.</summary>
    /// <value>Default: neither.</value>
    public LastAgentWish LastAgent { get; init; }

    /// <summary>
    /// How long the reservation holds, from when the contact began to wait, and again once it has had an agent.
    /// </summary>
    /// <value>Default: 30 seconds. Above 0, at most 1 day.</value>
    public TimeSpan ReservedFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who is never offered it.</summary>
    /// <value>Default: nobody. At most 20.</value>
    public IReadOnlyList<AgentId> Excluded { get; init; } = [];
}

/// <summary>A condition on an agent's attributes.</summary>
/// <param name="Text">As <see cref="Requirement.Parse"/> reads it: <c>french &gt;= 3 and dept = billing</c>.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record RoutingRequirement(string Text)
{
    /// <summary>
    /// How long it holds, from when the contact began to wait, and again once it has had an agent; then it is let go
    /// of.
    /// </summary>
    /// <value>Default: for ever. Above 0, at most 1 day.</value>
    public TimeSpan? For { get; init; }
}
