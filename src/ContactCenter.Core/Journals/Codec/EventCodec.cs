using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>Writes an event's fields; what is about the same thing is written in the same file.</summary>
internal static partial class EventCodec
{
    internal static void Write(RecordWriter to, Event happened)
    {
        switch (happened)
        {
            case ChatEvent e:
                // Most of what happens is said.
                WriteLine(to, e);
                break;
            case RoutingEvent e:
                WriteOffer(to, e);
                break;
            case AgentEvent e:
                WriteAgent(to, e);
                break;
            case SessionEvent e:
                WriteSession(to, e);
                break;
            case AttachmentEvent e:
                WriteAttachment(to, e);
                break;
            case CustomerEvent e:
                WriteCustomer(to, e);
                break;
            case HoursEvent e:
                WriteHours(to, e);
                break;
            default:
                WriteFloor(to, happened);
                break;
        }
    }

    private static void Start(RecordWriter to, EventKind kind, long number)
    {
        to.Byte((byte)kind);
        to.Number(number);
    }

    private static void Start(RecordWriter to, EventKind kind, AgentId agent)
    {
        to.Byte((byte)kind);
        to.Agent(agent);
    }

    private static void Start(RecordWriter to, EventKind kind, QueueName queue)
    {
        to.Byte((byte)kind);
        to.Queue(queue);
    }

    private static void Start(RecordWriter to, EventKind kind, long chat, long part, AgentId agent)
    {
        Start(to, kind, chat);
        to.Number(part);
        to.Agent(agent);
    }
}
