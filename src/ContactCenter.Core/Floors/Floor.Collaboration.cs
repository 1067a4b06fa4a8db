using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Redaction;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// Transfer and conference. What becomes of the agents is the coordinator's to say; here it is put into events, and
/// whether the other one is free to come is asked.
/// </summary>
internal sealed partial class Floor
{
    /// <summary>Whether an agent may give chats to another, room and availability aside.</summary>
    internal bool Reaches(Agent from, Agent to) =>
        from.Id != to.Id
        && (from.Profile.TransferTeams.Includes(to.Profile.Team)
            || (_supervisors.TryGetValue(to.Id, out var supervisor) && supervisor.Supervises(from.Profile.Team)));

    private Rejection? Decide(TransferChat c)
    {
        if ((MayAct(c, ChatAction.Transfer, out var chat) ?? MayGoTo(chat, c)) is { } refused)
        {
            return refused;
        }

        var room = c.Queue is { } asked && !IsIn(chat, _queues[asked])
            ? WithRoom(_queues[DoorTo(_queues[asked])])
            : null;
        if (chat.State == ChatState.Offered)
        {
            CloseOffersOf(chat, OfferTrigger.Withdraw);
        }

        Transfer(chat, c, room?.Name);
        return null;
    }

    private Rejection? Decide(WithdrawTransfer c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (Refusal(chat, c.By, ChatAction.WithdrawTransfer) is { } refused)
        {
            return refused;
        }

        CallTransferOff(chat);
        return null;
    }

    private Rejection? Decide(InviteAgent c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        var refused = Refusal(chat, c.By, ChatAction.Invite)
            ?? (chat.Channel == Channel.Chat ? null : Rejections.NoConversation)
            ?? _coordinator.Decide(GatheringOf(chat), ChatAction.Invite, c.By.Id, c.Agent).Rejection
            ?? MayGoTo(chat, c.Agent, c.By);
        if (refused is not null)
        {
            return refused;
        }

        Aside(chat, Notices.InvitationSent, c.Agent.Value);
        MakeOffer(chat, c.Agent, OfferKind.Invitation, why: string.Empty);
        return null;
    }

    private Rejection? Decide(WithdrawInvitation c)
    {
        if (Open(c.Chat, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (Refusal(chat, c.By, ChatAction.WithdrawInvitation) is { } refused)
        {
            return refused;
        }

        CloseOffer(_offers[chat.Offered!.Offer], OfferTrigger.Withdraw);
        return null;
    }

    private Rejection? Decide(EndConference c) => Leave(c.By, c.Chat, ChatAction.EndConference);

    private Rejection? Decide(ExitConference c) => Leave(c.By, c.Chat, ChatAction.ExitConference);

    /// <summary>Somebody leaves a conference, or sends the other one away.</summary>
    private Rejection? Leave(Actor by, long number, ChatAction action)
    {
        if (Open(number, out var chat) is { } unknown)
        {
            return unknown;
        }

        if (Refusal(chat, by, action) is { } refused)
        {
            return refused;
        }

        var step = _coordinator.Decide(GatheringOf(chat), action, by.Id);
        if (step.Next.State == ChatState.Ended)
        {
            Finish(chat, ChatTrigger.End, by);
        }
        else
        {
            Reduce(chat, step);
        }

        return null;
    }

    /// <summary>One of two agents goes; the other goes on, and is responsible.</summary>
    private void Reduce(ChatSession chat, Step step)
    {
        var leaving = step.Leaving[0];
        var part = chat.Parts.Find(part => part.IsIn && part.Agent == leaving.Agent)!;
        Notice(chat, Notices.AgentLeft, leaving.Agent.Value);
        if (part.Role == ChatRole.Owner)
        {
            Aside(chat, Notices.OwnerChanged, step.Next.Owner!.Value.Value);
        }

        Raise(new ConferenceReduced(chat.Number));
        Release(chat, part, leaving.OwesWrapUp);
    }

    /// <param name="room">The queue that takes it, where the one that was asked for may be full.</param>
    private void Transfer(ChatSession chat, TransferChat c, string? room = null)
    {
        var owner = chat.Owner;
        var queue = c.Queue is { } wanted && _queues.TryGetValue(wanted, out var profile)
            ? DoorFor(chat, profile)
            : c.Queue ?? chat.Queue;
        var target = c.Agent?.Value ?? queue.Value;
        if (owner is not null && c.By.Kind == ActorKind.Agent
            && _coordinator.Decide(GatheringOf(chat), ChatAction.Transfer, owner.Agent).Next.State
                == ChatState.Transferring)
        {
            Aside(chat, Notices.TransferRequested, target);
            Raise(new ChatTransferred(chat.Number, ChatTrigger.HandOver, queue, c.Agent, c.By));
            Divert(chat, room);
        }
        else
        {
            if (owner is not null)
            {
                Notice(chat, Notices.AgentLeft, owner.Agent.Value);
            }

            Raise(new ChatTransferred(chat.Number, ChatTrigger.Transfer, queue, c.Agent, c.By));
            Divert(chat, room);
            if (owner is not null)
            {
                Release(chat, owner, owesWrapUp: true);
            }

            Notice(chat, Notices.WaitingForAgent, chat.Queue.Value);
        }

        if (c.Agent is { } agent)
        {
            MakeOffer(chat, agent, OfferKind.Transfer, why: string.Empty);
        }
    }

    /// <summary>
    /// Whoever comes back to a queue that has closed goes where it overflows to, as those do who wait in it; where that
    /// has no room they stay.
    /// </summary>
    private QueueName DoorFor(ChatSession chat, QueueProfile queue)
    {
        var door = DoorTo(queue);
        return door.Value != queue.Name && chat.Queue.Value == queue.Name && WithRoom(_queues[door])?.Name != door.Value
            ? queue.Name! : door;
    }

    /// <summary>Whoever hands the chat over keeps it.</summary>
    private void CallTransferOff(ChatSession chat)
    {
        CloseOffersOf(chat, OfferTrigger.Withdraw);
        if (chat.State == ChatState.Transferring)
        {
            Raise(new TransferCalledOff(chat.Number));
            Aside(chat, Notices.TransferCalledOff, string.Empty);
        }
    }

    private Rejection? MayGoTo(ChatSession chat, TransferChat c)
    {
        if (c.Queue is null == c.Agent is null)
        {
            return Rejections.TargetNotPermitted.About("a queue or an agent");
        }

        if (c.Agent is { } agent)
        {
            return MayGoTo(chat, agent, c.By);
        }

        if (!_queues.TryGetValue(c.Queue!.Value, out var queue))
        {
            return Rejections.QueueUnknown;
        }

        var reached = c.By.Kind != ActorKind.Agent || _agents[c.By.Id].Profile.TransferQueues.Includes(queue.Name);
        return !reached || queue.Channel != chat.Channel ? Rejections.TargetNotPermitted.About(queue.Name)
            : OutsideHours(queue) ?? (IsIn(chat, queue) ? null : NoRoomIn(queue));
    }

    /// <summary>Whether a chat may be given to an agent, or the agent invited, by this one.</summary>
    private Rejection? MayGoTo(ChatSession chat, AgentId target, Actor by)
    {
        if (!_agents.TryGetValue(target, out var agent))
        {
            return Rejections.AgentUnknown;
        }

        var reached = by.Kind == ActorKind.Agent ? Reaches(_agents[by.Id], agent) : Supervises(by, target);
        var isThere = chat.Parts.Exists(part =>
            part.Agent == target && part.State != ParticipationState.WrappingUp);
        return reached && !isThere
            ? agent.MayBeGiven(chat.Channel)
            : Rejections.TargetNotPermitted.About(target.Value);
    }

    private static Gathering GatheringOf(ChatSession chat) => new(
        chat.State,
        chat.Owner?.Agent,
        chat.Conferee?.Agent ?? (chat.State == ChatState.ConferenceRequested ? chat.Offered?.Agent : null));

    /// <summary>An agent's part is over.</summary>
    private void Release(ChatSession chat, Participation part, bool owesWrapUp)
    {
        if (owesWrapUp)
        {
            var (policy, profile) = (Configuration.WrapUp, _agents[part.Agent].Profile);
            var dueAt = policy.DueAt(_now, profile.AutoWrapUp, profile.WrapUpReasons);
            Raise(new WrapUpStarted(chat.Number, part.Offer, part.Agent, dueAt, policy.HoldsSlot));
        }
        else
        {
            Raise(new PartReleased(chat.Number, part.Offer, part.Agent));
            AfterWork(part.Agent);
        }
    }

    /// <summary>The engine tells the agents of a chat something that is none of the customer's business.</summary>
    private void Aside(ChatSession chat, string code, string subject)
    {
        if (chat.Channel == Channel.Chat)
        {
            var sequence = chat.LastAside + 1;
            var (kind, author, nothing) = (LineKind.AgentNotice, Actor.System, RedactedText.Empty);
            _said.Add(new Line(chat.Number, sequence, kind, author, nothing, code, Salt: 0, subject));
            Raise(new AsideShown(chat.Number, sequence, code, subject));
        }
    }
}
