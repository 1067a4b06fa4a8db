using ContactCenter.Collaboration;

namespace ContactCenter.Runtime;

/// <summary>What agents do together in a chat. A conference has three parties: the customer and two agents.</summary>
/// <remarks>Safe for any thread. Source: chat specification 1.10.</remarks>
public sealed class ConferenceVerbs
{
    private readonly FloorHost _host;

    internal ConferenceVerbs(FloorHost host) => _host = host;

    /// <summary>
    /// Invites a second agent, who gets a request; until it is accepted the chat goes on and its customer sees nothing.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">The agent who has it.</param>
    /// <param name="invited">Whom to invite: available, with room for one more chat.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unavailable</c>, <c>agent-full</c>, <c>agent-unknown</c>, <c>target-not-permitted</c>,
    /// <c>chat-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c> or <c>no-conversation</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> InviteAsync(
        ChatId chat,
        AgentId agent,
        AgentId invited,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        _host.Chats.AskAsync(
            chat, number => new InviteAgent(Actor.Agent(agent), number, invited), id, cancellationToken);

    /// <summary>Takes an invitation back that was not accepted yet; the invited agent stays available.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">The agent who has it.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> WithdrawAsync(
        ChatId chat, AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        _host.Chats.AskAsync(
            chat, number => new WithdrawInvitation(Actor.Agent(agent), number), id, cancellationToken);

    /// <summary>
    /// Releases the second agent and goes on alone; or ends the chat, where the floor's policy says so.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">The agent who is responsible for it.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> EndAsync(
        ChatId chat, AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        _host.Chats.AskAsync(chat, number => new EndConference(Actor.Agent(agent), number), id, cancellationToken);

    /// <summary>
    /// Leaves a conference; the other agent goes on. The one who is responsible may, where the floor's policy says so,
    /// and the other is responsible then.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">Who leaves.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> ExitAsync(
        ChatId chat, AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        _host.Chats.AskAsync(chat, number => new ExitConference(Actor.Agent(agent), number), id, cancellationToken);
}
