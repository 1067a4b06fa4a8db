using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// A floor as the invariants look at it: counted and sorted once from its chats, agents and offers alone, so that no
/// rule goes through all chats for each agent. It holds for the instant in which it is made.
/// </summary>
internal sealed class FloorView
{
    private static readonly List<(Channel Channel, Participation Part)> NoParts = [];
    private static readonly List<Offer> NoOffers = [];

    private readonly Dictionary<AgentId, List<(Channel Channel, Participation Part)>> _parts = [];
    private readonly Dictionary<long, List<Offer>> _offers = [];
    private readonly Dictionary<QueueName, List<ChatSession>> _contacts = [];
    private readonly Dictionary<QueueName, TimeSpan?[]> _delays = [];
    private readonly Dictionary<AgentId, ChannelLoad> _loads = [];

    internal FloorView(Floor floor)
    {
        Floor = floor;
        Chats = [.. floor.Chats.Values];
        Agents = [.. floor.Agents.Values];
        Offers = [.. floor.Offers.Values];
        foreach (var chat in Chats)
        {
            foreach (var part in chat.Parts)
            {
                Of(_parts, part.Agent).Add((chat.Channel, part));
                CountLoad(chat.Channel, part);
            }

            Of(_contacts, chat.WaitsIn).Add(chat);
        }

        foreach (var offer in Offers)
        {
            Of(_offers, offer.Chat).Add(offer);
        }
    }

    internal Floor Floor { get; }

    /// <summary>The last recorded instant.</summary>
    internal DateTimeOffset Now => Floor.LastAt;

    internal ChatSession[] Chats { get; }

    internal Agent[] Agents { get; }

    internal Offer[] Offers { get; }

    /// <summary>
    /// What somebody is offered, holds or wraps up, is not called away from and not asleep: counted from the chats.
    /// </summary>
    internal ChannelLoad LoadOf(AgentId agent) => _loads.GetValueOrDefault(agent);

    internal bool HasLoad(AgentId agent) => _loads.ContainsKey(agent);

    internal List<(Channel Channel, Participation Part)> PartsOf(AgentId agent) =>
        _parts.GetValueOrDefault(agent, NoParts);

    internal List<Offer> OffersOf(ChatSession chat) => _offers.GetValueOrDefault(chat.Number, NoOffers);

    /// <summary>Whoever waits there, or did last.</summary>
    internal IReadOnlyList<ChatSession> ContactsOf(QueueName queue) => _contacts.GetValueOrDefault(queue) ?? [];

    /// <summary>How a queue works, or worked before it was removed.</summary>
    internal QueueProfile? QueueOf(QueueName name) =>
        Floor.Queues.GetValueOrDefault(name) ?? Floor.Closing.GetValueOrDefault(name.Value)?.Was;

    /// <summary>How long contacts must have waited before some agents of a queue are asked.</summary>
    internal TimeSpan?[] DelaysOf(QueueName queue)
    {
        if (!_delays.TryGetValue(queue, out var delays))
        {
            delays =
            [
                .. Agents.SelectMany(agent => agent.Profile.Memberships)
                    .Where(one => one.Queue == queue).Select(one => (TimeSpan?)one.Delay).Distinct(),
            ];
            _delays.Add(queue, delays);
        }

        return delays;
    }

    private void CountLoad(Channel channel, Participation part)
    {
        if (part is { HoldsSlot: true, IsAsleep: false } && part.Interruption?.Since is null)
        {
            _loads[part.Agent] = OneMore(_loads.GetValueOrDefault(part.Agent), channel);
        }
    }

    internal static ChannelLoad OneMore(ChannelLoad load, Channel channel) => channel switch
    {
        Channel.Voice => load with { Voice = (byte)(load.Voice + 1) },
        Channel.Chat => load with { Chat = (byte)(load.Chat + 1) },
        Channel.Email => load with { Email = (byte)(load.Email + 1) },
        _ => load with { Social = (byte)(load.Social + 1) },
    };

    private static List<T> Of<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
