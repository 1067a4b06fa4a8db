using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <content>Who and what on the floor it happens to.</content>
internal sealed partial class Workload
{
    // Filled anew whenever somebody is drawn from them.
    private readonly List<AgentId> _agents = [];
    private readonly List<Offer> _offers = [];
    private readonly List<ChatSession> _chats = [];
    private readonly List<(AgentId Agent, long Chat)> _owing = [];

    private AgentId? Agent(Floor floor, Availability? availability)
    {
        _agents.Clear();
        foreach (var agent in floor.Agents.Values)
        {
            if (availability is null || agent.Availability == availability)
            {
                _agents.Add(agent.Id);
            }
        }

        _agents.Sort(static (one, other) => string.CompareOrdinal(one.Value, other.Value));
        return _agents.Count == 0 ? default(AgentId?) : draw.From(_agents);
    }

    private Offer? Offer(Floor floor)
    {
        _offers.Clear();
        foreach (var offer in floor.Offers.Values)
        {
            _offers.Add(offer);
        }

        return _offers.Count == 0 ? null : draw.From(_offers);
    }

    private ChatSession? Chat(Floor floor, ChatState? state = null)
    {
        _chats.Clear();
        foreach (var chat in floor.Chats.Values)
        {
            if (state is null || chat.State == state)
            {
                _chats.Add(chat);
            }
        }

        return _chats.Count == 0 ? null : draw.From(_chats);
    }

    /// <summary>A wrap-up that somebody owes, of a chat that has ended or goes on without them.</summary>
    private (AgentId Agent, long Chat)? Owing(Floor floor)
    {
        _owing.Clear();
        foreach (var chat in floor.Chats.Values)
        {
            foreach (var part in chat.Parts)
            {
                if (part.State == ParticipationState.WrappingUp)
                {
                    _owing.Add((part.Agent, chat.Number));
                }
            }
        }

        return _owing.Count == 0 ? default((AgentId, long)?) : draw.From(_owing);
    }

    /// <summary>An open question to the bot, or one that was answered a moment ago.</summary>
    private long Effect(Floor floor)
    {
        long[] open = [.. floor.Effects.Values.OfType<BotEffect>().Select(effect => effect.Number).Order()];
        return open.Length > 0 && draw.Percent(90) ? draw.From(open) : Math.Max(1, floor.Last.Effect - draw.Below(3));
    }
}
