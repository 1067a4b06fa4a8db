using ContactCenter.Agents;
using ContactCenter.Chats;

namespace ContactCenter.Testing;

/// <summary>Queues for which nobody is there.</summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<QueueName, DateTimeOffset> _deserted = [];

    /// <summary>Counted anew whenever somebody may have come or gone.</summary>
    private void CountWhoIsThere()
    {
        foreach (var queue in _configuration.Queues)
        {
            var isDeserted = queue.NoAgents is not null && !_closedQueues.Contains(queue.Name)
                && !_agents.Values.Any(agent => agent.Profile.Queues.Contains(queue.Name)
                    && agent.For(queue.Channel) == Availability.Available && agent.Media.Capacity(queue.Channel) > 0
                    && !agent.QueuePauses.ContainsKey(queue.Name));
            _ = isDeserted ? _deserted.TryAdd(queue.Name, _at) : _deserted.Remove(queue.Name);
        }

        foreach (var gone in _deserted.Keys.Where(name => Configured(name) is null).ToArray())
        {
            _deserted.Remove(gone);
        }
    }

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
