using System.Collections.Immutable;

namespace ContactCenter.Customers;

/// <summary>What remains of a contact once it is closed: when, where, with whom, and how it ended.</summary>
/// <param name="Chat">Its id, by which its transcript is read.</param>
/// <param name="Customer">Whose it was.</param>
/// <param name="Channel">By which channel it came.</param>
/// <param name="Queue">The queue it belonged to last.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="QueuedAt">
/// When it began to wait for an agent; before it began where its customer came back to their place; null where the bot
/// sufficed.
/// </param>
/// <param name="EndedAt">When it was over for its customer.</param>
/// <param name="ClosedAt">When it was over for everybody: the last wrap-up was submitted.</param>
/// <param name="EndedBy">Who ended it.</param>
/// <param name="Agents">The agents who had it, first to last; none where it was abandoned.</param>
/// <param name="Reasons">The wrap-up reasons, first to last.</param>
/// <param name="Lines">How many lines its transcript has.</param>
/// <remarks>Source: chat specification R152. Immutable, safe for any thread.</remarks>
public sealed record PastContact(
    ChatId Chat,
    CustomerId Customer,
    Channel Channel,
    QueueName Queue,
    DateTimeOffset StartedAt,
    DateTimeOffset? QueuedAt,
    DateTimeOffset EndedAt,
    DateTimeOffset ClosedAt,
    Actor EndedBy,
    ImmutableArray<AgentId> Agents,
    ImmutableArray<string> Reasons,
    int Lines)
{
    /// <summary>The customer waited for an agent and had none.</summary>
    public bool IsAbandoned => Agents.IsEmpty && QueuedAt is not null;
}
