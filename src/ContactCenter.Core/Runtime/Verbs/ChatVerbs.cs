using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Texts;

namespace ContactCenter.Runtime;

/// <summary>Chats: start, write, read, transfer, end, wrap up.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed partial class ChatVerbs
{
    private const int MaxCardText = 200;

    private readonly FloorHost _host;

    internal ChatVerbs(FloorHost host) => _host = host;

    /// <summary>
    /// Starts a contact: with the bot, in its queue or scheduled. A free agent is offered it at once.
    /// </summary>
    /// <param name="request">The customer, the queue and the rest.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Its id. Rejected as <c>queue-unknown</c>, <c>outside-hours</c>, <c>channel-full</c>, <c>queue-full</c>,
    /// <c>due-out-of-bounds</c>, <c>wishes-invalid</c>, <c>id-holds-card-data</c>, <c>text-too-long</c>,
    /// <c>text-malformed</c>, <c>message-dropped</c> or <c>redaction-failed</c>.
    /// </returns>
    public async ValueTask<Outcome<ChatReceipt>> StartAsync(
        StartChat request, CommandId id = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (_host.Run is not { } run)
        {
            return Outcome<ChatReceipt>.Rejected(Rejections.NotRunning);
        }

        var (customer, fault) = await CardTextAsync(run, request.Customer.Value, "customer", Actor.Host)
            .ConfigureAwait(false);

        // An id in which something was found is written nowhere, the audit trail included.
        var by = customer is { IsClean: true } ? Actor.Customer(request.Customer) : Actor.Host;
        var (name, nameFault) = await CardTextAsync(run, request.Name, "name", by).ConfigureAwait(false);
        var (email, emailFault) = await CardTextAsync(run, request.Email, "email", by).ConfigureAwait(false);
        fault = customer?.IsClean == false ? Rejections.IdHoldsCardData.About("customer") : fault;
        if ((fault ?? nameFault ?? emailFault) is { } rejection)
        {
            return run.Recall(id) is { } known
                ? Outcome<ChatReceipt>.Accepted(Chat(known.Reply, new FeedPosition(run.Epoch, known.Sequence)))
                : Outcome<ChatReceipt>.Rejected(rejection);
        }

        // Before they are read: a fault repeats what it has found.
        if (await run.Lanes.RefusalAsync(ContactAttributes.Of(request.Attributes), request.Wishes)
            .ConfigureAwait(false) is { } unclean)
        {
            return Outcome<ChatReceipt>.Rejected(unclean);
        }

        return request.Read(name!, email!, out var command) is { } invalid
            ? Outcome<ChatReceipt>.Rejected(invalid)
            : await _host.AskAsync(command, id, Chat, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for a person instead of the bot: the chat goes to its queue.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="by">The customer, or the host for them.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c> or, where the queue is closed and lets
    /// nobody wait, <c>outside-hours</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> AskForAgentAsync(
        ChatId chat, Actor by, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new AskForAgent(by, number), id, cancellationToken);

    /// <summary>Ends a chat: the agent who has it ends it, or the customer (or the host for them) leaves.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> EndAsync(
        ChatId chat, Actor by, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new EndChat(by, number), id, cancellationToken);

    /// <summary>
    /// Gives a chat to a queue, or to one agent. The sender is released at once and owes a wrap-up, or once somebody
    /// accepts, as the floor's policy says; the customer keeps the age of their wait.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">The agent who has it.</param>
    /// <param name="target">The queue or agent.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>agent-unavailable</c>, <c>agent-full</c>, <c>agent-unknown</c>, <c>queue-unknown</c>,
    /// <c>outside-hours</c>, <c>target-not-permitted</c>, <c>chat-unknown</c>, <c>not-permitted</c> or
    /// <c>not-allowed</c>; the chat then stays with the agent.
    /// </returns>
    public ValueTask<Outcome<Receipt>> TransferAsync(
        ChatId chat,
        AgentId agent,
        TransferTarget target,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            chat,
            number => new TransferChat(Actor.Agent(agent), number, target.Queue, target.Agent),
            id,
            cancellationToken);

    /// <summary>Takes a transfer back that nobody has accepted yet, where the sender is still in the chat.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">The agent who hands it over.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> WithdrawTransferAsync(
        ChatId chat, AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new WithdrawTransfer(Actor.Agent(agent), number), id, cancellationToken);

    /// <summary>Submits an agent's wrap-up; once none is due any more, the chat closes.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">Who owes the wrap-up.</param>
    /// <param name="reasons">Codes of the floor's wrap-up reasons.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c>, <c>reason-required</c>,
    /// <c>reason-unknown</c> or <c>too-many-reasons</c>; the wrap-up then stays due.
    /// </returns>
    public ValueTask<Outcome<Receipt>> WrapUpAsync(
        ChatId chat,
        AgentId agent,
        IReadOnlyList<string> reasons,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return AskAsync(
            chat, number => new CompleteWrapUp(Actor.Agent(agent), number, [.. reasons]), id, cancellationToken);
    }

    /// <summary>Cancels the countdown to auto wrap-up, where the floor allows it.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">Who owes the wrap-up.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c> or
    /// <c>wrap-up-not-extendable</c>.</returns>
    public ValueTask<Outcome<Receipt>> HoldWrapUpAsync(
        ChatId chat, AgentId agent, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new HoldWrapUp(Actor.Agent(agent), number), id, cancellationToken);

    internal ChatReceipt Chat(Reply reply, FeedPosition position) =>
        new(new ChatId(_host.Id, reply.Number), position);

    private static async ValueTask<Redacted> CardTextAsync(
        FloorRun run, string? text, string field, Actor by)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new Redacted(RedactedText.Empty);
        }

        return text.Length > MaxCardText
            ? new Redacted(null, Rejections.TextTooLong.About($"{field}: {MaxCardText} at most"))
            : !Wording.IsWellFormed(text) ? new Redacted(null, Rejections.TextMalformed.About(field))
            : await run.Lanes.RedactAsync(run, by, chat: 0, text, default).ConfigureAwait(false);
    }

    internal ValueTask<Outcome<Receipt>> AskAsync(
        ChatId chat, Func<long, Command> command, CommandId id, CancellationToken cancellationToken) =>
        Find(chat, out _) is { } rejection
            ? new(Outcome<Receipt>.Rejected(rejection))
            : _host.AskAsync(command(chat.Number), id, (_, position) => new Receipt(position), cancellationToken);

    internal Rejection? Find(ChatId chat, out FloorRun run)
    {
        run = _host.Run!;
        return run is null ? Rejections.NotRunning : chat.Floor == _host.Id ? null : Rejections.ChatUnknown;
    }
}
