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

    internal WaitingContact? MatchableHead => Free.Count > 0 ? Waiting.Min : null;

    /// <summary>
    /// The longest available agent whom the contact has not passed by already, else the longest available.
    /// </summary>
    internal FreeAgent Choose(WaitingContact contact)
    {
        if (contact.PassedBy is { } passed)
        {
            // At most one step more than there are agents who passed the contact by.
            foreach (var agent in Free)
            {
                if (!passed.Contains(agent.Id))
                {
                    return agent;
                }
            }
        }

        return Free.Min!;
    }
}
