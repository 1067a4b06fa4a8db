namespace ContactCenter.Benchmarks.Baselines;

/// <summary>The router that is written first: two lists, and a query over one of them for each decision.</summary>
public sealed class LinqRouter
{
    private readonly Dictionary<int, Agent> _agents = [];
    private readonly List<Agent> _free = [];
    private readonly LinkedList<Contact> _waiting = [];

    public void Add(int agent, HashSet<string> skills) => _agents.Add(agent, new Agent(agent, skills));

    /// <summary>A contact comes: the agent who has been free longest and has its skills, else it waits.</summary>
    public int? Arrive(long contact, string[] skills, long since)
    {
        var agent = _free
            .Where(free => skills.All(free.Skills.Contains))
            .OrderBy(free => free.Since)
            .ThenBy(free => free.Id)
            .FirstOrDefault();
        if (agent is null)
        {
            _waiting.AddLast(new Contact(contact, skills, since));
            return null;
        }

        _free.Remove(agent);
        return agent.Id;
    }

    /// <summary>An agent becomes free: the oldest contact they have the skills for, else they are free.</summary>
    public long? Free(int id, long since)
    {
        var agent = _agents[id];
        var contact = _waiting
            .Where(waiting => waiting.Skills.All(agent.Skills.Contains))
            .OrderBy(waiting => waiting.Since)
            .ThenBy(waiting => waiting.Number)
            .FirstOrDefault();
        if (contact is null)
        {
            agent.Since = since;
            _free.Add(agent);
            return null;
        }

        _waiting.Remove(contact);
        return contact.Number;
    }

    private sealed class Agent(int id, HashSet<string> skills)
    {
        public int Id { get; } = id;

        public HashSet<string> Skills { get; } = skills;

        public long Since { get; set; }
    }

    private sealed record Contact(long Number, string[] Skills, long Since);
}
