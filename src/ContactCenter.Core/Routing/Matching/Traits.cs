namespace ContactCenter.Routing;

/// <summary>Something that contacts ask of their agent: each agent is asked once, not once per contact.</summary>
/// <param name="Requirement">What their attributes must be; null for nothing.</param>
/// <param name="Delay">How long contacts wait before the agents come into question who take them only then.</param>
internal readonly record struct Trait(Requirement? Requirement, TimeSpan Delay)
{
    internal bool HoldsFor(QueueMember member) =>
        member.Membership.Delay <= Delay && (Requirement?.Matches(member.Agent.Attributes) ?? true);
}

/// <summary>The traits that contacts of a queue ask for, each with a small number of its own.</summary>
internal sealed class Traits
{
    /// <summary>More than real floors have. What goes beyond is asked of each agent anew, which is slower.</summary>
    internal const int Most = 1_024;

    private readonly Dictionary<Trait, int> _numbers = [];
    private readonly List<Known> _known = [];

    // Those that nobody asked for at some time.
    private readonly Queue<int> _unused = new();

    internal int Count => _known.Count;

    internal bool Holds(int number, QueueMember member) => _known[number].Trait.HoldsFor(member);

    /// <summary>The number of a trait, which is new if nobody has asked for it; -1 when there are too many.</summary>
    internal int NumberOf(Trait trait, out bool isNew)
    {
        isNew = !_numbers.TryGetValue(trait, out var number);
        if (isNew)
        {
            number = _known.Count < Most ? _known.Count : Unused();
            if (number < 0)
            {
                return -1;
            }

            _numbers.Add(trait, number);
            if (number == _known.Count)
            {
                _known.Add(new Known());
            }

            _known[number].Trait = trait;
        }

        _known[number].Uses++;
        return number;
    }

    /// <summary>
    /// One need less asks for it. One that none asks for keeps its number until that is wanted: to ask every agent
    /// again costs more.
    /// </summary>
    internal void LetGo(int number)
    {
        var known = _known[number];
        known.Uses--;
        if (known is { Uses: 0, IsUnused: false })
        {
            known.IsUnused = true;
            _unused.Enqueue(number);
        }
    }

    /// <summary>The one of some that the fewest needs ask for; -1 of none.</summary>
    internal int RarestOf(ReadOnlySpan<ushort> numbers)
    {
        var rarest = -1;
        foreach (var number in numbers)
        {
            rarest = rarest < 0 || _known[number].Uses < _known[rarest].Uses ? number : rarest;
        }

        return rarest;
    }

    /// <summary>A number that nobody asks for any more; -1 when all do.</summary>
    private int Unused()
    {
        while (_unused.TryDequeue(out var number))
        {
            var known = _known[number];
            known.IsUnused = false;
            if (known.Uses == 0)
            {
                _numbers.Remove(known.Trait);
                return number;
            }
        }

        return -1;
    }

    private sealed class Known
    {
        internal Trait Trait;
        internal int Uses;

        /// <summary>It is among those that nobody asked for at some time.</summary>
        internal bool IsUnused;
    }
}
