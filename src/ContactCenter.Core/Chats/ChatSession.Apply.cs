using ContactCenter.Routing;

namespace ContactCenter.Chats;

/// <summary>What each event leaves in the chat.</summary>
internal sealed partial class ChatSession
{
    internal void Apply(ChatEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case ChatStarted:
                break;
            case MaskingTurned e:
                IsMasking = e.IsOn;
                break;
            case ChatQueued:
                Enqueue(at);
                break;
            case ContactWished e:
                Seating = SeatingAfter(e);
                Classified = e.ByRule ? Classified : 0;
                Wishes = e.Wishes.Equals(ContactWishes.None) ? ContactWishes.None : e.Wishes;
                break;
            case ContactLabelled e:
                Attributes = e.Attributes;
                break;
            case ContactClassified e:
                Classified = e.Requirements;
                break;
            case ContactWithheld e:
                Release(e.Agent);
                (Withheld ??= new List<Withholding>(1)).Add(new Withholding(e.Agent, e.Until));
                break;
            case ContactOfferable e:
                Release(e.Agent);
                break;
            case PositionAsked e:
                Seating = new Seating(e.Position, Place: null);
                break;
            case ContactPlaced e:
                Seating = new Seating(Position: null, e.Place);
                break;
            case ContactAged e:
                Waited = e.Waited;
                break;
            case MessagePosted e:
                Move(ChatTrigger.Post);
                LastLine = e.Sequence;
                LastCustomerLine = e.Author.Kind == ActorKind.Customer ? e.Sequence : LastCustomerLine;
                AwaitsCustomer = e.Author.Kind is ActorKind.Agent or ActorKind.Supervisor;
                break;
            case NoticeShown e:
                LastLine = e.Sequence;
                break;
            case AsidePosted e:
                LastAside = e.Sequence;
                break;
            case AsideShown e:
                LastAside = e.Sequence;
                break;
            case LinesMarked e:
                Apply(e);
                break;
            case SilenceNoticed:
                Silence = Silence! with { WarnAt = null };
                break;
            case BotAsked e:
                Move(ChatTrigger.AskBot);
                Bot = new BotEffect(e.Effect, e.Chat, e.UpTo, e.DueAt);
                break;
            case BotEffectClosed:
                Bot = null;
                break;
            case ChatEnded e:
                Move(e.Trigger);
                (HandedTo, Patience, Withheld) = (null, null, null);
                ForgetWidening();
                Ending = new Ending(at, e.By);
                break;
            case ChatClosed:
                Move(ChatTrigger.Close);
                break;
            case SchedulingEvent e:
                Apply(e, at);
                break;
            default:
                ApplyWork(happened, at);
                break;
        }
    }

    /// <summary>Somebody is offered it: the chat itself, or a place in its conference.</summary>
    internal void Present(AgentId agent, long offer, bool isInvitation, DateTimeOffset at)
    {
        if (isInvitation)
        {
            Owner!.Move(ParticipationTrigger.Invite, at);
            Move(ChatTrigger.Invite);
        }
        else
        {
            Move(ChatTrigger.Present);
        }

        Add(new Participation(agent, offer, isInvitation ? ChatRole.Conferee : ChatRole.Owner, at));
    }

    /// <summary>Whoever is offered it accepts.</summary>
    internal void Accept(long offer, bool isInvitation, DateTimeOffset at)
    {
        var part = Part(offer);
        (part.FirstLine, part.FirstAside) = (LastLine + 1, LastAside + 1);
        part.AcceptedAt = at.UtcTicks;
        Served = Served.Contains(part.Agent) ? Served : [.. Served, part.Agent];

        if (isInvitation)
        {
            Owner!.Move(ParticipationTrigger.Join, at);
            part.Move(ParticipationTrigger.Join, at);
            Move(ChatTrigger.Join);
            return;
        }

        (Queue, HandedTo, Patience, Withheld) = (WaitsIn, null, null, null);
        ForgetWidening();
        part.AcceptedFrom = Queue;
        if (Owner is { } owner)
        {
            // Handed over: whoever had it leaves in this very batch.
            owner.Role = ChatRole.Departed;
        }

        part.Move(ParticipationTrigger.Connect, at);
        Move(ChatTrigger.Accept);
    }

    /// <summary>The offer comes to nothing.</summary>
    internal void Return(long offer, bool isInvitation, DateTimeOffset at)
    {
        var part = Part(offer);
        part.Move(ParticipationTrigger.Release, at);
        Parts.Remove(part);
        if (isInvitation)
        {
            Owner!.Move(ParticipationTrigger.Reduce, at);
            Move(ChatTrigger.CallOff);
        }
        else if (Offered is null)
        {
            Move(ChatTrigger.Return);
        }
    }

    /// <summary>An agent who has declined it may be asked again.</summary>
    internal void Release(AgentId agent)
    {
        Withheld?.RemoveAll(one => one.Agent == agent);
        Withheld = Withheld is { Count: 0 } ? null : Withheld;
    }

    private void Apply(LinesMarked e)
    {
        if (e.By.Kind == ActorKind.Customer)
        {
            CustomerMark = CustomerMark.With(e.Delivered, e.Read);
        }
        else if (Find(part => part.IsIn && e.By.IsAgent(part.Agent)) is { } part)
        {
            part.Mark = part.Mark.With(e.Delivered, e.Read);
        }
    }

    private void ApplyWork(ChatEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case OffersWidened:
                (Widened, WidenAt) = (Widened + 1, null);
                break;
            case WaitRuleFired e:
                (Patience ??= new Patience()).Passed = e.After;
                break;
            case ContactOverdue e:
                (Patience ??= new Patience()).Overdue = e.After;
                break;
            case NoAgentRuleFired:
                Patience ??= new Patience();
                Patience.Forsaken++;
                Patience.IsForsaken = true;
                break;
            case PlaceRegained e:
                QueuedAt = e.Since;
                (Patience ??= new Patience()).Since = at;
                break;
            case ChatTransferred e:
                Apply(e, at);
                break;
            case TransferCalledOff:
                Move(ChatTrigger.CallOff);
                Patience = null;
                ForgetWidening();
                HandedTo = null;
                break;
            case ChatRequeued:
                Move(ChatTrigger.Requeue);
                WaitAnew(at);
                ForgetWidening();
                LineSince = at.UtcTicks;
                break;
            case ChatMoved e:
                LineSince = Waits && WaitsIn == e.From ? at.UtcTicks : LineSince;
                Queue = Queue == e.From ? e.To : Queue;
                HandedTo = HandedTo == e.From ? e.To : HandedTo;
                break;
            case ChatDiverted e:
                LineSince = Waits ? at.UtcTicks : LineSince;
                ForgetWidening();
                NoteOrigin(isByRule: Waits || e.Why != Diversion.Reclassified);
                (Queue, HandedTo) = HandedTo is null ? (e.To, HandedTo) : (Queue, e.To);
                break;
            case ChatSleeps e:
                Silence = e.IsAsleep ? Silence! with { SleepAt = null } : Silence;
                break;
            case PartEvent e:
                Apply(e, at);
                break;
            case ConferenceReduced:
                Move(ChatTrigger.Exit);
                break;
            case ObserverMoved e:
                Apply(e);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    private void Apply(ChatTransferred e, DateTimeOffset at)
    {
        if (State == ChatState.Active)
        {
            WaitAnew(at);
        }

        NoteOrigin(isByRule: e.By.Kind == ActorKind.System);
        Move(e.Trigger);
        ForgetWidening();
        LineSince = at.UtcTicks;
        if (e.Trigger == ChatTrigger.HandOver)
        {
            HandedTo = e.Queue;
        }
        else
        {
            Queue = e.Queue;
        }
    }

    /// <summary>What becomes of one agent's part.</summary>
    private void Apply(PartEvent happened, DateTimeOffset at)
    {
        var part = Part(happened.Part);
        switch (happened)
        {
            case WorkInterrupted:
                (part.Interruption ??= new Interruption()).Since = at;
                break;
            case WorkResumed:
                Resume(part, at);
                break;
            case WrapUpStarted e:
                part.Move(ParticipationTrigger.WrapUp, at);
                (part.WrapUpSince, part.WrapUpDueAt, part.LastLine) = (at, e.DueAt, LastLine);
                (part.HoldsSlot, part.IsAsleep) = (e.HoldsSlot, false);
                Reduce(at);
                break;
            case PartReleased:
                part.Move(ParticipationTrigger.Release, at);
                Parts.Remove(part);
                Reduce(at);
                break;
            case WrapUpHeld:
                part.WrapUpDueAt = null;
                break;
            case WrapUpCompleted e:
                part.Move(ParticipationTrigger.Complete, at);
                LastWrapUpSince = part.WrapUpSince;
                Reasons = e.Reasons.IsEmpty ? Reasons : [.. Reasons.Union(e.Reasons)];
                Parts.Remove(part);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a fold.");
        }
    }

    /// <summary>What was over by then was over before the agent was back.</summary>
    private static void Resume(Participation part, DateTimeOffset at)
    {
        var interruption = part.Interruption!;
        interruption.Before = interruption.Until(part.IsIn ? at : part.WrapUpSince);
        interruption.Since = null;
    }

    /// <summary>Where one of two agents has gone, the other is alone with the customer, and responsible.</summary>
    private void Reduce(DateTimeOffset at)
    {
        if (State == ChatState.Active
            && Find(static part => part.State == ParticipationState.Conferencing) is { } left)
        {
            left.Role = ChatRole.Owner;
            left.Move(ParticipationTrigger.Reduce, at);
        }
    }
}
