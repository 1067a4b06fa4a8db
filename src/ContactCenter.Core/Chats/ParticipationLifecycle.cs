using ContactCenter.StateMachines;
using static ContactCenter.Chats.ParticipationState;
using static ContactCenter.Chats.ParticipationTrigger;

namespace ContactCenter.Chats;

/// <summary>Where one agent's part in one chat is.</summary>
/// <remarks>Source: chat specification 2.3.</remarks>
public enum ParticipationState : byte
{
    /// <summary>The chat, or a place in its conference, is offered to the agent.</summary>
    Offered,

    /// <summary>The agent is in the chat, alone with the customer.</summary>
    Connected,

    /// <summary>The agent is in the chat and has invited another.</summary>
    ConferenceRequested,

    /// <summary>The agent is in the chat, and so is another.</summary>
    Conferencing,

    /// <summary>The chat is over for the agent, who owes a wrap-up.</summary>
    WrappingUp,

    /// <summary>Wrapped up.</summary>
    Completed,

    /// <summary>Over with no wrap-up due.</summary>
    Terminated,
}

/// <summary>What moves an agent's part in a chat.</summary>
public enum ParticipationTrigger : byte
{
    /// <summary>The agent accepts the chat.</summary>
    Connect,

    /// <summary>The agent invites another.</summary>
    Invite,

    /// <summary>Two agents are in the chat now, and this is one of them.</summary>
    Join,

    /// <summary>The agent is alone with the customer again.</summary>
    Reduce,

    /// <summary>It is over, and no wrap-up is due: the offer came to nothing, or the invited agent leaves.</summary>
    Release,

    /// <summary>The chat is over for the agent, whoever ended it.</summary>
    WrapUp,

    /// <summary>The wrap-up is submitted, by hand or by the alarm.</summary>
    Complete,
}

/// <summary>The whole life of an agent's part in a chat.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public static class ParticipationLifecycle
{
    /// <summary>Every move there is.</summary>
    public static TransitionTable<ParticipationState, ParticipationTrigger> Table { get; } = new(
        initial: Offered,
        final: [Completed, Terminated],
#pragma warning disable IDE0055 // the columns are the point
        (Offered,             Connect,  Connected),
        (Offered,             Join,     Conferencing),
        (Offered,             Release,  Terminated),

        (Connected,           Invite,   ConferenceRequested),
        (Connected,           WrapUp,   WrappingUp),

        (ConferenceRequested, Join,     Conferencing),
        (ConferenceRequested, Reduce,   Connected),
        (ConferenceRequested, WrapUp,   WrappingUp),

        (Conferencing,        Reduce,   Connected),
        (Conferencing,        WrapUp,   WrappingUp),
        (Conferencing,        Release,  Terminated),

        (WrappingUp,          Complete, Completed));
#pragma warning restore IDE0055
}
