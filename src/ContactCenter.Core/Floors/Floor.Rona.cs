using ContactCenter.Agents;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>What follows for an agent whose offer came to nothing, and how it comes to its end.</summary>
internal sealed partial class Floor
{
    private const string CooledOff = "cooled-off";

    private Rejection? Decide(EndCoolOff c)
    {
        if (!_agents.TryGetValue(c.Agent, out var agent) || !(agent.CoolsOffAt <= _now))
        {
            return Rejections.EffectGone;
        }

        foreach (var pause in agent.QueuePauses?.FindAll(one => one.Until <= _now) ?? [])
        {
            Raise(new QueueResumed(agent.Id, pause.Queue, Actor.System));
        }

        foreach (var over in agent.CoolOffs?.FindAll(one => one.Until <= _now) ?? [])
        {
            Raise(new CoolOffEnded(agent.Id, over.Channel, Actor.System));
            if (agent.IsHeldBy(over))
            {
                BringBack(agent);
            }
        }

        return null;
    }

    /// <summary>
    /// An offer comes to nothing, and what follows for its agent is what the queue's policy says, else the floor's.
    /// </summary>
    private void Close(Offer offer, OfferTrigger trigger, RonaCause cause, string? reason = null)
    {
        // By the queue in which it was offered: where it waits now is the next question.
        var chat = _chats[offer.Chat];
        var (policy, queue) = (QueueOf(chat).Rona ?? Configuration.Rona, chat.WaitsIn);
        CloseOffer(offer, trigger);

        var agent = _agents[offer.Agent];
        if (policy.RuleOf(cause)!.Counts && !policy.Exempts(agent.Id, agent.Profile.Team))
        {
            Judge(agent, policy, cause, reason, chat.Channel, queue);
        }
    }

    private void Judge(
        Agent agent, RonaPolicy policy, RonaCause cause, string? reason, Channel own, QueueName queue)
    {
        var scope = Configuration.RonaScope;
        var channel = scope == RonaScope.OwnChannel ? own : default(Channel?);
        var isOfQueue = scope == RonaScope.OwnQueue && agent.Profile.Queues.Contains(queue.Value);
        var rule = policy.RuleOf(cause)!;
        var verdict = policy.Judge(agent.Passed, cause, _now);
        if (rule.IsNoted)
        {
            // What follows for one queue is over with its pause.
            var until = isOfQueue ? null : verdict.Until;
            Raise(new RonaCounted(agent.Id, cause, verdict.Count, verdict.Consequence, until, channel));
        }

        var code = verdict.Consequence == RonaConsequence.Idle ? rule.IdleCode ?? IdleCode.Of(cause) : null;
        switch (verdict.Consequence)
        {
            case not RonaConsequence.None when isOfQueue:
                var pausedAs = code is null ? Availability.Rona : Availability.Idle;
                Pause(agent, queue, pausedAs, code, verdict.Until, Actor.System, reason);
                break;
            case RonaConsequence.Rona:
                TakeOut(agent, AvailabilityTrigger.Miss, Actor.System, null, reason, channel);
                break;
            case RonaConsequence.Idle:
                TakeOut(agent, AvailabilityTrigger.Suspend, Actor.System, code, reason, channel);
                break;
            case RonaConsequence.CoolOff:
                WithdrawOffersOf(agent, channel);
                break;
            default:
                break;
        }
    }

    /// <summary>The agent is available again, or, where their connection is lost, once it is back.</summary>
    private void BringBack(Agent agent)
    {
        if (PresenceOf(Actor.Agent(agent.Id)) == PresenceState.Lost || agent.IsLost)
        {
            TakeOut(agent, AvailabilityTrigger.GoIdle, Actor.System, IdleCode.Disconnected, ConnectionLost);
        }
        else
        {
            Raise(new AvailabilityChanged(
                agent.Id, AvailabilityTrigger.GoAvailable, null, Actor.System, CooledOff));
        }
    }

    /// <summary>
    /// Somebody who is available for something gets offers of everything again, where it was withheld from them.
    /// </summary>
    private void Resume(Agent agent, Actor by, string? reason, Channel? channel)
    {
        var (trigger, pauses) = (AvailabilityTrigger.GoAvailable, channel is null ? agent.Pauses?.ToArray() : null);
        foreach (var pause in pauses ?? [])
        {
            Raise(new AvailabilityChanged(agent.Id, trigger, null, by, reason, pause.Channel));
        }

        foreach (var paused in agent.QueuePauses?.FindAll(
            one => channel is null && one.ChangedBy.Kind == ActorKind.System) ?? [])
        {
            Raise(new QueueResumed(agent.Id, paused.Queue, by));
        }

        foreach (var over in agent.CoolOffs?.FindAll(one => channel is null || one.Channel == channel) ?? [])
        {
            Raise(new CoolOffEnded(agent.Id, over.Channel, by));
        }
    }
}
