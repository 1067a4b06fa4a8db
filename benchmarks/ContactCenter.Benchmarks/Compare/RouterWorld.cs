using ContactCenter.Routing;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// A floor for routers: 100 skills; agents of 300 kinds, or each with a set of their own; contacts that ask for one to
/// three skills that some agent has.
/// </summary>
internal sealed class RouterWorld
{
    private const int Skills = 100;
    private const int Profiles = 300;

    private static readonly string[] Names = [.. Enumerable.Range(0, Skills).Select(skill => $"s{skill}")];

    // Who asks alike shares what they ask, as on a floor.
    private readonly Dictionary<string, ContactNeeds> _needs = [];
    private readonly int[][] _sets;
    private readonly Random _random;
    private readonly int _agents;

    internal RouterWorld(int agents, bool isAdversarial, int seed)
    {
        (_agents, _random) = (agents, new Random(seed));
        _sets = new int[isAdversarial ? agents : Profiles][];
        var seen = new HashSet<string>();
        for (var index = 0; index < _sets.Length; index++)
        {
            int[] skills;
            do
            {
                var drawn = Enumerable.Range(0, 4 + _random.Next(7)).Select(_ => _random.Next(Skills));
                skills = [.. drawn.Distinct().Order()];
            }
            while (isAdversarial && !seen.Add(string.Join(',', skills)));

            _sets[index] = skills;
        }
    }

    internal int Agents => _agents;

    internal static AgentId[] Ids(int agents) => [.. Enumerable.Range(0, agents).Select(agent => (AgentId)$"a{agent}")];

    internal IEnumerable<string> SkillsOf(int agent) => _sets[agent % _sets.Length].Select(skill => Names[skill]);

    /// <summary>What the next contact asks for: one skill in half of them, two in a third, three in the rest.</summary>
    internal (string[] Skills, ContactNeeds Needs) NextNeed()
    {
        var set = _sets[_random.Next(_sets.Length)];
        var dice = _random.Next(6);
        var count = Math.Min(set.Length, dice < 3 ? 1 : dice < 5 ? 2 : 3);
        var picked = new SortedSet<int>();
        while (picked.Count < count)
        {
            picked.Add(set[_random.Next(set.Length)]);
        }

        string[] skills = [.. picked.Select(skill => Names[skill])];
        var text = string.Join(" and ", skills);
        if (!_needs.TryGetValue(text, out var needs))
        {
            _needs.Add(text, needs = new ContactNeeds { Requirement = Requirement.Parse(text) });
        }

        return (skills, needs);
    }

    internal int NextAgent() => _random.Next(_agents);
}
