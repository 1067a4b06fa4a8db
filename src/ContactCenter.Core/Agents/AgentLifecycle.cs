using ContactCenter.StateMachines;
using static ContactCenter.Agents.Availability;
using static ContactCenter.Agents.AvailabilityTrigger;

namespace ContactCenter.Agents;

/// <summary>
/// Whether an agent gets work. <i>Engaged</i> is no state of its own: it is derived from the contacts an agent has,
/// and the availability chosen before remains underneath.
/// </summary>
public enum Availability : byte
{
    /// <summary>Not at work.</summary>
    SignedOut,

    /// <summary>At work but not for contacts, under an idle code.</summary>
    Idle,

    /// <summary>Offered contacts as long as there is room.</summary>
    Available,

    /// <summary>Redirected on no answer: missed an offer, and gets nothing more until they act.</summary>
    Rona,
}

/// <summary>What moves an agent's availability.</summary>
public enum AvailabilityTrigger : byte
{
    /// <summary>The agent signs in; work must still be asked for.</summary>
    SignIn,

    /// <summary>The agent asks for work.</summary>
    GoAvailable,

    /// <summary>The agent takes an idle code.</summary>
    GoIdle,

    /// <summary>An offer ran out unanswered.</summary>
    Miss,

    /// <summary>The system takes the agent out of rotation, for a cause that is no miss.</summary>
    Suspend,

    /// <summary>The agent signs out.</summary>
    SignOut,
}

/// <summary>The whole life of an agent's availability.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public static class AgentLifecycle
{
    /// <summary>Every move there is.</summary>
    public static TransitionTable<Availability, AvailabilityTrigger> Table { get; } = new(
        initial: SignedOut,
        final: [],
#pragma warning disable IDE0055 // the columns are the point
        (SignedOut, SignIn,      Idle),

        (Idle,      GoAvailable, Available),
        (Idle,      GoIdle,      Idle),         // from one idle code to another
        (Idle,      SignOut,     SignedOut),

        (Available, GoIdle,      Idle),
        (Available, Miss,        Rona),
        (Available, Suspend,     Idle),
        (Available, SignOut,     SignedOut),

        (Rona,      GoAvailable, Available),    // the two ways out of the RONA popover;
        (Rona,      GoIdle,      Idle),         // no timer leads out
        (Rona,      SignOut,     SignedOut));
#pragma warning restore IDE0055
}
