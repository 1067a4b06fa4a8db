using ContactCenter.Chats;
using ContactCenter.Collaboration;

namespace ContactCenter.Floors;

/// <summary>What is seen of a chat: each viewer sees it as what they are in it.</summary>
internal static partial class Visibility
{
    /// <summary>What all supervisors are shown alike, before each of them is shown what they may do.</summary>
    private static readonly Actor AnySupervisor = new(ActorKind.Supervisor);

    private static readonly TimeSpan Urgent = TimeSpan.FromSeconds(10);

    /// <summary>How a chat stands, as this viewer may see it.</summary>
    internal static ChatShown For(Actor viewer, Floor floor, ChatSession chat)
    {
        var isCustomer = viewer.Kind == ActorKind.Customer;
        var role = chat.RoleOf(viewer);
        var state = isCustomer ? StateForCustomer(chat.State) : chat.State;
        var due = viewer.Kind == ActorKind.Agent
            ? chat.WrapUpOf(viewer)
            : chat.Parts.Find(part => part.State == ParticipationState.WrappingUp);
        return new ChatShown(
            new ChatId(floor.Id, chat.Number),
            state,
            chat.Channel,
            chat.Customer,
            isCustomer ? chat.Queue : chat.WaitsIn,
            Responsible(chat),
            chat.HasWaited ? chat.QueuedAt : default(DateTimeOffset?),
            chat.LastLine,
            isCustomer || due is null ? null : Of(due),
            role,
            [.. Parts(chat, viewer)],
            role is { } known ? Actions(floor, chat, viewer, known) : [],
            role is ChatRole.Customer or ChatRole.Owner or ChatRole.Conferee ? [.. Marks(chat)] : [])
        {
            ScheduledFor = chat.Appointment?.DueAt,
            IsCallback = chat.IsCallback,
        };
    }

    private static IEnumerable<LineMark> Marks(ChatSession chat)
    {
        if (chat.CustomerMark != default)
        {
            yield return new LineMark(
                Actor.Customer(chat.Customer), chat.CustomerMark.Delivered, chat.CustomerMark.Read);
        }

        foreach (var part in chat.Parts)
        {
            if (part.IsIn && part.Mark != default)
            {
                yield return new LineMark(Actor.Agent(part.Agent), part.Mark.Delivered, part.Mark.Read);
            }
        }
    }

    private static AgentId? Responsible(ChatSession chat) =>
        chat.Owner?.Agent
        ?? chat.Parts.Find(part => chat.State == ChatState.Ended && part.State == ParticipationState.WrappingUp)?.Agent;

    private static WrapUpShown Of(Participation due) =>
        new(due.WrapUpSince, due.WrapUpDueAt, UrgentAt: due.WrapUpDueAt - Urgent);

    /// <summary>To a customer an offer is still waiting; who is asked to come is none of their business.</summary>
    private static ChatState StateForCustomer(ChatState state) => state switch
    {
        ChatState.Offered => ChatState.Queued,
        ChatState.ConferenceRequested or ChatState.Transferring => ChatState.Active,
        ChatState.Closed => ChatState.Ended,
        _ => state,
    };

    private static IEnumerable<PartShown> Parts(ChatSession chat, Actor viewer)
    {
        var isCustomer = viewer.Kind == ActorKind.Customer;
        foreach (var part in chat.Parts)
        {
            if (part.IsIn || !isCustomer)
            {
                var role = part.IsIn ? part.Role
                    : part.State == ParticipationState.Offered ? ChatRole.Invitee
                    : ChatRole.Departed;
                yield return new PartShown(part.Agent, role, part.Since)
                {
                    IsAsleep = !isCustomer && part.IsAsleep,
                    InterruptedSince = isCustomer ? null : part.Interruption?.Since,
                };
            }
        }

        foreach (var observer in chat.Observers ?? [])
        {
            if (observer.State == ObserverState.BargedIn || viewer.Kind is ActorKind.Supervisor or ActorKind.Host)
            {
                yield return new PartShown(observer.Supervisor, ChatRole.Supervisor, null);
            }
        }
    }

    private static IReadOnlyList<ChatAction> Actions(Floor floor, ChatSession chat, Actor viewer, ChatRole role)
    {
        var permitted = ChatPermissions.Permitted(role, chat.State, floor.Configuration.Collaboration);
        if (!floor.Configuration.Attachments.IsEnabled)
        {
            permitted = [.. permitted.Where(action => action != ChatAction.Attach)];
        }

        if (role == ChatRole.Departed && !floor.MayHoldWrapUp(chat, viewer))
        {
            return [.. permitted.Where(action => action != ChatAction.HoldWrapUp)];
        }

        return role == ChatRole.Supervisor && viewer != AnySupervisor
            ? [.. permitted.Where(action => floor.MaySupervise(viewer, action, chat))]
            : permitted;
    }

    private static void Show(Floor floor, ChatSession chat, ChatEvent happened, List<Shown> to)
    {
        switch (happened)
        {
            case WrapUpCompleted e:
                Close(floor, chat, e.Agent, to, Completed(floor, chat, e));
                break;
            case PartReleased e:
                Close(floor, chat, e.Agent, to);
                break;
            case LinesMarked e:
                to.Add(new Shown(
                    InIt(chat),
                    new MarkShown(new ChatId(floor.Id, chat.Number), new LineMark(e.By, e.Delivered, e.Read))));
                break;
            case ChatSleeps:
                ShowToDesks(floor, chat, to);
                to.AddRange(chat.Parts.Where(part => part.IsIn).Select(part => Of(floor, floor.Agents[part.Agent])));
                break;
            case WorkInterrupted or WorkResumed:
                ShowToDesks(floor, chat, to);
                to.Add(Of(floor, floor.Agents[((PartEvent)happened).Agent]));
                break;
            case SilenceNoticed or BotAsked { UpTo: > 0 } or BotEffectClosed or ChatStarted or ConferenceReduced
                or OffersWidened or WaitRuleFired or ContactOverdue or NoAgentRuleFired or ContactWithheld
                or ContactOfferable or PositionAsked or ContactLabelled or ContactClassified or ContactCancelled:
                // Shown with what follows in the same batch, or of no interest to anybody.
                break;
            case ChatDiverted { Why: not Diversion.Reclassified } when !chat.Waits:
            case ChatTransferred or ChatRequeued or ChatDiverted
                when chat is { State: ChatState.Queued, Owner: not null }:
            case ChatEnded when chat.Parts.Exists(part => part.IsIn):
                // What whoever had it owes follows in the same batch, and is shown with it.
                break;
            case ChatClosed:
                to.Add(new Shown(
                    new Audience(null, null, Supervisors: true, chat.ConcernedAgent), For(AnySupervisor, floor, chat)));
                break;
            default:
                Show(floor, chat, to);
                break;
        }
    }

    /// <summary>To an agent whose part is over the chat is closed, whoever goes on with it.</summary>
    private static void Close(
        Floor floor, ChatSession chat, AgentId agent, List<Shown> to, ChatShown? first = null)
    {
        var own = new Audience(null, agent, Supervisors: false);
        if (first is not null)
        {
            to.Add(new Shown(own, first));
            to.Add(new Shown(
                new Audience(null, null, Supervisors: true, agent),
                For(AnySupervisor, floor, chat) with { Agent = agent, WrapUp = first.WrapUp },
                chat.Observers?.ToArray()));
        }

        to.Add(Of(floor, floor.Agents[agent]));
        if (!chat.Parts.Exists(part => part.Agent == agent && part.State != ParticipationState.Offered))
        {
            var last = For(Actor.Agent(agent), floor, chat) with { State = ChatState.Closed };
            to.Add(new Shown(own, last));
        }

        // Once nobody has anything to do with it, it is closed in this very batch.
        if (chat.State != ChatState.Ended || chat.Parts.Count > 0)
        {
            Show(floor, chat, to);
        }
    }

    private static ChatShown Completed(Floor floor, ChatSession chat, WrapUpCompleted e) =>
        For(Actor.Agent(e.Agent), floor, chat) with
        {
            Agent = e.Agent,
            WrapUp = new WrapUpShown(chat.LastWrapUpSince, null, e.Reasons, e.Automatic),
        };

    private static void Show(Floor floor, ChatSession chat, Line line, DateTimeOffset at, List<Shown> to)
    {
        var (first, second) = InConversation(chat);
        var customer = line.IsAside ? default(CustomerId?) : chat.Customer;
        var audience = new Audience(
            customer, first, Supervisors: false, Concerns: null, second, chat.Observers?.ToArray());
        to.Add(new Shown(audience, floor.Id, line, floor.NameOf(line.Author), at));
    }

    /// <summary>Somebody is typing, for those who are in the conversation or look at it.</summary>
    internal static Shown Typing(Floor floor, ChatSession chat, Actor who, DateTimeOffset until) => new(
        InIt(chat) with { Observers = chat.Observers?.ToArray() },
        new TypingShown(new ChatId(floor.Id, chat.Number), who, until));

    private static Audience InIt(ChatSession chat)
    {
        var (first, second) = InConversation(chat);
        return new Audience(chat.Customer, first, Supervisors: false, Concerns: null, second);
    }

    private static (AgentId? First, AgentId? Second) InConversation(ChatSession chat)
    {
        var first = default(AgentId?);
        foreach (var part in chat.Parts)
        {
            if (part.IsIn)
            {
                if (first is not null)
                {
                    return (first, part.Agent);
                }

                first = part.Agent;
            }
        }

        return (first, default(AgentId?));
    }

    /// <summary>To supervisors who had to do with a chat and have not any more, it is closed.</summary>
    private static void ShowGone(Floor floor, in Happening happening, List<Shown> to)
    {
        if (floor.Supervisors.Count > 0 && happening.Chat is { } chat && happening.Before != chat.ConcernedAgent
            && chat.State is not (ChatState.Created or ChatState.Closed))
        {
            var gone = For(AnySupervisor, floor, chat) with
            {
                State = ChatState.Closed,
                Agent = null,
                WrapUp = null,
                Agents = [],
                Actions = [],
            };
            to.Add(new Shown(
                new Audience(null, null, Supervisors: true, happening.Before, ButNot: new(chat.ConcernedAgent)), gone));
        }
    }

    private static Shown ForSupervisors(Floor floor, ChatSession chat) => new(
        new Audience(null, null, Supervisors: true, chat.ConcernedAgent),
        For(AnySupervisor, floor, chat),
        chat.Observers?.ToArray());

    /// <summary>What agents and supervisors see of it, where the customer sees no difference.</summary>
    private static void ShowToDesks(Floor floor, ChatSession chat, List<Shown> to)
    {
        var previous = default(AgentId?);
        foreach (var part in chat.Parts)
        {
            if (part.Agent != previous && part.State != ParticipationState.Offered)
            {
                var agent = Actor.Agent(part.Agent);
                to.Add(new Shown(new Audience(null, part.Agent, Supervisors: false), For(agent, floor, chat)));
            }

            previous = part.Agent;
        }

        to.Add(ForSupervisors(floor, chat));
    }

    private static void Show(Floor floor, ChatSession chat, List<Shown> to)
    {
        ShowToDesks(floor, chat, to);
        var customer = Actor.Customer(chat.Customer);
        to.Add(new Shown(new Audience(chat.Customer, null, Supervisors: false), For(customer, floor, chat)));
    }
}
