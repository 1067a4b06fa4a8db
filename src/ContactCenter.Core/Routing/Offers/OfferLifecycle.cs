using ContactCenter.StateMachines;
using static ContactCenter.Routing.OfferState;
using static ContactCenter.Routing.OfferTrigger;

namespace ContactCenter.Routing;

/// <summary>Where an offer is, and what became of it. Exactly one of the outcomes happens to each.</summary>
public enum OfferState : byte
{
    /// <summary>The contact is being connected; the agent sees a notice and cannot answer yet.</summary>
    Connecting,

    /// <summary>The agent has it on the screen and may still answer.</summary>
    Open,

    /// <summary>The agent took the contact.</summary>
    Accepted,

    /// <summary>It ran out unanswered: a RONA.</summary>
    Missed,

    /// <summary>The agent declined, where the queue allows it; not a miss.</summary>
    Declined,

    /// <summary>It was taken back: the customer left, or the agent stopped being available; not a miss.</summary>
    Withdrawn,

    /// <summary>The agent took it but could not be connected.</summary>
    Failed,

    /// <summary>A colleague, who was asked at the same time, was the first to accept; not a miss.</summary>
    Lost,
}

/// <summary>What moves an offer.</summary>
public enum OfferTrigger : byte
{
    /// <summary>The request reaches the agent, who may answer from now on.</summary>
    Present,

    /// <summary>The agent accepts.</summary>
    Accept,

    /// <summary>The alarm at the due instant.</summary>
    Miss,

    /// <summary>The agent declines.</summary>
    Decline,

    /// <summary>The floor takes it back.</summary>
    Withdraw,

    /// <summary>The host reports that the contact could not be connected.</summary>
    Fail,

    /// <summary>Somebody else accepts the contact first.</summary>
    Lose,
}

/// <summary>The whole life of an offer.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public static class OfferLifecycle
{
    /// <summary>Every move there is.</summary>
    public static TransitionTable<OfferState, OfferTrigger> Table { get; } = new(
        initial: Connecting,
        final: [Accepted, Missed, Declined, Withdrawn, Failed, Lost],
#pragma warning disable IDE0055 // the columns are the point
        (Connecting, Present,  Open),
        (Connecting, Withdraw, Withdrawn),
        (Connecting, Fail,     Failed),
        (Connecting, Lose,     Lost),

        (Open,       Accept,   Accepted),
        (Open,       Miss,     Missed),
        (Open,       Decline,  Declined),
        (Open,       Withdraw, Withdrawn),
        (Open,       Fail,     Failed),
        (Open,       Lose,     Lost));
#pragma warning restore IDE0055
}
