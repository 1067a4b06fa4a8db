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
    private readonly List<(Trait Trait, int Uses)> _known = [];
    private readonly Stack<int> _given = new();

    internal int Count => _known.Count;

    internal bool Holds(int number, QueueMember member) =>
        _known[number].Uses > 0 && _known[number].Trait.HoldsFor(member);

    /// <summary>The number of a trait, which is new if nobody has asked for it; -1 when there are too many.</summary>
    internal int NumberOf(Trait trait, out bool isNew)
    {
        isNew = !_numbers.TryGetValue(trait, out var number);
        if (isNew)
        {
            if (_given.Count == 0 && _known.Count == Most)
            {
                return -1;
            }

            number = _given.Count > 0 ? _given.Pop() : _known.Count;
            _numbers.Add(trait, number);
            if (number == _known.Count)
            {
                _known.Add(default);
            }
        }

        _known[number] = (trait, _known[number].Uses + 1);
        return number;
    }

    /// <summary>One need less asks for it; one that none asks for is forgotten.</summary>
    internal void LetGo(int number)
    {
        var (trait, uses) = _known[number];
        _known[number] = (trait, uses - 1);
        if (uses == 1)
        {
            _numbers.Remove(trait);
            _given.Push(number);
            _known[number] = default;
        }
    }
}
