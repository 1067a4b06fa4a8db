using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What the log has said of one agent so far.</summary>
internal sealed class AgentRecord(AgentProfile profile)
{
    internal AgentProfile Profile { get; set; } = profile;

    internal AgentId Id => Profile.Id;

    internal MediaProfile Media { get; set; } = new();

    internal Availability Availability { get; set; } = Availability.SignedOut;

    /// <summary>The channels that are out of rotation while the agent is available.</summary>
    internal Dictionary<Channel, Availability> Pauses { get; } = [];

    /// <summary>What keeps them from offers, by channel; under -1 from those of all channels.</summary>
    internal SortedDictionary<int, (DateTimeOffset Until, bool Moved)> CoolOffs { get; } = [];

    /// <summary>How many offers in a row came to nothing, and when the last one did.</summary>
    internal Dictionary<RonaCause, (int Count, DateTimeOffset At)> Passed { get; } = [];

    internal DateTimeOffset RestedSince { get; set; }

    internal SortedSet<long> Offers { get; } = [];

    /// <summary>The chat of each part that holds a slot, by part.</summary>
    internal SortedDictionary<long, long> Parts { get; } = [];

    /// <summary>The parts in wrap-up that hold no slot.</summary>
    internal HashSet<long> Relieved { get; } = [];

    internal Availability For(Channel channel) => Availability == Availability.Available
        ? Pauses.GetValueOrDefault(channel, Availability.Available)
        : Availability;

    internal bool GetsOffersOf(Channel channel) => For(channel) == Availability.Available
        && !CoolOffs.ContainsKey(-1) && !CoolOffs.ContainsKey((int)channel);
}

/// <summary>What the log has said of one chat so far; forgotten once it is closed.</summary>
internal sealed class ChatRecord(ChatStarted started)
{
    internal long Number { get; } = started.Chat;

    internal CustomerId Customer { get; } = started.Customer;

    internal QueueName Queue { get; set; } = started.Queue;

    internal QueueName? HandedTo { get; set; }

    internal QueueName WaitsIn => HandedTo ?? Queue;

    internal Channel Channel { get; } = started.Channel;

    internal ChatState State { get; set; } = ChatState.Created;

    internal DateTimeOffset? QueuedAt { get; set; }

    /// <summary>Since when it waits again that has had an agent; null before.</summary>
    internal DateTimeOffset? WaitedSince { get; set; }

    /// <summary>The rules for a long wait up to this one are over.</summary>
    internal TimeSpan Passed { get; set; }

    internal ContactWishes Wishes { get; set; } = ContactWishes.None;

    internal TimeSpan Waited { get; set; }

    /// <summary>The position it has asked for and was not given yet.</summary>
    internal int? Asked { get; set; }

    /// <summary>The place that it was given because it asked for one.</summary>
    internal AskedPlace? Place { get; set; }

    private (long Since, long Order) Age => Place is { } place
        ? (place.Since, place.Order)
        : (QueuedAt.GetValueOrDefault().UtcTicks, Number << 20);

    internal int Lines { get; set; }

    internal int Asides { get; set; }

    /// <summary>The parts that are not over, by number.</summary>
    internal SortedDictionary<long, PartRecord> Parts { get; } = [];

    internal Dictionary<AgentId, ObserverState> Observers { get; } = [];

    internal SortedSet<long> OpenOffers { get; } = [];

    /// <summary>How many agents more may be asked at the same time than to begin with.</summary>
    internal int Widened { get; set; }

    internal long? OpenEffect { get; set; }

    internal HashSet<AgentId> PassedBy { get; } = [];

    /// <summary>Who has declined it and is not to be asked before then.</summary>
    internal Dictionary<AgentId, DateTimeOffset> Withheld { get; } = [];

    internal IEnumerable<PartRecord> In => Parts.Values.Where(part => part.IsIn);

    internal PartRecord? Owner => In.FirstOrDefault(part => part.IsOwner);

    /// <summary>It stands in a line, and is not offered.</summary>
    internal bool InLine =>
        State == ChatState.Queued || (State == ChatState.Transferring && OpenOffers.Count == 0);

    /// <summary>
    /// Those whom nobody is asked for first, then older first: the order in which contacts are offered.
    /// </summary>
    internal bool ComesBefore(ChatRecord other) => OpenOffers.Count == 0 != (other.OpenOffers.Count == 0)
        ? OpenOffers.Count == 0
        : Wishes.Priority != other.Wishes.Priority
        ? Wishes.Priority > other.Wishes.Priority
        : Age.CompareTo(other.Age) < 0;
}

/// <summary>What the log has said of one agent's part in a chat so far; forgotten once it is over.</summary>
internal sealed class PartRecord(AgentId agent, bool isOwner)
{
    internal AgentId Agent { get; } = agent;

    internal bool IsOwner { get; set; } = isOwner;

    internal bool IsIn { get; set; } = true;

    internal DateTimeOffset? WrapUpDueAt { get; set; }
}

/// <summary>What the log has said of one offer so far; kept for ever, for its outcome must come once.</summary>
internal sealed class OfferRecord(OfferMade made, DateTimeOffset at)
{
    internal long Chat { get; } = made.Chat;

    internal AgentId Agent { get; } = made.Agent;

    internal OfferKind Kind { get; } = made.Kind;

    internal DateTimeOffset MadeAt { get; } = at;

    internal TimeSpan? AnswerWithin { get; } = made.AnswerWithin;

    internal bool IsPresented { get; set; } = made.AnswerWithin is null;

    internal bool IsWarned { get; set; }

    internal DateTimeOffset DueAt { get; set; } = made.DueAt;

    internal OfferTrigger? Outcome { get; set; }
}
