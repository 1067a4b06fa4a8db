using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <content>Who and what on the floor it happens to.</content>
internal sealed partial class Workload
{
    // So often somebody who fits is looked for on a large floor, before nobody is asked.
    private const int MostLooks = 40;

    // Whoever works there, in the order of their ids, and by which configuration.
    private AgentId[] _staff = [];
    private FloorConfiguration? _staffed;

    // What has begun and was not seen to be over: on a large floor it is drawn from these.
    private readonly List<long> _begun = [];
    private readonly List<long> _offered = [];

    // Filled anew whenever somebody is drawn from them.
    private readonly List<AgentId> _agents = [];
    private readonly List<Offer> _offers = [];
    private readonly List<ChatSession> _chats = [];
    private readonly List<(AgentId Agent, long Chat)> _owing = [];

    private AgentId? Agent(Floor floor, Availability? availability)
    {
        if (_staffed != floor.Configuration || _staff.Length != floor.Agents.Count)
        {
            _staffed = floor.Configuration;
            _staff = [.. floor.Agents.Keys.OrderBy(id => id.Value, StringComparer.Ordinal)];
        }

        if (swarm.IsLarge)
        {
            return OneOf(_staff, id => availability is null || floor.Agents[id].Availability == availability);
        }

        _agents.Clear();
        foreach (var id in _staff)
        {
            if (availability is null || floor.Agents[id].Availability == availability)
            {
                _agents.Add(id);
            }
        }

        return _agents.Count == 0 ? default(AgentId?) : draw.From(_agents);
    }

    private AgentId? OneOf(AgentId[] staff, Func<AgentId, bool> fits)
    {
        for (var looks = staff.Length == 0 ? MostLooks : 0; looks < MostLooks; looks++)
        {
            if (draw.From(staff) is var one && fits(one))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Something that has begun, is still there and fits; what is no longer there is forgotten.</summary>
    private T? OneOf<T>(List<long> begun, IReadOnlyDictionary<long, T> there, Func<T, bool> fits)
        where T : class
    {
        for (var looks = 0; looks < MostLooks && begun.Count > 0;)
        {
            var place = draw.Below(begun.Count);
            if (!there.TryGetValue(begun[place], out var one))
            {
                (begun[place], begun[^1]) = (begun[^1], begun[place]);
                begun.RemoveAt(begun.Count - 1);
            }
            else if (fits(one))
            {
                return one;
            }
            else
            {
                looks++;
            }
        }

        return null;
    }

    /// <summary>What a batch has begun, where too much has for all of it to be looked through.</summary>
    private void Note(Batch batch)
    {
        foreach (var happened in swarm.IsLarge ? batch.Events : [])
        {
            if (happened is ChatStarted { Chat: var chat })
            {
                _begun.Add(chat);
            }
            else if (happened is OfferMade { Offer: var offer })
            {
                _offered.Add(offer);
            }
        }
    }

    private Offer? Offer(Floor floor)
    {
        if (swarm.IsLarge)
        {
            return OneOf(_offered, floor.Offers, static _ => true);
        }

        _offers.Clear();
        foreach (var offer in floor.Offers.Values)
        {
            _offers.Add(offer);
        }

        return _offers.Count == 0 ? null : draw.From(_offers);
    }

    private ChatSession? Chat(Floor floor, ChatState? state = null)
    {
        if (swarm.IsLarge)
        {
            return OneOf(_begun, floor.Chats, chat => state is null || chat.State == state);
        }

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
        var wrapping = swarm.IsLarge ? OneOf(_begun, floor.Chats, IsWrappedUp) : null;
        foreach (var chat in !swarm.IsLarge ? floor.Chats.Values : wrapping is null ? [] : [wrapping])
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

    private static bool IsWrappedUp(ChatSession chat) =>
        chat.Parts.Exists(part => part.State == ParticipationState.WrappingUp);

    /// <summary>An open question to the bot, or one that was answered a moment ago.</summary>
    private long Effect(Floor floor)
    {
        long[] open = [.. floor.Effects.Values.OfType<BotEffect>().Select(effect => effect.Number).Order()];
        return open.Length > 0 && draw.Percent(90) ? draw.From(open) : Math.Max(1, floor.Last.Effect - draw.Below(3));
    }
}
