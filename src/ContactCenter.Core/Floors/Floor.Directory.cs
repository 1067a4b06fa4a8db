using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Texts;

namespace ContactCenter.Floors;

/// <summary>Lists that people read and search. They are asked of a follower, never of the writer.</summary>
internal sealed partial class Floor
{
    private const int MaxDirectory = 200;

    /// <summary>To whom an agent may give a contact of a channel, filtered by what they have typed.</summary>
    internal TransferDirectory Directory(Agent asker, Channel channel, string? search) => new(
        [
            .. (from queue in _queues.Values
                where queue.Channel == channel && asker.Profile.TransferQueues.Includes(queue.Name)
                where TextSearch.Matches(search, queue.Name)
                orderby queue.Name
                let line = Router.Queues[queue.Name]
                select new DirectoryQueue(
                    queue.Name, line.WaitingCount, line.Free.Count, DoorOf(queue.Name).IsOpen)).Take(MaxDirectory),
        ],
        [
            .. (from agent in _agents.Values
                where Reaches(asker, agent) && agent.Media.Capacity(channel) > 0
                where TextSearch.Matches(search, agent.Id.Value) || TextSearch.Matches(search, agent.Profile.Name)
                let entry = Entry(agent, channel)
                orderby entry.CanTake descending, entry.Name ?? entry.Agent.Value, entry.Agent.Value
                select entry).Take(MaxDirectory),
        ]);

    /// <summary>The wrap-up reasons that an agent may choose from, filtered by what they have typed.</summary>
    internal IReadOnlyList<WrapUpReason> WrapUpReasons(Agent agent, string? search) =>
    [
        .. Configuration.WrapUp.Exposed(agent.Profile.WrapUpReasons)
            .Where(reason => TextSearch.Matches(search, reason.Name) || TextSearch.Matches(search, reason.Code)),
    ];

    /// <summary>The contacts of a supervisor's teams that are in one of the four places, oldest first.</summary>
    internal IEnumerable<ChatSession> Listed(Actor viewer, ContactList list) => list switch
    {
        ContactList.Queued => Router.Queues.Values
            .SelectMany(line => line.Waiting).Select(waiting => _chats[waiting.Number])
            .Concat(_offers.Values.Where(offer => offer.Kind != Routing.OfferKind.Invitation)
                .Select(offer => _chats[offer.Chat]))
            .Where(chat => chat.Owner is null)
            .Distinct()
            .OrderBy(chat => chat.QueuedAt).ThenBy(chat => chat.Number),
        ContactList.ForLater => ForLater(),
        ContactList.Active => Held(viewer, static part => part.IsIn),
        _ => Held(viewer, static part => part.State == ParticipationState.WrappingUp),
    };

    /// <summary>The contacts that are scheduled or set aside, in the order in which they are due.</summary>
    internal IEnumerable<ChatSession> ForLater() => _chats.Values
        .Where(chat => chat.State is ChatState.Scheduled or ChatState.Suspended)
        .OrderBy(chat => chat.Appointment?.DueAt).ThenBy(chat => chat.Number);

    private IEnumerable<ChatSession> Held(Actor viewer, Func<Participation, bool> matches) =>
        _agents.Values.Where(agent => Supervises(viewer, agent.Id))
            .SelectMany(agent => agent.Contacts.Distinct().Select(number => (agent.Id, Chat: _chats[number])))
            .Where(held => held.Chat.Parts.Exists(part => part.Agent == held.Id && matches(part)))
            .Select(held => held.Chat)
            .Distinct()
            .OrderBy(chat => chat.StartedAt).ThenBy(chat => chat.Number);

    private DirectoryAgent Entry(Agent agent, Channel channel) => new(
        agent.Id,
        agent.Profile.Name,
        agent.Profile.Team,
        agent.AvailabilityFor(channel),
        agent.Code,
        agent.Media.HasRoom(agent.Load, channel),
        _supervisors.ContainsKey(agent.Id))
    {
        CoolsOffUntil = agent.CoolsOffUntil(channel),
    };
}

/// <summary>Where a contact is, as a supervisor's page lists it.</summary>
/// <remarks>Source: chat specification R166.</remarks>
public enum ContactList : byte
{
    /// <summary>Waiting in a queue, or offered to somebody.</summary>
    Queued,

    /// <summary>With an agent.</summary>
    Active,

    /// <summary>Over, or handed on, with a wrap-up due.</summary>
    InWrapUp,

    /// <summary>Scheduled, or set aside until somebody activates it; in the order in which they are due.</summary>
    ForLater,
}
