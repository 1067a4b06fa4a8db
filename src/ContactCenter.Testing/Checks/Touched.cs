using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>
/// The chats and agents that a batch has touched: those it names, and those that hang on them. What it has not touched
/// is as it was when it was looked at last.
/// </summary>
internal sealed class Touched
{
    internal HashSet<long> Chats { get; } = [];

    internal HashSet<AgentId> Agents { get; } = [];

    /// <summary>The queues that have opened or closed.</summary>
    internal HashSet<QueueName> Doors { get; } = [];

    /// <summary>Somebody came or went.</summary>
    internal bool Presences { get; private set; }

    /// <summary>It has changed what the whole floor goes by: everything is touched.</summary>
    internal bool Everything { get; private set; }

    internal void Clear()
    {
        Chats.Clear();
        Agents.Clear();
        Doors.Clear();
        (Presences, Everything) = (false, false);
    }

    /// <summary>What an event names by itself.</summary>
    internal void Add(Event happened)
    {
        switch (happened)
        {
            case PartEvent e:
                Chats.Add(e.Chat);
                Agents.Add(e.Agent);
                break;
            case ChatEvent e:
                Chats.Add(e.Chat);
                break;
            case OfferMade e:
                Chats.Add(e.Chat);
                Agents.Add(e.Agent);
                break;
            case AgentEvent e:
                Agents.Add(e.Agent);
                break;
            case AttachmentEvent e:
                Chats.Add(e.Chat);
                break;
            case SessionEvent e:
                Presences = true;
                if (e.Who.Kind == ActorKind.Agent)
                {
                    Agents.Add(e.Who.Id);
                }

                break;
            case HoursEvent e:
                Doors.Add(e.Queue);
                break;
            case FloorConfigured or ConfigurationEdited or QueueClosed or StrategyFailed:
                Everything = true;
                break;
            default:
                break;
        }
    }
}
