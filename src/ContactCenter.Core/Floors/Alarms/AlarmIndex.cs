namespace ContactCenter.Floors;

/// <summary>
/// The order in which alarms fall due. An index over the state and nothing more: nobody cancels an alarm. One whose
/// cause is gone, or is due later by now, stays until it is met, or until its room is wanted.
/// </summary>
/// <remarks>
/// New alarms stand in a small heap, where most of them are gone before they take more room than that. When it is
/// full of alarms that stand, they are put in order and become a run. So setting one costs the same among a million
/// as among a thousand, none takes more than 24 bytes but for some slack, and no call goes through all of them.
/// </remarks>
internal sealed class AlarmIndex
{
    private const int Smallest = 16;

    private readonly Func<Alarm, DateTimeOffset?> _dueAt;
    private readonly Func<IEnumerable<Alarm>> _all;
    private readonly AlarmEntries _entries = new();
    private readonly AlarmRuns _runs;
    private AlarmEntry[] _young = new AlarmEntry[Smallest];
    private long[] _instants = new long[Smallest];
    private int _count;

    /// <param name="dueAt">When what an alarm is about is due by now; null when its cause is gone.</param>
    /// <param name="all">Every alarm that stands.</param>
    internal AlarmIndex(Func<Alarm, DateTimeOffset?> dueAt, Func<IEnumerable<Alarm>> all)
    {
        (_dueAt, _all) = (dueAt, all);
        _runs = new AlarmRuns(_entries, Refresh);
    }

    /// <summary>How many alarms take room, those included whose cause is gone.</summary>
    internal int Count => _count + _runs.Count;

    internal DateTimeOffset? NextDueAt => Next()?.DueAt;

    internal void Set(Alarm alarm) => Add(_entries.Pack(alarm));

    /// <summary>The first alarm, whenever it is due.</summary>
    internal Alarm? Next() => Next(long.MaxValue);

    /// <summary>The first alarm that is due at an instant; null when none is.</summary>
    internal Alarm? Next(DateTimeOffset now) => Next(now.UtcTicks);

    internal void Rebuild()
    {
        _runs.Clear();
        _entries.Clear();
        _count = 0;
        foreach (var alarm in _all())
        {
            Set(alarm);
        }
    }

    private Alarm? Next(long until)
    {
        while (_count > 0 || !_runs.IsEmpty)
        {
            var isYoung = _runs.IsEmpty || (_count > 0 && !_entries.IsBefore(_runs.Head, _young[0]));
            var first = isYoung ? _young[0] : _runs.Head;
            if (first.DueAt > until)
            {
                return null;
            }

            var alarm = _entries.Unpack(first);
            var due = _dueAt(alarm);
            if (due == alarm.DueAt)
            {
                return alarm;
            }

            if (isYoung)
            {
                RemoveYoung();
            }
            else
            {
                _runs.RemoveHead();
            }

            if (due is { } moved)
            {
                Add(new AlarmEntry(moved.UtcTicks, first.Subject, first.Rest));
            }
            else
            {
                _entries.Release(first);
            }
        }

        return null;
    }

    private void Add(in AlarmEntry entry)
    {
        if (_count == _young.Length)
        {
            MakeRoom();
        }

        var place = _count++;
        for (; place > 0 && _entries.IsBefore(entry, _young[(place - 1) / 2]); place = (place - 1) / 2)
        {
            _young[place] = _young[(place - 1) / 2];
        }

        _young[place] = entry;
    }

    /// <summary>What is gone makes room; if that is not half of it, what stands does.</summary>
    private void MakeRoom()
    {
        // What is in order is a heap as well.
        _count = Refresh(_young.AsSpan(0, _count));
        if (_count <= _young.Length / 2)
        {
            return;
        }

        if (_young.Length < AlarmRuns.Length)
        {
            Array.Resize(ref _young, _young.Length * 2);
            _instants = new long[_young.Length];
            return;
        }

        var sorted = _young.AsSpan(0, _count);
        _count = 0;
        _runs.Add(sorted);
    }

    private int Refresh(Span<AlarmEntry> some)
    {
        var (left, inOrder) = (0, true);
        for (var index = 0; index < some.Length; index++)
        {
            var entry = some[index];
            if (_dueAt(_entries.Unpack(entry)) is not { } due)
            {
                _entries.Release(entry);
                continue;
            }

            some[left] = new AlarmEntry(due.UtcTicks, entry.Subject, entry.Rest);
            inOrder = inOrder && (left == 0 || !_entries.IsBefore(some[left], some[left - 1]));
            left++;
        }

        if (!inOrder)
        {
            Sort(some[..left]);
        }

        return Distinct(some[..left]);
    }

    /// <summary>By instant, which is fast; and then those of one instant.</summary>
    private void Sort(Span<AlarmEntry> some)
    {
        var instants = _instants.AsSpan(0, some.Length);
        for (var index = 0; index < some.Length; index++)
        {
            instants[index] = some[index].DueAt;
        }

        instants.Sort(some);
        for (var (first, next) = (0, 1); next <= some.Length; next++)
        {
            if (next == some.Length || instants[next] != instants[first])
            {
                if (next - first > 1)
                {
                    some[first..next].Sort(_entries.Order);
                }

                first = next;
            }
        }
    }

    /// <summary>One that was set each time it moved stands there once for each.</summary>
    private int Distinct(Span<AlarmEntry> sorted)
    {
        var left = 0;
        for (var index = 0; index < sorted.Length; index++)
        {
            if (left > 0 && _entries.IsSame(sorted[left - 1], sorted[index]))
            {
                _entries.Release(sorted[index]);
            }
            else
            {
                sorted[left++] = sorted[index];
            }
        }

        return left;
    }

    private void RemoveYoung()
    {
        var last = _young[--_count];
        var place = 0;
        for (var below = 1; below < _count; below = (2 * place) + 1)
        {
            if (below + 1 < _count && _entries.IsBefore(_young[below + 1], _young[below]))
            {
                below++;
            }

            if (!_entries.IsBefore(_young[below], last))
            {
                break;
            }

            _young[place] = _young[below];
            place = below;
        }

        _young[place] = last;
    }
}
