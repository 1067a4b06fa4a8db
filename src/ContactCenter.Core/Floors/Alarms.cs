namespace ContactCenter.Floors;

/// <summary>What an alarm is about.</summary>
internal enum AlarmKind : byte
{
    /// <summary>An offer runs out: RONA. The subject is the offer.</summary>
    Offer,

    /// <summary>An offer is about to run out. The subject is the offer.</summary>
    OfferWarning,

    /// <summary>A wrap-up is submitted by itself. The subject is the part, in a chat.</summary>
    WrapUp,

    /// <summary>The bot has been silent too long. The subject is the effect.</summary>
    Bot,

    /// <summary>Somebody has been without a connection too long.</summary>
    Grace,

    /// <summary>An agent has not done anything for too long.</summary>
    Inactivity,

    /// <summary>A customer has not answered for too long. The subject is the chat.</summary>
    Silence,

    /// <summary>What has been kept long enough is looked for.</summary>
    Purge,

    /// <summary>An attachment has been scanned, or released, for too long. The subject is the attachment.</summary>
    File,
}

/// <summary>
/// A due instant in the state. Ordered by instant; ties by what it is about, so that every copy agrees.
/// </summary>
internal readonly record struct Alarm(
    DateTimeOffset DueAt, AlarmKind Kind, long Subject, long Chat = 0, Actor Who = default) : IComparable<Alarm>
{
    public int CompareTo(Alarm other)
    {
        var order = DueAt.UtcTicks.CompareTo(other.DueAt.UtcTicks);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        order = order != 0 ? order : Subject.CompareTo(other.Subject);
        order = order != 0 ? order : Who.Kind.CompareTo(other.Who.Kind);
        return order != 0 ? order : string.CompareOrdinal(Who.Id, other.Who.Id);
    }
}

/// <summary>
/// The order in which alarms fall due. An index over the state and nothing more: one whose cause is gone, or is due
/// later by now, stays until it is met or there are too many of them, and then the index is made anew from the state.
/// </summary>
/// <param name="dueAt">When what an alarm is about is due by now; null when its cause is gone.</param>
/// <param name="all">Every alarm that stands.</param>
internal sealed class AlarmIndex(Func<Alarm, DateTimeOffset?> dueAt, Func<IEnumerable<Alarm>> all)
{
    private const int Slack = 256;

    private readonly PriorityQueue<Alarm, Alarm> _queue = new();
    private int _standing;

    internal DateTimeOffset? NextDueAt => Next()?.DueAt;

    internal void Set(Alarm alarm)
    {
        _queue.Enqueue(alarm, alarm);
        if (_queue.Count > (2 * _standing) + Slack)
        {
            Rebuild();
        }
    }

    internal Alarm? Next()
    {
        while (_queue.TryPeek(out var alarm, out _))
        {
            var due = dueAt(alarm);
            if (due == alarm.DueAt)
            {
                return alarm;
            }

            _queue.Dequeue();
            if (due is { } later)
            {
                var moved = alarm with { DueAt = later };
                _queue.Enqueue(moved, moved);
            }
        }

        return null;
    }

    internal void Rebuild()
    {
        _queue.Clear();
        foreach (var alarm in all())
        {
            _queue.Enqueue(alarm, alarm);
        }

        _standing = _queue.Count;
    }
}
