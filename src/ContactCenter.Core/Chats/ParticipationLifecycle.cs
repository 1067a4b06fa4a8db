using ContactCenter.StateMachines;
using static ContactCenter.Chats.ParticipationState;
using static ContactCenter.Chats.ParticipationTrigger;

namespace ContactCenter.Chats;

/// <summary>Where one agent's part in one chat is.</summary>
public enum ParticipationState : byte
{
    /// <summary>The chat is offered to the agent.</summary>
    Offered,

    /// <summary>The agent is in the chat.</summary>
    Connected,

    /// <summary>The chat is over for the agent, who owes a wrap-up.</summary>
    WrappingUp,

    /// <summary>Wrapped up.</summary>
    Completed,

    /// <summary>Over with no wrap-up due: the agent never was connected.</summary>
    Terminated,
}

/// <summary>What moves an agent's part in a chat.</summary>
public enum ParticipationTrigger : byte
{
    /// <summary>The agent is connected with the customer.</summary>
    Connect,

    /// <summary>The offer came to nothing.</summary>
    Release,

    /// <summary>The chat is over, whoever ended it.</summary>
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
        (Offered,    Connect,  Connected),
        (Offered,    Release,  Terminated),

        (Connected,  WrapUp,   WrappingUp),

        (WrappingUp, Complete, Completed));
#pragma warning restore IDE0055
}
