namespace ContactCenter.Routing;

/// <summary>One queue: the contacts that wait in it and the agents who are free for it, both in order.</summary>
internal sealed class QueueLine(QueueName name, Channel channel)
{
    private static readonly Comparer<WaitingContact> ByAge =
        Comparer<WaitingContact>.Create(WaitingContact.Compare);

    private static readonly Comparer<FreeAgent> ByTime = Comparer<FreeAgent>.Create(FreeAgent.Compare);

    internal QueueName Name { get; } = name;

    internal Channel Channel { get; set; } = channel;

    internal SortedSet<WaitingContact> Waiting { get; } = new(ByAge);

    internal SortedSet<FreeAgent> Free { get; } = new(ByTime);

    /// <summary>Everyone who serves the queue, free or not: for explanations.</summary>
    internal HashSet<AgentId> Served { get; } = [];

    /// <summary>The head as it stands in the router's order of matchable queues; null when it is not there.</summary>
    internal WaitingContact? ListedHead { get; set; }

    /// <summary>The first contact that somebody free may be offered; null when there is none.</summary>
    internal WaitingContact? MatchableHead
    {
        get
        {
            if (Free.Count == 0 || Waiting.Min is not { } head)
            {
                return null;
            }

            if (Free.Count > 1 || head.Barred is null)
            {
                return head;
            }

            // One agent is free. They hand over few contacts at a time, so the search is short.
            var only = Free.Min!.Id;
            foreach (var contact in Waiting)
            {
                if (contact.Barred != only)
                {
                    return contact;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// The longest available agent whom the contact has not passed by already, else the longest available.
    /// </summary>
    internal FreeAgent Choose(WaitingContact contact)
    {
        if (contact.PassedBy is null && contact.Barred is null)
        {
            return Free.Min!;
        }

        // At most two steps more than there are agents who passed the contact by.
        FreeAgent? second = null;
        foreach (var agent in Free)
        {
            if (agent.Id == contact.Barred)
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
