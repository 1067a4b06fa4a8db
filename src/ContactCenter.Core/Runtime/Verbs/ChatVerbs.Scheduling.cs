using ContactCenter.Chats;

namespace ContactCenter.Runtime;

/// <summary>Contacts that are set aside, called back, or over before an agent had them.</summary>
public sealed partial class ChatVerbs
{
    /// <summary>
    /// Sets a contact aside that waits, is being offered, or is for later: it stands in no line and nobody is offered
    /// it until <see cref="ActivateAsync"/>. An open offer is withdrawn, which counts against nobody.
    /// </summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="by">Who does it: the host, or a supervisor who may reassign it.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c>, <c>not-permitted</c> or <c>not-allowed</c>.</returns>
    public ValueTask<Outcome<Receipt>> SuspendAsync(
        ChatId chat, Actor by, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new SuspendContact(by, number), id, cancellationToken);

    /// <summary>
    /// Lets a contact wait in its queue that was set aside, or is for later and not due yet. One that has waited before
    /// stands at its old place, for its age goes on meanwhile; any other has waited from now on.
    /// </summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="by">Who does it: the host, or a supervisor who may reassign it.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c>, <c>outside-hours</c> or
    /// <c>queue-full</c>; it then stays where it is.
    /// </returns>
    public ValueTask<Outcome<Receipt>> ActivateAsync(
        ChatId chat, Actor by, CommandId id = default, CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new ActivateContact(by, number), id, cancellationToken);

    /// <summary>
    /// Has a customer called back instead of letting them wait. The contact keeps its place, or comes to its queue at
    /// another time as if it had never waited; what it asks for stays. It outlives the customer's connection until an
    /// agent has it, and is shown as a callback: the host calls once an agent accepts.
    /// </summary>
    /// <remarks>
    /// What was promised is kept: no rule for a long wait or for want of agents ends it, though one may move it, and
    /// where its queue is closed at its time it waits there until that opens. Where the queue is full at its time it
    /// ends as <c>queue-full</c>, like any other.
    /// </remarks>
    /// <param name="chat">A contact that no agent has: waiting, being offered, set aside or for later.</param>
    /// <param name="by">Who asks: its customer, the host, or a supervisor who may reassign it.</param>
    /// <param name="dueAt">When, at most 90 days ahead; null to keep its place.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c>, <c>due-out-of-bounds</c>, or
    /// <c>outside-hours</c> where its queue is closed then and never opens again.
    /// </returns>
    public ValueTask<Outcome<Receipt>> CallBackAsync(
        ChatId chat,
        Actor by,
        DateTimeOffset? dueAt = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new AskForCallback(by, number, dueAt), id, cancellationToken);

    /// <summary>
    /// Ends a contact that no agent has: waiting, being offered, set aside or for later. The reasons stay with it in
    /// the history of its customer.
    /// </summary>
    /// <param name="chat">Which contact.</param>
    /// <param name="by">Who does it: the host, or a supervisor who may complete it.</param>
    /// <param name="reasons">Codes of the floor's wrap-up reasons; null or none for no reason.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>chat-unknown</c>, <c>not-permitted</c>, <c>not-allowed</c>, <c>reason-unknown</c> or
    /// <c>too-many-reasons</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> CancelAsync(
        ChatId chat,
        Actor by,
        IReadOnlyList<string>? reasons = null,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        AskAsync(chat, number => new CancelContact(by, number, [.. reasons ?? []]), id, cancellationToken);
}
