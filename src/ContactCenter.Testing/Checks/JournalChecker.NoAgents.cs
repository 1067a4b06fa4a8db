using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Queues for which nobody is there, what urges contacts, customers who come back to their place.</summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<QueueName, DateTimeOffset> _deserted = [];
    private readonly Dictionary<(CustomerId Customer, QueueName Queue), KeptPlace> _kept = [];
    private readonly HashSet<ChatRecord> _entitled = [];
    private readonly List<(ChatRecord Chat, WaitRule Rule)> _urged = [];

    /// <summary>Counted anew whenever somebody may have come or gone.</summary>
    private void CountWhoIsThere()
    {
        foreach (var queue in _configuration.Queues)
        {
            var isDeserted = queue.NoAgents is not null && !_closedQueues.Contains(queue.Name)
                && !_agents.Values.Any(agent => agent.Profile.Queues.Contains(queue.Name)
                    && agent.For(queue.Channel) == Availability.Available && agent.Media.Capacity(queue.Channel) > 0);
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

    /// <summary>Told a second time: what a queue makes of what a contact asks for.</summary>
    private static ContactWishes Urged(ContactWishes wishes, int? priority, string? requirement)
    {
        var has = wishes.Requirements.Select(one => (Text: one.Requirement.ToString(), one.For));
        return requirement is null || wishes.Requirements.Length >= 20
            || has.Contains((Requirement.Parse(requirement).ToString(), null))
            ? wishes with { Priority = priority ?? wishes.Priority }
            : wishes with
            {
                Priority = priority ?? wishes.Priority,
                Requirements = [.. wishes.Requirements, (Requirement.Parse(requirement), null)],
            };
    }

    private void CheckUrged()
    {
        foreach (var (chat, rule) in _urged)
        {
            Require(
                Urged(chat.Wishes, rule.Priority, rule.Requirement).Equals(chat.Wishes),
                "S42",
                $"chat {chat.Number} follows the rule for {rule.After} and does not ask for what that says");
        }

        _urged.Clear();
    }

    /// <summary>The place of whoever leaves the line of their own accord, where the queue keeps it.</summary>
    private void KeepPlace(ChatEnded e, ChatRecord chat)
    {
        if (e.Trigger == ChatTrigger.Leave && chat.State is ChatState.Queued or ChatState.Offered
            && chat.OverdueIn != _head && Configured(chat.Queue)?.ReturnWithin is not null)
        {
            _kept[(chat.Customer, chat.Queue)] = new KeptPlace(chat.Customer, chat.Queue, chat.QueuedAt!.Value, _at);
        }
    }

    private void ForgetPlaces(Func<KeptPlace, bool> which)
    {
        foreach (var (key, _) in _kept.Where(place => which(place.Value)).ToArray())
        {
            _kept.Remove(key);
        }
    }

    /// <summary>Whose place is kept has it back, and nobody else comes to one.</summary>
    private void Entitle(ChatRecord chat)
    {
        if (_kept.TryGetValue((chat.Customer, chat.Queue), out var place)
            && _at < place.LeftAt + Configured(chat.Queue)?.ReturnWithin)
        {
            _entitled.Add(chat);
        }
    }

    private void FoldReturn(PlaceRegained e, ChatRecord chat)
    {
        Require(
            _entitled.Remove(chat) && _kept.Remove((chat.Customer, chat.Queue), out var place)
                && place.QueuedAt == e.Since,
            "S8",
            $"chat {chat.Number} comes to a place since {e.Since:O} that is not kept for it");
        (chat.QueuedAt, chat.WaitedSince, chat.Passed) = (e.Since, _at, TimeSpan.Zero);
    }

    /// <summary>S36: the places that are kept and can still be come back to, in one text.</summary>
    private string Places(IEnumerable<KeptPlace> places) => string.Join(", ", places
        .Where(place => place.LeftAt + KeptPlaces.Longest > _at)
        .Select(place => $"{place.Customer} in {place.Queue} since {place.QueuedAt:O}, left at {place.LeftAt:O}")
        .Order(StringComparer.Ordinal));
}
