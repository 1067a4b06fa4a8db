using ContactCenter.Agents;

namespace ContactCenter.Journals;

/// <summary>What happens to agents beside their availability.</summary>
internal static partial class EventCodec
{
    private static void WriteAgent(RecordWriter to, AgentEvent happened)
    {
        to.Byte((byte)(happened switch
        {
            AgentHeld => EventKind.AgentHeld,
            AgentLetGo => EventKind.AgentLetGo,
            QueuePaused => EventKind.QueuePaused,
            _ => EventKind.QueueResumed,
        }));
        to.Text(happened.Agent.Value);
        switch (happened)
        {
            case AgentHeld e:
                to.Text(e.Queue.Value);
                break;
            case QueuePaused e:
                to.Text(e.Queue.Value);
                to.Byte((byte)e.Availability);
                to.Text(e.Code);
                to.Instant(e.Until);
                to.Actor(e.By);
                to.Text(e.Reason);
                break;
            case QueueResumed e:
                to.Text(e.Queue.Value);
                to.Actor(e.By);
                break;
            default:
                break;
        }
    }
}
