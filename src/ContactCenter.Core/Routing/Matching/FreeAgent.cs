namespace ContactCenter.Routing;

/// <summary>An agent as the router sees one: which queues they serve, which channels they have room for.</summary>
internal sealed class FreeAgent(AgentId id)
{
    internal AgentId Id { get; } = id;

    /// <summary>Nobody but them; never changed, so that all who ask them alone share it.</summary>
    internal AgentId[] Alone => field ??= [Id];

    internal AttributeBag Attributes { get; set; } = AttributeBag.Empty;

    /// <summary>A place in each queue that they serve.</summary>
    internal QueueMember[] Queues { get; set; } = [];

    /// <summary>A bit for each channel with room; 0 for an agent who gets nothing.</summary>
    internal int OpenChannels { get; set; }

    /// <summary>A bit for each of those that they have room for only by interrupting what they do.</summary>
    internal int Interrupting { get; set; }

    internal DateTimeOffset Since { get; set; }

    /// <summary>When they were last given a contact, or finished one.</summary>
    internal DateTimeOffset ServedAt { get; set; }

    /// <summary>How much of each channel's room is taken, in parts of 10,000.</summary>
    internal Occupancy Occupancy { get; set; }

    /// <summary>They have become free, and what they could take has not been looked at yet.</summary>
    internal bool IsUnsettled { get; set; }

    /// <summary>Some of their queues come before others.</summary>
    internal bool HasRanks { get; set; }

    /// <summary>How far their channels are ahead of their shares; null where they take no turns.</summary>
    internal TurnLead? Lead { get; set; }

    /// <summary>What comes first for them is not what comes first by priority and age alone.</summary>
    internal bool HasOrder => HasRanks || Lead is not null;

    internal bool IsCalledAwayTo(QueueLine queue) => (Interrupting & (1 << (int)queue.Channel)) != 0;

    internal bool IsFreeFor(QueueLine queue) => (OpenChannels & (1 << (int)queue.Channel)) != 0;
}
