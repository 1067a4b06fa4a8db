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

        if (!HoursCalendar.TryRead(queue.Hours, out var calendar, out _))
        {
            return _doors.Of(queue.Name) with { NextChange = _now + BetweenLooks };
        }

        var (isOpen, next) = calendar.At(_now);
        return new Door(isOpen, next);
    }

    /// <summary>Why a contact may not come into a queue now; null when it may.</summary>
    private Rejection? OutsideHours(QueueProfile queue)
    {
        var door = _doors.Of(queue.Name);
        var other = queue.ClosedAction == ClosedAction.Overflow ? _doors.Of(queue.ClosedOverflow!) : door;
        if (door.IsOpen || other.IsOpen || queue.ClosedAction == ClosedAction.Wait)
        {
            return null;
        }

        var isOther = door.NextChange is null || other.NextChange < door.NextChange;
        return (isOther ? other : door).NextChange is { } opens
            ? Rejections.OutsideHours.About(opens.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture))
            : Rejections.OutsideHours;
    }

    /// <summary>Where a contact comes that is given to a queue: there, or where the queue overflows to now.</summary>
    private QueueName DoorTo(QueueProfile queue) =>
        queue.ClosedAction == ClosedAction.Overflow
        && !_doors.Of(queue.Name).IsOpen
        && _doors.Of(queue.ClosedOverflow!).IsOpen
            ? queue.ClosedOverflow!
            : queue.Name;

    /// <summary>The next contact that waits in a closed queue and goes on to an open one; null for nobody.</summary>
    private (ChatSession Chat, QueueName To)? NextOverflow()
    {
        _overflowing ??= [.. Overflowing()];
        foreach (var (from, to) in _overflowing)
        {
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
        let queue = _queues[closed.Queue]
        where queue.ClosedAction == ClosedAction.Overflow && _doors.Of(queue.ClosedOverflow!).IsOpen
        select (closed.Queue, (QueueName)queue.ClosedOverflow!);

    private void Overflow(ChatSession chat, QueueName to)
    {
        // Who waits already is not sent away where the other queue is full.
        var room = WithRoom(_queues[to]);
        Raise(new ChatTransferred(chat.Number, ChatTrigger.Transfer, to, Agent: null, Actor.System));
        Divert(chat, room?.Name);
        Notice(chat, Notices.WaitingForAgent, chat.Queue.Value);
    }

    private void Apply(HoursEvent e)
    {
        var dueAt = HoursDueAt;
        Restore(e.Queue, new Door(e is HoursBegan, e.NextChange));
        SetIfSooner(AlarmKind.Hours, HoursDueAt, dueAt);
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
