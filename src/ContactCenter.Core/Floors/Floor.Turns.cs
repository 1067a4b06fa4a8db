using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Channels that take turns: what is offered next to an agent of several, and that a turn comes for which there is room
/// only once the agent has finished something else.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>
    /// Agents who are held or were called away, and of whom something has changed: no part of the state, and empty
    /// between batches.
    /// </summary>
    private readonly List<AgentId> _stirred = [];

    /// <summary>Who is held, by id: an index.</summary>
    private readonly SortedSet<string> _heldAgents = new(StringComparer.Ordinal);

    private void Apply(AgentHeld e)
    {
        var agent = _agents[e.Agent];
        agent.HeldFor = e.Queue;
        _heldAgents.Add(agent.Id.Value);
        Router.Queues[e.Queue].Held++;
        SetFree(agent);
    }

    private void Apply(AgentLetGo e)
    {
        var agent = _agents[e.Agent];
        LetGo(agent);
        SetFree(agent);
    }

    /// <summary>Whoever is there no longer is held for nothing.</summary>
    private void LetGo(Agent agent)
    {
        if (agent.HeldFor is { } queue && Router.Queues.TryGetValue(queue, out var line))
        {
            line.Held--;
        }

        agent.HeldFor = null;
        _heldAgents.Remove(agent.Id.Value);
    }

    /// <summary>How an agent's channels take turns by the configuration now.</summary>
    private void TakeTurns(Agent agent)
    {
        agent.Lead = agent.Media.Turns is null ? default : agent.Lead;
        Router.SetLead(agent.Id, agent.Media.Turns is null ? null : agent.Lead);
    }

    /// <summary>An offer is a turn of its channel.</summary>
    private void TakeTurn(OfferMade e, Agent agent, ChatSession chat)
    {
        TakeTurn(e, chat.WaitsIn);
        if (e.Kind == OfferKind.Routed && agent.Media.Turns is { } turns)
        {
            agent.Lead = agent.Lead.After(chat.Channel, turns.WeightOf(chat.Channel));
            Router.SetLead(agent.Id, agent.Lead);
        }
    }

    /// <summary>
    /// Who was called away goes on with their work; who is held and need not be is let go: there is room now, or the
    /// turn cannot come any more.
    /// </summary>
    private void MindStirred()
    {
        LetGoInVain();
        for (var index = 0; index < _stirred.Count; index++)
        {
            if (!_agents.TryGetValue(_stirred[index], out var agent))
            {
                continue;
            }

            GoOn(agent);
            if (agent.HeldFor is { } queue && !IsStillHeld(agent, queue))
            {
                Raise(new AgentLetGo(agent.Id));
            }
        }

        _stirred.Clear();
    }

    /// <summary>
    /// Whoever is held for a contact that is gone, or another's, or nothing for them any more, is let go: that stirs
    /// none of them.
    /// </summary>
    private void LetGoInVain()
    {
        if (!Router.HoldsInDoubt)
        {
            return;
        }

        Router.HoldsInDoubt = false;
        foreach (var id in _heldAgents.ToArray())
        {
            var agent = _agents[id];
            if (!IsStillHeld(agent, agent.HeldFor!.Value))
            {
                Raise(new AgentLetGo(agent.Id));
            }
        }
    }

    /// <summary>What is offered next, when nobody is held for nothing.</summary>
    private Match? NextMatch()
    {
        LetGoInVain();
        return Router.Next(_now);
    }

    private bool IsStillHeld(Agent agent, QueueName queue) =>
        agent.Media.Turns is not null
        && Router.Queues.TryGetValue(queue, out var line)
        && line.Members.TryGetValue(agent.Id, out var member)
        && !member.IsPaused
        && line.Held <= line.WaitingCount
        && line.FirstWaitingFor(member) is not null
        && IsBlocked(agent, line.Channel);

    /// <summary>An agent gets nothing of a channel only because of what they have of others.</summary>
    private static bool IsBlocked(Agent agent, Channel channel) =>
        agent.AvailabilityFor(channel) == Availability.Available
        && !agent.IsCoolingOff(channel)
        && agent.Load[channel] < agent.Media.Capacity(channel)
        && !agent.Media.HasRoom(agent.Load, channel)
        && !agent.GetsThrough(channel);

    /// <summary>The queue for which an agent is held rather than offered what has been found for them.</summary>
    private QueueName? HoldsFor(Match match, Agent agent) =>
        agent.Media.Turns is null ? null : DueBefore(match, agent);

    // Beside the question whether there are turns at all, which nearly always is the whole answer.
    private QueueName? DueBefore(Match match, Agent agent) =>
        Router.DueBefore(match, channel => IsBlocked(agent, channel));
}
