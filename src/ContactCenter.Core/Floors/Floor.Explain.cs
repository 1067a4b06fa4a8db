using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Answers to people who ask: why is this contact still waiting, and may I see this chat.</summary>
internal sealed partial class Floor
{
    /// <summary>How many agents or contacts an explanation tells of: it is read by a person.</summary>
    private const int MaxExplained = 100;

    private static readonly Comparer<Standing> ByStanding =
        Comparer<Standing>.Create(static (one, other) => one.CompareTo(other));

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

    /// <summary>
    /// Why a contact is with nobody, or is offered to whom it is; null for one that an agent has, and once it is over.
    /// </summary>
    internal DecisionRecord? Explain(long number, DateTimeOffset at)
    {
        var contact = Router.Find(number);
        if (!_chats.TryGetValue(number, out var chat) || (contact is null && !chat.IsWithNobody))
        {
            return null;
        }

        var now = NotBefore(at);
        return new DecisionRecord(
            number,
            chat.WaitsIn,
            now,
            contact is { InLine: true } ? contact.Queue.CountBefore(contact.Place) + 1 : 0,
            StrategyOf(QueueOf(chat)),
            [.. chat.AllOffered.Select(part => part.Agent)],
            contact is null ? [] : [.. Candidates(contact, now).Select(member => Explain(member, contact))])
        {
            Requires = (contact?.Needs ?? NeedsOf(chat)).Requirement?.ToString(),
            Obstacles = Before(chat, contact),
            Serving = Router.Queues.GetValueOrDefault(chat.WaitsIn)?.Members.Count ?? 0,
        };
    }

    /// <summary>Why there is nothing to explain of a contact.</summary>
    internal Rejection NothingToExplain(long number) =>
        number < 1 || number > Last.Chat ? Rejections.ChatUnknown
        : !_chats.TryGetValue(number, out var chat) || chat.State == ChatState.Ended ? Rejections.ChatEnded
        : Rejections.NotWaiting.About($"explain while {chat.State}");

    /// <summary>
    /// Those who would be asked, then others who serve the queue, as near to that as they come. Of very many only some
    /// are looked at.
    /// </summary>
    private IEnumerable<QueueMember> Candidates(WaitingContact contact, DateTimeOffset now)
    {
        var queue = contact.Queue;
        var asked = Router.AskedFor(contact, now).Take(MaxExplained).ToArray();
        var others = queue.Members.Values.Except(asked)
            .Take(Router.MaxScored)
            .OrderBy(member => _agents[member.Agent.Id].Availability != Availability.Available)
            .ThenBy(queue.Rules.StandingOf, ByStanding)
            .ThenBy(member => member.Agent.Id.Value, StringComparer.Ordinal);
        return asked.Concat(others).Take(MaxExplained);
    }

    private Candidate Explain(QueueMember member, WaitingContact contact)
    {
        var agent = _agents[member.Agent.Id];
        return new Candidate(
            agent.Id,
            agent.Availability == Availability.Available ? agent.LongestSince : null,
            Between(agent, contact.Queue, contact),
            contact.HasPassed(agent.Id));
    }
}
