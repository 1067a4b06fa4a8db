using ContactCenter.Agents;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>What follows from offers that come to nothing, told a second time.</summary>
internal sealed partial class JournalChecker
{
    private readonly List<Owed> _owed = [];
    private readonly HashSet<AgentId> _cooledOff = [];

    /// <summary>S7: what must follow in this very batch.</summary>
    private void Owe(OfferTrigger trigger, OfferRecord offer, AgentRecord agent, ChatRecord chat)
    {
        var policy = Queue(chat.WaitsIn)?.Rona ?? _configuration.Rona;
        (RonaCause, RonaRule)? judged = trigger switch
        {
            OfferTrigger.Miss => (RonaCause.Missed, policy.Missed),
            OfferTrigger.Fail => (RonaCause.Failed, policy.Failed),
            OfferTrigger.Decline when offer.Kind != OfferKind.Invitation => (RonaCause.Declined, policy.Declined),
            _ => null,
        };
        if (judged is not var (cause, rule))
        {
            return;
        }

        var scope = _configuration.RonaScope;
        var owed = new Owed(offer.Agent, cause, chat.Channel)
        {
            Stops = scope == RonaScope.OwnChannel ? chat.Channel : null,
            Queue = scope == RonaScope.OwnQueue && Serves(agent, chat) ? chat.WaitsIn : default(QueueName?),
        };
        _owed.Add(owed);
        if (!rule.Counts || policy.ExemptAgents.Contains(offer.Agent.Value)
            || (agent.Profile.Team is { } team && policy.ExemptTeams.Contains(team)))
        {
            return;
        }

        var (before, at) = agent.Passed.GetValueOrDefault(cause);
        owed.Count = policy.RecoversAfter is { } quiet && _at - at >= quiet ? 1 : Math.Min(before + 1, 1_000);
        var isReached = owed.Count >= rule.Threshold;
        var coolOff = isReached ? rule.CoolOff : rule.CoolOffBelowThreshold;
        owed.Consequence = isReached ? rule.Then
            : coolOff is null ? RonaConsequence.None
            : RonaConsequence.CoolOff;
        owed.IsNoted = rule.Threshold > 1 || (rule.CoolOff ?? rule.CoolOffBelowThreshold) is not null;
        owed.Until = _at + Prolonged(coolOff, rule, isReached ? owed.Count - rule.Threshold : owed.Count - 1);
    }

    private static TimeSpan? Prolonged(TimeSpan? coolOff, RonaRule rule, int times)
    {
        if (coolOff is not { } first || first >= rule.MaxCoolOff || rule.BackOff == 1)
        {
            return coolOff;
        }

        double ticks = first.Ticks;
        while (times-- > 0 && ticks < rule.MaxCoolOff.Ticks)
        {
            ticks *= rule.BackOff;
        }

        return ticks < rule.MaxCoolOff.Ticks ? TimeSpan.FromTicks((long)ticks) : rule.MaxCoolOff;
    }

    private void Fold(RonaCounted e)
    {
        var owed = _owed.Find(owed => owed.Agent == e.Agent && owed.Cause == e.Cause && owed is
        {
            IsNoted: true, IsSeen: false,
        });
        if (owed is null || !_agents.TryGetValue(e.Agent, out var agent))
        {
            Report("S7", $"{e} comes from nothing");
            return;
        }

        owed.IsSeen = true;
        Require(
            (e.Count, e.Consequence, e.Until, e.Channel)
                == (owed.Count, owed.Consequence, owed.Queue is null ? owed.Until : null, owed.Stops),
            "S7",
            $"{e}, but the policy says {owed.Consequence} after {owed.Count} until {owed.Until:O}");
        agent.Passed[e.Cause] = (e.Count, _at);
        if (e.Until is { } until)
        {
            agent.CoolOffs[(int?)e.Channel ?? -1] =
                (until, e.Consequence is RonaConsequence.Rona or RonaConsequence.Idle);
        }
    }

    private void Fold(CoolOffEnded e)
    {
        if (!_agents.TryGetValue(e.Agent, out var agent)
            || !agent.CoolOffs.Remove((int?)e.Channel ?? -1, out var over))
        {
            Report("S7", $"{e}, but nothing keeps them from offers");
            return;
        }

        Require(e.By.Kind != ActorKind.System || _at >= over.Until, "S45", $"{e} at {_at:O}, due at {over.Until:O}");
        _cooledOff.Add(e.Agent);
        agent.RestedSince = _at;
        if (e.By.Kind != ActorKind.System)
        {
            ForgetWithheld(e.Agent, chat => e.Channel is null || e.Channel == chat.Channel);
        }

        if (e.Channel is { } channel && over.Moved)
        {
            agent.Pauses.Remove(channel);
        }
    }

    private void Fold(PaceEased e)
    {
        var agent = _agents.GetValueOrDefault(e.Agent);
        var eased = agent?.Taken.RemoveAll(taken => taken + agent.Profile.Pace?.Within <= _at);
        Require(eased > 0, "S45", $"{e} at {_at:O}, and all that they have taken still counts");
    }

    /// <summary>S7: nobody but the agent, or a supervisor, leads out of a RONA that has no end of its own.</summary>
    private void EndCoolOffs(AvailabilityChanged e, AgentRecord agent, Availability now)
    {
        var isSystem = e.By.Kind == ActorKind.System;
        Require(
            now != Availability.Rona || !isSystem || e.Trigger == AvailabilityTrigger.SignOut
                || _cooledOff.Contains(e.Agent),
            "S7",
            $"{e.Agent} is led out of a RONA by {e.Trigger}");
        if (e.Trigger == AvailabilityTrigger.SignOut)
        {
            agent.CoolOffs.Clear();
            agent.Passed.Clear();
        }
        else if (!isSystem && e.Channel is { } channel)
        {
            agent.CoolOffs.Remove((int)channel);
        }
        else if (!isSystem)
        {
            agent.CoolOffs.Clear();
        }
    }

    /// <summary>What had to follow has followed.</summary>
    private void CheckConsequences()
    {
        foreach (var owed in _owed)
        {
            Require(owed.IsSeen == owed.IsNoted, "S7", $"{owed.Agent}: {owed.Cause} is not counted");
            if (_agents.TryGetValue(owed.Agent, out var agent) && owed.Queue is { } queue)
            {
                CheckPause(owed, agent, queue);
            }
            else if (agent is not null)
            {
                var wanted = owed.Consequence switch
                {
                    RonaConsequence.Rona => Availability.Rona,
                    RonaConsequence.Idle => Availability.Idle,
                    _ => Availability.Available,
                };
                Require(
                    agent.For(owed.Channel) == wanted && agent.GetsOffersOf(owed.Channel)
                        == (owed.Consequence == RonaConsequence.None),
                    "S7",
                    $"{owed.Agent}: {owed.Cause} leads to {agent.For(owed.Channel)}, not to {owed.Consequence}");
            }
        }

        _owed.Clear();
        _cooledOff.Clear();
    }

    /// <summary>What must follow from one offer that came to nothing.</summary>
    private sealed class Owed(AgentId agent, RonaCause cause, Channel channel)
    {
        internal AgentId Agent { get; } = agent;

        internal RonaCause Cause { get; } = cause;

        internal Channel Channel { get; } = channel;

        /// <summary>The channel that it stops, where a miss stops no more than that.</summary>
        internal Channel? Stops { get; init; }

        /// <summary>The queue that it stops, where a miss stops no more than that.</summary>
        internal QueueName? Queue { get; init; }

        internal int Count { get; set; }

        internal RonaConsequence Consequence { get; set; }

        internal DateTimeOffset? Until { get; set; }

        internal bool IsNoted { get; set; }

        internal bool IsSeen { get; set; }
    }
}
