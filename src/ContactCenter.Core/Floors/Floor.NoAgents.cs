using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Queues for which no agent is there, where they say what follows then. Looked at when an agent comes or goes, and
/// never by asking all of them: each queue knows who is there, and its contacts stand in the order they follow in.
/// </summary>
internal sealed partial class Floor
{
    private QueueWatches _watches = new();

    /// <summary>When the first contact follows for want of an agent; null for never.</summary>
    internal DateTimeOffset? NobodyDueAt => _watches.Next?.At;

    /// <summary>The queues that mind, and for which nobody is there, by name; and since when.</summary>
    internal IEnumerable<(QueueName Queue, DateTimeOffset Since)> Deserted => _watches.All
        .Where(watch => watch.NobodySince is not null)
        .OrderBy(watch => watch.Queue.Value, StringComparer.Ordinal)
        .Select(watch => (watch.Queue, watch.NobodySince!.Value));

    /// <summary>Who follows is looked for after every command, this one too.</summary>
    private Rejection? Decide(FollowNoAgentRule c) =>
        _watches.Of(c.Queue)?.Next is { } next && next.At <= _now ? null : Rejections.EffectGone;

    /// <summary>The next contact that goes for want of an agent; null for nobody.</summary>
    private (ChatSession Chat, NoAgentRule Rule)? NextForsaken()
    {
        if (_watches.Next is not { } next || next.At > _now)
        {
            return null;
        }

        var watch = _watches.Of(next.Queue)!;
        return (_chats[watch.Next!.Value.Chat], watch.Rule);
    }

    private void Forsake(ChatSession chat, NoAgentRule rule)
    {
        Raise(new NoAgentRuleFired(chat.Number, chat.Queue));
        if (rule.MoveTo is not { } to)
        {
            Finish(chat, ChatTrigger.Leave, Actor.System, Notices.NoAgents);
        }
        else if (_doors.Of(to).IsOpen)
        {
            Divert(chat, WithRoom(_queues[to])?.Name, Diversion.NoAgents, asked: to);
        }
    }

    /// <summary>An agent may have come, or gone.</summary>
    private void Attend(Agent agent, DateTimeOffset at)
    {
        if (_watches.IsEmpty)
        {
            return;
        }

        foreach (var queue in agent.Profile.Queues)
        {
            if (_watches.Of(queue) is { } watch && Attend(agent, watch))
            {
                Mind(watch, at);
            }
        }
    }

    /// <summary>A queue has opened, or closed.</summary>
    private void Attend(QueueName queue, DateTimeOffset at)
    {
        if (_watches.Of(queue) is { } watch)
        {
            Mind(watch, at);
        }
    }

    /// <summary>Whether that an agent is there, or is not, is news.</summary>
    private bool Attend(Agent agent, QueueWatch watch) => agent.Attends(watch.Queue, _queues[watch.Queue].Channel)
        ? watch.There.Add(agent.Id)
        : watch.There.Remove(agent.Id);

    private void Mind(QueueWatch watch, DateTimeOffset at)
    {
        var isDeserted = watch.There.Count == 0 && _doors.Of(watch.Queue).IsOpen;
        watch.NobodySince = isDeserted ? watch.NobodySince ?? at : null;
        var dueAt = NobodyDueAt;
        _watches.Turn(watch);
        SetIfSooner(AlarmKind.NoAgents, NobodyDueAt, dueAt);
    }

    /// <summary>A contact stands in line, or does so no longer.</summary>
    private void Stand(ChatSession chat)
    {
        if (!_watches.IsEmpty)
        {
            var dueAt = NobodyDueAt;
            _watches.Place(chat);
            SetIfSooner(AlarmKind.NoAgents, NobodyDueAt, dueAt);
        }
    }

    /// <summary>Whoever comes to a line has everything before them that is said of it.</summary>
    private void ComeToLine(ChatEvent happened, ChatSession chat)
    {
        var comes = happened is ChatQueued or ContactActivated or ChatTransferred or ChatRequeued or ChatMoved
            or ChatDiverted;
        if (!comes || !chat.Waits)
        {
            return;
        }

        var foundNobody = _watches.Of(chat.WaitsIn)?.NobodySince is not null;
        if (foundNobody || chat.Patience is not null)
        {
            var patience = chat.Patience ??= new Patience();
            (patience.FoundNobody, patience.IsForsaken) = (foundNobody, patience.Forsaken >= _queues.Count);
        }
    }

    /// <summary>Another revision: who is there is counted once, and where nobody was, nobody has been since.</summary>
    private void WatchAnew(DateTimeOffset at)
    {
        var before = _watches;
        _watches = new QueueWatches();
        foreach (var queue in Configuration.Queues.Where(queue => queue.NoAgents is not null))
        {
            _watches.Add(queue.Name, queue.NoAgents!).NobodySince = before.Of(queue.Name)?.NobodySince;
        }

        if (_watches.IsEmpty)
        {
            return;
        }

        foreach (var agent in _agents.Values)
        {
            foreach (var queue in agent.Profile.Queues)
            {
                if (_watches.Of(queue) is { } watch)
                {
                    Attend(agent, watch);
                }
            }
        }

        foreach (var watch in _watches.All)
        {
            Mind(watch, at);
        }

        foreach (var chat in _chats.Values)
        {
            Stand(chat);
        }
    }

    internal void RestoreDeserted(QueueName queue, DateTimeOffset since) => _watches.Add(
        queue, _queues[queue].NoAgents ?? throw new KeyNotFoundException()).NobodySince = since;
}
