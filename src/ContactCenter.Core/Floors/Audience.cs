using ContactCenter.Chats;

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

/// <summary>
/// A feed item and who may see it. A line becomes an item only when somebody looks: most lines have few viewers, or
/// none at the moment.
/// </summary>
internal readonly struct Shown
{
    private readonly FloorId _floor;
    private readonly FeedItem? _item;
    private readonly Line? _line;
    private readonly DateTimeOffset _at;

    internal Shown(Audience to, FeedItem item) => (To, _item) = (to, item);

    internal Shown(Audience to, FloorId floor, Line line, DateTimeOffset at) =>
        (To, _floor, _line, _at) = (to, floor, line, at);

    internal Audience To { get; }

    internal FeedItem Item => _item ?? new LineShown(new ChatId(_floor, _line!.Chat), Visibility.Of(_line, _at));
}
