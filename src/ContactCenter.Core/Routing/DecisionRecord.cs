using System.Collections.Immutable;

namespace ContactCenter.Routing;

/// <summary>
/// Why a contact was, or was not, offered: who came into question, what ruled each out, who was first.
/// </summary>
/// <param name="Contact">The contact's number.</param>
/// <param name="Queue">The queue it waits in, or will.</param>
/// <param name="At">As of when.</param>
/// <param name="Place">Its place in line, from 1; 0 while it is offered, and while it does not wait.</param>
/// <param name="Strategy">
/// How the queue chooses among those who are free: by its own strategy, or, since that has failed, by the longest
/// available.
/// </param>
/// <param name="OfferedTo">Who has an open offer of it now, the earliest first.</param>
/// <param name="Candidates">
/// Those who serve the queue, 100 at most: first the free ones for whom it is, in the order in which they would be
/// asked; then the others who are available, then the rest, each in the order in which their queue has them. Empty
/// while the contact does not wait.
/// </param>
/// <remarks>
/// A contact with no <see cref="Obstacles"/> is offered to the first candidate who has none: so while the floor has
/// nothing left over, no contact that waits has such a one. Immutable, safe for any thread.
/// </remarks>
public sealed record DecisionRecord(
    long Contact,
    QueueName Queue,
    DateTimeOffset At,
    int Place,
    string Strategy,
    IReadOnlyList<AgentId> OfferedTo,
    IReadOnlyList<Candidate> Candidates)
{
    /// <summary>What the agent's attributes must be, as the contact asks by now; null for anything.</summary>
    public string? Requires { get; init; }

    /// <summary>What keeps it from everybody, in the order of the codes; empty where nothing does.</summary>
    public ImmutableArray<Obstacle> Obstacles { get; init; } = [];

    /// <summary>How many serve the queue: more than there are candidates where some are left out.</summary>
    public int Serving { get; init; }
}

/// <summary>One agent in a decision.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Since">Since when they count as available; null for those who are not.</param>
/// <param name="Obstacles">
/// Everything that speaks against them, in the order of the codes; empty for those who would be asked.
/// </param>
/// <param name="HasPassed">They missed or refused this contact before: others come first.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record Candidate(
    AgentId Agent, DateTimeOffset? Since, ImmutableArray<Obstacle> Obstacles, bool HasPassed)
{
    /// <summary>The code of the first obstacle; null for those whom nothing rules out.</summary>
    public string? RuledOutBy => Obstacles.IsEmpty ? null : Obstacles[0].Code;
}
