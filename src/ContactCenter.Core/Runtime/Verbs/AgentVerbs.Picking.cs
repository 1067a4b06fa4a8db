using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>How agents take contacts from queues where nothing is offered, and give them back.</summary>
public sealed partial class AgentVerbs
{
    /// <summary>The most contacts that a page of <see cref="WaitingAsync"/> skips.</summary>
    private const int MaxOffset = 10_000;

    /// <summary>
    /// What an agent may take: the contacts that wait in those of their queues that are manual, in the order in which
    /// the floor would offer them.
    /// </summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="offset">How many to skip, 0 to 10,000.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c> or <c>not-running</c>.</returns>
    /// <remarks>
    /// Each contact is there once. What is offered, taken or ended is not there; nor what the agent hands over, or is
    /// excluded from. What a contact asks of its agent is for the agent to judge.
    /// </remarks>
    public ValueTask<Outcome<PickList>> WaitingAsync(
        AgentId agent, int offset = 0, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, MaxOffset);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync(floor => floor.Agents.TryGetValue(agent, out var found)
            ? Outcome<PickList>.Accepted(floor.PickList(found, offset, limit))
            : Outcome<PickList>.Rejected(Rejections.AgentUnknown));
    }

    /// <summary>
    /// Takes a contact that waits in a manual queue of the agent's. The agent must be available and have room. Of two
    /// who take the same, the first has it.
    /// </summary>
    /// <param name="agent">Who takes it.</param>
    /// <param name="chat">Which contact.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// The contact. Rejected as <c>chat-unknown</c>, <c>not-waiting</c> when somebody else has it by now,
    /// <c>not-permitted</c> when it is not for them, or of a queue that they do not serve, or that is not manual,
    /// <c>agent-unavailable</c>, <c>agent-full</c> or <c>agent-unknown</c>.
    /// </returns>
    public ValueTask<Outcome<ChatReceipt>> PickAsync(
        AgentId agent, ChatId chat, CommandId id = default, CancellationToken cancellationToken = default) =>
        chat.Floor != _host.Id
            ? new(Outcome<ChatReceipt>.Rejected(Rejections.ChatUnknown))
            : _host.AskAsync(
                new PickContact(Actor.Agent(agent), chat.Number), id, _host.Chats.Chat, cancellationToken);

    /// <summary>
    /// Gives a chat back to the queue it came from, at the age of its first wait: as a transfer to it, which needs no
    /// leave here. What the agent owes, and until when they stay responsible, is as for a transfer.
    /// </summary>
    /// <param name="agent">The agent who has it.</param>
    /// <param name="chat">Which chat.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, also once it is closed, <c>not-permitted</c> for whoever does not have it, or
    /// <c>not-allowed</c> when it cannot be transferred now, as in a conference or once it has ended.
    /// </returns>
    public ValueTask<Outcome<Receipt>> ReturnAsync(
        AgentId agent, ChatId chat, CommandId id = default, CancellationToken cancellationToken = default) =>
        chat.Floor != _host.Id
            ? new(Outcome<Receipt>.Rejected(Rejections.ChatUnknown))
            : AskAsync(new ReturnChat(Actor.Agent(agent), chat.Number), id, cancellationToken);
}
