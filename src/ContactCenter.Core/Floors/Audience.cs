namespace ContactCenter.Floors;

/// <summary>Who may see a feed item. Supervisors see what is marked so; nobody sees what names nobody.</summary>
internal readonly record struct Audience(CustomerId? Customer, AgentId? Agent, bool Supervisors)
{
    internal bool Includes(Actor viewer) => viewer.Kind switch
    {
        ActorKind.Customer => Customer is { } customer && viewer.IsCustomer(customer),
        ActorKind.Agent => Agent is { } agent && viewer.IsAgent(agent),
        ActorKind.Supervisor or ActorKind.Host => Supervisors,
        _ => false,
    };
}

/// <summary>A feed item and who may see it.</summary>
internal readonly record struct Shown(Audience To, FeedItem Item);
