namespace ContactCenter.Testing;

/// <summary>The states that were reached, and the first step to each, so that the way to it is a shortest.</summary>
internal sealed class Reached
{
    private readonly Dictionary<UInt128, int> _numbers = [];
    private readonly List<(int Before, ushort Ask, Moment Moment)> _steps = [];

    internal int Count => _steps.Count;

    /// <summary>The number of a state, and whether it is reached for the first time, by this step.</summary>
    internal (int Number, bool IsNew) Add(UInt128 key, int before, int ask, Moment moment)
    {
        if (_numbers.TryGetValue(key, out var known))
        {
            return (known, false);
        }

        _numbers.Add(key, Count);
        _steps.Add((before, checked((ushort)ask), moment));
        return (Count - 1, true);
    }

    /// <summary>The steps from the first state to this one.</summary>
    internal IReadOnlyList<(int Ask, Moment Moment)> WayTo(int state)
    {
        var way = new List<(int, Moment)>();
        for (; state > 0; state = _steps[state].Before)
        {
            way.Add((_steps[state].Ask, _steps[state].Moment));
        }

        way.Reverse();
        return way;
    }
}
