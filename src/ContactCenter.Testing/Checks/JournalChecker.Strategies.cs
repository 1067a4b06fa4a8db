using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>How queues choose, told a second time.</summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<(QueueName Queue, AgentId Agent), long> _turns = [];
    private readonly HashSet<QueueName> _failed = [];

    private void Fold(StrategyFailed e)
    {
        Require(
            Queue(e.Queue)?.Strategy == e.Strategy && _failed.Add(e.Queue),
            "S10",
            $"strategy {e.Strategy} of {e.Queue} has failed and is not asked there");
    }

    private string? StrategyOf(QueueName queue) =>
        _failed.Contains(queue) ? RoutingStrategies.LongestAvailable : Queue(queue)?.Strategy;

    /// <summary>What comes before the time of being available; null where the checker takes any choice.</summary>
    private Func<AgentRecord, long>? KeyOf(ChatRecord chat) => StrategyOf(chat.WaitsIn) switch
    {
        RoutingStrategies.LongestAvailable => _ => 0,
        RoutingStrategies.RoundRobin => agent => _turns.GetValueOrDefault((chat.WaitsIn, agent.Id)),
        _ => null,
    };

    private void TakeTurn(OfferMade e, ChatRecord chat)
    {
        if (Queue(chat.WaitsIn)?.Strategy == RoutingStrategies.RoundRobin)
        {
            _turns[(chat.WaitsIn, e.Agent)] = e.Offer;
        }
    }

    /// <summary>Whoever leaves a queue has no turn in it when they come back.</summary>
    private void ForgetStrategies(FloorConfiguration wanted)
    {
        _failed.Clear();
        var queues = wanted.Queues.Select(queue => (QueueName)queue.Name).ToHashSet();
        foreach (var turn in _turns.Keys.ToArray())
        {
            if (!queues.Contains(turn.Queue)
                || !_agents.TryGetValue(turn.Agent, out var agent)
                || !agent.Profile.Queues.Contains(turn.Queue.Value))
            {
                _turns.Remove(turn);
            }
        }
    }
}
