using System.Diagnostics.CodeAnalysis;

namespace ContactCenter.Routing;

/// <summary>
/// Values in the order of their keys, in runs of some hundred side by side. What a line sees most, joining at the end
/// and leaving at the front, moves nothing; anything else moves a run at most.
/// </summary>
/// <remarks>Keys are unique. In a steady state nothing is allocated.</remarks>
internal sealed class SortedRuns<TKey, TValue>
    where TKey : struct, IComparable<TKey>
{
    private const int Longest = 128;
    private const int Shortest = 4;

    private Run[] _runs = [];

    // With which key each run begins, side by side: a search touches few other runs.
    private TKey[] _begins = [];
    private int _first;
    private int _end;
    private Run? _spare;

    internal int Count { get; private set; }

    internal bool TryFirst(out TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (Count == 0)
        {
            (key, value) = (default, default);
            return false;
        }

        var run = _runs[_first];
        (key, value) = (run.Keys[run.Start], run.Values[run.Start]);
        return true;
    }

    internal void Add(TKey key, TValue value)
    {
        var index = _end == _first ? NewRun(_first) : RunOf(key);
        var run = _runs[index];
        if (run.Count == Longest)
        {
            index = HalfOf(index, key);
            run = _runs[index];
        }

        run.Insert(run.IndexOf(key), key, value);
        _begins[index] = run.FirstKey;
        Count++;
    }

    internal bool Remove(TKey key)
    {
        if (Count == 0)
        {
            return false;
        }

        var index = RunOf(key);
        var run = _runs[index];
        var at = run.IndexOf(key);
        if (at == run.Start + run.Count || run.Keys[at].CompareTo(key) != 0)
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

        _begins[index] = run.FirstKey;
        if (index + 1 < _end && run.Count + _runs[index + 1].Count <= Longest / 4)
        {
            Join(index);
        }

        return true;
    }

    /// <summary>How many stand before a key.</summary>
    internal int CountBefore(TKey key)
    {
        if (Count == 0)
        {
            return 0;
        }

        var index = RunOf(key);
        var before = _runs[index].IndexOf(key) - _runs[index].Start;
        for (var earlier = _first; earlier < index; earlier++)
        {
            before += _runs[earlier].Count;
        }

        return before;
    }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>Those from a key on.</summary>
    internal Enumerator From(TKey key)
    {
        var index = Count == 0 ? 0 : RunOf(key);
        return Count == 0 ? new(this) : new(this, index, _runs[index].IndexOf(key) - _runs[index].Start);
    }

    /// <summary>How many runs there are, for whoever looks at many values.</summary>
    internal int RunCount => _end - _first;

    internal ReadOnlySpan<TValue> ValuesOf(int run)
    {
        var values = _runs[_first + run];
        return values.Values.AsSpan(values.Start, values.Count);
    }

    /// <summary>The last run that begins at or before a key, else the first.</summary>
    private int RunOf(TKey key)
    {
        var (low, high) = (_first, _end - 1);
        if (high > low && _begins[high].CompareTo(key) <= 0)
        {
            return high;
        }

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
    private int HalfOf(int index, TKey key)
    {
        var run = _runs[index];
        if (index == _end - 1 && run.LastKey.CompareTo(key) < 0)
        {
            // Joining at the end is what happens: a run that is full stays so.
            return NewRun(_end);
        }

        index = NewRun(index + 1);
        run.MoveUpperHalf(_runs[index]);
        _begins[index] = _runs[index].FirstKey;
        return _begins[index].CompareTo(key) <= 0 ? index : index - 1;
    }

    private int NewRun(int index)
    {
        if (_end == _runs.Length)
        {
            MakeRoom(ref index);
        }

        Array.Copy(_runs, index, _runs, index + 1, _end - index);
        Array.Copy(_begins, index, _begins, index + 1, _end - index);
        _end++;
        _runs[index] = _spare ?? new Run();
        _spare = null;
        return index;
    }

    private void MakeRoom(ref int index)
    {
        var count = _end - _first;
        var isWide = _first > _runs.Length / 2;
        var (runs, begins) = isWide
            ? (_runs, _begins)
            : (new Run[Math.Max(Shortest, 2 * count)], new TKey[Math.Max(Shortest, 2 * count)]);
        Array.Copy(_runs, _first, runs, 0, count);
        Array.Copy(_begins, _first, begins, 0, count);
        if (isWide)
        {
            Array.Clear(_runs, count, _end - count);
        }

        (_runs, _begins, index, _end, _first) = (runs, begins, index - _first, count, 0);
    }

    private void Drop(int index)
    {
        _spare = _runs[index];
        _spare.Start = 0;
        if (index == _first)
        {
            _runs[_first++] = null!;
        }
        else
        {
            Array.Copy(_runs, index + 1, _runs, index, _end - index - 1);
            Array.Copy(_begins, index + 1, _begins, index, _end - index - 1);
            _runs[--_end] = null!;
        }

        if (_first == _end)
        {
            _first = _end = 0;
        }
    }

    private void Join(int index)
    {
        _runs[index].Append(_runs[index + 1]);
        Drop(index + 1);
    }

    internal struct Enumerator(SortedRuns<TKey, TValue> of)
    {
        private int _run = of._first;
        private int _at = -1;

        internal Enumerator(SortedRuns<TKey, TValue> of, int run, int next)
            : this(of) => (_run, _at) = (run, next - 1);

        public readonly (TKey Key, TValue Value) Current
        {
            get
            {
                var run = of._runs[_run];
                return (run.Keys[run.Start + _at], run.Values[run.Start + _at]);
            }
        }

        public bool MoveNext()
        {
            if (_run < of._end && ++_at < of._runs[_run].Count)
            {
                return true;
            }

            _at = 0;
            return ++_run < of._end;
        }
    }

    private sealed class Run
    {
        internal TKey[] Keys = new TKey[Shortest];
        internal TValue[] Values = new TValue[Shortest];
        internal int Start;
        internal int Count;

        internal TKey FirstKey => Keys[Start];

        internal TKey LastKey => Keys[Start + Count - 1];

        /// <summary>Where a key is, or would be.</summary>
        internal int IndexOf(TKey key)
        {
            var (low, high) = (Start, Start + Count);
            if (Count > 0 && LastKey.CompareTo(key) < 0)
            {
                return high;
            }

            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (Keys[middle].CompareTo(key) < 0)
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
            if (Start + Count == Keys.Length)
            {
                at -= Start;
                Settle(Count == Keys.Length ? 2 * Count : Keys.Length);
            }

            Array.Copy(Keys, at, Keys, at + 1, Start + Count - at);
            Array.Copy(Values, at, Values, at + 1, Start + Count - at);
            (Keys[at], Values[at]) = (key, value);
            Count++;
        }

        internal void RemoveAt(int at)
        {
            Count--;
            if (at == Start)
            {
                Values[at] = default!;
                Start = Count == 0 ? 0 : Start + 1;
                return;
            }

            Array.Copy(Keys, at + 1, Keys, at, Start + Count - at);
            Array.Copy(Values, at + 1, Values, at, Start + Count - at);
            Values[Start + Count] = default!;
        }

        internal void MoveUpperHalf(Run to)
        {
            var kept = Count / 2;
            var moved = Count - kept;
            to.Settle(Keys.Length);
            Array.Copy(Keys, Start + kept, to.Keys, 0, moved);
            Array.Copy(Values, Start + kept, to.Values, 0, moved);
            Array.Clear(Values, Start + kept, moved);
            (Count, to.Count) = (kept, moved);
        }

        internal void Append(Run next)
        {
            var (kept, moved) = (Count, next.Count);
            Settle(Math.Max(Keys.Length, kept + moved));
            Array.Copy(next.Keys, next.Start, Keys, kept, moved);
            Array.Copy(next.Values, next.Start, Values, kept, moved);
            Array.Clear(next.Values, next.Start, moved);
            (Count, next.Count, next.Start) = (kept + moved, 0, 0);
        }

        /// <summary>Begins at the front of arrays of a length.</summary>
        private void Settle(int length)
        {
            var (keys, values) = length == Keys.Length ? (Keys, Values) : (new TKey[length], new TValue[length]);
            Array.Copy(Keys, Start, keys, 0, Count);
            Array.Copy(Values, Start, values, 0, Count);
            if (ReferenceEquals(values, Values))
            {
                Array.Clear(values, Count, Start);
            }

            (Keys, Values, Start) = (keys, values, 0);
        }
    }
}
