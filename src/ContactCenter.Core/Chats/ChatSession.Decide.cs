namespace ContactCenter.Chats;

/// <summary>The rules: who may do what in a chat, and when.</summary>
internal sealed partial class ChatSession
{
    /// <summary>Customers see their own chats, agents those they have; being offered one shows it not yet.</summary>
    internal bool MayBeSeenBy(Actor viewer) => TakesPart(viewer);

    internal Rejection? MayPost(Actor by)
    {
        if (!TakesPart(by))
        {
            return Rejections.NotPermitted;
        }

        if (Channel != Channel.Chat)
        {
            return Rejections.NoConversation;
        }

        return State is ChatState.Ended or ChatState.Closed ? Rejections.ChatEnded : May(ChatTrigger.Post);
    }

    internal Rejection? MayAskForAgent(Actor by) =>
        by.IsCustomer(Customer) || by.Kind == ActorKind.Host ? May(ChatTrigger.Enqueue) : Rejections.NotPermitted;

    /// <summary>Whether this may end the chat, and as what: the agent's end, or the customer's leaving.</summary>
    internal Rejection? MayEnd(Actor by, out ChatTrigger trigger)
    {
        var agentEnds = IsConnected(by);
        trigger = agentEnds ? ChatTrigger.End : ChatTrigger.Leave;
        if (!agentEnds && !by.IsCustomer(Customer) && by.Kind != ActorKind.Host)
        {
            // An agent who was in the chat is told that it is over, not that they are a stranger to it.
            return Part is { } part && by.IsAgent(part.Agent) ? May(ChatTrigger.End) : Rejections.NotPermitted;
        }

        return May(trigger);
    }

    internal Rejection? MayWrapUp(Actor by)
    {
        if (Part is not { } part || !by.IsAgent(part.Agent))
        {
            return Rejections.NotPermitted;
        }

        return ParticipationLifecycle.Table.Allows(part.State, ParticipationTrigger.Complete)
            ? null
            : Rejections.NotAllowed.About(part.State, ParticipationTrigger.Complete);
    }

    internal Rejection? MayHoldWrapUp(Actor by, WrapUpPolicy policy) =>
        MayWrapUp(by)
        ?? (policy.AllowExtension && Part!.WrapUpDueAt is not null ? null : Rejections.WrapUpNotExtendable);

    private Rejection? May(ChatTrigger trigger) => ChatLifecycle.Table.Allows(State, trigger)
        ? null
        : Rejections.NotAllowed.About(State, trigger);

    private bool TakesPart(Actor by) =>
        by.IsCustomer(Customer)
        || (Part is { State: not ParticipationState.Offered } part && by.IsAgent(part.Agent));

    private bool IsConnected(Actor by) =>
        Part is { State: ParticipationState.Connected } part && by.IsAgent(part.Agent);
}
