using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Customers who come back to the agent they had last.</summary>
internal sealed partial class Floor
{
    private readonly NewestOfEach<(CustomerId, Channel), LastAgent> _lastAgents = LastAgent.None();

    /// <summary>The agents whom customers had last, in the order in which those contacts ended.</summary>
    internal IReadOnlyCollection<LastAgent> LastAgents => _lastAgents;

    internal void Restore(LastAgent last) => _lastAgents.Keep(last);

    /// <summary>What a contact asks for, with the name of the agent whom its customer had last where it is wished for.
    /// </summary>
    private ContactWishes Named(ContactWishes wishes, ChatSession chat)
    {
        if (wishes.LastAgent == LastAgentWish.None)
        {
            return wishes;
        }

        var named = wishes with { LastAgent = LastAgentWish.None };
        if (_lastAgents.Of((chat.Customer, chat.Channel))?.Value.Agent is not { } last
            || !_agents.TryGetValue(last, out var agent)
            || agent.Availability == Availability.SignedOut
            || !agent.Profile.Queues.Contains(chat.WaitsIn.Value)
            || wishes.Excluded.Contains(last))
        {
            return named;
        }

        return named with
        {
            Preferred = [last, .. wishes.Preferred.Where(other => other != last).Take(ContactWishes.MaxPreferred - 1)],
            Reserved = wishes.LastAgent == LastAgentWish.Reserve ? wishes.Reserved ?? last : wishes.Reserved,
        };
    }

    /// <summary>Whoever is responsible for a contact that ends is the agent whom its customer had last.</summary>
    private void NoteLastAgent(ChatEvent happened, ChatSession chat, DateTimeOffset at)
    {
        if (happened is ChatEnded && chat.Owner is { } owner)
        {
            _lastAgents.Keep(new LastAgent(chat.Customer, chat.Channel, owner.Agent, at));
        }
    }

    private void ForgetLastAgents(ErasureBegan e) => _lastAgents.Forget(last =>
        e.Customer == default ? last.EndedAt < e.Before : last.Customer == e.Customer);
}
