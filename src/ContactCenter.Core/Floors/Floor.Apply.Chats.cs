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
            Add(new ChatSession(started, at));
            Last = Last with { Chat = started.Chat };
            return;
        }

        var chat = _chats[happened.Chat];
        var owner = happened is ChatTransferred or ChatRequeued ? chat.Owner?.Agent : null;
        var holdsSlot = happened is WrapUpCompleted completed && chat.Part(completed.Part).HoldsSlot;
        Count(happened, chat, at);
        NotePlace(happened, chat);
        NoteDeclined(happened, chat);
        chat.Apply(happened, at);
        ListenFor(chat, at, isNew: happened is MessagePosted);
        switch (happened)
        {
            case ChatQueued:
                Router.Wait(chat.Number, chat.Queue, at, NeedsOf(chat));
                WatchAge(chat);
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
            case SilenceNoticed when chat.Silence?.EndAt is { } endAt:
                Alarms.Set(new Alarm(endAt, AlarmKind.Silence, chat.Number));
                break;
            case BotAsked e:
                _effects.Add(e.Effect, chat.Bot!);
                Last = Last with { Effect = e.Effect };
                Alarms.Set(new Alarm(e.DueAt, AlarmKind.Bot, e.Effect));
                break;
            case BotEffectClosed e:
                _effects.Remove(e.Effect);
                break;
            case WrapUpStarted e:
                Apply(e, chat);
                break;
            case WrapUpCompleted e:
                Finish(_agents[e.Agent], chat, holdsSlot, at);
                break;
            case PartReleased e:
                Finish(_agents[e.Agent], chat, holdsSlot: true, at);
                break;
            case ChatClosed:
                _chats.Remove(chat.Number);
                _customers.Remove(chat);
                _live[(int)chat.Channel]--;
                Kept++;
                break;
            default:
                break;
        }

        WatchWait(chat);
        Review(chat);
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

    private void Apply(WrapUpStarted e, ChatSession chat)
    {
        if (e.DueAt is { } dueAt)
        {
            Alarms.Set(new Alarm(dueAt, AlarmKind.WrapUp, e.Part, chat.Number));
        }

        if (!e.HoldsSlot)
        {
            var agent = _agents[e.Agent];
            agent.Load = agent.Load.Add(chat.Channel, -1);
            SetFree(agent);
        }
    }

    private void Finish(Agent agent, ChatSession chat, bool holdsSlot, DateTimeOffset at)
    {
        agent.Contacts.Remove(chat.Number);
        agent.Load = agent.Load.Add(chat.Channel, holdsSlot ? -1 : 0);
        (agent.RestedSince, agent.ActiveAt, agent.ServedAt) = (at, at, at);
        SetFree(agent);
    }
}
