using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Testing;

/// <summary>What agents and supervisors do together, and who is connected.</summary>
internal sealed partial class Workload
{
    /// <summary>Somebody connects, or a connection of somebody is lost.</summary>
    private SessionCommand? Connection(Activity activity, Floor floor)
    {
        if (activity == Activity.Disconnect)
        {
            Presence[] there =
            [
                .. floor.Presences.Values.Where(one => one.Sessions.Count > 0)
                    .OrderBy(one => one.Who.ToString(), StringComparer.Ordinal),
            ];
            return there.Length == 0
                ? null
                : draw.From(there) is var one ? new LoseSession(one.Who, draw.From(one.Sessions)) : null;
        }

        return draw.Percent(50) && Chat(floor) is { } chat ? new OpenSession(Actor.Customer(chat.Customer))
            : Agent(floor, null) is { } agent ? new OpenSession(By(agent))
            : null;
    }

    /// <summary>What agents and supervisors do with each other's chats.</summary>
    private Command? Work(Activity activity, Floor floor)
    {
        var state = activity switch
        {
            Activity.Transfer => draw.Of(ChatState.Active, ChatState.Active, ChatState.Queued, ChatState.Offered),
            Activity.Invite => ChatState.Active,
            Activity.WithdrawTransfer => ChatState.Transferring,
            Activity.WithdrawInvitation => ChatState.ConferenceRequested,
            Activity.EndConference or Activity.ExitConference => ChatState.Conference,
            _ => default(ChatState?),
        };
        if (Chat(floor, state) is not { } chat)
        {
            return null;
        }

        var (number, boss) = (chat.Number, Actor.Supervisor(draw.Of("boss", "boss", "chief")));
        var owner = chat.Owner is { } part ? By(part.Agent) : boss;
        return activity switch
        {
            Activity.Transfer => draw.Percent(50) && Agent(floor, Availability.Available) is { } agent
                ? new TransferChat(draw.Percent(80) ? owner : boss, number, null, agent)
                : new TransferChat(draw.Percent(80) ? owner : boss, number, Queue(floor, chat), null),
            Activity.Invite => Agent(floor, Availability.Available) is { } agent
                ? new InviteAgent(owner, number, agent)
                : null,
            Activity.WithdrawTransfer => new WithdrawTransfer(owner, number),
            Activity.WithdrawInvitation => new WithdrawInvitation(owner, number),
            Activity.EndConference => new EndConference(owner, number),
            Activity.ExitConference => new ExitConference(
                draw.Percent(70) ? By(chat.Conferee!.Agent) : owner, number),
            Activity.Observe => new MoveObserver(boss, number, draw.Of(Enum.GetValues<ObserverTrigger>())),
            Activity.Whisper => new Whisper(
                chat.Observers is [var one, ..] ? Actor.Supervisor(one.Supervisor) : boss, number, Body()),
            Activity.Reclassify => new ReclassifyContact(draw.Percent(50) ? Actor.Host : boss, number, Wishes()),
            _ => new CompleteContact(boss, number, ChosenReasons(floor)),
        };
    }

    /// <summary>Somebody takes what waits where nothing is offered; two of them at times take the same.</summary>
    private PickContact? Pick(Floor floor)
    {
        bool IsForPicking(ChatSession chat) => chat.Waits && floor.IsManual(chat.WaitsIn);
        var one = swarm.IsLarge ? OneOf(_begun, floor.Chats, IsForPicking) : null;
        ChatSession[] waiting = !swarm.IsLarge ? [.. floor.Chats.Values.Where(IsForPicking)] : one is null ? [] : [one];
        return waiting.Length > 0 && Agent(floor, Availability.Available) is { } agent
            ? new PickContact(By(agent), draw.Percent(80) ? draw.From(waiting).Number : floor.Last.Chat)
            : null;
    }

    private QueueName Queue(Floor floor, ChatSession chat)
    {
        QueueProfile[] same = [.. floor.Configuration.Queues.Where(queue => queue.Channel == chat.Channel)];
        return same.Length == 0 ? chat.Queue
            : draw.Percent(95) ? draw.From(same).Name
            : draw.From(floor.Configuration.Queues).Name;
    }
}
