namespace ContactCenter.Routing;

/// <summary>Something that has happened to an offer.</summary>
internal abstract record RoutingEvent(long Offer) : Event;

/// <param name="DueAt">When it runs out; where it is connecting first, when it presents itself.</param>
/// <param name="Why">The strategy that chose the agent; empty where somebody named them.</param>
/// <param name="AnswerWithin">
/// How long the agent has once it is presented; null where it is presented at once. Fixed now: a later change of the
/// configuration does not touch it.
/// </param>
internal sealed record OfferMade(
    long Offer,
    long Chat,
    AgentId Agent,
    DateTimeOffset DueAt,
    string Why,
    OfferKind Kind = OfferKind.Routed,
    TimeSpan? AnswerWithin = null,
    TimeSpan? WarnBefore = null) : RoutingEvent(Offer);

/// <summary>The offer was connecting, and the agent may answer from now on.</summary>
internal sealed record OfferPresented(long Offer, DateTimeOffset DueAt) : RoutingEvent(Offer);

/// <summary>The agent is warned that the offer is about to run out.</summary>
internal sealed record OfferExpiring(long Offer) : RoutingEvent(Offer);

/// <summary>The offer has its outcome.</summary>
/// <param name="Trigger">The move in <see cref="OfferLifecycle.Table"/>.</param>
internal sealed record OfferClosed(long Offer, OfferTrigger Trigger) : RoutingEvent(Offer);
