namespace ContactCenter.Routing;

/// <summary>The index: what must be moved so that the next match is at hand.</summary>
public sealed partial class Router
{
    internal IReadOnlyDictionary<QueueName, QueueLine> Queues => _queues;

    internal WaitingContact? Find(long contact) => _contacts.GetValueOrDefault(contact);

    internal void SetFree(AgentId agent, DateTimeOffset since, int openChannels)
    {
        var free = _agents[agent];
        if (free.OpenChannels != openChannels || free.Since != since)
        {
            List(free, openChannels, since);
        }
    }

    /// <summary>Restores what <see cref="Return(long, AgentId?)"/> has gathered about a contact.</summary>
    internal void PassBy(long contact, IEnumerable<AgentId> agents) => _contacts[contact].PassedBy = [.. agents];

    internal void Remove(QueueName queue)
    {
        // A queue without a listed head is not there, and has nothing to be compared by.
        if (_queues.Remove(queue, out var line) && line.ListedHead is not null)
        {
            _matchable.Remove(line);
        }
    }

    internal void Remove(AgentId agent)
    {
        if (_agents.ContainsKey(agent))
        {
            Serve(agent);
            _agents.Remove(agent);
        }
    }

    /// <summary>Puts a contact where it belongs: into the line, among those who want more, or nowhere.</summary>
    private void Place(WaitingContact contact)
    {
        var queue = contact.Queue;
        if (contact.InLine)
        {
            queue.Asking.Remove(contact);
            queue.Waiting.Add(contact);
        }
        else
        {
            queue.Waiting.Remove(contact);
            _ = contact.WantsMore ? queue.Asking.Add(contact) : queue.Asking.Remove(contact);
        }

        Relist(queue);
    }

    private static void PassBy(WaitingContact contact, AgentId agent)
    {
        if (contact.PassedBy?.Contains(agent) != true)
        {
            (contact.PassedBy ??= []).Add(agent);
        }
    }

    private void List(FreeAgent agent, int openChannels, DateTimeOffset since)
    {
        // The order depends on what changes, so the agent leaves every list before it does.
        foreach (var queue in agent.Queues)
        {
            if (agent.IsFreeFor(queue))
            {
                queue.Free.Remove(agent);
            }
        }

        (agent.OpenChannels, agent.Since) = (openChannels, since);
        foreach (var queue in agent.Queues)
        {
            if (agent.IsFreeFor(queue))
            {
                queue.Free.Add(agent);
            }

            Relist(queue);
        }
    }

    private void Relist(QueueLine queue)
    {
        var head = queue.MatchableHead;
        if (ReferenceEquals(head, queue.ListedHead) && (head?.IsOffered == true) == queue.IsListedAsOffered)
        {
            return;
        }

        if (queue.ListedHead is not null)
        {
            _matchable.Remove(queue);
        }

        (queue.ListedHead, queue.IsListedAsOffered) = (head, head?.IsOffered == true);
        if (head is not null)
        {
            _matchable.Add(queue);
        }
    }
}
