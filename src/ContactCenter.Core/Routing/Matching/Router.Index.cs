namespace ContactCenter.Routing;

/// <summary>The index: what must be moved so that the next match is at hand.</summary>
public sealed partial class Router
{
    internal IReadOnlyDictionary<QueueName, QueueLine> Queues => _queues;

    internal WaitingContact? Find(long contact) => _contacts.GetValueOrDefault(contact);

    internal FreeAgent Find(AgentId agent) => _agents[agent];

    internal void AddQueue(QueueName queue, Channel channel, QueueRules rules)
    {
        if (!_queues.TryGetValue(queue, out var line))
        {
            _queues.Add(queue, line = new QueueLine(queue, channel));
        }

        if (line.Rules == rules && line.Channel == channel)
        {
            return;
        }

        Doubt(line);

        // Where agents stand depends on both.
        var members = line.Members.Values.ToArray();
        Array.ForEach(members, member => line.SetFree(member, false));
        line.Channel = line.WaitingCount == 0 ? channel : line.Channel;
        line.Rules = rules;
        Array.ForEach(members, member => line.SetFree(member, member.MayBeOffered));
        UnsettleAll(line);
    }

    internal void Wait(long contact, QueueName queue, DateTimeOffset since, ContactNeeds needs, AgentId? barred)
    {
        var line = _queues[queue];
        var place = line.Rules.PlaceOf(contact, since, needs);
        var waiting = _forgotten.TryPop(out var forgotten) ? forgotten : new WaitingContact();
        waiting.Begin(contact, line, place, since, needs, barred);
        _contacts.Add(contact, waiting);
        line.Length += barred is null ? 1 : 0;
        Seat(waiting);
    }

    internal void Offer(long contact, FreeAgent agent, int wanted)
    {
        var waiting = _contacts[contact];
        (waiting.IsOffered, waiting.Wanted) = (true, wanted);
        waiting.Asked = waiting.Asked is null ? agent.Alone : [.. waiting.Asked, agent.Id];
        Seat(waiting);
    }

    /// <summary>A contact asks for something else, or is of another priority; it keeps its age.</summary>
    internal void Change(long contact, ContactNeeds needs)
    {
        var waiting = _contacts[contact];
        Leave(waiting);
        waiting.Needs = needs;
        waiting.Place = waiting.Queue.Rules.PlaceOf(contact, waiting.Since, needs);
        Seat(waiting);
    }

    /// <summary>An agent had a turn in a queue: in a round they come last now.</summary>
    internal void SetTurn(AgentId agent, QueueName queue, long turn)
    {
        if (_queues.TryGetValue(queue, out var line) && line.Members.TryGetValue(agent, out var member))
        {
            member.Turn = turn;
            line.SetFree(member, member.IsFree);
        }
    }

    /// <summary>Says whether contacts are offered from a queue; those that wait in it keep their places.</summary>
    internal void SetOpen(QueueName queue, bool isOpen)
    {
        var line = _queues[queue];
        if (line.Rules.IsClosed == isOpen)
        {
            line.Rules = line.Rules with { IsClosed = !isOpen };
            Doubt(line);
            UnsettleAll(line);
        }
    }

    /// <summary>Restores what <see cref="Return(long, AgentId?)"/> has gathered about a contact.</summary>
    internal void PassBy(long contact, IEnumerable<AgentId> agents) => _contacts[contact].PassedBy = [.. agents];

    internal void Remove(QueueName queue)
    {
        if (_queues.Remove(queue, out var line))
        {
            _unsettledQueues.Remove(line);
            foreach (var member in line.Members.Values.ToArray())
            {
                line.Remove(member);
                member.Agent.Queues = [.. member.Agent.Queues.Where(other => other != member)];
            }
        }
    }

    internal void Remove(AgentId agent)
    {
        if (_agents.Remove(agent, out var free))
        {
            foreach (var member in free.Queues)
            {
                member.Queue.Remove(member);
            }

            free.Queues = [];
        }
    }

    private void Serve(FreeAgent agent, AttributeBag attributes, ReadOnlySpan<QueueMembership> queues)
    {
        var members = new QueueMember[queues.Length];
        for (var index = 0; index < queues.Length; index++)
        {
            var (membership, line) = (queues[index], _queues[queues[index].Queue]);
            members[index] = line.Members.GetValueOrDefault(agent.Id) is { } known && known.Agent == agent
                ? known
                : new QueueMember(agent, line, membership);
        }

        foreach (var member in agent.Queues)
        {
            member.Queue.SetFree(member, false);
            if (!members.AsSpan().Contains(member))
            {
                member.Queue.Remove(member);
            }
        }

        agent.Attributes = attributes;
        agent.HasRanks = false;
        for (var index = 0; index < members.Length; index++)
        {
            var member = members[index];
            member.Membership = queues[index];
            agent.HasRanks |= queues[index].Rank != queues[0].Rank;
            member.Queue.Keep(member);
            member.Queue.SetFree(member, member.MayBeOffered);
        }

        agent.Queues = members;
        Unsettle(agent);
    }

    internal void SetFree(
        FreeAgent agent,
        DateTimeOffset since,
        DateTimeOffset servedAt,
        int openChannels,
        Occupancy occupancy,
        int interrupting = 0)
    {
        if (agent.OpenChannels == openChannels && agent.Since == since && agent.Interrupting == interrupting
            && agent.ServedAt == servedAt && agent.Occupancy == occupancy)
        {
            return;
        }

        (agent.OpenChannels, agent.Since, agent.ServedAt, agent.Occupancy, agent.Interrupting) =
            (openChannels, since, servedAt, occupancy, interrupting);
        var isNew = false;
        foreach (var member in agent.Queues)
        {
            isNew |= member.Queue.SetFree(member, member.MayBeOffered);
        }

        if (isNew)
        {
            Unsettle(agent);
        }
    }

    /// <summary>Puts a contact where it belongs: into the line, among those who want more, or nowhere.</summary>
    private void Seat(WaitingContact contact)
    {
        Leave(contact);
        if (contact.InLine || contact.WantsMore)
        {
            contact.Queue.Put(contact);
        }

        NoteUnsettled(contact.Queue);
    }

    private void Leave(WaitingContact contact)
    {
        if (contact.Need is not null)
        {
            contact.Queue.Take(contact);
            Doubt(contact.Queue);
        }
    }

    private void Doubt(QueueLine queue) => HoldsInDoubt |= queue.Held > 0;

    private static void PassBy(WaitingContact contact, AgentId agent)
    {
        // Who has passed it by once more is now the last of them to be asked.
        (contact.PassedBy ??= []).Remove(agent);
        contact.PassedBy.Add(agent);
    }
}
