using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Queues that were removed while they had contacts, each by the rule that it had declared. What does not fit into one
/// batch is left over for the next; until everybody stands where they belong no offer is made, so nobody overtakes.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>How many contacts one batch looks after at most.</summary>
    internal const int MaxMovedPerBatch = 64;

    private readonly SortedDictionary<string, ClosingQueue> _closing = new(StringComparer.Ordinal);

    /// <summary>The queues that were removed and still have contacts, by name.</summary>
    internal IReadOnlyDictionary<string, ClosingQueue> Closing => _closing;

    /// <summary>Contacts of a removed queue are still to be looked after.</summary>
    private bool IsMovingOut => _closing.Count > 0 && _closing.Values.Any(queue => queue.Due.Count > 0);

    /// <summary>How a queue works that may have been removed under its contacts.</summary>
    private QueueProfile QueueOf(ChatSession chat) =>
        _queues.TryGetValue(chat.WaitsIn, out var queue) ? queue : _closing[chat.WaitsIn.Value].Was;

    /// <summary>Looks after the contacts of removed queues; false while some are left over.</summary>
    private bool MoveOut()
    {
        if (_closing.Count == 0)
        {
            return true;
        }

        var room = MaxMovedPerBatch;
        foreach (var (name, queue) in _closing.ToArray())
        {
            for (; queue.Due.Count > 0; room--)
            {
                if (room == 0)
                {
                    return false;
                }

                MoveOut(_chats[queue.Due.Min], name, queue.Heir);
            }

            if (queue.Contacts.Count == 0)
            {
                Raise(new QueueClosed(name));
            }
        }

        return true;
    }

    private void MoveOut(ChatSession chat, QueueName from, QueueName? heir)
    {
        if (heir is not { } to)
        {
            EndForClosing(chat);
            return;
        }

        if (chat.WaitsIn == from && IsRouted(chat))
        {
            // Whoever it is offered to may not serve the other queue. Withdrawn, which is no miss.
            CloseOffersOf(chat, OfferTrigger.Withdraw);
        }

        if (chat.Queue == from || chat.HandedTo == from)
        {
            Raise(new ChatMoved(chat.Number, from, to));
        }
    }

    /// <summary>It is offered, and to whomever its queue has found for it.</summary>
    private bool IsRouted(ChatSession chat) =>
        chat.Offered is { } offered && _offers[offered.Offer].Kind == OfferKind.Routed;

    private void EndForClosing(ChatSession chat)
    {
        if (chat.State == ChatState.Transferring)
        {
            // Whoever has it keeps it: only the queue that they hand it to is gone.
            CallTransferOff(chat);
            return;
        }

        Notice(chat, Notices.QueueClosed, string.Empty);
        Finish(chat, ChatTrigger.End, Actor.System);
    }

    /// <summary>Where the contacts of a removed queue go; null for nowhere, where they end.</summary>
    /// <returns>False when it may not be removed under them.</returns>
    private bool TryHeir(
        QueueProfile gone, Dictionary<QueueName, QueueProfile> wanted, out QueueName? heir)
    {
        heir = null;
        var channel = gone.Channel;
        for (var steps = _queues.Count + _closing.Count; steps >= 0; steps--)
        {
            if (gone.WhenRemoved != QueueRemoval.MoveTo)
            {
                return gone.WhenRemoved == QueueRemoval.End;
            }

            QueueName next = gone.ReplacedBy!;
            if (wanted.TryGetValue(next, out var kept))
            {
                heir = next;
                return kept.Channel == channel;
            }

            // The one that replaces it goes in the same moment, or has gone before.
            if (RuleOf(next) is not { } other)
            {
                return false;
            }

            gone = other;
        }

        return false;
    }

    /// <summary>What the wanted queues leave behind.</summary>
    private void Close(Dictionary<QueueName, QueueProfile> wanted)
    {
        List<ClosingQueue> gone = [];
        foreach (var queue in _queues.Values.Concat(_closing.Values.Select(closing => closing.Was)))
        {
            if (!wanted.ContainsKey(queue.Name) && TryHeir(queue, wanted, out var heir))
            {
                gone.Add(new ClosingQueue(queue, heir));
            }
        }

        _keptPlaces.Move(gone.Where(static queue => queue.Heir is not null).ToDictionary(
            static queue => (QueueName)queue.Was.Name, static queue => queue.Heir!.Value));
        _closing.Clear();
        gone.ForEach(queue => _closing.Add(queue.Was.Name, queue));
        ReviewAll();
        foreach (var empty in gone.Where(queue => queue.Contacts.Count == 0))
        {
            _closing.Remove(empty.Was.Name);
        }
    }

    private void ReviewAll()
    {
        if (_closing.Count > 0)
        {
            foreach (var chat in _chats.Values)
            {
                Review(chat);
            }
        }
    }

    /// <summary>Whether a chat still belongs to a queue that closes, and whether something is to be done.</summary>
    private void Review(ChatSession chat)
    {
        if (_closing.Count == 0)
        {
            return;
        }

        foreach (var (name, queue) in _closing)
        {
            var isOver = chat.State is ChatState.Ended or ChatState.Closed;
            if (isOver || (chat.Queue.Value != name && chat.HandedTo?.Value != name))
            {
                queue.Contacts.Remove(chat.Number);
                queue.Due.Remove(chat.Number);
                continue;
            }

            queue.Contacts.Add(chat.Number);
            var isFree = chat.IsWithNobody || chat is { State: ChatState.Transferring, Offered: null };
            if (queue.Heir is not null || (isFree && chat.WaitsIn.Value == name))
            {
                queue.Due.Add(chat.Number);
            }
            else
            {
                queue.Due.Remove(chat.Number);
            }
        }
    }

    private void Apply(QueueClosed e)
    {
        _closing.Remove(e.Queue.Value);
        Router.Remove(e.Queue);
        Tallies.Forget(e.Queue);
    }

    /// <summary>A contact stands in the line of another queue, as it stood in that of the first.</summary>
    private void Move(ChatSession chat)
    {
        if (Router.Find(chat.Number) is not { } place || place.Queue.Name == chat.WaitsIn)
        {
            return;
        }

        var (passedBy, barred) = (place.PassedBy, place.Barred);
        StandInLine(chat, barred: barred);
        if (passedBy is not null)
        {
            Router.PassBy(chat.Number, passedBy);
        }

        foreach (var part in chat.AllOffered)
        {
            Router.Offer(chat.Number, part.Agent, Wanted(chat));
        }
    }
}
