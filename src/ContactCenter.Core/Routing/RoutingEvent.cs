namespace ContactCenter.Routing;

/// <summary>Something that has happened to an offer.</summary>
internal abstract record RoutingEvent(long Offer) : Event;

/// <param name="Why">The strategy that chose the agent.</param>
internal sealed record OfferMade(long Offer, long Chat, AgentId Agent, DateTimeOffset DueAt, string Why)
    : RoutingEvent(Offer);

/// <summary>The offer has its outcome.</summary>
/// <param name="Trigger">The move in <see cref="OfferLifecycle.Table"/>.</param>
internal sealed record OfferClosed(long Offer, OfferTrigger Trigger) : RoutingEvent(Offer);
