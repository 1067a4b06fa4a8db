namespace ContactCenter.Routing;

/// <summary>Something that is asked about an offer.</summary>
internal abstract record RoutingCommand(Actor By) : Command(By);

internal sealed record AcceptOffer(Actor By, long Offer) : RoutingCommand(By);

internal sealed record DeclineOffer(Actor By, long Offer) : RoutingCommand(By);

/// <summary>The host says that an offered contact cannot be connected to the agent.</summary>
internal sealed record FailOffer(Actor By, long Offer) : RoutingCommand(By);

/// <summary>What the alarm asks at an offer's due instant: the RONA.</summary>
internal sealed record MissOffer(long Offer) : RoutingCommand(Actor.System);

/// <summary>Goes on with the offers that did not fit into the batch before.</summary>
internal sealed record ContinueOffering() : RoutingCommand(Actor.System);
