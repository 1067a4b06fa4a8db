namespace ContactCenter.Routing;

/// <summary>
/// Values in the order of their keys, in runs of some dozen side by side. What a line sees most, joining at the end
/// and leaving at the front, moves nothing; anything else moves a run at most.
/// </summary>
/// <remarks>Keys are unique. In a steady state nothing is allocated.</remarks>
internal sealed class SortedRuns<TKey, TValue>
    where TKey : struct, IComparable<TKey>
{
    private const int Longest = 64;
    private const int Front = -1;

    // Most have no other run than the one at the front. It is empty only where all are.
    private SortedRun<TKey, TValue> _front;
    private SortedRun<TKey, TValue> _spare;

    // With which key each of the later runs begins, side by side: a search touches few of them.
    private SortedRun<TKey, TValue>[] _later = [];
    private TKey[] _begins = [];
    private int _first;
    private int _end;

    internal int Count { get; private set; }

    /// <summary>There is one.</summary>
    internal ref readonly SortedRun<TKey, TValue>.Entry First => ref _front.First;

    /// <summary>How many runs there are, for whoever looks at many values.</summary>
    internal int RunCount => 1 + _end - _first;

    internal ReadOnlySpan<SortedRun<TKey, TValue>.Entry> EntriesOf(int run) =>
        run == 0 ? _front.Entries : _later[_first + run - 1].Entries;

    internal void Add(TKey key, TValue value)
    {
        var index = RunOf(key);
        if (RunAt(index).Count == Longest)
        {
            index = RoomBeside(index, key);
        }

        ref var run = ref RunAt(index);
        run.Insert(run.IndexOf(key), key, value);
        Count++;
        if (index != Front)
        {
            _begins[index] = run.First.Key;
        }
    }

    internal bool Remove(TKey key)
    {
        // Leaving at the front looks at nothing else.
        var isFirst = Count > 0 && _front.First.Key.CompareTo(key) == 0;
        var index = isFirst ? Front : RunOf(key);
        ref var run = ref RunAt(index);
        var at = isFirst ? 0 : run.IndexOf(key);
        if (at == run.Count || run.Entries[at].Key.CompareTo(key) != 0)
        {
            return false;
        }

        run.RemoveAt(at);
        Count--;
        if (run.Count == 0)
        {
            Drop(index);
            return true;
        }

        if (index != Front)
        {
            _begins[index] = run.First.Key;
        }

        var next = index == Front ? _first : index + 1;
        if (next < _end && run.Count + _later[next].Count <= Longest / 4)
        {
            run.Append(ref _later[next]);
            Drop(next);
        }

        return true;
    }

    /// <summary>How many stand before a key.</summary>
    internal int CountBefore(TKey key)
    {
        var index = RunOf(key);
        var before = RunAt(index).IndexOf(key) + (index == Front ? 0 : _front.Count);
        for (var earlier = _first; earlier < index; earlier++)
        {
            before += _later[earlier].Count;
        }

        return before;
    }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>Those from a key on.</summary>
    internal Enumerator From(TKey key)
    {
        var index = RunOf(key);
        return new Enumerator(this, index == Front ? 0 : 1 + index - _first, RunAt(index).IndexOf(key));
    }

    private ref SortedRun<TKey, TValue> RunAt(int index) => ref index == Front ? ref _front : ref _later[index];

    /// <summary>The last run that begins at or before a key, else the front.</summary>
    private int RunOf(TKey key)
    {
        var (low, high) = (_first - 1, _end - 1);
        if (low == high || _begins[_first].CompareTo(key) > 0)
        {
            return Front;
        }

        if (_begins[high].CompareTo(key) <= 0)
        {
            return high;
        }

        low = _first;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_begins[middle].CompareTo(key) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Makes room where a run is full; which run a key belongs to then.</summary>
    private int RoomBeside(int index, TKey key)
    {
        if (index == _end - 1 && RunAt(index).Last.Key.CompareTo(key) < 0)
        {
            // Joining at the end is what happens: a run that is full stays so, and the next will be.
            var last = NewRun(_end);
            _later[last].MakeRoomFor(Longest);
            return last;
        }

        var next = NewRun(index == Front ? _first : index + 1);
        var half = next == _first ? Front : next - 1;
        RunAt(half).MoveUpperHalf(ref _later[next]);
        _begins[next] = _later[next].First.Key;
        return _begins[next].CompareTo(key) <= 0 ? next : half;
    }

    private int NewRun(int index)
    {
        if (index == _first && _first > 0)
        {
            index = --_first;
        }
        else
        {
            index = _end == _later.Length ? MakeRoom(index) : index;
            Array.Copy(_later, index, _later, index + 1, _end - index);
            Array.Copy(_begins, index, _begins, index + 1, _end - index);
            _end++;
        }

        (_later[index], _spare) = (_spare, default);
        return index;
    }

    private int MakeRoom(int index)
    {
        var count = _end - _first;
        var (later, begins) = _first > _later.Length / 2
            ? (_later, _begins)
            : (new SortedRun<TKey, TValue>[Math.Max(4, 2 * count)], new TKey[Math.Max(4, 2 * count)]);
        Array.Copy(_later, _first, later, 0, count);
        Array.Copy(_begins, _first, begins, 0, count);
        Array.Clear(later, count, later.Length - count);
        (_later, _begins, index, _end, _first) = (later, begins, index - _first, count, 0);
        return index;
    }

    private void Drop(int index)
    {
        if (index != Front)
        {
            _spare = _later[index];
            Array.Copy(_later, index + 1, _later, index, _end - index - 1);
            Array.Copy(_begins, index + 1, _begins, index, _end - index - 1);
            _later[--_end] = default;
        }
        else if (_first < _end)
        {
            (_spare, _front) = (_front, _later[_first]);
            _later[_first++] = default;
        }

        if (_first == _end)
        {
            _first = _end = 0;
        }
    }

    internal struct Enumerator(SortedRuns<TKey, TValue> of)
    {
        private int _run;
        private int _at = -1;

        internal Enumerator(SortedRuns<TKey, TValue> of, int run, int next)
            : this(of) => (_run, _at) = (run, next - 1);

        public readonly SortedRun<TKey, TValue>.Entry Current => of.EntriesOf(_run)[_at];

        public bool MoveNext()
        {
            if (++_at < of.EntriesOf(_run).Length)
            {
                return true;
            }

            _at = 0;
            return ++_run < of.RunCount;
        }
    }
}
