using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Revisions of the configuration, and what becomes of the contacts of queues that they remove.</summary>
internal sealed partial class JournalChecker
{
    /// <summary>Every queue that there has been, as it works or has worked.</summary>
    private readonly Dictionary<QueueName, QueueRecord> _queues = [];

    /// <summary>The queues that were removed under contacts, as they had worked.</summary>
    private readonly Dictionary<string, (QueueProfile Was, bool Moves)> _leaving = new(StringComparer.Ordinal);

    private void Fold(FloorConfiguration wanted)
    {
        var agents = wanted.Agents.ToDictionary(agent => (AgentId)agent.Id);
        foreach (var (gone, agent) in _agents.Where(agent => !agents.ContainsKey(agent.Key)).ToArray())
        {
            Require(agent.Availability == Availability.SignedOut, "S42", $"{gone} is removed while at work");
            _agents.Remove(gone);
        }

        foreach (var (id, profile) in agents)
        {
            if (!_agents.TryGetValue(id, out var agent))
            {
                _agents.Add(id, agent = new AgentRecord(profile));
            }

            (agent.Profile, agent.Media) = (profile, wanted.MediaOf(profile));
            if (profile.Pace is null)
            {
                agent.Taken.Clear();
            }

            Resume(agent, (queue, _) => !profile.Queues.Contains(queue.Value));
            if (agent.Media.Turns is null)
            {
                agent.Lead.Clear();
            }
        }

        var before = _configuration.Queues.Concat(_leaving.Values.Select(leaving => leaving.Was)).ToArray();
        _configuration = wanted;
        NoteQueues();
        _closedQueues.RemoveWhere(gone => wanted.Queues.All(kept => kept.Name != gone.Value));
        ForgetStrategies(wanted);
        foreach (var gone in before.Where(queue => wanted.Queue(queue.Name) is null))
        {
            if (Heir(gone, before, wanted) is { } heir && heir.Channel == gone.Channel)
            {
                MovePlaces(gone.Name, heir.Name);
            }
        }

        ForgetPlaces(place => Configured(place.Queue)?.ReturnWithin is null);
        foreach (var queue in before)
        {
            _leaving.Remove(queue.Name);
            var kept = wanted.Queue(queue.Name);
            var contacts = _chats.Values.Where(chat => Belongs(chat, queue.Name)).ToArray();
            var isFree = contacts.Length == 0 || kept?.Channel == queue.Channel;
            if (kept is null && contacts.Any(chat => chat.State != ChatState.Ended))
            {
                _leaving.Add(queue.Name, (queue, Heir(queue, before, wanted) is not null));
            }

            Require(
                isFree || (kept is null && queue.WhenRemoved != QueueRemoval.Refuse),
                "S42",
                $"{queue.Name} is removed under {contacts.Length} contacts");
        }

        NoteQueues();
    }

    private void Fold(QueueClosed e)
    {
        Require(_leaving.Remove(e.Queue.Value), "S42", $"queue {e.Queue} is closed and was not leaving");
        NoteQueues();
        Require(
            _chats.Values.All(chat => chat.State == ChatState.Ended || !Belongs(chat, e.Queue)),
            "S42",
            $"queue {e.Queue} is closed and has contacts");
    }

    /// <summary>The queue to which contacts of a removed one go; null where they end.</summary>
    private static QueueProfile? Heir(QueueProfile queue, QueueProfile[] before, FloorConfiguration wanted)
    {
        var next = queue;
        for (var steps = before.Length; steps >= 0 && next is { WhenRemoved: QueueRemoval.MoveTo }; steps--)
        {
            if (wanted.Queue(next.ReplacedBy) is { } heir)
            {
                return heir;
            }

            next = before.FirstOrDefault(other => other.Name == next.ReplacedBy);
        }

        return null;
    }

    private static bool Belongs(ChatRecord chat, QueueName queue) => chat.Queue == queue || chat.WaitsIn == queue;

    private QueueProfile? Configured(QueueName name) => _queues.GetValueOrDefault(name)?.Configured;

    /// <summary>How a queue works, or had worked until it was removed.</summary>
    private QueueProfile? Queue(QueueName name) => _queues.GetValueOrDefault(name)?.Profile;

    /// <summary>The same of the queue that a contact waits in, without looking it up.</summary>
    private QueueRecord LineOf(ChatRecord chat)
    {
        if (chat.Line is not { } line || line.Name != chat.WaitsIn)
        {
            chat.Line = line = RecordOf(chat.WaitsIn);
        }

        return line;
    }

    private QueueRecord RecordOf(QueueName name)
    {
        if (!_queues.TryGetValue(name, out var queue))
        {
            _queues.Add(name, queue = new QueueRecord(name));
        }

        return queue;
    }

    /// <summary>After each change of what is configured, or leaving.</summary>
    private void NoteQueues()
    {
        foreach (var queue in _queues.Values)
        {
            (queue.Configured, queue.Leaving) = (null, null);
        }

        foreach (var queue in _configuration.Queues)
        {
            RecordOf(queue.Name).Configured = queue;
        }

        foreach (var (name, leaving) in _leaving)
        {
            RecordOf(name).Leaving = leaving.Was;
        }
    }

    private void FoldMove(ChatMoved e, ChatRecord chat)
    {
        Require(
            _leaving.TryGetValue(e.From.Value, out var from) && from.Moves,
            "S42",
            $"chat {chat.Number} is moved from {e.From}, which was not removed for another");
        Require(
            Belongs(chat, e.From) && chat.State is not (ChatState.Ended or ChatState.Closed),
            "S42",
            $"chat {chat.Number} is {chat.State} and moved from {e.From}, to which it does not belong");
        var to = Configured(e.To);
        Require(to?.Channel == chat.Channel, "S42", $"chat {chat.Number} is moved to {e.To} as {chat.Channel}");
        chat.Queue = chat.Queue == e.From ? e.To : chat.Queue;
        chat.HandedTo = chat.HandedTo == e.From ? e.To : chat.HandedTo;
    }

    /// <summary>While contacts of a removed queue are on their way, nobody is served before they are there.</summary>
    private bool IsMoving => _leaving.Count > 0 && _chats.Values.Any(chat =>
        chat.State is not (ChatState.Ended or ChatState.Closed)
        && _leaving.Values.Any(queue => queue.Moves && Belongs(chat, queue.Was.Name)));
}
