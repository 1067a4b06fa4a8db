using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Statistics;

namespace ContactCenter.Runtime;

/// <summary>What agents do: sign in, become available, answer offers, use predefined responses.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed partial class AgentVerbs
{
    private readonly FloorHost _host;

    internal AgentVerbs(FloorHost host) => _host = host;

    /// <summary>Signs an agent in. The agent is idle until <see cref="SetAvailableAsync"/>.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> SignInAsync(
        AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(new SignInAgent(Actor.Agent(agent), agent), id, cancellationToken);

    /// <summary>Signs an agent out. The agent must have no offer and no contact.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>, <c>not-allowed</c> or <c>contacts-open</c>.</returns>
    public ValueTask<Outcome<Receipt>> SignOutAsync(
        AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(new SignOutAgent(Actor.Agent(agent), agent), id, cancellationToken);

    /// <summary>Makes an agent available for offers. After a RONA, an agent goes available or idle.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> SetAvailableAsync(
        AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(new MakeAvailable(Actor.Agent(agent), agent), id, cancellationToken);

    /// <summary>
    /// Takes an idle code: nothing more is offered, open offers are withdrawn, running contacts go on.
    /// </summary>
    /// <param name="agent">Who.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>not-allowed</c>, <c>idle-code-unknown</c> or
    /// <c>idle-code-not-exposed</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> SetIdleAsync(
        AgentId agent, string? code = null, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(new MakeIdle(Actor.Agent(agent), agent, code), id, cancellationToken);

    /// <summary>Asks for work of one channel again, after a miss or a pause of it.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="channel">Which channel.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> SetChannelAvailableAsync(
        AgentId agent, Channel channel, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(new MakeAvailable(Actor.Agent(agent), agent, null, channel), id, cancellationToken);

    /// <summary>Takes one channel out of rotation under an idle code; the others go on.</summary>
    /// <param name="agent">Who: available.</param>
    /// <param name="channel">Which channel.</param>
    /// <param name="code">The idle code; null for the floor's default.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unknown</c>, <c>not-allowed</c>, <c>idle-code-unknown</c> or
    /// <c>idle-code-not-exposed</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> SetChannelIdleAsync(
        AgentId agent,
        Channel channel,
        string? code = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(new MakeIdle(Actor.Agent(agent), agent, code, null, channel), id, cancellationToken);

    /// <summary>
    /// Says that the agent is doing something at their desk, so that inactivity begins anew. A desk may call it
    /// freely: what comes within half a minute leaves no trace.
    /// </summary>
    /// <param name="agent">Who.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c> or <c>not-allowed</c> for one who is signed out.</returns>
    public ValueTask<Outcome<Receipt>> ReportActivityAsync(
        AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(new ReportActivity(Actor.Agent(agent), agent), id, cancellationToken);

    /// <summary>How an agent stands.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>.</returns>
    public ValueTask<Outcome<AgentShown>> StateAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        ReadAsync(agent, static (floor, found, _) => (AgentShown)Visibility.Of(floor, found).Item);

    /// <summary>What an agent has done today: time by state, contacts, handle time, occupancy.</summary>
    /// <param name="agent">Who: for themselves. Supervisors ask for others.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>.</returns>
    public ValueTask<Outcome<AgentStatistics>> StatisticsAsync(
        AgentId agent, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ReadAsync(agent, static (floor, found, now) => floor.StatisticsOf(found, now));
    }

    /// <summary>
    /// Why an agent is, or is not, offered something: their room and what keeps them from their queues, the contacts
    /// that come first for them, what stands between, and what would have to change.
    /// </summary>
    /// <param name="agent">Who: for themselves. Supervisors ask for others.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>.</returns>
    public ValueTask<Outcome<AgentOutlook>> ExplainAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ReadAsync(agent, static (floor, found, now) => floor.Explain(found, now));
    }

    /// <summary>The contacts an agent has, running and in wrap-up: latest first, call, chat, social, e-mail.</summary>
    /// <param name="agent">Who; an agent the floor does not know has none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-running</c>.</returns>
    public ValueTask<Outcome<IReadOnlyList<ChatShown>>> ContactsAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        _host.ReadAsync<IReadOnlyList<ChatShown>>(floor => floor.Agents.TryGetValue(agent, out var found)
            ? Outcome<IReadOnlyList<ChatShown>>.Accepted(
            [
                .. found.Contacts.Distinct().Select(number => floor.Chats[number])
                    .OrderByDescending(chat => chat.Parts.FindLast(part => part.Agent == agent)!.Since)
                    .ThenByDescending(chat => Visibility.Rank(chat.Channel))
                    .Select(chat => Visibility.For(Actor.Agent(agent), floor, chat)),
            ])
            : Outcome<IReadOnlyList<ChatShown>>.Rejected(Rejections.AgentUnknown));

    /// <summary>To whom an agent may give a contact, or whom they may invite, with live availability.</summary>
    /// <param name="agent">Who asks.</param>
    /// <param name="channel">The contact's channel.</param>
    /// <param name="search">Part of a name, in any case; null for all. At most 200 queues and agents come back.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>.</returns>
    public ValueTask<Outcome<TransferDirectory>> DirectoryAsync(
        AgentId agent,
        Channel channel = Channel.Chat,
        string? search = null,
        CancellationToken cancellationToken = default) =>
        ReadAsync(agent, (floor, found, _) => floor.Directory(found, channel, search));

    /// <summary>The idle codes that an agent may choose from.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>.</returns>
    public ValueTask<Outcome<IReadOnlyList<IdleCode>>> IdleCodesAsync(
        AgentId agent, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<IdleCode>>(agent, static (floor, found, _) =>
            [.. floor.Configuration.IdleCodes.Where(code => found.MayTake(code.Code, [code]) is null)]);

    /// <summary>The wrap-up reasons that an agent may choose from.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="search">Part of a name or code, in any case; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>agent-unknown</c>.</returns>
    public ValueTask<Outcome<IReadOnlyList<WrapUpReason>>> WrapUpReasonsAsync(
        AgentId agent, string? search = null, CancellationToken cancellationToken = default) =>
        ReadAsync(agent, (floor, found, _) => floor.WrapUpReasons(found, search));

    /// <summary>What is to be told of an agent, if the floor has them.</summary>
    internal static Outcome<T> Read<T>(
        Floor floor, AgentId agent, DateTimeOffset now, Func<Floor, Agent, DateTimeOffset, T> read) =>
        floor.Agents.TryGetValue(agent, out var found)
            ? Outcome<T>.Accepted(read(floor, found, now))
            : Outcome<T>.Rejected(Rejections.AgentUnknown);

    private ValueTask<Outcome<T>> ReadAsync<T>(AgentId agent, Func<Floor, Agent, DateTimeOffset, T> read) =>
        _host.ReadAsync((floor, now) => Read(floor, agent, now, read));

    private ValueTask<Outcome<Receipt>> AskAsync(
        Command command, CommandId id, CancellationToken cancellationToken) =>
        _host.AskAsync(command, id, (_, position) => new Receipt(position), cancellationToken);
}
