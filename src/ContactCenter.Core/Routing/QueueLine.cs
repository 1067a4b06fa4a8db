namespace ContactCenter.Routing;

/// <summary>One queue: the contacts that wait in it and the agents who are free for it, both in order.</summary>
internal sealed class QueueLine(QueueName name, Channel channel)
{
    private static readonly Comparer<WaitingContact> ByAge =
        Comparer<WaitingContact>.Create(WaitingContact.Compare);

    private static readonly Comparer<FreeAgent> ByTime = Comparer<FreeAgent>.Create(FreeAgent.Compare);

    internal QueueName Name { get; } = name;

    internal Channel Channel { get; set; } = channel;

    /// <summary>Its contacts are not offered: agents take them.</summary>
    internal bool IsManual { get; set; }

    internal SortedSet<WaitingContact> Waiting { get; } = new(ByAge);

    /// <summary>The contacts that are offered, to fewer agents than are to be asked.</summary>
    internal SortedSet<WaitingContact> Asking { get; } = new(ByAge);

    internal SortedSet<FreeAgent> Free { get; } = new(ByTime);

    /// <summary>Everyone who serves the queue, free or not: for explanations.</summary>
    internal HashSet<AgentId> Served { get; } = [];

    /// <summary>The head as it stands in the router's order of matchable queues; null when it is not there.</summary>
    internal WaitingContact? ListedHead { get; set; }

    /// <summary>The listed head was offered to somebody when it was listed.</summary>
    internal bool IsListedAsOffered { get; set; }

    /// <summary>
    /// The first contact that somebody free may be offered; null when there is none. Nobody is offered to a second
    /// agent while somebody waits who is offered to none.
    /// </summary>
    internal WaitingContact? MatchableHead =>
        Free.Count == 0 || IsManual ? null : FirstOf(Waiting) ?? FirstOf(Asking);

    // A free agent has, or hands over, few contacts at a time, so the search is short.
    private WaitingContact? FirstOf(SortedSet<WaitingContact> contacts)
    {
        foreach (var contact in contacts)
        {
            if (IsTakeable(contact))
            {
                return contact;
            }
        }

        return null;
    }

    private bool IsTakeable(WaitingContact contact)
    {
        var excluded = (contact.Asked?.Count ?? 0) + (contact.Barred is null ? 0 : 1);
        if (Free.Count > excluded)
        {
            return true;
        }

        foreach (var agent in Free)
        {
            if (!contact.Excludes(agent.Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The longest available agent whom the contact has not passed by already, else the longest available.
    /// </summary>
    internal FreeAgent Choose(WaitingContact contact)
    {
        if (contact.PassedBy is null && contact.Barred is null && contact.Asked is null)
        {
            return Free.Min!;
        }

        // A few steps more than there are agents who passed the contact by, or have it on the screen.
        FreeAgent? second = null;
        foreach (var agent in Free)
        {
            if (contact.Excludes(agent.Id))
            {
                continue;
            }

            if (contact.PassedBy?.Contains(agent.Id) != true)
            {
                return agent;
            }

            second ??= agent;
        }

        return second!;
    }
}
