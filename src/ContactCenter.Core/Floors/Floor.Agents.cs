using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What agents, and supervisors for them, ask about availability.</summary>
internal sealed partial class Floor
{
    private Rejection? Decide(SignInAgent c) => Change(c.Agent, AvailabilityTrigger.SignIn, c.By, null, null);

    private Rejection? Decide(SignOutAgent c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        return agent.MayChange(c.By, AvailabilityTrigger.SignOut, reason: null)
            ?? agent.MaySignOut()
            ?? Change(c.Agent, AvailabilityTrigger.SignOut, c.By, null, null);
    }

    private Rejection? Decide(MakeAvailable c) =>
        Change(c.Agent, AvailabilityTrigger.GoAvailable, c.By, null, c.Reason);

    private Rejection? Decide(MakeIdle c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        return (c.Code is null ? null : agent.MayTake(c.Code, Configuration.IdleCodes))
            ?? Change(c.Agent, AvailabilityTrigger.GoIdle, c.By, c.Code, c.Reason);
    }

    private Rejection? Change(AgentId id, AvailabilityTrigger trigger, Actor by, string? code, string? reason)
    {
        if (!_agents.TryGetValue(id, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        if (agent.MayChange(by, trigger, reason) is { } rejection)
        {
            return rejection;
        }

        TakeOut(agent, trigger, by, code, reason);
        return null;
    }

    /// <summary>Moves an agent and takes back the offers that they can no longer answer.</summary>
    private void TakeOut(Agent agent, AvailabilityTrigger trigger, Actor by, string? code, string? reason)
    {
        var next = AgentLifecycle.Table.Next(agent.Availability, trigger);
        if (next == Availability.Idle)
        {
            code ??= Configuration.DefaultIdleCode;
        }

        Raise(new AvailabilityChanged(agent.Id, trigger, code, by, reason));
        if (next != Availability.Available)
        {
            while (agent.Offers is [var open, ..])
            {
                Raise(new OfferClosed(open, OfferTrigger.Withdraw));
            }
        }
    }
}
