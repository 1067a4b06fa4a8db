namespace ContactCenter.Routing;

/// <summary>Something that is asked about an offer.</summary>
internal abstract record RoutingCommand(Actor By) : Command(By);

/// <param name="Session">
/// The session whose desk accepts by itself, which only the primary one may; 0 where a person does.
/// </param>
internal sealed record AcceptOffer(Actor By, long Offer, long Session = 0) : RoutingCommand(By);

/// <summary>The request has reached the agent's desk; by the agent, the host, or the alarm.</summary>
internal sealed record PresentOffer(Actor By, long Offer) : RoutingCommand(By);

/// <summary>What the alarm asks a little before an offer runs out.</summary>
internal sealed record WarnOfOffer(long Offer) : RoutingCommand(Actor.System);

/// <param name="Reason">Why, as a code; null for no reason.</param>
/// <param name="RetryAfter">After how long they may be offered it again; null for what the queue says.</param>
internal sealed record DeclineOffer(Actor By, long Offer, string? Reason = null, TimeSpan? RetryAfter = null)
    : RoutingCommand(By);

/// <summary>The host says that an offered contact cannot be connected to the agent.</summary>
internal sealed record FailOffer(Actor By, long Offer) : RoutingCommand(By);

/// <summary>An agent takes a contact that waits in a queue where nothing is offered.</summary>
internal sealed record PickContact(Actor By, long Chat) : RoutingCommand(By);

/// <summary>What the alarm asks when a contact is to be offered to one agent more.</summary>
internal sealed record WidenOffers(long Chat) : RoutingCommand(Actor.System);

/// <summary>What the alarm asks at an offer's due instant: the RONA.</summary>
internal sealed record MissOffer(long Offer) : RoutingCommand(Actor.System);

/// <summary>What the alarm asks when a queue opens or closes.</summary>
internal sealed record MindHours(QueueName Queue) : RoutingCommand(Actor.System);

/// <summary>What the alarm asks when no agent has been there for a queue for so long that a rule says what follows.
/// </summary>
internal sealed record FollowNoAgentRule(QueueName Queue) : RoutingCommand(Actor.System);

/// <summary>Goes on with the offers that did not fit into the batch before.</summary>
internal sealed record ContinueOffering() : RoutingCommand(Actor.System);
