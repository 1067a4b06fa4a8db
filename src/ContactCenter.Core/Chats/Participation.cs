namespace ContactCenter.Chats;

/// <summary>One agent's part in a chat, from the offer to the wrap-up.</summary>
internal sealed class Participation(AgentId agent, long offer, DateTimeOffset since)
{
    internal AgentId Agent { get; } = agent;

    internal long Offer { get; } = offer;

    internal ParticipationState State { get; set; } = ParticipationLifecycle.Table.Initial;

    internal DateTimeOffset Since { get; set; } = since;

    /// <summary>Since when a wrap-up has been due; the default value before.</summary>
    internal DateTimeOffset WrapUpSince { get; set; }

    /// <summary>When the wrap-up is submitted by itself; null where it waits for the agent.</summary>
    internal DateTimeOffset? WrapUpDueAt { get; set; }

    internal void Move(ParticipationTrigger trigger, DateTimeOffset at)
    {
        State = ParticipationLifecycle.Table.Next(State, trigger);
        Since = at;
    }
}
