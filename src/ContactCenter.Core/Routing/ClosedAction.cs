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

    /// <summary>
    /// Who comes waits until it opens, with age and place as if it were open; the time of its rules for a long wait
    /// counts from then.
    /// </summary>
    Wait,

    /// <summary>
    /// Who comes, and who waits when it closes, goes on to another queue with their age, as soon as that one is open
    /// and it, or where it overflows to, has room. If that one is closed and goes on to another in turn, the first that
    /// is open counts; while none is, it is as <see cref="Refuse"/> says. Queues may lead to each other in this way.
    /// </summary>
    Overflow,
}
