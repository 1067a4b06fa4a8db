using ContactCenter.Agents;

namespace ContactCenter.Testing;

/// <summary>Who is at work, and how they come and go.</summary>
internal sealed partial class JournalChecker
{
    private void Fold(AgentEvent happened)
    {
        switch (happened)
        {
            case AgentActive e:
                Require(
                    _agents.TryGetValue(e.Agent, out var active) && active.Availability != Availability.SignedOut,
                    "S6",
                    $"{e.Agent} is active and not at work");
                break;
            case QueuePaused e:
                Fold(e);
                break;
            case QueueResumed e:
                Fold(e);
                break;
            case AgentHeld e:
                Fold(e);
                break;
            case AgentLetGo e:
                Fold(e);
                break;
            case AvailabilityChanged e:
                Fold(e);
                break;
            case RonaCounted e:
                Fold(e);
                break;
            case CoolOffEnded e:
                Fold(e);
                break;
            case PaceEased e:
                Fold(e);
                break;
            default:
                Report("S36", $"{happened} has no rule");
                break;
        }
    }

    private void Fold(AvailabilityChanged e)
    {
        if (!_agents.TryGetValue(e.Agent, out var agent))
        {
            Report("S42", $"{e.Agent} changes, and is not configured");
            return;
        }

        var now = e.Channel is { } one ? agent.For(one) : agent.Availability;
        var legal = AgentLifecycle.Table.TryNext(now, e.Trigger, out var next);
        Require(legal, "S12", $"{e.Agent} moves by {e.Trigger} while {now}");
        Require(
            e.Trigger != AvailabilityTrigger.SignOut || agent.Parts.Count == 0,
            "S22",
            $"{e.Agent} signs out and still has chats");
        agent.RestedSince = _at;
        EndCoolOffs(e, agent, now);
        Resume(e, agent);
        if (e.Trigger == AvailabilityTrigger.GoAvailable)
        {
            ForgetWithheld(e.Agent, chat => e.Channel is null || e.Channel == chat.Channel);
        }

        if (e.Channel is not { } channel)
        {
            agent.Availability = next;
            if (e.By.Kind != ActorKind.System || next is Availability.SignedOut or Availability.Rona)
            {
                // What the system does, a lost connection above all, does not lead out of a RONA of one channel.
                agent.Pauses.Clear();
            }

            return;
        }

        Require(
            agent.Availability == Availability.Available, "S12", $"{e.Agent} pauses {channel} and is not available");
        agent.Pauses.Remove(channel);
        if (next != Availability.Available)
        {
            agent.Pauses.Add(channel, next);
        }
    }
}
