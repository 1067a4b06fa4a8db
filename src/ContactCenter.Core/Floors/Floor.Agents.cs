using ContactCenter.Agents;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>What agents, and supervisors for them, ask about availability.</summary>
internal sealed partial class Floor
{
    private const string AutoAvailable = "auto-available";
    private const string ConnectionLost = "connection-lost";
    private const string Inactivity = "inactivity";

    /// <summary>A sign of life that comes sooner than this after another is not worth an entry in the log.</summary>
    private static readonly TimeSpan ActivityGrain = TimeSpan.FromSeconds(30);

    private Rejection? Decide(SignInAgent c) => Change(c.Agent, AvailabilityTrigger.SignIn, c.By, null, null, null);

    private Rejection? Decide(SignOutAgent c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        var forced = Configuration.ForcedSignOut && c.By.Kind == ActorKind.Supervisor;
        var refused = Clean(c.Reason, "reason")
            ?? agent.MayChange(c.By, AvailabilityTrigger.SignOut, channel: null, c.Reason)
            ?? Supervised(c.By, SupervisorRights.SignOut, agent)
            ?? (forced ? null : agent.MaySignOut());
        if (refused is not null)
        {
            return refused;
        }

        if (forced)
        {
            LetGoOfEverything(agent, c.By);
        }

        // A lost agent may have been signed out with the last of their wrap-ups.
        SignOut(agent, c.By, c.Reason);
        return null;
    }

    private Rejection? Decide(MakeAvailable c) => c.Queue is { } queue
        ? Resume(c, queue)
        : Change(c.Agent, AvailabilityTrigger.GoAvailable, c.By, null, c.Reason, c.Channel);

    private Rejection? Decide(MakeIdle c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        return (c.Code is null ? null : agent.MayTake(c.Code, Configuration.IdleCodes))
            ?? (c.Queue is { } queue
                ? Pause(c, agent, queue)
                : Change(c.Agent, AvailabilityTrigger.GoIdle, c.By, c.Code, c.Reason, c.Channel));
    }

    private Rejection? Decide(ReportActivity c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        if (!c.By.IsAgent(c.Agent) || agent.Availability == Availability.SignedOut)
        {
            return c.By.IsAgent(c.Agent)
                ? Rejections.NotAllowed.About($"activity while {agent.Availability}")
                : Rejections.NotPermitted;
        }

        if (_now - agent.ActiveAt >= ActivityGrain)
        {
            Raise(new AgentActive(c.Agent));
        }

        return null;
    }

    private Rejection? Decide(SignOutInactive c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent) || InactiveAt(agent) is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        SignOut(agent, Actor.System, Inactivity);
        return null;
    }

    private Rejection? Change(
        AgentId id, AvailabilityTrigger trigger, Actor by, string? code, string? reason, Channel? channel)
    {
        if (!_agents.TryGetValue(id, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        var refused = Clean(reason, "reason")
            ?? agent.MayChange(by, trigger, channel, reason)
            ?? Supervised(by, SupervisorRights.ChangeState, agent)
            ?? MayWork(agent, by, trigger);
        if (refused is not null)
        {
            return refused;
        }

        var now = channel is { } own ? agent.AvailabilityFor(own) : agent.Availability;
        if (now == Availability.Available && trigger == AvailabilityTrigger.GoAvailable)
        {
            Resume(agent, by, reason, channel);
            return null;
        }

        TakeOut(agent, trigger, by, code, reason, channel);
        return null;
    }

    /// <summary>An id or a code goes into the log as it is: one that reads as a card number does not.</summary>
    private static Rejection? Clean(string? code, string field) =>
        code is not null && CardLikeId.Is(code) ? Rejections.IdHoldsCardData.About(field) : null;

    /// <summary>Nobody is made available whose connection is lost: what they are offered, they would miss.</summary>
    private Rejection? MayWork(Agent agent, Actor by, AvailabilityTrigger trigger)
    {
        // Who was given up is back with their next session, or when they say so themselves.
        var presence = PresenceOf(Actor.Agent(agent.Id));
        var isGone = presence == PresenceState.Lost || (agent.IsLost && !by.IsAgent(agent.Id));
        return trigger == AvailabilityTrigger.GoAvailable && isGone
            ? Rejections.NotAllowed.About(PresenceState.Lost, trigger)
            : null;
    }

    /// <summary>Moves an agent, or one of their channels, and takes back the offers that no longer stand.</summary>
    private void TakeOut(
        Agent agent, AvailabilityTrigger trigger, Actor by, string? code, string? reason, Channel? channel = null)
    {
        var now = channel is { } own ? agent.AvailabilityFor(own) : agent.Availability;
        var next = AgentLifecycle.Table.Next(now, trigger);
        if (next == Availability.Idle)
        {
            code ??= Configuration.DefaultIdleCode;
        }

        Raise(new AvailabilityChanged(agent.Id, trigger, code, by, reason, channel));
        if (next != Availability.Available)
        {
            WithdrawOffersOf(agent, channel);
        }
    }

    private void WithdrawOffersOf(Agent agent, Channel? channel = null)
    {
        foreach (var number in agent.Offers.ToArray())
        {
            var offer = _offers[number];
            if (channel is null || _chats[offer.Chat].Channel == channel)
            {
                CloseOffer(offer, OfferTrigger.Withdraw);
            }
        }
    }

    private void SignOut(Agent agent, Actor by, string? reason)
    {
        if (agent.Availability != Availability.SignedOut)
        {
            TakeOut(agent, AvailabilityTrigger.SignOut, by, null, reason);
        }

        CloseSessions(Actor.Agent(agent.Id), SessionEnd.SignedOut);
    }

    /// <summary>What follows once an agent may have nothing left to do.</summary>
    private void AfterWork(AgentId id)
    {
        var agent = _agents[id];
        if (agent.Contacts.Count + agent.Offers.Count > 0)
        {
            return;
        }

        if (agent.IsLost)
        {
            SignOut(agent, Actor.System, ConnectionLost);
        }
        else if (agent.Profile.AutoAvailable
            && agent is { Availability: Availability.Idle, ChangedBy.Kind: ActorKind.System }
            && agent.Code != IdleCode.ChannelFailure
            && PresenceOf(Actor.Agent(id)) != PresenceState.Lost)
        {
            // What the agent or a supervisor has chosen stays, and so does a RONA: only they lead out of it.
            Raise(new AvailabilityChanged(
                id, AvailabilityTrigger.GoAvailable, null, Actor.System, AutoAvailable));
        }
    }
}
