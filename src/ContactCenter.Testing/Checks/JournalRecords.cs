using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What the log has said of one agent so far.</summary>
internal sealed class AgentRecord(AgentProfile profile)
{
    internal AgentProfile Profile { get; set; } = profile;

    internal Availability Availability { get; set; } = Availability.SignedOut;

    internal DateTimeOffset RestedSince { get; set; }

    internal SortedSet<long> Offers { get; } = [];

    internal SortedSet<long> Contacts { get; } = [];
}

/// <summary>What the log has said of one chat so far; forgotten once it is closed.</summary>
internal sealed class ChatRecord(ChatStarted started)
{
    internal long Number { get; } = started.Chat;

    internal CustomerId Customer { get; } = started.Customer;

    internal QueueName Queue { get; } = started.Queue;

    internal Channel Channel { get; } = started.Channel;

    internal ChatState State { get; set; } = ChatState.Created;

    internal DateTimeOffset? QueuedAt { get; set; }

    internal int Lines { get; set; }

    /// <summary>Whoever has it, or wraps it up.</summary>
    internal AgentId? Agent { get; set; }

    internal long? OpenOffer { get; set; }

    internal long? OpenEffect { get; set; }

    internal HashSet<AgentId> PassedBy { get; } = [];

    internal bool OwesWrapUp { get; set; }

    internal bool WrapUpBegan { get; set; }

    internal DateTimeOffset? WrapUpDueAt { get; set; }

    /// <summary>Older first: the order in which contacts are offered.</summary>
    internal bool ComesBefore(ChatRecord other) =>
        QueuedAt < other.QueuedAt || (QueuedAt == other.QueuedAt && Number < other.Number);
}

/// <summary>What the log has said of one offer so far; kept for ever, for its outcome must come once.</summary>
internal sealed class OfferRecord(OfferMade made, DateTimeOffset at)
{
    internal long Chat { get; } = made.Chat;

    internal AgentId Agent { get; } = made.Agent;

    internal DateTimeOffset MadeAt { get; } = at;

    internal DateTimeOffset DueAt { get; } = made.DueAt;

    internal OfferTrigger? Outcome { get; set; }
}
