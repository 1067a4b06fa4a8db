using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Answers to people who ask: why is this contact still waiting, and may I see this chat.</summary>
internal sealed partial class Floor
{
    /// <summary>How many agents and places an explanation looks at: it is read by a person.</summary>
    private const int MaxExplained = 100;

    /// <summary>Null when the viewer may see the chat; the chat is null once it is closed.</summary>
    internal Rejection? MaySee(Actor viewer, long number, out ChatSession? chat)
    {
        if (number < 1 || number > Last.Chat)
        {
            chat = null;
            return Rejections.ChatUnknown;
        }

        _chats.TryGetValue(number, out chat);
        return viewer.Kind is ActorKind.Supervisor or ActorKind.Host || chat?.MayBeSeenBy(viewer) == true
            ? null
            : chat is null ? Rejections.ChatUnknown : Rejections.NotPermitted;
    }

    internal DecisionRecord? Explain(long number, DateTimeOffset at)
    {
        if (Router.Find(number) is not { } contact)
        {
            return null;
        }

        var queue = contact.Queue;
        var free = queue.Free.Take(MaxExplained).Select(agent => agent.Id).ToArray();
        var others = queue.Served.Where(id => !free.Contains(id)).Take(MaxExplained - free.Length);
        return new DecisionRecord(
            number,
            queue.Name,
            at,
            contact.InLine ? queue.Waiting.TakeWhile(other => other != contact).Count() + 1 : 0,
            _queues[queue.Name].Strategy,
            _chats[number].Part?.Agent,
            [.. free.Concat(others).Select(id => Explain(_agents[id], contact))]);
    }

    private static Candidate Explain(Agent agent, WaitingContact contact)
    {
        var ruledOutBy = agent.Availability switch
        {
            Availability.SignedOut => "signed-out",
            Availability.Idle => "idle",
            Availability.Rona => "rona",
            _ => agent.Profile.Media.HasRoom(agent.Load, contact.Queue.Channel) ? null : "no-room",
        };
        return new Candidate(
            agent.Id,
            agent.Availability == Availability.Available ? agent.LongestSince : null,
            ruledOutBy,
            contact.PassedBy?.Contains(agent.Id) == true);
    }
}
