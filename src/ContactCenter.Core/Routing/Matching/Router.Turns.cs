namespace ContactCenter.Routing;

/// <summary>Which contact is next for an agent whose queues or channels do not all count alike.</summary>
public sealed partial class Router
{
    /// <summary>Something has changed in a queue for which agents are held: one may be held for nothing.</summary>
    internal bool HoldsInDoubt { get; set; }

    /// <summary>Says how far the channels of an agent are ahead of their shares, or that they take no turns.</summary>
    internal void SetLead(AgentId agent, TurnLead? lead) => _agents[agent].Lead = lead;

    /// <summary>Says whether an agent is offered nothing from one of their queues.</summary>
    internal void SetPaused(AgentId agent, QueueName queue, bool isPaused)
    {
        if (_queues.TryGetValue(queue, out var line) && line.Members.TryGetValue(agent, out var member))
        {
            member.IsPaused = isPaused;
            if (line.SetFree(member, member.MayBeOffered))
            {
                Unsettle(member.Agent);
            }
        }
    }

    /// <summary>
    /// The queue whose turn it is before a match, where its first contact cannot be offered to the agent as things are.
    /// </summary>
    /// <param name="isBlocked">Whether only what the agent has of other channels speaks against a channel.</param>
    internal QueueName? DueBefore(Match match, Func<Channel, bool> isBlocked)
    {
        var agent = _agents[match.Agent];
        var member = _queues[match.Queue].Members[match.Agent];
        var (first, due) = (OrderOf(member, _contacts[match.Contact]), default(QueueName?));
        foreach (var other in agent.Queues)
        {
            var line = other.Queue;
            if (!other.IsPaused && line.Held < line.WaitingCount && isBlocked(line.Channel)
                && line.FirstWaitingFor(other) is { } contact
                && OrderOf(other, contact) is var order && order.CompareTo(first) < 0)
            {
                (first, due) = (order, line.Name);
            }
        }

        return due;
    }

    /// <summary>
    /// The first contact of those queues that come first for an agent, and of those channels whose turn it is. Whoever
    /// is offered to nobody yet comes before whoever may be offered to one more, in whatever queue.
    /// </summary>
    private static WaitingContact? FirstByOrder(FreeAgent agent)
    {
        (WaitingContact Contact, (bool, int, int, Place) Order)? first = null;
        foreach (var member in agent.Queues)
        {
            if (member.Queue.FirstFor(member) is not { } contact)
            {
                continue;
            }

            var order = OrderOf(member, contact);
            if (first is not { } sooner || order.CompareTo(sooner.Order) < 0)
            {
                first = (contact, order);
            }
        }

        return first?.Contact;
    }

    private static (bool, int, int, Place) OrderOf(QueueMember member, WaitingContact contact)
    {
        var place = contact.StandingPlace;
        var lead = member.Agent.Lead?.Of(member.Queue.Channel) ?? 0;
        return (place.IsAsking, member.Membership.Rank, lead, place);
    }
}
