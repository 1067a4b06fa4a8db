namespace ContactCenter.Chats;

/// <summary>One agent's part in a chat, from the offer to the wrap-up. Its number is that of its offer.</summary>
internal sealed class Participation(AgentId agent, long offer, ChatRole role, DateTimeOffset since)
{
    // Instants as ticks: half of what they take with their offset, which is none.
    private long _since = since.UtcTicks;
    private long _wrapUpSince;
    private long _wrapUpDueAt;

    internal AgentId Agent { get; } = agent;

    internal long Offer { get; } = offer;

    /// <summary>Owner or conferee: what the agent is, or will be once they accept.</summary>
    internal ChatRole Role { get; set; } = role;

    internal ParticipationState State { get; set; } = ParticipationLifecycle.Table.Initial;

    internal DateTimeOffset Since
    {
        get => new(_since, TimeSpan.Zero);
        private set => _since = value.UtcTicks;
    }

    /// <summary>When the agent accepted, in UTC ticks; 0 before.</summary>
    internal long AcceptedAt { get; set; }

    /// <summary>The queue that it was accepted from; the default value before, and for a conference.</summary>
    internal QueueName AcceptedFrom { get; set; }

    /// <summary>Since when a wrap-up has been due; the default value before.</summary>
    internal DateTimeOffset WrapUpSince
    {
        get => new(_wrapUpSince, TimeSpan.Zero);
        set => _wrapUpSince = value.UtcTicks;
    }

    /// <summary>When the wrap-up is submitted by itself; null where it waits for the agent.</summary>
    internal DateTimeOffset? WrapUpDueAt
    {
        get => _wrapUpDueAt == 0 ? null : new DateTimeOffset(_wrapUpDueAt, TimeSpan.Zero);
        set => _wrapUpDueAt = value?.UtcTicks ?? 0;
    }

    /// <summary>The first line that was said with the agent in the conversation; 0 while they are not in it.</summary>
    internal int FirstLine { get; set; }

    /// <summary>The first of the asides that was said with the agent in the conversation; 0 before.</summary>
    internal int FirstAside { get; set; }

    /// <summary>How far they have come in the conversation.</summary>
    internal Mark Mark { get; set; }

    /// <summary>The last line there was when the agent left; 0 while they have not. They read no further.</summary>
    internal int LastLine { get; set; }

    /// <summary>It takes one of the agent's slots: always, but for a wrap-up where the floor lets it go.</summary>
    internal bool HoldsSlot { get; set; } = true;

    /// <summary>Its wrap-up keeps its agent from other contacts of the queue that it came from.</summary>
    internal bool HoldsQueue { get; set; }

    /// <summary>What interruptions have come to; null for most, who were never interrupted.</summary>
    internal Interruption? Interruption { get; set; }

    /// <summary>Something else has come before it, and its agent will be back.</summary>
    internal bool IsInterrupted => Interruption?.Since is not null;

    /// <summary>The customer is silent, and the agent has room for others meanwhile.</summary>
    internal bool IsAsleep { get; set; }

    /// <summary>It counts to what its agent has room for.</summary>
    internal bool Counts => HoldsSlot && !IsInterrupted && !IsAsleep;

    /// <summary>In the conversation now.</summary>
    internal bool IsIn => State is ParticipationState.Connected or ParticipationState.ConferenceRequested
        or ParticipationState.Conferencing;

    internal void Move(ParticipationTrigger trigger, DateTimeOffset at)
    {
        State = ParticipationLifecycle.Table.Next(State, trigger);
        Since = at;
    }
}
