using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>
/// A floor as the invariants look at it: all of it, or what a batch has touched. What is counted over all chats and
/// agents is counted on with what was touched, so that looking at a large floor costs no more than at a small one.
/// </summary>
internal sealed class FloorView
{
    /// <summary>
    /// With more agents than this a floor is large. After a step, only so many of each line are then looked at: those
    /// who come first.
    /// </summary>
    internal const int Many = 64;

    private static readonly TimeSpan?[] NoDelays = [];

    private readonly List<ChatSession> _chats = [];
    private readonly List<Agent> _agents = [];
    private readonly List<Offer> _offers = [];
    private readonly List<QueueLine> _lines = [];
    private readonly List<ChatSession> _of = [];
    private readonly List<(Channel Channel, Participation Part)> _parts = [];
    private readonly List<Violation> _found = [];
    private readonly Dictionary<QueueName, TimeSpan?[]> _delays = [];
    private readonly List<Agent> _roomy = [];
    private readonly List<ChatSession> _waiting = [];
    private bool _knowsRoomy;
    private bool _knowsWaiting;

    internal Floor Floor { get; private set; } = null!;

    /// <summary>All of the floor is looked at.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>What a step has touched is looked at, and only the first of those that it has not.</summary>
    internal bool IsGlance => !IsWhole && Floor.Agents.Count > Many;

    /// <summary>Somebody has come or gone since it was looked at last.</summary>
    internal bool HasPresences { get; private set; }

    /// <summary>A queue has opened or closed since.</summary>
    internal bool HasDoors { get; private set; }

    /// <summary>The last recorded instant.</summary>
    internal DateTimeOffset Now => Floor.LastAt;

    internal IReadOnlyList<Violation> Found => _found;

    internal FloorCounts Counts { get; } = new();

    // Lists, and not what they could be seen as: they are gone through thousands of times a second.
    internal List<ChatSession> Chats => _chats;

    internal List<Agent> Agents => _agents;

    internal List<Offer> Offers => _offers;

    internal List<QueueLine> Lines => _lines;

    /// <summary>Everybody on the floor who has room for anything at all; looked for when first asked for.</summary>
    internal List<Agent> Roomy
    {
        get
        {
            if (!_knowsRoomy)
            {
                _roomy.Clear();
                foreach (var agent in Floor.Agents.Values)
                {
                    if (Invariants.HasAnyRoom(agent))
                    {
                        _roomy.Add(agent);
                    }
                }

                _knowsRoomy = true;
            }

            return _roomy;
        }
    }

    /// <summary>Every contact of the floor that is to be offered; looked for when first asked for.</summary>
    internal List<ChatSession> Waiting
    {
        get
        {
            if (!_knowsWaiting)
            {
                _waiting.Clear();
                foreach (var chat in Floor.Chats.Values)
                {
                    if (chat.Waits && Invariants.IsOffering(this, chat))
                    {
                        _waiting.Add(chat);
                    }
                }

                _knowsWaiting = true;
            }

            return _waiting;
        }
    }

    /// <summary>Whether a queue is closed at the moment.</summary>
    internal bool IsAnyClosed { get; private set; }

    /// <summary>When the next queue opens or closes.</summary>
    internal DateTimeOffset? NextDoor { get; private set; }

    /// <summary>The queues that mind when nobody is there.</summary>
    internal List<QueueProfile> Minding { get; } = [];

    /// <summary>Those of them for which nobody is there, as the floor says.</summary>
    internal List<(QueueName Queue, DateTimeOffset Since)> Deserted { get; } = [];

    internal void Report(string invariant, string what) => _found.Add(new Violation(invariant, what));

    internal void LookAt(Floor floor)
    {
        Begin(floor, isWhole: true, hasPresences: true);
        HasDoors = true;
        _chats.AddRange(floor.Chats.Values);
        _agents.AddRange(floor.Agents.Values);
        _offers.AddRange(floor.Offers.Values);
        _lines.AddRange(floor.Router.Queues.Values);
        _delays.Clear();
        Minding.Clear();
        Minding.AddRange(floor.Configuration.Queues.Where(queue => queue.NoAgents is not null));
        LookAtDoors();
        LookForDeserted();
        Counts.CountAll(this);
    }

    internal void LookAt(Floor floor, Touched touched)
    {
        if (touched.Everything)
        {
            LookAt(floor);
            return;
        }

        Begin(floor, isWhole: false, touched.Presences);
        HasDoors = touched.Doors.Count > 0;
        if (HasDoors)
        {
            LookAtDoors();
        }

        foreach (var queue in touched.Doors)
        {
            AddLine(queue);
        }

        foreach (var number in touched.Chats)
        {
            if (floor.Chats.TryGetValue(number, out var chat))
            {
                _chats.Add(chat);
                AddLine(chat.WaitsIn);
                foreach (var part in chat.Parts)
                {
                    AddOffer(part.Offer);
                }
            }
        }

        foreach (var id in touched.Agents)
        {
            if (floor.Agents.TryGetValue(id, out var agent))
            {
                _agents.Add(agent);
                foreach (var offer in agent.Offers)
                {
                    AddOffer(offer);
                }

                foreach (var member in agent.InRouter.Queues)
                {
                    AddLine(member.Queue.Name);
                }
            }
        }

        LookForDeserted();
        Counts.Count(this, touched);
    }

    /// <summary>
    /// What somebody is offered, holds or wraps up, is not called away from and not asleep: counted from the chats.
    /// </summary>
    internal ChannelLoad LoadOf(Agent agent)
    {
        var load = default(ChannelLoad);
        foreach (var (channel, part) in PartsOf(agent))
        {
            if (part is { HoldsSlot: true, IsAsleep: false } && part.Interruption?.Since is null)
            {
                load = OneMore(load, channel);
            }
        }

        return load;
    }

    /// <summary>Their parts in all chats; until somebody else's are asked for.</summary>
    internal List<(Channel Channel, Participation Part)> PartsOf(Agent agent)
    {
        _parts.Clear();
        foreach (var chat in ChatsOf(agent))
        {
            foreach (var part in chat.Parts)
            {
                if (part.Agent == agent.Id)
                {
                    _parts.Add((chat.Channel, part));
                }
            }
        }

        return _parts;
    }

    internal Offer? OfferOf(long number) => Floor.Offers.GetValueOrDefault(number);

    internal ChatSession? ChatOf(long number) => Floor.Chats.GetValueOrDefault(number);

    /// <summary>How a queue works, or worked before it was removed.</summary>
    internal QueueProfile? QueueOf(QueueName name) =>
        Floor.Queues.TryGetValue(name, out var queue) ? queue
        : Floor.Closing.TryGetValue(name.Value, out var closing) ? closing.Was : null;

    internal bool IsOpen(QueueName queue) => !IsAnyClosed || Floor.DoorOf(queue).IsOpen;

    /// <summary>How long contacts must have waited before some agents of a queue are asked.</summary>
    internal TimeSpan?[] DelaysOf(QueueName queue)
    {
        if (!_delays.TryGetValue(queue, out var delays))
        {
            delays =
            [
                .. Floor.Agents.Values.SelectMany(agent => agent.Profile.Memberships)
                    .Where(one => one.Queue == queue).Select(one => (TimeSpan?)one.Delay).Distinct(),
            ];
            _delays.Add(queue, delays.Length == 0 ? NoDelays : delays);
        }

        return delays;
    }

    internal static ChannelLoad OneMore(ChannelLoad load, Channel channel) => channel switch
    {
        Channel.Voice => load with { Voice = (byte)(load.Voice + 1) },
        Channel.Chat => load with { Chat = (byte)(load.Chat + 1) },
        Channel.Email => load with { Email = (byte)(load.Email + 1) },
        _ => load with { Social = (byte)(load.Social + 1) },
    };

    private void Begin(Floor floor, bool isWhole, bool hasPresences)
    {
        (Floor, IsWhole, HasPresences) = (floor, isWhole, hasPresences);
        (_knowsRoomy, _knowsWaiting) = (false, false);
        _chats.Clear();
        _agents.Clear();
        _offers.Clear();
        _lines.Clear();
        _found.Clear();
    }

    private void LookAtDoors()
    {
        (IsAnyClosed, NextDoor) = (false, null);
        foreach (var (_, door) in Floor.Doors)
        {
            IsAnyClosed |= !door.IsOpen;
            NextDoor = NextDoor is null || door.NextChange < NextDoor ? door.NextChange ?? NextDoor : NextDoor;
        }
    }

    private void LookForDeserted()
    {
        Deserted.Clear();
        if (Minding.Count > 0 || IsWhole)
        {
            Deserted.AddRange(Floor.Deserted);
        }
    }

    private void AddOffer(long number)
    {
        if (Floor.Offers.TryGetValue(number, out var offer) && !_offers.Contains(offer))
        {
            _offers.Add(offer);
        }
    }

    private void AddLine(QueueName name)
    {
        if (Floor.Router.Queues.TryGetValue(name, out var line) && !_lines.Contains(line))
        {
            _lines.Add(line);
        }
    }

    /// <summary>Each chat once, whatever the agent has to do with it.</summary>
    private List<ChatSession> ChatsOf(Agent agent)
    {
        _of.Clear();
        foreach (var number in agent.Contacts)
        {
            Add(ChatOf(number));
        }

        foreach (var number in agent.Offers)
        {
            Add(OfferOf(number) is { } offer ? ChatOf(offer.Chat) : null);
        }

        return _of;

        void Add(ChatSession? chat)
        {
            if (chat is not null && !_of.Contains(chat))
            {
                _of.Add(chat);
            }
        }
    }
}
