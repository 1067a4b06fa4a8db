using ContactCenter.Agents;

namespace ContactCenter.Floors;

/// <summary>What each event of an agent leaves in the state.</summary>
internal sealed partial class Floor
{
    private void Apply(AgentEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case AvailabilityChanged e:
                Apply(e, at);
                break;
            case QueuePaused e:
                Apply(e, at);
                break;
            case QueueResumed e:
                Apply(e, at);
                break;
            case RonaCounted e:
                Apply(e, at);
                break;
            case CoolOffEnded e:
                Apply(e, at);
                break;
            case AgentHeld e:
                Apply(e);
                break;
            case AgentLetGo e:
                Apply(e);
                break;
            case PaceEased e:
                Apply(e, at);
                break;
            case AgentActive e:
                _agents[e.Agent].ActiveAt = at;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    private void Apply(AvailabilityChanged e, DateTimeOffset at)
    {
        var agent = _agents[e.Agent];
        Count(e, agent, at);
        var pauses = agent.QueuePauses?.ToArray();
        agent.Apply(e, at);
        foreach (var pause in pauses ?? [])
        {
            MindPause(agent, pause.Queue);
        }

        SetFree(agent);
        Attend(agent, at);
        if (e.Trigger == AvailabilityTrigger.GoAvailable)
        {
            ForgetDeclined(e.Agent, e.Channel);
        }
    }

    private void Apply(CoolOffEnded e, DateTimeOffset at)
    {
        var agent = _agents[e.Agent];
        agent.Apply(e, at);
        SetFree(agent);
        Attend(agent, at);
        if (e.By.Kind != ActorKind.System)
        {
            ForgetDeclined(e.Agent, e.Channel);
        }
    }

    private void Apply(RonaCounted e, DateTimeOffset at)
    {
        var agent = _agents[e.Agent];
        agent.Apply(e, at);
        if (e.Until is { } until)
        {
            Alarms.Set(new Alarm(until, AlarmKind.CoolOff, 0, 0, Actor.Agent(e.Agent)));
        }

        SetFree(agent);
    }

    private void SetFree(Agent agent)
    {
        var offered = agent.Offers is [.., var newest] ? _offers[newest].MadeAt : default;
        agent.LongestSince = offered > agent.RestedSince ? offered : agent.RestedSince;
        agent.Work = WorkOf(agent);
        Router.SetFree(
            agent.InRouter,
            agent.LongestSince,
            ServedAt(agent, offered),
            agent.OpenChannels,
            OccupancyOf(agent),
            agent.Work == default ? 0 : agent.ChannelsThrough);
        WatchInactivity(agent);
        if (agent.HeldFor is not null || agent.Interrupter != 0)
        {
            _stirred.Add(agent.Id);
        }
    }
}
