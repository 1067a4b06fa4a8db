using System.Globalization;
using ContactCenter.Chats;
using ContactCenter.Hours;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Opening hours: from which queues contacts are offered, and where others go meanwhile. They say nothing of who is at
/// work, and leave open offers and running chats alone.
/// </summary>
internal sealed partial class Floor
{
    private const string Utc = "yyyy-MM-ddTHH:mm:ssZ";

    // A machine that does not know the time zone any more leaves the door as it is, and looks again.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    private readonly QueueDoors _doors = new();
    private List<(QueueName From, QueueName To)>? _overflowing;

    /// <summary>When the next queue opens or closes; null when none ever does.</summary>
    internal DateTimeOffset? HoursDueAt => _doors.Next?.At;

    /// <summary>The queues that are closed, or will be.</summary>
    internal IEnumerable<(QueueName Queue, Door Door)> Doors => _doors.All;

    internal Door DoorOf(QueueName queue) => _doors.Of(queue);

    private Rejection? Decide(MindHours c)
    {
        if (_doors.Of(c.Queue).NextChange is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        MindHours(_queues[c.Queue]);
        return null;
    }

    /// <summary>
    /// The door stands as the hours say now. What was missed while nobody looked is not made up for: a queue that has
    /// opened and closed since is closed.
    /// </summary>
    private void MindHours(QueueProfile queue)
    {
        var (before, now) = (_doors.Of(queue.Name), DoorAt(queue));
        if (now != before)
        {
            Raise(now.IsOpen
                ? new HoursBegan(queue.Name, now.NextChange)
                : new HoursEnded(queue.Name, now.NextChange));
        }
    }

    private Door DoorAt(QueueProfile queue)
    {
        if (queue.Hours is null)
        {
            return Door.AlwaysOpen;
        }

        if (!HoursCalendar.TryKnow(queue.Hours, out var calendar, out _))
        {
            return _doors.Of(queue.Name) with { NextChange = _now + BetweenLooks };
        }

        var (isOpen, next) = calendar.At(_now);
        return new Door(isOpen, next);
    }

    /// <summary>Why a contact may not come into a queue now; null when it may.</summary>
    private Rejection? OutsideHours(QueueProfile queue)
    {
        if (queue.ClosedAction == ClosedAction.Wait || FirstOpen(queue) is not null)
        {
            return null;
        }

        return LeadsTo(queue).Min(other => _doors.Of(other.Name).NextChange) is { } opens
            ? Rejections.OutsideHours.About(opens.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture))
            : Rejections.OutsideHours;
    }

    /// <summary>Where a contact comes that is given to a queue: there, or where the queue overflows to now.</summary>
    private QueueName DoorTo(QueueProfile queue) => FirstOpen(queue)?.Name ?? queue.Name;

    /// <summary>The queue itself, else the first open one that it leads to while it is closed; null for none.</summary>
    private QueueProfile? FirstOpen(QueueProfile queue) =>
        IsOpen(queue) ? queue : LeadsTo(queue).FirstOrDefault(IsOpen);

    /// <summary>Why nobody can be called back: no queue is open from then on to which the contact would come.</summary>
    private Rejection? NeverOpens(ChatSession chat, DateTimeOffset from) =>
        _queues.TryGetValue(chat.Queue, out var queue) && LeadsTo(queue).All(one => one.Hours is { } hours
            && HoursCalendar.TryKnow(hours, out var calendar, out _) && calendar.At(from) == (false, null))
            ? Rejections.OutsideHours
            : null;

    private bool IsOpen(QueueProfile queue) => _doors.Of(queue.Name).IsOpen;

    /// <summary>The queue itself, and where contacts go on to while it and those after it are closed.</summary>
    private IEnumerable<QueueProfile> LeadsTo(QueueProfile queue)
    {
        // No further than there are queues: one for the day and one for the night lead to each other.
        var next = queue;
        for (var steps = _queues.Count; next is not null && steps >= 0; steps--)
        {
            yield return next;
            next = next.ClosedAction == ClosedAction.Overflow ? _queues.GetValueOrDefault(next.ClosedOverflow!) : null;
        }
    }

    /// <summary>
    /// The next contact that waits in a closed queue and goes on to an open one, as soon as that or where it overflows
    /// to has room; null for nobody.
    /// </summary>
    private (ChatSession Chat, QueueName To)? NextOverflow()
    {
        _overflowing ??= [.. Overflowing()];
        foreach (var (from, to) in _overflowing)
        {
            if (WithRoom(_queues[to]) is null)
            {
                continue;
            }

            // Who is being handed over waits here too, and stays: the one who hands over may yet take it back.
            foreach (var waiting in Router.Queues[from].Waiting)
            {
                if (_chats[waiting.Number] is { State: ChatState.Queued } chat)
                {
                    return (chat, to);
                }
            }
        }

        return null;
    }

    private IEnumerable<(QueueName From, QueueName To)> Overflowing() =>
        from closed in _doors.All
        where !closed.Door.IsOpen
        let open = FirstOpen(_queues[closed.Queue])
        where open is not null
        select (closed.Queue, (QueueName)open.Name);

    private void Overflow(ChatSession chat, QueueName to)
    {
        var room = WithRoom(_queues[to])!;
        Raise(new ChatTransferred(chat.Number, ChatTrigger.Transfer, to, Agent: null, Actor.System));
        Divert(chat, room.Name);
        Notice(chat, Notices.WaitingForAgent, chat.Queue.Value);
    }

    private void Apply(HoursEvent e, DateTimeOffset at)
    {
        var (dueAt, wasOpen) = (HoursDueAt, _doors.Of(e.Queue).IsOpen);
        Restore(e.Queue, new Door(e is HoursBegan, e.NextChange));
        SetIfSooner(AlarmKind.Hours, HoursDueAt, dueAt);
        if (e is HoursBegan && !wasOpen && _queues[e.Queue].ClosedAction == ClosedAction.Wait)
        {
            WaitFrom(e.Queue, at);
        }
    }

    /// <summary>Whoever has waited for a queue to open has waited for an agent from then on.</summary>
    private void WaitFrom(QueueName queue, DateTimeOffset at)
    {
        foreach (var chat in _chats.Values.Where(chat => chat.Waits && chat.WaitsIn == queue))
        {
            chat.WaitFrom(at);
            StandAgain(chat);
            WatchWait(chat);
        }
    }

    internal void Restore(QueueName queue, Door door)
    {
        Router.SetOpen(queue, door.IsOpen);
        _doors.Set(queue, door);
        _overflowing = null;
    }

    /// <summary>Queues that are gone have no doors; whoever is left in one goes out anyway.</summary>
    private void TakeDoorsOut()
    {
        foreach (var (queue, _) in _doors.All.Where(door => !_queues.ContainsKey(door.Queue)).ToArray())
        {
            _doors.Set(queue, Door.AlwaysOpen);
            if (_closing.ContainsKey(queue.Value))
            {
                Router.SetOpen(queue, isOpen: true);
            }
        }

        _overflowing = null;
    }
}
