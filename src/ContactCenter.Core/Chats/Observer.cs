using ContactCenter.StateMachines;
using static ContactCenter.Chats.ObserverState;

namespace ContactCenter.Chats;

/// <summary>How a supervisor is present in a chat.</summary>
public enum ObserverState : byte
{
    /// <summary>Not at all.</summary>
    Away,

    /// <summary>Reads along, unseen, and may whisper to the agents.</summary>
    Monitoring,

    /// <summary>Takes part in the conversation, seen by everybody.</summary>
    BargedIn,
}

/// <summary>What changes how a supervisor is present in a chat.</summary>
public enum ObserverTrigger : byte
{
    /// <summary>Begins to read along.</summary>
    Monitor,

    /// <summary>Joins the conversation.</summary>
    BargeIn,

    /// <summary>Goes, or the chat is over.</summary>
    Withdraw,
}

/// <summary>The whole life of a supervisor's presence in a chat.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public static class ObserverLifecycle
{
    /// <summary>Every move there is.</summary>
    public static TransitionTable<ObserverState, ObserverTrigger> Table { get; } = new(
        initial: Away,
        final: [],
#pragma warning disable IDE0055 // the columns are the point
        (Away,       ObserverTrigger.Monitor,  Monitoring),
        (Away,       ObserverTrigger.BargeIn,  BargedIn),

        (Monitoring, ObserverTrigger.BargeIn,  BargedIn),
        (Monitoring, ObserverTrigger.Withdraw, Away),

        (BargedIn,   ObserverTrigger.Withdraw, Away));
#pragma warning restore IDE0055
}

/// <summary>A supervisor who is present in a chat. They never count as an agent, and hold no slot.</summary>
internal readonly record struct Observer(AgentId Supervisor, ObserverState State);
