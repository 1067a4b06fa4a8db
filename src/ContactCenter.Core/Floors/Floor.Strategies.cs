using ContactCenter.Agents;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Texts;

namespace ContactCenter.Floors;

/// <summary>
/// How queues choose: by a strategy that ships, or by one of the host's. One that fails is asked no more until the next
/// configuration, and its queue goes on with the longest available: a host's mistake strands nobody.
/// </summary>
internal sealed partial class Floor
{
    private readonly SortedDictionary<string, string> _failedStrategies = new(StringComparer.Ordinal);

    /// <summary>The strategies that have failed since the floor was configured, by the queue that named them.</summary>
    internal IReadOnlyDictionary<string, string> FailedStrategies => _failedStrategies;

    /// <summary>The strategies that queues of this floor can name, here and now: no part of the state.</summary>
    internal KnownStrategies Strategies { get; }

    /// <summary>By which strategy a queue chooses as things stand.</summary>
    internal string StrategyOf(QueueProfile queue) =>
        _failedStrategies.ContainsKey(queue.Name) ? RoutingStrategies.LongestAvailable : queue.Strategy;

    /// <summary>Brings back what a snapshot knows of a strategy that has failed.</summary>
    internal void RestoreFailed(QueueName queue, string strategy) => Fail(queue, strategy);

    private void Fail(QueueLine queue) => Raise(new StrategyFailed(queue.Name, queue.Rules.Strategy));

    private void Fail(QueueName name, string strategy)
    {
        _failedStrategies.Add(name.Value, strategy);
        var queue = _queues[name];
        Router.AddQueue(queue.Name, queue.Channel, RulesOf(queue));
    }

    /// <summary>
    /// Why an agent was chosen, as it goes into the log: what the strategy says, unless it is long, broken or could be
    /// a card number.
    /// </summary>
    private string WhyOf(Match match) =>
        match.Why.Length is > 0 and <= KnownStrategies.MaxLength
            && Wording.IsWellFormed(match.Why) && !CardLikeId.Is(match.Why)
            ? match.Why
            : Router.Queues[match.Queue].Rules.Strategy;

    /// <summary>In a queue that goes round, whoever is offered a contact goes to the back.</summary>
    private void TakeTurn(OfferMade e, QueueName queue)
    {
        if (e.Kind == OfferKind.Routed && RuleOf(queue)?.Strategy == RoutingStrategies.RoundRobin)
        {
            Router.SetTurn(e.Agent, queue, e.Offer);
        }
    }

    /// <summary>When the agent was last given something or finished something; an open offer counts.</summary>
    private static DateTimeOffset ServedAt(Agent agent, DateTimeOffset offered) =>
        offered > agent.ServedAt ? offered : agent.ServedAt;

    private static Occupancy OccupancyOf(Agent agent)
    {
        var occupancy = default(Occupancy);
        for (var channel = Channel.Voice; channel <= Channel.Social; channel++)
        {
            if (agent.Load[channel] is var load and > 0)
            {
                occupancy = occupancy.With(channel, load, agent.Media.Capacity(channel));
            }
        }

        return occupancy;
    }
}
