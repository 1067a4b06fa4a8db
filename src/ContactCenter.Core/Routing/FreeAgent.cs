namespace ContactCenter.Routing;

/// <summary>An agent as the router sees one: which queues they serve, which channels they have room for.</summary>
internal sealed class FreeAgent(AgentId id)
{
    internal AgentId Id { get; } = id;

    internal QueueLine[] Queues { get; set; } = [];

    /// <summary>A bit for each channel with room; 0 for an agent who gets nothing.</summary>
    internal int OpenChannels { get; set; }

    internal DateTimeOffset Since { get; set; }

    internal bool IsFreeFor(QueueLine queue) => (OpenChannels & (1 << (int)queue.Channel)) != 0;

    /// <summary>Longest available first; the id breaks the tie.</summary>
    internal static int Compare(FreeAgent one, FreeAgent other)
    {
        var byTime = one.Since.UtcTicks.CompareTo(other.Since.UtcTicks);
        return byTime != 0 ? byTime : string.CompareOrdinal(one.Id.Value, other.Id.Value);
    }
}
