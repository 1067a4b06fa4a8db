using ContactCenter.Routing;

namespace ContactCenter.Chats;

/// <summary>One contact from start to close: where it is, who takes part, how many lines it has.</summary>
internal sealed partial class ChatSession(ChatStarted started, DateTimeOffset at)
{
    private static readonly List<Participation> Nobody = [];

    // Instants as ticks: half of what they take with their offset, which is none.
    private readonly long _startedAt = at.UtcTicks;
    private long _queuedAt;
    private ChatSession? _nextInIndex;

    internal long Number { get; } = started.Chat;

    internal CustomerId Customer { get; } = started.Customer;

    /// <summary>The queue it belongs to: the last it was started in, transferred to, or accepted from.</summary>
    internal QueueName Queue { get; set; } = started.Queue;

    internal Channel Channel { get; } = started.Channel;

    internal ChatState State { get; set; } = ChatLifecycle.Table.Initial;

    internal DateTimeOffset StartedAt => new(_startedAt, TimeSpan.Zero);

    /// <summary>When it began to wait: its age and place, which no return and no transfer changes.</summary>
    internal DateTimeOffset QueuedAt
    {
        get => new(_queuedAt, TimeSpan.Zero);
        set => _queuedAt = value.UtcTicks;
    }

    /// <summary>Since when it has been in the line it is in, or was in last, in UTC ticks: for the figures.</summary>
    internal long LineSince { get; set; }

    /// <summary>What the rules for those who wait too long have come to; null where that is nothing.</summary>
    internal Patience? Patience { get; set; }

    /// <summary>What it asks of whoever takes it.</summary>
    internal ContactWishes Wishes { get; set; } = ContactWishes.None;

    /// <summary>The sequence of the last line, message or notice.</summary>
    internal int LastLine { get; set; }

    /// <summary>The last line that the customer wrote.</summary>
    internal int LastCustomerLine { get; set; }

    /// <summary>How far the customer has come in the conversation.</summary>
    internal Mark CustomerMark { get; set; }

    /// <summary>An agent said something, and the customer has not answered since.</summary>
    internal bool AwaitsCustomer { get; set; }

    /// <summary>A card number is being told, and its parts are masked as they come.</summary>
    internal bool IsMasking { get; set; }

    /// <summary>The customer's silence; null while none counts.</summary>
    internal Silence? Silence { get; set; }

    /// <summary>The agents who have it, are offered it, or wrap it up, earliest first; few, so a list.</summary>
    internal List<Participation> Parts { get; private set; } = Nobody;

    /// <summary>The agents who have had it, first to last. Never changed, so that others may keep it.</summary>
    internal AgentId[] Served { get; set; } = [];

    /// <summary>The next of its list in the <see cref="CustomerIndex"/>.</summary>
    internal ref ChatSession? NextInIndex => ref _nextInIndex;

    /// <summary>Says in which list it is.</summary>
    internal int CustomerHash { get; } = started.Customer.GetHashCode();

    /// <summary>The part of the agent who is responsible for it; null while nobody is.</summary>
    internal Participation? Owner => Find(static part => part.IsIn && part.Role == ChatRole.Owner);

    /// <summary>The part of the second agent in the conversation; null while there is none.</summary>
    internal Participation? Conferee => Find(static part => part.IsIn && part.Role == ChatRole.Conferee);

    /// <summary>
    /// The part of whoever is offered it, or a place in its conference; of several the earliest. Null while nobody is.
    /// </summary>
    internal Participation? Offered => Find(static part => part.State == ParticipationState.Offered);

    /// <summary>The parts of all who are offered it, earliest first.</summary>
    internal IEnumerable<Participation> AllOffered =>
        Parts.Where(static part => part.State == ParticipationState.Offered);

    /// <summary>Whose supervisors it concerns: whoever is responsible, or has to wrap it up; null for all.</summary>
    internal AgentId? ConcernedAgent =>
        Owner?.Agent ?? (State == ChatState.Ended && Parts.Count > 0 ? Parts[0].Agent : default(AgentId?));

    /// <summary>It stands in a line, or is offered from one.</summary>
    internal bool Waits => State is ChatState.Queued or ChatState.Offered or ChatState.Transferring;

    /// <summary>No agent has it, and none is offered it.</summary>
    internal bool IsWithNobody =>
        State is ChatState.Bot or ChatState.Queued or ChatState.Scheduled or ChatState.Suspended;

    /// <summary>An agent and the customer talk to each other.</summary>
    internal bool IsTalk => State is ChatState.Active or ChatState.ConferenceRequested or ChatState.Conference
        or ChatState.Transferring;

    /// <summary>The queue in which it waits, or would.</summary>
    internal QueueName WaitsIn => HandedTo ?? Queue;

    internal Participation Part(long offer)
    {
        foreach (var part in Parts)
        {
            if (part.Offer == offer)
            {
                return part;
            }
        }

        throw new InvalidOperationException($"Chat {Number} has no part {offer}.");
    }

    /// <summary>The part of an agent who is in the conversation; null for any other.</summary>
    internal Participation? PartOf(AgentId agent)
    {
        foreach (var part in Parts)
        {
            if (part.IsIn && part.Agent == agent)
            {
                return part;
            }
        }

        return null;
    }

    internal Participation Add(Participation part)
    {
        Parts = ReferenceEquals(Parts, Nobody) ? new List<Participation>(1) : Parts;
        Parts.Add(part);
        return part;
    }

    internal ObserverState StateOf(AgentId supervisor) =>
        Observers?.Find(observer => observer.Supervisor == supervisor).State ?? ObserverState.Away;

    // Beside the switch, which would else make room for what this captures whatever has happened.
    private void Apply(ObserverMoved e)
    {
        var next = ObserverLifecycle.Table.Next(StateOf(e.Supervisor), e.Trigger);
        Observers ??= [];
        Observers.RemoveAll(observer => observer.Supervisor == e.Supervisor);
        if (next != ObserverState.Away)
        {
            Observers.Add(new Observer(e.Supervisor, next));
        }

        Observers = Observers.Count == 0 ? null : Observers;
    }

    internal void Move(ChatTrigger trigger) => State = ChatLifecycle.Table.Next(State, trigger);

    private Participation? Find(Func<Participation, bool> matches)
    {
        foreach (var part in Parts)
        {
            if (matches(part))
            {
                return part;
            }
        }

        return null;
    }
}
