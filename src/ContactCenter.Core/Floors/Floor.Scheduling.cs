using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Statistics;

namespace ContactCenter.Floors;

/// <summary>
/// Contacts that are for later, are set aside, or whose customer is called back. While they are they stand in no line,
/// and so nobody can be offered them.
/// </summary>
internal sealed partial class Floor
{
    private Rejection? Decide(ComeDue c)
    {
        if (!_chats.TryGetValue(c.Chat, out var chat) || chat.ComesDueAt is not { } dueAt || dueAt > _now)
        {
            return Rejections.EffectGone;
        }

        ComeDue(chat);
        return null;
    }

    private Rejection? Decide(SuspendContact c)
    {
        if (MayAct(c, ChatAction.Suspend, out var chat) is { } refused)
        {
            return refused;
        }

        CloseOffersOf(chat, OfferTrigger.Withdraw);
        Raise(new ContactSuspended(c.Chat, c.By));
        return null;
    }

    private Rejection? Decide(ActivateContact c)
    {
        if (MayAct(c, ChatAction.Activate, out var chat) is { } refused)
        {
            return refused;
        }

        if (_queues.TryGetValue(chat.Queue, out var queue) && (OutsideHours(queue) ?? NoRoomIn(queue)) is { } closed)
        {
            return closed;
        }

        DivertIfFull(chat);
        if (!chat.HasWaited)
        {
            Notice(chat, Notices.WaitingForAgent, chat.Queue.Value);
        }

        Raise(new ContactActivated(c.Chat, c.By));
        TakePosition(chat);
        return null;
    }

    private Rejection? Decide(AskForCallback c)
    {
        var refused = MayAct(c, ChatAction.CallBack, out var chat)
            ?? (c.DueAt is { } asked ? Appointment.Refusal(asked, _now) : null)
            ?? NeverOpens(chat, c.DueAt ?? _now);
        if (refused is not null)
        {
            return refused;
        }

        if (!chat.IsCallback)
        {
            Raise(new CallbackAsked(c.Chat, c.By));
        }

        if (c.DueAt is { } dueAt)
        {
            Schedule(chat, dueAt, suspends: false, c.By);
        }

        return null;
    }

    private Rejection? Decide(CancelContact c)
    {
        var refused = MayAct(c, ChatAction.Cancel, out var chat)
            ?? (c.Reasons.Count == 0 ? null : Configuration.WrapUp.MaySubmit(c.Reasons, []));
        if (refused is not null)
        {
            return refused;
        }

        Raise(new ContactCancelled(c.Chat, [.. c.Reasons], c.By));
        Finish(chat, ChatTrigger.End, c.By);
        return null;
    }

    private void Schedule(ChatSession chat, DateTimeOffset dueAt, bool suspends, Actor by)
    {
        CloseOffersOf(chat, OfferTrigger.Withdraw);
        Raise(new ContactScheduled(
            chat.Number, dueAt > _now ? dueAt.ToUniversalTime() : _now, suspends, by));
        if (dueAt <= _now)
        {
            ComeDue(chat);
        }
    }

    private void ComeDue(ChatSession chat)
    {
        if (chat.Appointment!.Suspends)
        {
            Raise(new ContactSuspended(chat.Number, Actor.System));
        }
        else if (!chat.IsCallback && _queues.TryGetValue(chat.Queue, out var queue) && OutsideHours(queue) is not null)
        {
            Finish(chat, ChatTrigger.Leave, Actor.System, Notices.OutsideHours);
        }
        else
        {
            Enqueue(chat);
        }
    }

    private void Apply(SchedulingEvent happened, ChatSession chat)
    {
        switch (happened)
        {
            case ContactScheduled e:
                Router.Forget(chat.Number);
                Alarms.Set(new Alarm(e.DueAt, AlarmKind.Appointment, chat.Number));
                break;
            case ContactSuspended:
                Router.Forget(chat.Number);
                break;
            case ContactActivated:
                StandInLine(chat);
                break;
            case CallbackAsked:
                Promise(chat);
                break;
            default:
                break;
        }
    }

    /// <summary>No rule ends it any more: while one was to, nobody more was asked, and no later rule watched.</summary>
    private void Promise(ChatSession chat)
    {
        WatchWait(chat);
        if (chat.Offered is not null && Router.Find(chat.Number) is not null)
        {
            Router.Want(chat.Number, Wanted(chat));
        }
    }

    private void Count(SchedulingEvent happened, ChatSession chat, DateTimeOffset at)
    {
        switch (happened)
        {
            case ContactScheduled or ContactSuspended when chat.Waits:
                Tallies.Of(chat.WaitsIn)?.Leave(QueueFigure.Suspended, Waited(chat, at), at);
                break;
            case ContactActivated:
                Tallies.Of(chat.Queue)?.Enter(
                    chat.HasWaited ? QueueFigure.Resumed : QueueFigure.Arrived, at);
                break;
            default:
                break;
        }
    }
}
