using ContactCenter.Chats;

namespace ContactCenter.Floors;

/// <summary>Who may see a feed item; nobody sees what names nobody.</summary>
/// <param name="Other">A second agent.</param>
/// <param name="Supervisors">The supervisors of whom it concerns see it.</param>
/// <param name="Concerns">The agent whose supervisors see it; null for all supervisors.</param>
/// <param name="ButNot">Not the supervisors of this agent, or of all where it names none; null for no bound.</param>
/// <param name="Observers">The supervisors who are present in the chat, whoever else sees it.</param>
internal readonly record struct Audience(
    CustomerId? Customer,
    AgentId? Agent,
    bool Supervisors,
    AgentId? Concerns = null,
    AgentId? Other = null,
    IReadOnlyList<Observer>? Observers = null,
    Audience.Of? ButNot = null)
{
    /// <summary>The supervisors of an agent; of all, where there is none.</summary>
    internal sealed record Of(AgentId? Agent);

    internal bool Includes(Actor viewer, Floor floor) => viewer.Kind switch
    {
        ActorKind.Customer => Customer is { } customer && viewer.IsCustomer(customer),
        ActorKind.Agent => (Agent is { } agent && viewer.IsAgent(agent))
            || (Other is { } other && viewer.IsAgent(other)),
        ActorKind.Supervisor or ActorKind.Host =>
            (Supervisors && floor.Supervises(viewer, Concerns)
                && !(ButNot is { } others && floor.Supervises(viewer, others.Agent)))
            || Observes(viewer),
        _ => false,
    };

    private bool Observes(Actor viewer)
    {
        for (var index = 0; index < (Observers?.Count ?? 0); index++)
        {
            if (viewer.Kind == ActorKind.Supervisor && Observers![index].Supervisor.Value == viewer.Id)
            {
                return true;
            }
        }

        return false;
    }
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
    private readonly string? _name;
    private readonly DateTimeOffset _at;
    private readonly Observer[]? _present;

    /// <param name="present">The supervisors who are present in the chat that is shown to all supervisors.</param>
    internal Shown(Audience to, FeedItem item, Observer[]? present = null) =>
        (To, _item, _present) = (to, item, present);

    /// <param name="name">What to call the author, where the floor knows it.</param>
    internal Shown(Audience to, FloorId floor, Line line, string? name, DateTimeOffset at) =>
        (To, _floor, _line, _name, _at) = (to, floor, line, name, at);

    internal Audience To { get; }

    internal FeedItem Item => _item
        ?? (_line!.IsReworded
            ? new LineRedacted(new ChatId(_floor, _line.Chat), Visibility.Of(_line, _name, _at))
            : new LineShown(new ChatId(_floor, _line.Chat), Visibility.Of(_line, _name, _at)));

    /// <summary>Whether it shows the line of which this is another wording.</summary>
    internal bool Shows(Line line) =>
        _line is { } shown && (shown.Chat, shown.Sequence, shown.Shelf) == (line.Chat, line.Sequence, line.Shelf);

    /// <summary>The same line as it is shown to whoever has not seen it before.</summary>
    internal Shown As(Line line) => new(To, _floor, line with { SaidAt = 0 }, _name, _at);

    /// <summary>The item as one of several supervisors sees it: with what this one may do.</summary>
    internal FeedItem For(Actor viewer, Floor floor, FeedItem item)
    {
        if (viewer.Kind != ActorKind.Supervisor || item is not ChatShown { Role: ChatRole.Supervisor } chat)
        {
            return item;
        }

        var present = _present is null ? default : Array.Find(_present, one => one.Supervisor.Value == viewer.Id);
        return chat with { Actions = [.. chat.Actions.Where(action => floor.MayDo(viewer, action, present.State))] };
    }
}
