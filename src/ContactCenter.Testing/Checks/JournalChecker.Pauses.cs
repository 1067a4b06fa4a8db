using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Queues that agents have paused, told a second time.</summary>
internal sealed partial class JournalChecker
{
    private void Fold(QueuePaused e)
    {
        if (!_agents.TryGetValue(e.Agent, out var agent))
        {
            Report("S42", $"{e.Agent} pauses {e.Queue}, and is not configured");
            return;
        }

        var isOwed = e.By.Kind != ActorKind.System || _owed.Exists(owed =>
            owed.Agent == e.Agent && owed.Queue == e.Queue && owed.Consequence != RonaConsequence.None);
        var fits = agent.Availability != Availability.SignedOut && agent.Profile.Queues.Contains(e.Queue.Value)
            && (e.Availability == Availability.Idle ? e.Code is not null : e.By.Kind == ActorKind.System)
            && (e.Until is null || (e.By.Kind == ActorKind.System && e.Until > _at));
        Require(isOwed && fits, "S7", $"{e.Agent}, {agent.Availability}, pauses {e.Queue} as {e.Availability}");
        agent.QueuePauses[e.Queue] = (e.Availability, e.Until, e.By.Kind);
    }

    private void Fold(QueueResumed e)
    {
        if (!_agents.TryGetValue(e.Agent, out var agent) || !agent.QueuePauses.Remove(e.Queue, out var pause))
        {
            Report("S7", $"{e.Agent} resumes {e.Queue}, which was not paused");
            return;
        }

        Require(
            e.By.Kind != ActorKind.System || pause.Until <= _at,
            "S45",
            $"{e.Agent} resumes {e.Queue} at {_at:O}, due at {pause.Until:O}");
        if (e.By.Kind != ActorKind.System)
        {
            ForgetWithheld(e.Agent, chat => chat.WaitsIn == e.Queue);
        }
    }

    /// <summary>They have not paused a queue, and owe it no wrap-up that keeps them from it.</summary>
    private bool TakesFrom(AgentRecord agent, QueueName queue)
    {
        for (var index = 0; index < agent.Parts.Count; index++)
        {
            var (part, chat) = (agent.Parts.GetKeyAtIndex(index), agent.Parts.GetValueAtIndex(index));
            if (_chats[chat].Parts[part].Holds == queue)
            {
                return false;
            }
        }

        return agent.QueuePauses.Count == 0 || !agent.QueuePauses.ContainsKey(queue);
    }

    /// <summary>What is over with a change of the whole availability, or a revision.</summary>
    private static void Resume(AgentRecord agent, Func<QueueName, ActorKind, bool> isOver)
    {
        foreach (var (queue, pause) in agent.QueuePauses.ToArray())
        {
            if (isOver(queue, pause.By))
            {
                agent.QueuePauses.Remove(queue);
            }
        }
    }

    private static void Resume(AvailabilityChanged e, AgentRecord agent)
    {
        if (e.Trigger == AvailabilityTrigger.SignOut)
        {
            agent.QueuePauses.Clear();
        }
        else if (e.By.Kind != ActorKind.System && e.Channel is null)
        {
            Resume(agent, (_, by) => by == ActorKind.System);
        }
    }

    /// <summary>S6: nothing stays offered from a queue that was paused.</summary>
    private void CheckPauses(Batch batch)
    {
        foreach (var happened in batch.Events)
        {
            if (happened is not QueuePaused paused)
            {
                continue;
            }

            Require(
                !_agents.TryGetValue(paused.Agent, out var agent) || !agent.QueuePauses.ContainsKey(paused.Queue)
                    || agent.Offers.All(offer => _offers[offer].Kind != OfferKind.Routed
                        || _chats[_offers[offer].Chat].WaitsIn != paused.Queue),
                "S6",
                $"{paused.Agent} has paused {paused.Queue} and has an open offer of it");
        }
    }

    /// <summary>S7: what follows from an offer of a queue is of that queue alone.</summary>
    private void CheckPause(Owed owed, AgentRecord agent, QueueName queue)
    {
        var wanted = owed.Consequence == RonaConsequence.Idle ? Availability.Idle : Availability.Rona;
        Require(
            owed.Consequence == RonaConsequence.None
                || (agent.QueuePauses.TryGetValue(queue, out var pause)
                    && (pause.Availability, pause.Until) == (wanted, owed.Until)),
            "S7",
            $"{owed.Agent}: {owed.Cause} does not pause {queue} until {owed.Until:O}");
    }
}
