using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>What chats leave beyond themselves: in queues, with agents, in effects.</summary>
internal sealed partial class Floor
{
    private void Apply(ChatEvent happened, DateTimeOffset at)
    {
        if (happened is ChatStarted started)
        {
            _keptPlaces.ForgetStale(at);
            Add(new ChatSession(started, at));
            Last = Last with { Chat = started.Chat };
            return;
        }

        var chat = _chats[happened.Chat];
        var owner = happened is ChatTransferred or ChatRequeued ? chat.Owner?.Agent : null;
        var holdsSlot = happened switch
        {
            WrapUpStarted begun => chat.Part(begun.Part).Counts,
            WrapUpCompleted completed => chat.Part(completed.Part).Counts,
            PartReleased released => chat.Part(released.Part).Counts,
            _ => false,
        };
        var queue = happened is WrapUpCompleted over && chat.Part(over.Part) is { HoldsQueue: true } owing
            ? owing.AcceptedFrom
            : default(QueueName?);
        Count(happened, chat, at);
        KeepPlace(happened, chat, at);
        NotePlace(happened, chat);
        NoteDeclined(happened, chat);
        chat.Apply(happened, at);
        ListenFor(chat, at, isNew: happened is MessagePosted);
        switch (happened)
        {
            case ChatQueued:
                StandInLine(chat);
                break;
            case SchedulingEvent e:
                Apply(e, chat);
                break;
            case PlaceRegained:
                _keptPlaces.Forget(chat.Customer, chat.Queue);
                WaitAgain(chat, passedBy: null, barred: null);
                break;
            case ContactWished or ContactAged or ContactPlaced or ContactWithheld or ContactOfferable
                or ContactLabelled:
                StandAgain(chat);
                break;
            case OffersWidened:
                WidenFrom(chat, at);
                Router.Want(chat.Number, Wanted(chat));
                break;
            case ChatTransferred e:
                WaitAgain(chat, passedBy: owner, barred: e.Trigger == ChatTrigger.HandOver ? owner : null);
                break;
            case ChatRequeued:
                WaitAgain(chat, passedBy: owner, barred: null);
                break;
            case ChatMoved or ChatDiverted:
                Move(chat);
                break;
            case TransferCalledOff or ChatEnded:
                Router.Forget(chat.Number);
                break;
            case SilenceNoticed when chat.Silence?.DueAt is { } dueAt:
                Alarms.Set(new Alarm(dueAt, AlarmKind.Silence, chat.Number));
                break;
            case ChatSleeps e:
                Apply(e, chat, at);
                break;
            case BotAsked e:
                _effects.Add(e.Effect, chat.Bot!);
                Last = Last with { Effect = e.Effect };
                Alarms.Set(new Alarm(e.DueAt, AlarmKind.Bot, e.Effect));
                break;
            case BotEffectClosed e:
                _effects.Remove(e.Effect, out _);
                break;
            case WrapUpStarted e:
                Apply(e, chat, holdsSlot);
                break;
            case WrapUpCompleted e:
                Finish(_agents[e.Agent], chat, holdsSlot, at);
                if (queue is { } held)
                {
                    MindPause(_agents[e.Agent], held);
                }

                break;
            case PartReleased e:
                Finish(_agents[e.Agent], chat, holdsSlot, at);
                break;
            case WorkInterrupted e:
                Apply(e, chat);
                break;
            case WorkResumed e:
                Apply(e, chat);
                break;
            case ChatClosed:
                _chats.Remove(chat.Number, out _);
                _customers.Remove(chat);
                _live[(int)chat.Channel]--;
                Kept++;
                break;
            default:
                break;
        }

        ComeToLine(happened, chat);
        WatchWait(chat);
        Review(chat);
        Stand(chat);
    }

    /// <summary>A chat waits once more, or in another queue, at the place that its age gives it.</summary>
    private void WaitAgain(ChatSession chat, AgentId? passedBy, AgentId? barred)
    {
        Router.Forget(chat.Number);
        Router.Wait(chat.Number, chat.WaitsIn, chat.QueuedAt, NeedsOf(chat), barred);
        WatchAge(chat);
        if (passedBy is { } agent)
        {
            Router.PassBy(chat.Number, [agent]);
        }
    }

    private void Add(ChatSession chat)
    {
        _chats.Add(chat.Number, chat);
        _customers.Add(chat);
        _live[(int)chat.Channel]++;
    }

    private void Apply(WrapUpStarted e, ChatSession chat, bool counted)
    {
        if (e.DueAt is { } dueAt)
        {
            Alarms.Set(new Alarm(dueAt, AlarmKind.WrapUp, e.Part, chat.Number));
        }

        var (agent, part) = (_agents[e.Agent], chat.Part(e.Part));
        if (Configuration.WrapUp.HoldsQueue && part.AcceptedFrom != default)
        {
            part.HoldsQueue = true;
            MindPause(agent, part.AcceptedFrom);
        }

        agent.Load = agent.Load.Add(chat.Channel, (part.Counts ? 1 : 0) - (counted ? 1 : 0));
        if (part.Counts != counted || agent.Media.InterruptedBy != Channels.None)
        {
            SetFree(agent);
        }
    }

    private void Finish(Agent agent, ChatSession chat, bool holdsSlot, DateTimeOffset at)
    {
        agent.Contacts.Remove(chat.Number);
        agent.Load = agent.Load.Add(chat.Channel, holdsSlot ? -1 : 0);
        (agent.RestedSince, agent.ActiveAt, agent.ServedAt) = (at, at, at);
        ForgetInterrupter(agent);
        SetFree(agent);
    }
}
