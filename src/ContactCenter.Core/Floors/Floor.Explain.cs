using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Answers to people who ask: why is this contact still waiting, and may I see this chat.</summary>
internal sealed partial class Floor
{
    /// <summary>How many agents and places an explanation looks at: it is read by a person.</summary>
    private const int MaxExplained = 100;

    /// <summary>The last line a viewer may read: who has left reads no further than they were there.</summary>
    internal static int ReadableUpTo(Actor viewer, ChatSession? chat) =>
        chat?.RoleOf(viewer) == ChatRole.Departed
            ? chat.Parts.FindAll(part => viewer.IsAgent(part.Agent)).Max(part => part.LastLine)
            : int.MaxValue;

    /// <summary>The first line that a viewer may read: by policy, agents see nothing from before they came.</summary>
    internal int ReadableFrom(Actor viewer, ChatSession? chat, bool isAside = false) =>
        viewer.Kind == ActorKind.Agent && Configuration.Collaboration.History == JoinerHistory.FromJoining
            ? chat?.Parts.Where(part => viewer.IsAgent(part.Agent) && part.FirstLine > 0)
                .Min(part => (int?)(isAside ? part.FirstAside : part.FirstLine)) ?? 1
            : 1;

    /// <summary>
    /// Whether somebody may read what the customer never sees. Whoever was in the chat to its end may, in wrap-up too;
    /// whoever had handed it on may not read what others said afterwards.
    /// </summary>
    internal static bool MayReadAsides(Actor viewer, ChatSession? chat) =>
        viewer.Kind != ActorKind.Customer
        && (chat?.RoleOf(viewer) != ChatRole.Departed
            || chat.Parts.Exists(part => viewer.IsAgent(part.Agent) && part.WrapUpSince == chat.Ending?.At));

    /// <summary>Null when the viewer may see the chat; the chat is null once it is closed.</summary>
    internal Rejection? MaySee(Actor viewer, long number, out ChatSession? chat)
    {
        if (number < 1 || number > Last.Chat)
        {
            chat = null;
            return Rejections.ChatUnknown;
        }

        _chats.TryGetValue(number, out chat);
        return viewer.Kind switch
        {
            ActorKind.Host => null,
            ActorKind.Supervisor => MaySupervise(viewer, chat),
            _ => chat?.MayBeSeenBy(viewer) == true ? null
                : chat is null ? Rejections.ChatUnknown : Rejections.NotPermitted,
        };
    }

    /// <summary>
    /// Reading is monitoring. A closed chat is of no team any more: it is read by those who supervise all of them.
    /// </summary>
    private Rejection? MaySupervise(Actor viewer, ChatSession? chat)
    {
        var isOfAll = _supervisors.Count == 0
            || (_supervisors.TryGetValue(viewer.Id, out var profile) && profile.Teams.IsEmpty);
        return chat is not null ? Supervised(viewer, SupervisorRights.Monitor, chat)
            : isOfAll && HasRight(viewer, SupervisorRights.Monitor) ? null
            : Rejections.NotPermitted;
    }

    internal DecisionRecord? Explain(long number, DateTimeOffset at)
    {
        if (Router.Find(number) is not { } contact)
        {
            return null;
        }

        var queue = contact.Queue;
        var free = queue.Free.InOrder.Take(MaxExplained).Select(member => member.Agent.Id).ToArray();
        var others = queue.Members.Keys.Where(id => !free.Contains(id)).Take(MaxExplained - free.Length);
        return new DecisionRecord(
            number,
            queue.Name,
            at,
            contact.InLine ? queue.CountBefore(contact.Place) + 1 : 0,
            StrategyOf(QueueOf(_chats[number])),
            [.. _chats[number].AllOffered.Select(part => part.Agent)],
            [.. free.Concat(others).Select(id => Explain(_agents[id], contact))])
        {
            Requires = contact.Needs.Requirement?.ToString(),
        };
    }

    private Candidate Explain(Agent agent, WaitingContact contact)
    {
        var ruledOutBy = agent.Availability switch
        {
            Availability.SignedOut => "signed-out",
            Availability.Idle => "idle",
            Availability.Rona => "rona",
            _ when agent.AvailabilityFor(contact.Queue.Channel) is var channel && channel != Availability.Available =>
                channel == Availability.Rona ? "rona" : "idle",
            _ when agent.IsCoolingOff(contact.Queue.Channel) => "cool-off",
            _ when agent.IsPaced && contact.Asked?.Contains(agent.Id) != true => "pace",
            _ when agent.PauseOf(contact.Queue.Name) is not null => "paused",
            _ when WrapsUpFor(agent, contact.Queue.Name) => "wrap-up",
            _ when contact.Barred == agent.Id => "hands-it-over",
            _ when _chats[contact.Number].Withheld?.Exists(one => one.Agent == agent.Id) == true => "declined",
            _ when contact.Needs.Excluded.Contains(agent.Id) => "excluded",
            _ when contact.Needs.ReservedFor is { } only && only != agent.Id => "reserved",
            _ when contact.Queue.Members[agent.Id].Membership.Delay > contact.Needs.Waited => "delay",
            _ when contact.Needs.Requirement?.Matches(contact.Queue.Members[agent.Id].Agent.Attributes) == false =>
                "requirement",
            _ when contact.Asked?.Contains(agent.Id) == true => "has-its-offer",
            _ when agent.Interrupter != 0 || (!agent.Media.HasRoom(agent.Load, contact.Queue.Channel)
                && !agent.GetsThrough(contact.Queue.Channel)) => "no-room",
            _ when agent.HeldFor is not null => "held",
            _ => DoorOf(contact.Queue.Name).IsOpen ? null : "outside-hours",
        };
        return new Candidate(
            agent.Id,
            agent.Availability == Availability.Available ? agent.LongestSince : null,
            ruledOutBy,
            contact.PassedBy?.Contains(agent.Id) == true);
    }
}
