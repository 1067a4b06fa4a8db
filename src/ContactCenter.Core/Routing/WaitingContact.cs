namespace ContactCenter.Routing;

/// <summary>A contact's place in a queue. It keeps the place while it is offered, and through every return.</summary>
internal sealed class WaitingContact(long number, QueueLine queue, DateTimeOffset since)
{
    internal long Number { get; } = number;

    internal QueueLine Queue { get; } = queue;

    internal DateTimeOffset Since { get; } = since;

    /// <summary>Offered to somebody, rather than in the line.</summary>
    internal bool IsOffered { get; set; }

    /// <summary>In the line, rather than with agents as an offer.</summary>
    internal bool InLine => !IsOffered;

    /// <summary>The agents who have an open offer of it; null for none, or where nobody has told.</summary>
    internal List<AgentId>? Asked { get; set; }

    /// <summary>How many agents may have an open offer of it at the same time.</summary>
    internal int Wanted { get; set; }

    /// <summary>It is offered, and more agents are to be asked.</summary>
    internal bool WantsMore => Asked is not null && Asked.Count < Wanted;

    /// <summary>The agents who missed or refused it, who come after all others; null for most.</summary>
    internal List<AgentId>? PassedBy { get; set; }

    /// <summary>The agent who hands it over and must not be offered it; null for most.</summary>
    internal AgentId? Barred { get; set; }

    /// <summary>Whether an agent, though free, is not to be offered it: they have it on the screen, or hand it over.
    /// </summary>
    internal bool Excludes(AgentId agent) => Barred == agent || Asked?.Contains(agent) == true;

    /// <summary>Oldest first; the number breaks the tie, for numbers count up.</summary>
    internal static int Compare(WaitingContact one, WaitingContact other)
    {
        var byAge = one.Since.UtcTicks.CompareTo(other.Since.UtcTicks);
        return byAge != 0 ? byAge : one.Number.CompareTo(other.Number);
    }
}
