namespace ContactCenter.Routing;

/// <summary>
/// Values in the order of their keys, side by side in one array. Joining at the end and leaving at the front move
/// nothing; anything else moves the shorter side.
/// </summary>
/// <remarks>A mutable value, for whoever keeps it in a field.</remarks>
internal struct SortedRun<TKey, TValue>
    where TKey : struct, IComparable<TKey>
{
    private const int Shortest = 2;

    private Entry[]? _entries;
    private int _start;

    internal int Count { get; private set; }

    internal readonly ReadOnlySpan<Entry> Entries => new(_entries, _start, Count);

    internal readonly ref readonly Entry First => ref _entries![_start];

    internal readonly ref readonly Entry Last => ref _entries![_start + Count - 1];

    /// <summary>Where a key is, or would be.</summary>
    internal readonly int IndexOf(TKey key)
    {
        var entries = Entries;
        var (low, high) = (0, entries.Length);
        if (high > 0 && entries[high - 1].Key.CompareTo(key) < 0)
        {
            return high;
        }

        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (entries[middle].Key.CompareTo(key) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    internal void Insert(int at, TKey key, TValue value)
    {
        if (_start > 0 && at < Count / 2)
        {
            _start--;
            Array.Copy(_entries!, _start + 1, _entries!, _start, at);
        }
        else
        {
            MakeRoom();
            if (at < Count)
            {
                Array.Copy(_entries!, _start + at, _entries!, _start + at + 1, Count - at);
            }
        }

        _entries![_start + at] = new Entry(key, value);
        Count++;
    }

    internal void RemoveAt(int at)
    {
        Count--;
        if (at <= Count / 2)
        {
            if (at > 0)
            {
                Array.Copy(_entries!, _start, _entries!, _start + 1, at);
            }

            _entries![_start] = default;
            _start = Count == 0 ? 0 : _start + 1;
        }
        else
        {
            Array.Copy(_entries!, _start + at + 1, _entries!, _start + at, Count - at);
            _entries![_start + Count] = default;
        }
    }

    /// <summary>Takes room for so many at once; it is empty.</summary>
    internal void MakeRoomFor(int count)
    {
        if (_entries is null || _entries.Length < count)
        {
            _entries = new Entry[count];
        }
    }

    /// <summary>Gives another, which is empty, those behind the middle.</summary>
    internal void MoveUpperHalf(ref SortedRun<TKey, TValue> to)
    {
        var (kept, moved) = (Count / 2, Count - (Count / 2));
        if (to._entries is null || to._entries.Length < moved)
        {
            to._entries = new Entry[_entries!.Length];
        }

        Array.Copy(_entries!, _start + kept, to._entries, 0, moved);
        Array.Clear(_entries!, _start + kept, moved);
        (Count, to.Count, to._start) = (kept, moved, 0);
    }

    /// <summary>Takes all of the one that comes next, which is empty then.</summary>
    internal void Append(ref SortedRun<TKey, TValue> next)
    {
        Settle(Math.Max(_entries!.Length, Count + next.Count));
        Array.Copy(next._entries!, next._start, _entries, Count, next.Count);
        Array.Clear(next._entries!, next._start, next.Count);
        (Count, next.Count, next._start) = (Count + next.Count, 0, 0);
    }

    private void MakeRoom()
    {
        var length = _entries?.Length ?? 0;
        if (_start + Count == length)
        {
            // With less room than a quarter, what joins at the end would be moved over and over. With more asked for, a
            // line that is now longer and now shorter would take another array for each one more.
            Settle(4 * Count > 3 * length ? 2 * Count : Math.Max(Shortest, length));
        }
    }

    /// <summary>Begins at the front of an array of a length.</summary>
    private void Settle(int length)
    {
        var entries = length == _entries?.Length ? _entries : new Entry[length];
        Array.Copy(_entries ?? [], _start, entries, 0, Count);
        if (ReferenceEquals(entries, _entries))
        {
            Array.Clear(entries, Math.Max(_start, Count), _start + Count - Math.Max(_start, Count));
        }

        (_entries, _start) = (entries, 0);
    }

    internal readonly record struct Entry(TKey Key, TValue Value);
}
