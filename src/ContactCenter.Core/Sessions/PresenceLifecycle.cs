using ContactCenter.StateMachines;
using static ContactCenter.Sessions.PresenceState;
using static ContactCenter.Sessions.PresenceTrigger;

namespace ContactCenter.Sessions;

/// <summary>Whether an agent or a customer is there, as far as their connections tell.</summary>
public enum PresenceState : byte
{
    /// <summary>No session. An agent who works without sessions is trusted to be there.</summary>
    None,

    /// <summary>At least one session is open.</summary>
    Connected,

    /// <summary>The last session was lost; the grace period runs.</summary>
    Lost,
}

/// <summary>What changes whether somebody is there.</summary>
public enum PresenceTrigger : byte
{
    /// <summary>A session opens.</summary>
    Open,

    /// <summary>One of several sessions closes.</summary>
    Close,

    /// <summary>The last session is lost.</summary>
    Lose,

    /// <summary>The grace period is over, or nothing hangs on it any more.</summary>
    GiveUp,
}

/// <summary>The whole life of somebody's presence.</summary>
/// <remarks>Immutable, safe for any thread. Source: chat specification 1.14.</remarks>
public static class PresenceLifecycle
{
    /// <summary>Every move there is.</summary>
    public static TransitionTable<PresenceState, PresenceTrigger> Table { get; } = new(
        initial: None,
        final: [],
#pragma warning disable IDE0055 // the columns are the point
        (None,      Open,   Connected),

        (Connected, Open,   Connected),
        (Connected, Close,  Connected),
        (Connected, Lose,   Lost),
        (Connected, GiveUp, None),          // signed out

        (Lost,      Open,   Connected),
        (Lost,      GiveUp, None));
#pragma warning restore IDE0055
}
