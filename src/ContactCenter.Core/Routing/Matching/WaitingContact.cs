namespace ContactCenter.Routing;

/// <summary>
/// A contact's place in a queue. It keeps the place while it is offered, and through every return. Once it is forgotten
/// another contact is written over it.
/// </summary>
internal sealed class WaitingContact
{
    private ContactNeeds _needs = ContactNeeds.None;
    private long _since;

    // As it stands: whether it is offered may have changed since.
    private bool _standsAsking;

    internal long Number { get; private set; }

    internal QueueLine Queue { get; private set; } = null!;

    internal Place Place { get; set; }

    internal DateTimeOffset Since => new(_since, TimeSpan.Zero);

    internal ContactNeeds Needs
    {
        get => _needs;
        set => (_needs, HasPreferences) = (value, !value.Preferred.IsEmpty);
    }

    /// <summary>It asks for somebody before all others, if they are free.</summary>
    internal bool HasPreferences { get; private set; }

    /// <summary>The line in which it stands; null while it is in none.</summary>
    internal Need? Need { get; private set; }

    /// <summary>Where it stands in that line; null while it is in none.</summary>
    internal Place? StandsAt => Need is null ? null : StandingPlace;

    /// <summary>The same of one that stands in a line.</summary>
    internal Place StandingPlace => _standsAsking ? Place.AsAsking : Place;

    /// <summary>Offered to somebody, rather than in the line.</summary>
    internal bool IsOffered { get; set; }

    /// <summary>In the line, rather than with agents as an offer.</summary>
    internal bool InLine => !IsOffered;

    /// <summary>
    /// The agents who have an open offer of it; null for none, or where nobody has told. Shared, so never changed.
    /// </summary>
    internal AgentId[]? Asked { get; set; }

    /// <summary>How many agents may have an open offer of it at the same time.</summary>
    internal int Wanted { get; set; }

    /// <summary>It is offered, and more agents are to be asked.</summary>
    internal bool WantsMore => IsOffered && Asked is not null && Asked.Length < Wanted;

    /// <summary>
    /// The agents who missed or refused it, who come after all others; among themselves whoever did so longest ago
    /// comes first. Null for most.
    /// </summary>
    internal List<AgentId>? PassedBy { get; set; }

    /// <summary>The agent who hands it over and must not be offered it; null for most.</summary>
    internal AgentId? Barred { get; private set; }

    /// <summary>Some who meet what it asks for must not be offered it.</summary>
    internal bool IsParticular =>
        Barred is not null || Asked is { Length: > 0 } || Needs.ReservedFor is not null || !Needs.Excluded.IsEmpty;

    /// <summary>How many have passed it by: a draw is not the same for the next.</summary>
    internal int Passes => PassedBy?.Count ?? 0;

    internal bool HasPassed(AgentId agent) => PassedBy?.Contains(agent) == true;

    /// <summary>When an agent's turn is by what they have passed by: 0 for the others, who come first.</summary>
    internal int PassOf(AgentId agent) => 1 + (PassedBy?.IndexOf(agent) ?? -1);

    internal bool Accepts(AgentId agent) =>
        Barred != agent
        && Asked?.Contains(agent) != true
        && (Needs.ReservedFor is not { } only || only == agent)
        && !Needs.Excluded.Contains(agent);

    /// <summary>A contact begins to wait; nothing is left of the one that was written here before.</summary>
    internal void Begin(
        long number, QueueLine queue, Place place, DateTimeOffset since, ContactNeeds needs, AgentId? barred)
    {
        (Number, Queue, Place, _since, Needs, Barred) = (number, queue, place, since.UtcTicks, needs, barred);
        (IsOffered, Wanted, Asked, PassedBy) = (false, 0, null, null);
    }

    internal void StandIn(Need need) => (Need, _standsAsking) = (need, IsOffered);

    internal void Leave() => Need = null;
}
