namespace ContactCenter.Routing;

/// <summary>
/// One queue: the contacts that wait in it, by what they need, and the agents who are free for it, both in order.
/// </summary>
internal sealed partial class QueueLine(QueueName name, Channel channel)
{
    private readonly NeedLists _lists = new();
    private readonly HashSet<AgentId> _delayed = [];

    internal QueueName Name { get; } = name;

    internal Channel Channel { get; set; } = channel;

    internal QueueRules Rules { get; set; } = QueueRules.Default;

    internal FreeAgents Free { get; } = new();

    /// <summary>Everyone who serves the queue, free or not.</summary>
    internal Dictionary<AgentId, QueueMember> Members { get; } = [];

    /// <summary>How many wait, those that are being offered left out.</summary>
    internal int WaitingCount { get; private set; }

    /// <summary>
    /// How many wait or are being offered, for the first time or again; what is handed over is with an agent still.
    /// </summary>
    internal int Length { get; set; }

    /// <summary>How many agents are held for it, so that they are offered its contacts next.</summary>
    internal int Held { get; set; }

    /// <summary>Those that wait, in order. Costs what it looks at, and a little for each need.</summary>
    internal IEnumerable<WaitingContact> Waiting =>
        From(Place.First).TakeWhile(entry => !entry.Key.IsAsking).Select(entry => entry.Value);

    /// <summary>The same, and behind them those that are offered and may be offered to one more.</summary>
    internal IEnumerable<WaitingContact> Offerable => From(Place.First).Select(entry => entry.Value);

    /// <summary>Puts a contact into the line of those who need the same.</summary>
    internal void Put(WaitingContact contact)
    {
        var need = NeedOf(contact);
        contact.StandIn(need);
        var place = contact.StandingPlace;
        need.Contacts.Add(place, contact);
        WaitingCount += place.IsAsking ? 0 : 1;
        if (need.First is null || place.CompareTo(need.Head) < 0)
        {
            Lead(need, contact, place);
            Unsettle(need);
        }
    }

    internal void Take(WaitingContact contact)
    {
        var (need, place) = (contact.Need!, contact.StandingPlace);
        contact.Leave();
        need.Contacts.Remove(place);
        WaitingCount -= place.IsAsking ? 0 : 1;
        if (need.Contacts.Count == 0)
        {
            Lead(need, null, default);
            Rest(need);
        }
        else if (need.First == contact)
        {
            ref readonly var next = ref need.Contacts.First;
            Lead(need, next.Value, next.Key);
        }
    }

    /// <summary>Somebody serves the queue, or serves it in another way; they are not free at the moment.</summary>
    internal void Keep(QueueMember member)
    {
        Members[member.Agent.Id] = member;
        if (member.Membership.Delay > TimeSpan.Zero && _delayed.Add(member.Agent.Id) && _delayed.Count == 1)
        {
            NumberAgain();
        }

        member.Ask(_traits);
    }

    internal void Remove(QueueMember member)
    {
        SetFree(member, false);
        Members.Remove(member.Agent.Id);
        _delayed.Remove(member.Agent.Id);
    }

    /// <summary>Puts a member among the free, at the place that they have now, or takes them out.</summary>
    /// <returns>Whether they are free now and were not before.</returns>
    internal bool SetFree(QueueMember member, bool isFree)
    {
        var (wasFree, standing) = (member.IsFree, isFree ? Rules.StandingOf(member) : default);
        if (wasFree && isFree && standing == member.Standing)
        {
            return false;
        }

        if (wasFree)
        {
            Free.Remove(member);
        }

        if (isFree)
        {
            member.Standing = standing;
            Free.Add(member);
        }

        return isFree && !wasFree;
    }
}
