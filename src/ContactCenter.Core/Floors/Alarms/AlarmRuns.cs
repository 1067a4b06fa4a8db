namespace ContactCenter.Floors;

/// <summary>A stretch of alarms in due order, of which the first may be gone.</summary>
internal sealed class AlarmRun(AlarmEntry[] entries, int count)
{
    internal AlarmEntry[] Entries { get; } = entries;

    internal int First { get; set; }

    internal int End { get; set; } = count;

    /// <summary>Where it stands among all; negative once it is gone.</summary>
    internal int Index { get; set; }

    /// <summary>Where it stands in the heap.</summary>
    internal int Place { get; set; }

    internal int Count => End - First;

    internal Span<AlarmEntry> Rest => Entries.AsSpan(First..End);
}

/// <summary>
/// Runs of alarms, each in due order, and a heap of their first ones. However many alarms there are, nothing here
/// takes longer than going through a few runs.
/// </summary>
/// <param name="refresh">
/// Drops what is gone and puts what has moved where it belongs; gives back how many alarms are left, in order.
/// </param>
internal sealed class AlarmRuns(AlarmEntries entries, AlarmRuns.Refreshing refresh)
{
    /// <summary>The most alarms in a run.</summary>
    internal const int Length = 1024;

    /// <summary>How many runs are gone through for each that is added: what is taken meanwhile stays small.</summary>
    private const int Pace = 8;

    /// <summary>How many free places two runs have at least before one of them is filled up from the other.</summary>
    private const int Loose = Length / 4;

    /// <summary>How many runs may be in use before it is asked whether they are worth their room.</summary>
    private const int Slack = 2;

    private readonly List<AlarmRun> _all = [];
    private readonly List<(AlarmEntry Head, AlarmRun Run)> _heap = [];
    private readonly Stack<AlarmEntry[]> _spare = [];
    private AlarmEntry[] _merged = [];
    private int _count;
    private int _stood;
    private int _toSweep;
    private AlarmRun? _swept;

    internal delegate int Refreshing(Span<AlarmEntry> some);

    internal int Count => _count;

    internal bool IsEmpty => _heap.Count == 0;

    internal AlarmEntry Head => _heap[0].Head;

    /// <summary>Adds a run, and goes through some of the others while they take more room than they should.</summary>
    /// <param name="sorted">Alarms in due order.</param>
    internal void Add(ReadOnlySpan<AlarmEntry> sorted)
    {
        var run = new AlarmRun(Spare(), sorted.Length) { Index = _all.Count, Place = _heap.Count };
        sorted.CopyTo(run.Entries);
        _all.Add(run);
        _heap.Add((sorted[0], run));
        _count += sorted.Length;
        Rise(run.Place);

        // What stood after the last sweep, and what has gone by itself since.
        var worth = Math.Min(_stood, _count) / Length;
        if (_toSweep == 0 && _all.Count > (2 * worth) + Slack)
        {
            (_toSweep, _swept) = (_all.Count - 1, null);
        }

        Sweep();
    }

    internal void RemoveHead()
    {
        var run = _heap[0].Run;
        _count--;
        run.First++;
        if (run.Count == 0)
        {
            Remove(run);
            return;
        }

        _heap[0] = (run.Entries[run.First], run);
        Sink(0);
    }

    internal void Clear()
    {
        _all.Clear();
        _heap.Clear();
        _spare.Clear();
        _merged = [];
        (_count, _stood, _toSweep, _swept) = (0, 0, 0, null);
    }

    // From the last to the first: whatever takes the place of a run that is gone was gone through already.
    private void Sweep()
    {
        for (var pace = 0; pace < Pace && _toSweep > 0; pace++)
        {
            _toSweep = Math.Min(_toSweep, _all.Count) - 1;
            if (_toSweep >= 0)
            {
                Sweep(_all[_toSweep]);
            }

            if (_toSweep <= 0)
            {
                (_toSweep, _stood) = (0, _count);
            }
        }
    }

    private void Sweep(AlarmRun run)
    {
        var left = refresh(run.Rest);
        _count -= run.Count - left;
        run.End = run.First + left;
        if (left == 0)
        {
            Remove(run);
        }
        else if (_swept is { Index: >= 0 } other && other != run && other.Count + left < (2 * Length) - Loose)
        {
            Merge(other, run);
        }
        else
        {
            _swept = run;
            Update(run);
        }
    }

    /// <summary>The first of two runs takes as much of both as goes into it, the other what is left.</summary>
    private void Merge(AlarmRun run, AlarmRun other)
    {
        if (_merged.Length == 0)
        {
            _merged = new AlarmEntry[2 * Length];
        }

        var (one, two, to) = (run.First, other.First, 0);
        while (one < run.End || two < other.End)
        {
            var isFirst = two == other.End
                || (one < run.End && !entries.IsBefore(other.Entries[two], run.Entries[one]));
            var next = isFirst ? run.Entries[one++] : other.Entries[two++];
            if (to > 0 && entries.IsSame(_merged[to - 1], next))
            {
                entries.Release(next);
                _count--;
            }
            else
            {
                _merged[to++] = next;
            }
        }

        var full = Math.Min(to, Length);
        Fill(run, _merged.AsSpan(0, full));
        if (to == full)
        {
            Remove(other);
            return;
        }

        Fill(other, _merged.AsSpan(full, to - full));
        _swept = other;
    }

    private void Fill(AlarmRun run, ReadOnlySpan<AlarmEntry> sorted)
    {
        sorted.CopyTo(run.Entries);
        (run.First, run.End) = (0, sorted.Length);
        Update(run);
    }

    private AlarmEntry[] Spare() => _spare.TryPop(out var entries) ? entries : new AlarmEntry[Length];

    // Enough to fill up again what a sweep has freed, so that steady work allocates nothing; no more than that.
    private void Recycle(AlarmEntry[] entries)
    {
        _spare.Push(entries);
        while (_spare.Count > (_all.Count * 5 / 4) + Slack)
        {
            _spare.Pop();
        }
    }

    private void Remove(AlarmRun run)
    {
        var last = _all[^1];
        (_all[run.Index], last.Index) = (last, run.Index);
        _all.RemoveAt(_all.Count - 1);
        run.Index = -1;

        var place = run.Place;
        var moved = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        if (moved.Run != run)
        {
            Put(place, moved);
            Rise(place);
            Sink(moved.Run.Place);
        }

        Recycle(run.Entries);
    }

    private void Update(AlarmRun run)
    {
        _heap[run.Place] = (run.Entries[run.First], run);
        Rise(run.Place);
        Sink(run.Place);
    }

    private void Put(int place, in (AlarmEntry Head, AlarmRun Run) head)
    {
        _heap[place] = head;
        head.Run.Place = place;
    }

    private void Rise(int place)
    {
        var head = _heap[place];
        for (; place > 0 && _heap[(place - 1) / 2] is var above && entries.IsBefore(head.Head, above.Head);
            place = (place - 1) / 2)
        {
            Put(place, above);
        }

        Put(place, head);
    }

    private void Sink(int place)
    {
        var head = _heap[place];
        for (var below = (2 * place) + 1; below < _heap.Count; below = (2 * place) + 1)
        {
            if (below + 1 < _heap.Count && entries.IsBefore(_heap[below + 1].Head, _heap[below].Head))
            {
                below++;
            }

            if (!entries.IsBefore(_heap[below].Head, head.Head))
            {
                break;
            }

            Put(place, _heap[below]);
            place = below;
        }

        Put(place, head);
    }
}
