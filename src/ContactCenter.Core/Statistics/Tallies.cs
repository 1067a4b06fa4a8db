using ContactCenter.Agents;

namespace ContactCenter.Statistics;

/// <summary>The running figures of a floor's queues and agents. Folded from events like all other state.</summary>
internal sealed class Tallies
{
    private readonly ReportingDay _day = new();
    private readonly Dictionary<QueueName, QueueTally> _queues = [];
    private readonly Dictionary<AgentId, AgentTally> _agents = [];

    internal IReadOnlyDictionary<QueueName, QueueTally> Queues => _queues;

    /// <summary>Of the agents who have been at work; the others have no figures.</summary>
    internal IReadOnlyDictionary<AgentId, AgentTally> Agents => _agents;

    /// <summary>When today's figures began, as of now.</summary>
    internal DateTimeOffset DayStart(DateTimeOffset now) => _day.StartOf(now);

    /// <summary>Takes the queues that there are by now; what is not there any more has no figures any more.</summary>
    internal void Configure(TimeSpan dayBegins, IReadOnlyCollection<QueueName> queues)
    {
        _day.Begins = dayBegins;
        foreach (var gone in _queues.Keys.Except(queues).ToArray())
        {
            _queues.Remove(gone);
        }

        foreach (var queue in queues)
        {
            Add(queue);
        }
    }

    internal void Add(QueueName queue) => _queues.TryAdd(queue, new QueueTally(_day));

    internal void Forget(QueueName queue) => _queues.Remove(queue);

    internal void Forget(AgentId agent) => _agents.Remove(agent);

    /// <summary>The figures of a queue; null where there is no such queue, by now.</summary>
    internal QueueTally? Of(QueueName queue) => _queues.GetValueOrDefault(queue);

    internal AgentTally Of(AgentId agent)
    {
        if (!_agents.TryGetValue(agent, out var tally))
        {
            _agents.Add(agent, tally = new AgentTally(_day));
        }

        return tally;
    }

    /// <summary>The figures of an agent, after their time up to now has been counted.</summary>
    internal AgentTally Turn(Agent agent, DateTimeOffset at)
    {
        var tally = Of(agent.Id);
        tally.Turn(agent, at);
        return tally;
    }

    /// <summary>An agent's figures as they are now; nothing that is kept changes.</summary>
    internal AgentTally AsOf(Agent agent, DateTimeOffset now) =>
        (_agents.GetValueOrDefault(agent.Id) ?? new AgentTally(_day)).AsOf(agent, now);
}
