using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Statistics;

namespace ContactCenter.Runtime;

/// <summary>What supervisors do for agents. Everyone who sees the agent sees who did it, and why.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed partial class SupervisorVerbs
{
    private readonly FloorHost _host;

    internal SupervisorVerbs(FloorHost host) => _host = host;

    /// <summary>Makes an agent available.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>, <c>not-allowed</c> or <c>reason-unknown</c>.</returns>
    public ValueTask<Outcome<Receipt>> SetAvailableAsync(
        AgentId supervisor,
        AgentId agent,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(new MakeAvailable(Actor.Supervisor(supervisor), agent, reason), id, cancellationToken);

    /// <summary>Makes an agent idle: open offers are withdrawn, running contacts go on.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>not-allowed</c>, <c>reason-unknown</c>, <c>idle-code-unknown</c> or
    /// <c>idle-code-not-exposed</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> SetIdleAsync(
        AgentId supervisor,
        AgentId agent,
        string? code = null,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(new MakeIdle(Actor.Supervisor(supervisor), agent, code, reason), id, cancellationToken);

    /// <summary>
    /// Signs an agent out, who may have no offer and no contact; or who has, where the floor allows it: running chats
    /// go back to their queues then, and wrap-ups are submitted.
    /// </summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="reason">Why, as a code; null for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c>, <c>reason-unknown</c>,
    /// <c>id-holds-card-data</c> or <c>contacts-open</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> SignOutAsync(
        AgentId supervisor,
        AgentId agent,
        string? reason = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(new SignOutAgent(Actor.Supervisor(supervisor), agent, reason), id, cancellationToken);

    /// <summary>Makes one channel of an agent available again.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="channel">Which channel.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> SetChannelAvailableAsync(
        AgentId supervisor,
        AgentId agent,
        Channel channel,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            new MakeAvailable(Actor.Supervisor(supervisor), agent, null, channel), id, cancellationToken);

    /// <summary>Takes one channel of an available agent out of rotation.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="agent">For whom.</param>
    /// <param name="channel">Which channel.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c>, <c>idle-code-unknown</c> or
    /// <c>idle-code-not-exposed</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> SetChannelIdleAsync(
        AgentId supervisor,
        AgentId agent,
        Channel channel,
        string? code = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            new MakeIdle(Actor.Supervisor(supervisor), agent, code, null, channel), id, cancellationToken);

    /// <summary>Begins to read a chat along, unseen; its lines come by the supervisor's feed.</summary>
    /// <param name="supervisor">Who.</param>
    /// <param name="chat">Which chat.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> MonitorAsync(
        AgentId supervisor, ChatId chat, CommandId id = default, CancellationToken cancellationToken = default) =>
        MoveAsync(supervisor, chat, ObserverTrigger.Monitor, id, cancellationToken);

    /// <summary>Joins a conversation: everybody in it sees so, and the supervisor may write.</summary>
    /// <param name="supervisor">Who.</param>
    /// <param name="chat">Which chat, with an agent in it.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> BargeInAsync(
        AgentId supervisor, ChatId chat, CommandId id = default, CancellationToken cancellationToken = default) =>
        MoveAsync(supervisor, chat, ObserverTrigger.BargeIn, id, cancellationToken);

    /// <summary>Goes again, after reading along or joining.</summary>
    /// <param name="supervisor">Who.</param>
    /// <param name="chat">Which chat.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> StopMonitoringAsync(
        AgentId supervisor, ChatId chat, CommandId id = default, CancellationToken cancellationToken = default) =>
        MoveAsync(supervisor, chat, ObserverTrigger.Withdraw, id, cancellationToken);

    /// <summary>Says something to the agents of a chat; the customer never sees it. Redacted like everything.</summary>
    /// <param name="supervisor">Who: monitoring the chat, or in it.</param>
    /// <param name="chat">Which chat.</param>
    /// <param name="text">What.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Its place among the asides. Rejected as <c>not-monitoring</c>, or as a message is.
    /// </returns>
    public ValueTask<Outcome<MessageReceipt>> WhisperAsync(
        AgentId supervisor,
        ChatId chat,
        string text,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        _host.Chats.SayAsync(chat, Actor.Supervisor(supervisor), text, LineKind.Whisper, id, cancellationToken);

    /// <summary>Gives a waiting or running chat to another queue or agent.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="chat">Which chat.</param>
    /// <param name="target">The queue or agent.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as a transfer is.</returns>
    public ValueTask<Outcome<Receipt>> ReassignAsync(
        AgentId supervisor,
        ChatId chat,
        TransferTarget target,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        _host.Chats.AskAsync(
            chat,
            number => new TransferChat(Actor.Supervisor(supervisor), number, target.Queue, target.Agent),
            id,
            cancellationToken);

    /// <summary>Ends a chat, if it runs, and submits every wrap-up that is due for it.</summary>
    /// <param name="supervisor">Who does it.</param>
    /// <param name="chat">Which chat.</param>
    /// <param name="reasons">Codes of the floor's wrap-up reasons; none for the default reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>reason-unknown</c> or <c>too-many-reasons</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> CompleteAsync(
        AgentId supervisor,
        ChatId chat,
        IReadOnlyList<string> reasons,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return _host.Chats.AskAsync(
            chat,
            number => new CompleteContact(Actor.Supervisor(supervisor), number, [.. reasons]),
            id,
            cancellationToken);
    }

    /// <summary>The signed-in agents of the supervisor's teams, by id.</summary>
    /// <param name="supervisor">Who asks.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="filter">Which of them; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c> for one who is no supervisor of the floor.</returns>
    public ValueTask<Outcome<IReadOnlyList<AgentShown>>> AgentsAsync(
        AgentId supervisor,
        int limit = 500,
        AgentFilter? filter = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        var viewer = Actor.Supervisor(supervisor);
        filter ??= new AgentFilter();
        return _host.ReadAsync(floor => floor.Supervises(viewer, agent: null)
            ? Outcome<IReadOnlyList<AgentShown>>.Accepted(
            [
                .. floor.Agents.Values
                    .Where(agent => filter.Matches(agent) && floor.Supervises(viewer, agent.Id))
                    .OrderBy(agent => agent.Id.Value, StringComparer.Ordinal)
                    .Take(limit)
                    .Select(agent => (AgentShown)Visibility.Of(floor, agent).Item),
            ])
            : Outcome<IReadOnlyList<AgentShown>>.Rejected(Rejections.NotPermitted));
    }

    /// <summary>
    /// The contacts that wait, run, or are in wrap-up with the supervisor's teams, oldest first, or are for later.
    /// </summary>
    /// <param name="supervisor">Who asks.</param>
    /// <param name="list">Which of the four.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c> for one who is no supervisor of the floor.</returns>
    public ValueTask<Outcome<IReadOnlyList<ChatShown>>> ContactsAsync(
        AgentId supervisor, ContactList list, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        var viewer = Actor.Supervisor(supervisor);
        return _host.ReadAsync(floor => floor.Supervises(viewer, agent: null)
            ? Outcome<IReadOnlyList<ChatShown>>.Accepted(
                [.. floor.Listed(viewer, list).Take(limit).Select(chat => Visibility.For(viewer, floor, chat))])
            : Outcome<IReadOnlyList<ChatShown>>.Rejected(Rejections.NotPermitted));
    }

    /// <summary>What an agent has done today: time by state, contacts, handle time, occupancy.</summary>
    /// <param name="supervisor">Who asks.</param>
    /// <param name="agent">About whom.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>not-permitted</c> for one who does not supervise the agent, or <c>agent-unknown</c>.
    /// </returns>
    public ValueTask<Outcome<AgentStatistics>> AgentStatisticsAsync(
        AgentId supervisor, AgentId agent, CancellationToken cancellationToken = default) => ReadAsync(
            supervisor, agent, static (floor, found, now) => floor.StatisticsOf(found, now), cancellationToken);

    /// <summary>
    /// Why an agent is, or is not, offered something: their room and what keeps them from their queues, the contacts
    /// that come first for them, what stands between, and what would have to change.
    /// </summary>
    /// <param name="supervisor">Who asks.</param>
    /// <param name="agent">About whom.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>not-permitted</c> for one who does not supervise the agent, or <c>agent-unknown</c>.
    /// </returns>
    public ValueTask<Outcome<AgentOutlook>> ExplainAgentAsync(
        AgentId supervisor, AgentId agent, CancellationToken cancellationToken = default) => ReadAsync(
            supervisor, agent, static (floor, found, now) => floor.Explain(found, now), cancellationToken);

    /// <summary>What is to be told of an agent whom they supervise.</summary>
    private ValueTask<Outcome<T>> ReadAsync<T>(
        AgentId supervisor,
        AgentId agent,
        Func<Floor, Agent, DateTimeOffset, T> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync((floor, now) => !floor.Supervises(Actor.Supervisor(supervisor), agent)
            ? Outcome<T>.Rejected(Rejections.NotPermitted)
            : AgentVerbs.Read(floor, agent, now, read));
    }

    private ValueTask<Outcome<Receipt>> MoveAsync(
        AgentId supervisor, ChatId chat, ObserverTrigger trigger, CommandId id, CancellationToken cancellationToken) =>
        _host.Chats.AskAsync(
            chat, number => new MoveObserver(Actor.Supervisor(supervisor), number, trigger), id, cancellationToken);

    private ValueTask<Outcome<Receipt>> AskAsync(
        Command command, CommandId id, CancellationToken cancellationToken) =>
        _host.AskAsync(command, id, (_, position) => new Receipt(position), cancellationToken);
}
