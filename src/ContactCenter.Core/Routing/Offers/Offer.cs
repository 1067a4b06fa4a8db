namespace ContactCenter.Routing;

/// <summary>What is offered.</summary>
public enum OfferKind : byte
{
    /// <summary>A contact that waits in a queue.</summary>
    Routed,

    /// <summary>A chat that somebody gives to this very agent.</summary>
    Transfer,

    /// <summary>A place in a conference.</summary>
    Invitation,

    /// <summary>A contact that the agent has taken from those that wait; accepted in the same instant.</summary>
    Picked,
}

/// <summary>A contact presented to one agent, who has until the due instant to answer.</summary>
internal sealed class Offer(OfferMade made, DateTimeOffset at)
{
    internal long Number { get; } = made.Offer;

    internal long Chat { get; } = made.Chat;

    internal AgentId Agent { get; } = made.Agent;

    internal DateTimeOffset MadeAt { get; } = at;

    /// <summary>When it runs out; while it is connecting, when it presents itself.</summary>
    internal DateTimeOffset DueAt { get; set; } = made.DueAt;

    internal string Why { get; } = made.Why;

    internal OfferKind Kind { get; } = made.Kind;

    /// <summary>How long the agent has once it is presented; null where it was presented at once.</summary>
    internal TimeSpan? AnswerWithin { get; } = made.AnswerWithin;

    internal OfferState State { get; set; } = made.AnswerWithin is null ? OfferState.Open : OfferState.Connecting;

    /// <summary>When the agent is warned that it runs out; null where nobody is, or it has been done.</summary>
    internal DateTimeOffset? WarnAt { get; set; } =
        made.AnswerWithin is null && made.WarnBefore is { } before ? made.DueAt - before : null;

    /// <summary>How long before it runs out the agent is warned; null where they are not.</summary>
    internal TimeSpan? WarnBefore { get; } = made.WarnBefore;

    internal bool IsInvitation => Kind == OfferKind.Invitation;

    internal void Move(OfferTrigger trigger) => State = OfferLifecycle.Table.Next(State, trigger);

    /// <summary>
    /// Whether the one who asks may answer, and whether the answer is in time. At the deadline is late.
    /// </summary>
    internal Rejection? MayAnswer(Actor by, DateTimeOffset now) =>
        !by.IsAgent(Agent) ? Rejections.NotPermitted
        : State == OfferState.Connecting ? Rejections.OfferConnecting
        : now >= DueAt ? Rejections.OfferExpired : null;
}
