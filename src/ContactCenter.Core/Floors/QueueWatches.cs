using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>The queues that say what follows when no agent is there, and the order in which that happens.</summary>
internal sealed class QueueWatches
{
    private readonly Dictionary<QueueName, QueueWatch> _watches = [];
    private readonly Dictionary<long, (QueueWatch Watch, Stander Place)> _places = [];
    private readonly QueueTurns _turns = new();

    internal bool IsEmpty => _watches.Count == 0;

    internal IReadOnlyCollection<QueueWatch> All => _watches.Values;

    /// <summary>The queue whose contacts follow first, and when; null for none.</summary>
    internal (DateTimeOffset At, QueueName Queue)? Next => _turns.Next;

    internal QueueWatch? Of(QueueName queue) => _watches.GetValueOrDefault(queue);

    internal QueueWatch Add(QueueName queue, NoAgentRule rule)
    {
        var watch = new QueueWatch(queue, rule);
        _watches.Add(queue, watch);
        return watch;
    }

    /// <summary>A contact stands where it is by now: in the line of a queue that is watched, or in none.</summary>
    internal void Place(ChatSession chat)
    {
        var watch = chat.State == ChatState.Queued && chat.Patience?.IsForsaken != true ? Of(chat.Queue) : null;
        watch = watch is { Rule.End: true } && chat.IsCallback ? null : watch;
        var place = new Stander(chat.LineSince, chat.Patience?.FoundNobody == true, chat.Number);
        if (_places.TryGetValue(chat.Number, out var known))
        {
            if (known.Watch == watch && known.Place == place)
            {
                return;
            }

            _places.Remove(chat.Number);
            known.Watch.Remove(known.Place);
            Turn(known.Watch);
        }

        if (watch is not null)
        {
            _places.Add(chat.Number, (watch, place));
            watch.Add(place);
            Turn(watch);
        }
    }

    /// <summary>It is the turn of a queue when the first of its contacts follows.</summary>
    internal void Turn(QueueWatch watch)
    {
        var due = watch.Next?.At;
        if (due != watch.Turn)
        {
            _turns.Move(watch.Queue, watch.Turn, due);
            watch.Turn = due;
        }
    }
}
