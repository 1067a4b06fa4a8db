namespace ContactCenter.Floors;

/// <summary>What an alarm is about.</summary>
internal enum AlarmKind : byte
{
    /// <summary>An offer runs out: RONA. The subject is the offer.</summary>
    Offer,

    /// <summary>A wrap-up is submitted by itself. The subject is the chat.</summary>
    WrapUp,

    /// <summary>The bot has been silent too long. The subject is the effect.</summary>
    Bot,
}

/// <summary>
/// A due instant in the state. Ordered by instant; ties by kind and subject, so that every copy agrees.
/// </summary>
internal readonly record struct Alarm(DateTimeOffset DueAt, AlarmKind Kind, long Subject) : IComparable<Alarm>
{
    public int CompareTo(Alarm other)
    {
        var order = DueAt.UtcTicks.CompareTo(other.DueAt.UtcTicks);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        return order != 0 ? order : Subject.CompareTo(other.Subject);
    }
}

/// <summary>
/// The order in which alarms fall due. An index over the state and nothing more: an alarm whose cause is gone stays
/// until it is met or there are too many of them, and then the index is made anew from the state.
/// </summary>
internal sealed class AlarmIndex(Func<Alarm, bool> stands, Func<IEnumerable<Alarm>> all)
{
    private const int Slack = 256;

    private readonly PriorityQueue<Alarm, Alarm> _queue = new();
    private int _standing;

    internal DateTimeOffset? NextDueAt => Next()?.DueAt;

    internal void Set(Alarm alarm)
    {
        _standing++;
        _queue.Enqueue(alarm, alarm);
        if (_queue.Count > (2 * _standing) + Slack)
        {
            Rebuild();
        }
    }

    /// <summary>The cause of one alarm is gone.</summary>
    internal void Clear() => _standing--;

    internal Alarm? Next()
    {
        while (_queue.TryPeek(out var alarm, out _))
        {
            if (stands(alarm))
            {
                return alarm;
            }

            _queue.Dequeue();
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
