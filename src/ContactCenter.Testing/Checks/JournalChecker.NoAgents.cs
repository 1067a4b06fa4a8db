using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Queues for which nobody is there.</summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<QueueName, DateTimeOffset> _deserted = [];

    // The queues that mind, and who is there for each.
    private readonly List<(QueueProfile Queue, HashSet<AgentId> There)> _minding = [];

    /// <summary>Somebody may have come or gone; or everybody, by another configuration.</summary>
    private void CountWhoIsThere(Event happened)
    {
        if (happened is FloorConfigured or ConfigurationEdited)
        {
            CountAllWhoAreThere();
        }

        foreach (var (queue, there) in _minding)
        {
            if (happened is AgentEvent e && _agents.TryGetValue(e.Agent, out var agent))
            {
                _ = IsThereFor(queue, agent) ? there.Add(e.Agent) : there.Remove(e.Agent);
            }

            var isDeserted = there.Count == 0 && !_closedQueues.Contains(queue.Name);
            _ = isDeserted ? _deserted.TryAdd(queue.Name, _at) : _deserted.Remove(queue.Name);
        }
    }

    private void CountAllWhoAreThere()
    {
        _minding.Clear();
        foreach (var queue in _configuration.Queues.Where(queue => queue.NoAgents is not null))
        {
            var there = _agents.Values.Where(agent => IsThereFor(queue, agent)).Select(agent => agent.Id);
            _minding.Add((queue, [.. there]));
        }

        foreach (var gone in _deserted.Keys.Where(name => !_minding.Exists(one => one.Queue.Name == name)).ToArray())
        {
            _deserted.Remove(gone);
        }
    }

    private static bool IsThereFor(QueueProfile queue, AgentRecord agent) =>
        agent.Profile.Queues.Contains(queue.Name)
        && agent.For(queue.Channel) == Availability.Available && agent.Media.Capacity(queue.Channel) > 0
        && !agent.QueuePauses.ContainsKey(queue.Name);

    /// <summary>Nobody goes for want of an agent before their time, or while one is there.</summary>
    private void FoldDesertion(NoAgentRuleFired e, ChatRecord chat)
    {
        var since = default(DateTimeOffset);
        Require(
            chat is { State: ChatState.Queued, IsForsaken: false } && chat.WaitsIn == e.Queue
                && Configured(e.Queue)?.NoAgents is { } rule && _deserted.TryGetValue(e.Queue, out since)
                && !(rule.End && chat.IsCallback)
                && Invariants.DueWithout(rule, since, chat.CameAt, chat.FoundNobody) <= _at,
            "S41",
            $"chat {chat.Number} goes from {e.Queue} at {_at:O} for want of agents, who are gone since {since:O}");
        chat.Forsaken++;
        (chat.IsForsaken, chat.OverdueIn) = (true, _head);
    }

    private void NoteLine(ChatEvent happened, ChatRecord chat, QueueName before)
    {
        if (happened is not (ChatQueued or ContactActivated or ChatTransferred or ChatRequeued or ChatMoved
                or ChatDiverted)
            || chat.State is not (ChatState.Queued or ChatState.Offered or ChatState.Transferring))
        {
            return;
        }

        chat.CameAt = happened is ChatMoved && chat.WaitsIn == before ? chat.CameAt : _at;
        chat.FoundNobody = _deserted.ContainsKey(chat.WaitsIn);
        chat.IsForsaken = chat.Forsaken >= _configuration.Queues.Length;
    }
}
