using ContactCenter.Agents;

namespace ContactCenter.Journals;

/// <summary>Writes what happens to agents.</summary>
internal static partial class EventCodec
{
    private static void WriteAgent(RecordWriter to, AgentEvent happened)
    {
        switch (happened)
        {
            case AvailabilityChanged e:
                Start(to, EventKind.AvailabilityChanged, e.Agent);
                to.Byte((byte)e.Trigger);
                to.Text(e.Code);
                to.Actor(e.By);
                to.Text(e.Reason);
                to.Channel(e.Channel);
                break;
            case AgentActive e:
                Start(to, EventKind.AgentActive, e.Agent);
                break;
            case RonaCounted e:
                Start(to, EventKind.RonaCounted, e.Agent);
                to.Byte((byte)e.Cause);
                to.Number(e.Count);
                to.Byte((byte)e.Consequence);
                to.Instant(e.Until);
                to.Channel(e.Channel);
                break;
            case CoolOffEnded e:
                Start(to, EventKind.CoolOffEnded, e.Agent);
                to.Channel(e.Channel);
                to.Actor(e.By);
                break;
            case PaceEased e:
                Start(to, EventKind.PaceEased, e.Agent);
                break;
            case AgentHeld e:
                Start(to, EventKind.AgentHeld, e.Agent);
                to.Queue(e.Queue);
                break;
            case AgentLetGo e:
                Start(to, EventKind.AgentLetGo, e.Agent);
                break;
            case QueuePaused e:
                Start(to, EventKind.QueuePaused, e.Agent);
                to.Queue(e.Queue);
                to.Byte((byte)e.Availability);
                to.Text(e.Code);
                to.Instant(e.Until);
                to.Actor(e.By);
                to.Text(e.Reason);
                break;
            case QueueResumed e:
                Start(to, EventKind.QueueResumed, e.Agent);
                to.Queue(e.Queue);
                to.Actor(e.By);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}
