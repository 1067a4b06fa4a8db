namespace ContactCenter.Routing;

/// <summary>A contact's place in a queue. It keeps the place while it is offered, and through every return.</summary>
internal sealed class WaitingContact(
    long number, QueueLine queue, Place place, DateTimeOffset since, ContactNeeds needs)
{
    internal long Number { get; } = number;

    internal QueueLine Queue { get; } = queue;

    internal Place Place { get; set; } = place;

    internal DateTimeOffset Since { get; } = since;

    internal ContactNeeds Needs { get; set; } = needs;

    /// <summary>The line in which it stands, or stood before it was offered.</summary>
    internal Need? Need { get; set; }

    /// <summary>Where it stands in that line; null while it is in none.</summary>
    internal Place? StandsAt { get; set; }

    /// <summary>Offered to somebody, rather than in the line.</summary>
    internal bool IsOffered { get; set; }

    /// <summary>In the line, rather than with agents as an offer.</summary>
    internal bool InLine => !IsOffered;

    /// <summary>The agents who have an open offer of it; null for none, or where nobody has told.</summary>
    internal List<AgentId>? Asked { get; set; }

    /// <summary>How many agents may have an open offer of it at the same time.</summary>
    internal int Wanted { get; set; }

    /// <summary>It is offered, and more agents are to be asked.</summary>
    internal bool WantsMore => IsOffered && Asked is not null && Asked.Count < Wanted;

    /// <summary>The agents who missed or refused it, who come after all others; null for most.</summary>
    internal List<AgentId>? PassedBy { get; set; }

    /// <summary>The agent who hands it over and must not be offered it; null for most.</summary>
    internal AgentId? Barred { get; set; }

    /// <summary>Some who meet what it asks for must not be offered it.</summary>
    internal bool IsParticular =>
        Barred is not null || Asked is { Count: > 0 } || Needs.ReservedFor is not null || !Needs.Excluded.IsEmpty;

    /// <summary>How many have passed it by: a draw is not the same for the next.</summary>
    internal int Passes => PassedBy?.Count ?? 0;

    internal bool HasPassed(AgentId agent) => PassedBy?.Contains(agent) == true;

    internal bool Accepts(AgentId agent) =>
        Barred != agent
        && Asked?.Contains(agent) != true
        && (Needs.ReservedFor is not { } only || only == agent)
        && !Needs.Excluded.Contains(agent);
}
