using System.Runtime.CompilerServices;
using ContactCenter.Chats;

namespace ContactCenter.Runtime;

/// <summary>What people write in chats and beside them, and how far it has reached the others.</summary>
public sealed partial class ChatVerbs
{
    /// <summary>Posts a message in a chat. It is redacted before anybody, or the log, sees it.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="author">The author: the customer, an agent in the chat, or a supervisor who has joined.</param>
    /// <param name="text">The text; at most <see cref="FloorLimits.MaxMessageLength"/>.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Its place in the chat. Rejected as <c>chat-unknown</c>, <c>chat-ended</c>, <c>not-permitted</c>,
    /// <c>message-empty</c>, <c>text-too-long</c>, <c>text-malformed</c>, <c>message-dropped</c>,
    /// <c>redaction-failed</c>, <c>no-conversation</c>, <c>chat-full</c> or <c>busy</c>.
    /// </returns>
    public ValueTask<Outcome<MessageReceipt>> SayAsync(
        ChatId chat,
        Actor author,
        string text,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        SayAsync(chat, author, text, LineKind.Message, id, cancellationToken);

    /// <summary>
    /// Writes something down that only agents and supervisors see, never the customer. In wrap-up too, once the chat
    /// has ended. Redacted like a message.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="agent">Who writes: an agent who is in the chat, or wraps it up.</param>
    /// <param name="text">What; at most <see cref="FloorLimits.MaxMessageLength"/>.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its place among the asides of the chat. Rejected as a message is, or as <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<MessageReceipt>> NoteAsync(
        ChatId chat,
        AgentId agent,
        string text,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        SayAsync(chat, Actor.Agent(agent), text, LineKind.Note, id, cancellationToken);

    /// <summary>
    /// Says how far the lines of a chat have reached somebody's screen, and how far they have read. Marks only move on;
    /// one that does not is accepted and changes nothing.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="who">The customer, or an agent who is in the chat.</param>
    /// <param name="delivered">The sequence of the last line that is on the screen; 0 for no news.</param>
    /// <param name="read">The sequence of the last line that was read, and so delivered too; 0 for no news.</param>
    /// <param name="id">The command id; a retry with the same id has one effect.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>no-conversation</c> or <c>line-unknown</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> MarkAsync(
        ChatId chat,
        Actor who,
        int delivered,
        int read = 0,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new MarkLines(who, number, delivered, read), id, cancellationToken);

    /// <summary>
    /// Tells the others in a chat that somebody is typing: never what, kept nowhere, at most once in two seconds.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="who">Who could say something in it now.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as a message would be.</returns>
    public async ValueTask<Outcome<Receipt>> TypingAsync(
        ChatId chat, Actor who, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (Find(chat, out var run) ?? await run.Ownership.RefusalAsync().ConfigureAwait(false)) is { } rejection
            ? Outcome<Receipt>.Rejected(rejection)
            : run.Follower.Typing(chat.Number, who)
                .Select(head => new Receipt(new FeedPosition(run.Epoch, head)));
    }

    /// <summary>Says something in a chat, or beside it.</summary>
    internal ValueTask<Outcome<MessageReceipt>> SayAsync(
        ChatId chat, Actor author, string text, LineKind kind, CommandId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        cancellationToken.ThrowIfCancellationRequested();
        return Find(chat, out var run) is { } rejection
            ? new(Outcome<MessageReceipt>.Rejected(rejection))
            : SayAsync(
                run, new OutgoingMessage(chat.Number, author, text, id) { Kind = kind }, cancellationToken);
    }

    // By far the most frequent verb that waits: what keeps its place while it does is used again for the next.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome<MessageReceipt>> SayAsync(
        FloorRun run, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var posted = await run.Lanes.PostAsync(run, message, cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = await posted.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
            return answer.Rejection is { } refused
                ? Outcome<MessageReceipt>.Rejected(refused)
                : Outcome<MessageReceipt>.Accepted(new MessageReceipt(
                    (int)answer.Reply.Sequence, posted.IsRedacted, new FeedPosition(run.Epoch, answer.Sequence)));
        }
        catch (OperationCanceledException)
        {
            return Outcome<MessageReceipt>.Unknown;
        }
    }
}
