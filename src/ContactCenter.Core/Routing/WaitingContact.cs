namespace ContactCenter.Routing;

/// <summary>A contact's place in a queue. It keeps the place while it is offered, and through every return.</summary>
internal sealed class WaitingContact(long number, QueueLine queue, DateTimeOffset since)
{
    internal long Number { get; } = number;

    internal QueueLine Queue { get; } = queue;

    internal DateTimeOffset Since { get; } = since;

    /// <summary>In the line, rather than with an agent as an offer.</summary>
    internal bool InLine { get; set; }

    /// <summary>The agents who missed or refused it, who come after all others; null for most.</summary>
    internal List<AgentId>? PassedBy { get; set; }

    /// <summary>The agent who hands it over and must not be offered it; null for most.</summary>
    internal AgentId? Barred { get; set; }

    /// <summary>Oldest first; the number breaks the tie, for numbers count up.</summary>
    internal static int Compare(WaitingContact one, WaitingContact other)
    {
        var byAge = one.Since.UtcTicks.CompareTo(other.Since.UtcTicks);
        return byAge != 0 ? byAge : one.Number.CompareTo(other.Number);
    }
}
