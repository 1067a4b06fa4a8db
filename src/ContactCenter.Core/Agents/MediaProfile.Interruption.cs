namespace ContactCenter.Agents;

/// <summary>
/// Which work may be interrupted, and by what: a call gets through to an agent who has no room for it but chats in
/// hand. One level only: an agent whose work is interrupted is offered nothing else until it goes on.
/// </summary>
public sealed partial record MediaProfile
{
    /// <summary>The channels whose contacts may be interrupted, from when they are accepted until they end.</summary>
    /// <value>Default: none.</value>
    public Channels Interruptible { get; init; }

    /// <summary>The channels whose contacts get through where there is no room, by interrupting others.</summary>
    /// <value>Default: none. None of those that may be interrupted.</value>
    public Channels InterruptedBy { get; init; }

    internal bool IsInterruptible(Channel channel) => (Interruptible & Only(channel)) != 0;

    /// <summary>
    /// Whether a contact has no room, and would have it if the work that may be interrupted were not there.
    /// </summary>
    /// <param name="load">The contacts the agent has, offers and wrap-ups included.</param>
    /// <param name="work">Those of them that may be interrupted.</param>
    /// <param name="channel">The channel of the contact to be offered.</param>
    internal bool GetsThrough(ChannelLoad load, ChannelLoad work, Channel channel) =>
        (InterruptedBy & Only(channel)) != 0
        && work.Total > 0
        && !HasRoom(load, channel)
        && HasRoom(load.Without(work), channel);

    private IEnumerable<string> InterruptionFaults()
    {
        if (((Interruptible | InterruptedBy) & ~Channels.All) != 0 || (Interruptible & InterruptedBy) != 0)
        {
            yield return $"{InterruptedBy} cannot interrupt {Interruptible}";
        }
    }
}
