using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What the log has said of one agent so far.</summary>
internal sealed class AgentRecord(AgentProfile profile)
{
    internal AgentProfile Profile { get; set; } = profile;

    internal AgentId Id { get; } = profile.Id;

    internal MediaProfile Media { get; set; } = new();

    internal Availability Availability { get; set; } = Availability.SignedOut;

    /// <summary>The channels that are out of rotation while the agent is available.</summary>
    internal Dictionary<Channel, Availability> Pauses { get; } = [];

    /// <summary>The queues that are paused: why, until when, and by whom.</summary>
    internal Dictionary<QueueName, (Availability Availability, DateTimeOffset? Until, ActorKind By)> QueuePauses
    { get; } = [];

    /// <summary>What keeps them from offers, by channel; under -1 from those of all channels.</summary>
    internal SortedDictionary<int, (DateTimeOffset Until, bool Moved)> CoolOffs { get; } = [];

    /// <summary>How far each of their channels is ahead of its share.</summary>
    internal Dictionary<Channel, int> Lead { get; } = [];

    /// <summary>The queue they are held for; null for most.</summary>
    internal QueueName? HeldFor { get; set; }

    /// <summary>What of they could be offered something now, as it was last looked at.</summary>
    internal Channels Open { get; set; }

    /// <summary>How many offers in a row came to nothing, and when the last one did.</summary>
    internal Dictionary<RonaCause, (int Count, DateTimeOffset At)> Passed { get; } = [];

    /// <summary>When each contact was taken that still counts for their pace.</summary>
    internal List<DateTimeOffset> Taken { get; } = [];

    internal bool IsPaced => Profile.Pace is { } pace && Taken.Count + Offers.Count >= pace.Contacts;

    internal DateTimeOffset RestedSince { get; set; }

    /// <summary>Those that are open, in the order of their numbers.</summary>
    internal List<long> Offers { get; } = [];

    /// <summary>The chat of each part that holds a slot, by part.</summary>
    internal SortedList<long, long> Parts { get; } = [];

    /// <summary>The parts in wrap-up that hold no slot.</summary>
    internal HashSet<long> Relieved { get; } = [];

    /// <summary>The parts that they are called away from.</summary>
    internal HashSet<long> Interrupted { get; } = [];

    /// <summary>The parts whose customers are silent, so that they take no room.</summary>
    internal HashSet<long> Asleep { get; } = [];

    /// <summary>The offer that calls them away; 0 for none.</summary>
    internal long Interrupter { get; set; }

    internal Availability For(Channel channel) => Availability == Availability.Available
        ? Pauses.GetValueOrDefault(channel, Availability.Available)
        : Availability;

    internal bool Serves(QueueName queue) => Profile.Queues.Contains(queue.Value);

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

    /// <summary>For when it was scheduled last.</summary>
    internal DateTimeOffset? DueAt { get; set; }

    internal bool SuspendsWhenDue { get; set; }

    internal bool IsCancelled { get; set; }

    internal bool IsMasking { get; set; }

    internal bool IsCallback { get; set; }

    /// <summary>Since when it stands in the line it is in.</summary>
    internal DateTimeOffset CameAt { get; set; }

    /// <summary>The queue that it came to before rules moved it; null where none has.</summary>
    internal QueueName? CameTo { get; set; }

    /// <summary>Nobody was there when it came to that.</summary>
    internal bool FoundNobody { get; set; }

    /// <summary>How often it has gone for want of an agent, since it was last with one.</summary>
    internal int Forsaken { get; set; }

    /// <summary>It goes from this line no more.</summary>
    internal bool IsForsaken { get; set; }

    /// <summary>A rule for no longer than this was due while it was offered.</summary>
    internal TimeSpan Overdue { get; set; }

    /// <summary>The batch in which a rule last said that it has waited too long, or in vain.</summary>
    internal long OverdueIn { get; set; }

    internal ContactWishes Wishes { get; set; } = ContactWishes.None;

    /// <summary>How many of its last requirements a policy has told from its attributes.</summary>
    internal int Classified { get; set; }

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
    internal SortedList<long, PartRecord> Parts { get; } = [];

    internal Dictionary<AgentId, ObserverState> Observers { get; } = [];

    /// <summary>In the order of their numbers.</summary>
    internal List<long> OpenOffers { get; } = [];

    /// <summary>How many agents more may be asked at the same time than to begin with.</summary>
    internal int Widened { get; set; }

    internal long? OpenEffect { get; set; }

    /// <summary>Who has passed it by, whoever did so longest ago first.</summary>
    internal List<AgentId> PassedBy { get; } = [];

    /// <summary>Who has declined it and is not to be asked before then.</summary>
    internal Dictionary<AgentId, DateTimeOffset> Withheld { get; } = [];

    internal IEnumerable<PartRecord> In => Parts.Values.Where(part => part.IsIn);

    internal PartRecord? Owner
    {
        get
        {
            for (var index = 0; index < Parts.Count; index++)
            {
                if (Parts.GetValueAtIndex(index) is { IsIn: true, IsOwner: true } owner)
                {
                    return owner;
                }
            }

            return null;
        }
    }

    internal bool HasPart(Actor who)
    {
        for (var index = 0; index < Parts.Count; index++)
        {
            if (who.IsAgent(Parts.GetValueAtIndex(index).Agent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The record of the queue that it was last asked for; see <see cref="QueueRecord"/>.</summary>
    internal QueueRecord? Line { get; set; }

    /// <summary>It stands in a line, and is not offered.</summary>
    internal bool InLine =>
        State == ChatState.Queued || (State == ChatState.Transferring && OpenOffers.Count == 0);

    /// <summary>
    /// The order in which contacts are offered: those whom nobody is asked for first, then by priority, as much as the
    /// queue says that it counts, and age.
    /// </summary>
    internal (bool IsAsked, long Priority, long Since, long Order) PlaceIn(QueueProfile queue)
    {
        var (since, order) = (Age.Since - queue.HeadStart.Ticks, Age.Order);
        var (priority, isAsked) = (Wishes.Priority, OpenOffers.Count > 0);
        return queue.PriorityWorth is { } worth
            ? (isAsked, 0, since - (priority * worth.Ticks), order)
            : (isAsked, -priority, since, order);
    }
}

/// <summary>What the log has said of one agent's part in a chat so far; forgotten once it is over.</summary>
internal sealed class PartRecord(AgentId agent, bool isOwner)
{
    internal AgentId Agent { get; } = agent;

    internal bool IsOwner { get; set; } = isOwner;

    internal bool IsIn { get; set; } = true;

    /// <summary>The queue that it was accepted from; null for a conference.</summary>
    internal QueueName? From { get; init; }

    /// <summary>The queue that it came from, once its wrap-up keeps the agent from that.</summary>
    internal QueueName? Holds { get; set; }

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

/// <summary>What the log says of one queue; kept for ever, so that a contact may hold on to it.</summary>
internal sealed class QueueRecord(QueueName name)
{
    internal QueueName Name { get; } = name;

    /// <summary>How it works; null once it is removed.</summary>
    internal QueueProfile? Configured { get; set; }

    /// <summary>How it had worked, while contacts of a removed one are left.</summary>
    internal QueueProfile? Leaving { get; set; }

    internal QueueProfile? Profile => Configured ?? Leaving;

    /// <summary>Who serves it and could be offered something now, as it was last looked at.</summary>
    internal List<AgentRecord> Free { get; } = [];
}
