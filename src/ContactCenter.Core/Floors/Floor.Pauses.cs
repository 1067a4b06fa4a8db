using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Single queues that agents pause while they go on serving the others.</summary>
internal sealed partial class Floor
{
    private Rejection? Pause(MakeIdle c, Agent agent, QueueName queue)
    {
        if (MayPause(c.By, agent, queue, c.Reason) is { } refused)
        {
            return refused;
        }

        var code = c.Code ?? Configuration.DefaultIdleCode;
        Pause(agent, queue, Availability.Idle, code, until: null, c.By, c.Reason);
        return null;
    }

    private Rejection? Resume(MakeAvailable c, QueueName queue)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        if (MayPause(c.By, agent, queue, c.Reason) is { } refused)
        {
            return refused;
        }

        if (agent.PauseOf(queue) is null)
        {
            return Rejections.NotAllowed.About(Availability.Available, AvailabilityTrigger.GoAvailable);
        }

        Raise(new QueueResumed(agent.Id, queue, c.By));
        return null;
    }

    private Rejection? MayPause(Actor by, Agent agent, QueueName queue, string? reason) =>
        Clean(reason, "reason")
            ?? Clean(queue.Value, "queue")
            ?? agent.MayPause(by, queue, reason)
            ?? Supervised(by, SupervisorRights.ChangeState, agent);

    /// <summary>Pauses a queue, and takes back what they are offered from it.</summary>
    private void Pause(
        Agent agent,
        QueueName queue,
        Availability availability,
        string? code,
        DateTimeOffset? until,
        Actor by,
        string? reason)
    {
        Raise(new QueuePaused(agent.Id, queue, availability, code, until, by, reason));
        foreach (var number in agent.Offers.ToArray())
        {
            var offer = _offers[number];
            if (offer.Kind == OfferKind.Routed && _chats[offer.Chat].WaitsIn == queue)
            {
                CloseOffer(offer, OfferTrigger.Withdraw);
            }
        }
    }

    private void Apply(QueuePaused e, DateTimeOffset at)
    {
        _agents[e.Agent].Apply(e, at);
        MindPause(_agents[e.Agent], e.Queue);
        SetFree(_agents[e.Agent]);
        Attend(_agents[e.Agent], at);
        if (e.Until is { } until)
        {
            Alarms.Set(new Alarm(until, AlarmKind.CoolOff, 0, 0, Actor.Agent(e.Agent)));
        }
    }

    private void Apply(QueueResumed e, DateTimeOffset at)
    {
        _agents[e.Agent].Apply(e, at);
        MindPause(_agents[e.Agent], e.Queue);
        SetFree(_agents[e.Agent]);
        Attend(_agents[e.Agent], at);
        if (e.By.Kind != ActorKind.System)
        {
            ForgetDeclined(e.Agent, chat => chat.WaitsIn == e.Queue);
        }
    }

    /// <summary>Says to the router what an agent has paused; what they serve no longer is paused no longer.</summary>
    private void TakePauses(Agent agent)
    {
        if (agent.QueuePauses is not null)
        {
            agent.Resume(pause => !agent.Profile.Queues.Contains(pause.Queue.Value));
            foreach (var pause in agent.QueuePauses ?? [])
            {
                MindPause(agent, pause.Queue);
            }
        }

        foreach (var (_, part) in agent.Contacts.Count == 0 ? [] : PartsOf(agent).Where(one => one.Part.HoldsQueue))
        {
            MindPause(agent, part.AcceptedFrom);
        }
    }

    /// <summary>Whether an agent is offered something from a queue, or has paused it, or wraps up in it.</summary>
    private void MindPause(Agent agent, QueueName queue) =>
        Router.SetPaused(agent.Id, queue, agent.PauseOf(queue) is not null || WrapsUpFor(agent, queue));

    /// <summary>A wrap-up keeps an agent from other contacts of a queue.</summary>
    private bool WrapsUpFor(Agent agent, QueueName queue) => agent.Contacts.Count > 0
        && PartsOf(agent).Any(one => one.Part.HoldsQueue && one.Part.AcceptedFrom == queue);
}
