namespace ContactCenter.Testing;

/// <summary>
/// The steps between the states that were reached, read backwards: from where everything comes to rest, and from where
/// nothing does.
/// </summary>
internal sealed class WaysOut
{
    private readonly List<(int From, int To)> _steps = [];
    private readonly List<int> _resting = [];

    internal void Add(int from, int to)
    {
        if (from != to)
        {
            _steps.Add((from, to));
        }
    }

    /// <summary>Nothing is left to do in this state: there may a floor stay.</summary>
    internal void Rests(int state) => _resting.Add(state);

    /// <summary>The states from which no step after step leads to rest, earliest first.</summary>
    internal List<int> Missing(int states)
    {
        var starts = new int[states + 1];
        foreach (var step in _steps)
        {
            starts[step.To + 1]++;
        }

        for (var state = 0; state < states; state++)
        {
            starts[state + 1] += starts[state];
        }

        var (before, next) = (new int[_steps.Count], starts.ToArray());
        foreach (var (from, to) in _steps)
        {
            before[next[to]++] = from;
        }

        var leads = new bool[states];
        var open = new Stack<int>(_resting);
        _resting.ForEach(state => leads[state] = true);
        while (open.TryPop(out var state))
        {
            foreach (var earlier in before.AsSpan(starts[state], starts[state + 1] - starts[state]))
            {
                if (!leads[earlier])
                {
                    leads[earlier] = true;
                    open.Push(earlier);
                }
            }
        }

        return [.. Enumerable.Range(0, states).Where(state => !leads[state])];
    }
}
