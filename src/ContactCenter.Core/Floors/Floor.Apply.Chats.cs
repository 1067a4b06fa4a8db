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
        var part = happened is PartEvent concerned ? chat.Part(concerned.Part) : null;
        var counted = part?.Counts == true;
        Count(happened, chat, at);
        KeepPlace(happened, chat, at);
        NoteLastAgent(happened, chat, at);
        NotePlace(happened, chat);
        NoteDeclined(happened, chat);
        chat.Apply(happened, at);
        ListenFor(chat, at);
        switch (happened)
        {
            case ChatQueued:
                StandInLine(chat);
                break;
            case SchedulingEvent e:
                Apply(e, chat);
                break;
            case PlaceRegained:
                _keptPlaces.ComeBack(chat.Customer, chat.Queue);
                StandInLine(chat);
                break;
            case ContactWished or ContactAged or ContactPlaced or ContactWithheld or ContactOfferable
                or ContactLabelled:
                StandAgain(chat);
                break;
            case ContactOverdue:
                Router.Want(chat.Number, Wanted(chat));
                break;
            case OffersWidened:
                WidenFrom(chat, at);
                Router.Want(chat.Number, Wanted(chat));
                break;
            case ChatTransferred e:
                StandInLine(chat, passedBy: owner, barred: e.Trigger == ChatTrigger.HandOver ? owner : null);
                break;
            case ChatRequeued:
                StandInLine(chat, passedBy: owner);
                break;
            case ChatMoved or ChatDiverted:
                Move(chat);
                break;
            case TransferCalledOff or ChatEnded:
                Router.Forget(chat.Number);
                break;
            case SilenceNoticed:
                WatchSilence(chat);
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
                Apply(e, chat, part!, counted);
                break;
            case WrapUpCompleted or PartReleased:
                Finish(chat, part!, counted, at);
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
        LookAfter(chat);
    }

    /// <summary>A line of the conversation: it moves nobody, and is counted nowhere.</summary>
    private void ApplyLine(ChatEvent line, DateTimeOffset at)
    {
        var chat = _chats[line.Chat];
        chat.Apply(line, at);
        ListenFor(chat, at, isNew: line is MessagePosted);
        LookAfter(chat);
    }

    private void LookAfter(ChatSession chat)
    {
        WatchWait(chat);
        Review(chat);
        Stand(chat);
    }

    /// <summary>A chat stands in the line of the queue in which it waits by now, where its age puts it.</summary>
    private void StandInLine(ChatSession chat, AgentId? passedBy = null, AgentId? barred = null)
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

    private void Apply(WrapUpStarted e, ChatSession chat, Participation part, bool counted)
    {
        if (e.DueAt is { } dueAt)
        {
            Alarms.Set(new Alarm(dueAt, AlarmKind.WrapUp, e.Part, chat.Number));
        }

        var agent = _agents[e.Agent];
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

    private void Finish(ChatSession chat, Participation part, bool counted, DateTimeOffset at)
    {
        var agent = _agents[part.Agent];
        agent.Contacts.Remove(chat.Number);
        agent.Load = agent.Load.Add(chat.Channel, counted ? -1 : 0);
        (agent.RestedSince, agent.ActiveAt, agent.ServedAt) = (at, at, at);
        ForgetInterrupter(agent);
        SetFree(agent);
        if (part.HoldsQueue)
        {
            MindPause(agent, part.AcceptedFrom);
        }
    }
}
