namespace ContactCenter.Floors;

/// <summary>An alarm as the index keeps it: three words, and no reference for a collector to follow.</summary>
internal readonly struct AlarmEntry(long dueAt, long subject, long rest)
{
    /// <summary>When, in ticks.</summary>
    internal long DueAt => dueAt;

    internal long Subject => subject;

    /// <summary>The kind above; below it the chat, or the place where it is written whom the alarm concerns.</summary>
    internal long Rest => rest;
}

/// <summary>
/// Makes entries of alarms and alarms of entries. Few alarms concern a person: who that is stands beside the entries,
/// in places that are used again.
/// </summary>
internal sealed class AlarmEntries
{
    private const int KindShift = 56;
    private const long IsNamed = 1L << 55;
    private const long Low = IsNamed - 1;
    private const int Page = 1024;

    // In pages, so that growing copies nothing. A free place says in its chat which place is free next.
    private readonly List<(Actor Who, long Chat)[]> _named = [];
    private int _places;
    private int _free = -1;

    internal AlarmEntries() => Order = Compare;

    /// <summary>The order of <see cref="Alarm.CompareTo"/>.</summary>
    internal Comparison<AlarmEntry> Order { get; }

    internal AlarmEntry Pack(in Alarm alarm)
    {
        var rest = alarm.Who != default || alarm.Chat is < 0 or > Low
            ? IsNamed | (long)Keep(alarm)
            : alarm.Chat;
        return new AlarmEntry(alarm.DueAt.UtcTicks, alarm.Subject, ((long)alarm.Kind << KindShift) | rest);
    }

    internal Alarm Unpack(in AlarmEntry entry)
    {
        var (who, chat) = (entry.Rest & IsNamed) == 0 ? (default, entry.Rest & Low) : Named(entry);
        return new Alarm(
            new DateTimeOffset(entry.DueAt, TimeSpan.Zero),
            (AlarmKind)(entry.Rest >>> KindShift),
            entry.Subject,
            chat,
            who);
    }

    /// <summary>An entry that is not kept any more gives its place back.</summary>
    internal void Release(in AlarmEntry entry)
    {
        if ((entry.Rest & IsNamed) != 0)
        {
            Named(entry) = (default, _free);
            _free = (int)(entry.Rest & Low);
        }
    }

    internal void Clear()
    {
        _named.Clear();
        (_places, _free) = (0, -1);
    }

    internal bool IsBefore(in AlarmEntry one, in AlarmEntry other) =>
        one.DueAt != other.DueAt ? one.DueAt < other.DueAt : CompareTied(one, other) < 0;

    internal bool IsSame(in AlarmEntry one, in AlarmEntry other) =>
        one.DueAt == other.DueAt && one.Subject == other.Subject && CompareTied(one, other) == 0;

    private int Compare(AlarmEntry one, AlarmEntry other) =>
        one.DueAt != other.DueAt ? one.DueAt < other.DueAt ? -1 : 1 : CompareTied(one, other);

    private int CompareTied(in AlarmEntry one, in AlarmEntry other)
    {
        var order = (one.Rest >>> KindShift).CompareTo(other.Rest >>> KindShift);
        order = order != 0 ? order : one.Subject.CompareTo(other.Subject);
        return order != 0 || one.Rest == other.Rest ? order : Unpack(one).CompareTo(Unpack(other));
    }

    private int Keep(in Alarm alarm)
    {
        var place = _free;
        if (place >= 0)
        {
            _free = (int)_named[place / Page][place % Page].Chat;
        }
        else
        {
            place = _places++;
            if (place % Page == 0)
            {
                _named.Add(new (Actor, long)[Page]);
            }
        }

        _named[place / Page][place % Page] = (alarm.Who, alarm.Chat);
        return place;
    }

    private ref (Actor Who, long Chat) Named(in AlarmEntry entry)
    {
        var place = (int)(entry.Rest & Low);
        return ref _named[place / Page][place % Page];
    }
}
