using ContactCenter.Agents;

namespace ContactCenter.Floors;

/// <summary>Agents who are offered so many contacts in a time, and no more.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(EasePace c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent) || !(agent.EasesAt <= _now))
        {
            return Rejections.EffectGone;
        }

        Raise(new PaceEased(agent.Id));
        return null;
    }

    private void Apply(PaceEased e, DateTimeOffset at)
    {
        var agent = _agents[e.Agent];
        agent.Ease(at);
        WatchPace(agent);
        SetFree(agent);
    }

    /// <summary>One alarm an agent is enough: for the contact that counts no more before the others.</summary>
    private void WatchPace(Agent agent)
    {
        if (agent.EasesAt is { } easesAt)
        {
            Alarms.Set(new Alarm(easesAt, AlarmKind.Pace, 0, 0, Actor.Agent(agent.Id)));
        }
    }
}
