namespace ContactCenter.Routing;

/// <summary>One thing that keeps a contact from an agent, or from all of them, and what would have to change.</summary>
/// <param name="Code">
/// <para>What it is. These codes are stable, and where several hold they are told in this order. Of an agent and a
/// contact:</para>
/// <list type="bullet">
/// <item><c>has-its-offer</c>: they are offered it; nothing else is told then.</item>
/// <item><c>signed-out</c>, <c>idle</c>, <c>rona</c>: until they are available again.</item>
/// <item><c>cool-off</c>: an offer came to nothing a short while ago.</item>
/// <item><c>pace</c>: they have had as many contacts as they are offered in a time.</item>
/// <item><c>paused</c>: they are there, but not for this queue.</item>
/// <item><c>wrap-up</c>: they owe one that keeps them from this queue.</item>
/// <item><c>hands-it-over</c>: they are transferring it away.</item>
/// <item><c>declined</c>: they are not to be asked again for now.</item>
/// <item><c>excluded</c>: it must not be offered to them.</item>
/// <item><c>reserved</c>: it is another's for now.</item>
/// <item><c>delay</c>: it has not waited for as long as they are kept back.</item>
/// <item><c>requirement</c>: their attributes are not what it asks for.</item>
/// <item><c>called-away</c>: what they had in hand was interrupted, and until it goes on there is no more.</item>
/// <item><c>no-room</c>: they have no room for its channel.</item>
/// <item><c>held</c>: another channel has its turn with them first.</item>
/// </list>
/// <para>Of a contact and all agents:</para>
/// <list type="bullet">
/// <item><c>scheduled</c>: it is for later.</item>
/// <item><c>suspended</c>: somebody has to activate it; once it is due, where it is for later too.</item>
/// <item><c>with-bot</c>: until an agent is asked for, or the bot is given up.</item>
/// <item><c>offered</c>: as many as may be asked at the same time have an offer of it.</item>
/// <item><c>manual-queue</c>: nothing is offered from its queue, agents pick.</item>
/// <item><c>outside-hours</c>: its queue is closed.</item>
/// </list>
/// </param>
/// <remarks>It names ids and codes, never what was said. Immutable, safe for any thread.</remarks>
public sealed record Obstacle(string Code)
{
    /// <summary>
    /// When it is over by itself, as things stand; it may be past by a moment. Null where somebody has to do something,
    /// or nobody knows.
    /// </summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// Which: the idle code of <c>idle</c> and <c>paused</c> (<c>rona</c> where a miss has paused the queue), the agent
    /// of <c>reserved</c>, the queue of <c>held</c>; null for all others.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>The channel of <c>idle</c> and <c>rona</c>, where the agent is available for others.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The number of the contact behind <c>wrap-up</c> and <c>called-away</c>.</summary>
    public long? Contact { get; init; }

    /// <summary>
    /// What of the requirement is not met, each part that must be, as <see cref="Requirement.Misses"/> says it; null
    /// but for <c>requirement</c>.
    /// </summary>
    public IReadOnlyList<string>? Misses { get; init; }

    /// <summary>What room there is, and what takes it; null but for <c>no-room</c>.</summary>
    public ChannelRoom? Room { get; init; }
}

/// <summary>How much room an agent has for contacts of one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Load">How many of its contacts they have, offers and wrap-ups that take room included.</param>
/// <param name="Capacity">How many they may have; 0 where the channel is closed to them.</param>
/// <param name="TakenBy">
/// The channels, its own among them, whose contacts leave no room for one more: all of these would have to go. Empty
/// where there is room, and where the channel is closed.
/// </param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ChannelRoom(Channel Channel, int Load, int Capacity, IReadOnlyList<Channel> TakenBy)
{
    /// <summary>A contact more would interrupt what they have in hand.</summary>
    public bool Interrupts { get; init; }

    /// <summary>One contact more of the channel could be offered, as far as room goes.</summary>
    public bool IsOpen => Interrupts || (Capacity > 0 && TakenBy.Count == 0);
}
