using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Customers who ask for the agent they had last.</summary>
internal sealed partial class JournalChecker
{
    private readonly Dictionary<(CustomerId Customer, Channel Channel), LastAgent> _lastAgents = [];

    /// <summary>Whom a contact must name in the log, first and alone, whose command asks like this.</summary>
    /// <param name="started">How it started; null for one that has before.</param>
    internal (AgentId? First, AgentId? Only) NamedBy(Command command, ChatStarted? started)
    {
        var (wishes, key, queue) = command switch
        {
            StartContact c when started is { } e => (c.Wishes, (e.Customer, e.Channel), e.Queue),
            ReclassifyContact c when _chats.TryGetValue(c.Chat, out var chat) =>
                (c.Wishes, (chat.Customer, chat.Channel), chat.WaitsIn),
            _ => (ContactWishes.None, default, default),
        };
        var first = wishes.Preferred.IsEmpty ? default(AgentId?) : wishes.Preferred[0];
        if (wishes.LastAgent == LastAgentWish.None || !_lastAgents.TryGetValue(key, out var last)
            || !_agents.TryGetValue(last.Agent, out var agent) || agent.Availability == Availability.SignedOut
            || !agent.Profile.Queues.Contains(queue.Value) || wishes.Excluded.Contains(last.Agent))
        {
            return (first, wishes.Reserved);
        }

        return (
            last.Agent,
            wishes.LastAgent == LastAgentWish.Reserve && wishes.Reserved is null ? last.Agent : wishes.Reserved);
    }

    private void NoteLastAgent(ChatRecord chat)
    {
        if (chat.Owner is { } owner)
        {
            _lastAgents[(chat.Customer, chat.Channel)] = new LastAgent(chat.Customer, chat.Channel, owner.Agent, _at);
        }
    }

    private void ForgetLastAgents(CustomerId customer, DateTimeOffset before)
    {
        foreach (var (key, last) in _lastAgents.ToArray())
        {
            if (customer == default ? last.EndedAt < before : key.Customer == customer)
            {
                _lastAgents.Remove(key);
            }
        }
    }

    private static string Join(IEnumerable<LastAgent> agents) => string.Join(", ", agents
        .Select(last => $"{last.Agent} of {last.Customer} by {last.Channel} until {last.EndedAt:O}")
        .Order(StringComparer.Ordinal));
}
