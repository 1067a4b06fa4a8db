namespace ContactCenter.Routing;

/// <summary>
/// Why a contact was, or was not, offered: who came into question, what ruled each out, who was first.
/// </summary>
/// <param name="Contact">The contact's number.</param>
/// <param name="Queue">The queue it waits in.</param>
/// <param name="At">As of when.</param>
/// <param name="Place">Its place in line, from 1; 0 while it is offered.</param>
/// <param name="Strategy">
/// How the queue chooses among those who are free: by its own strategy, or, since that has failed, by the longest
/// available.
/// </param>
/// <param name="OfferedTo">Who has an open offer of it now, the earliest first.</param>
/// <param name="Candidates">Those who serve the queue, the free ones first and in order; 100 at most.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
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
}

/// <summary>One agent in a decision.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Since">Since when they count as available; null for those who are not.</param>
/// <param name="RuledOutBy">
/// What speaks against them: <c>signed-out</c>, <c>idle</c>, <c>rona</c>, <c>cool-off</c>, <c>pace</c>, <c>paused</c>
/// for whoever is there but not for this queue, <c>wrap-up</c> for whoever owes one that holds it, <c>no-room</c>,
/// <c>held</c> while another channel has its turn with them first, <c>has-its-offer</c>, <c>declined</c> for
/// whoever is not to be asked again for now, <c>hands-it-over</c> for whoever is transferring it away, or
/// <c>outside-hours</c> where only the queue's hours do; null for those who are free.
/// </param>
/// <param name="HasPassed">They missed or refused this contact before: others come first.</param>
public sealed record Candidate(AgentId Agent, DateTimeOffset? Since, string? RuledOutBy, bool HasPassed);
