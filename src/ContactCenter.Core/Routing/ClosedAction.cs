namespace ContactCenter.Routing;

/// <summary>
/// What becomes of contacts while a queue is closed by its opening hours. Nothing is offered from a closed queue;
/// offers that are open and chats that run go on.
/// </summary>
public enum ClosedAction : byte
{
    /// <summary>
    /// Who comes, by themselves, from the bot or by a transfer, is refused as <c>outside-hours</c> and told when it
    /// opens. Who waits already when it closes waits on, and keeps age and place.
    /// </summary>
    Refuse,

    /// <summary>Who comes waits until it opens, with age and place as if it were open.</summary>
    Wait,

    /// <summary>
    /// Who comes, and who waits when it closes, goes on to another queue with their age, as soon as that one is open.
    /// While it is closed too, it is as <see cref="Refuse"/> says.
    /// </summary>
    Overflow,
}
