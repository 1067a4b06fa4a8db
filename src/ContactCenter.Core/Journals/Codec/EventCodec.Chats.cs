using ContactCenter.Chats;

namespace ContactCenter.Journals;

/// <summary>Writes what happens to contacts: where they go, who has them, how they end.</summary>
internal static partial class EventCodec
{
    private static void WriteChat(RecordWriter to, ChatEvent happened)
    {
        switch (happened)
        {
            case SchedulingEvent e:
                WriteScheduling(to, e);
                break;
            case ChatStarted e:
                Start(to, EventKind.ChatStarted, e.Chat);
                to.Customer(e.Customer);
                to.Queue(e.Queue);
                to.Byte((byte)e.Channel);
                break;
            case ChatQueued e:
                Start(to, EventKind.ChatQueued, e.Chat);
                break;
            case ChatTransferred e:
                Start(to, EventKind.ChatTransferred, e.Chat);
                to.Byte((byte)e.Trigger);
                to.Queue(e.Queue);
                to.Agent(e.Agent);
                to.Actor(e.By);
                break;
            case TransferCalledOff e:
                Start(to, EventKind.TransferCalledOff, e.Chat);
                break;
            case ChatRequeued e:
                Start(to, EventKind.ChatRequeued, e.Chat);
                break;
            case ChatMoved e:
                Start(to, EventKind.ChatMoved, e.Chat);
                to.Queue(e.From);
                to.Queue(e.To);
                break;
            case ChatDiverted e:
                Start(to, EventKind.ChatDiverted, e.Chat);
                to.Queue(e.From);
                to.Queue(e.To);
                to.Byte((byte)e.Why);
                break;
            case ConferenceReduced e:
                Start(to, EventKind.ConferenceReduced, e.Chat);
                break;
            case PartReleased e:
                Start(to, EventKind.PartReleased, e.Chat, e.Part, e.Agent);
                break;
            case ObserverMoved e:
                Start(to, EventKind.ObserverMoved, e.Chat);
                to.Agent(e.Supervisor);
                to.Byte((byte)e.Trigger);
                break;
            case ChatEnded e:
                Start(to, EventKind.ChatEnded, e.Chat);
                to.Byte((byte)e.Trigger);
                to.Actor(e.By);
                break;
            case WrapUpStarted e:
                Start(to, EventKind.WrapUpStarted, e.Chat, e.Part, e.Agent);
                to.Instant(e.DueAt);
                to.Flag(e.HoldsSlot);
                break;
            case WrapUpHeld e:
                Start(to, EventKind.WrapUpHeld, e.Chat, e.Part, e.Agent);
                break;
            case WrapUpCompleted e:
                Start(to, EventKind.WrapUpCompleted, e.Chat, e.Part, e.Agent);
                to.Texts(e.Reasons);
                to.Actor(e.By);
                break;
            case ChatClosed e:
                Start(to, EventKind.ChatClosed, e.Chat);
                break;
            case ChatSleeps e:
                Start(to, EventKind.ChatSleeps, e.Chat);
                to.Flag(e.IsAsleep);
                break;
            case WorkInterrupted e:
                Start(to, EventKind.WorkInterrupted, e.Chat, e.Part, e.Agent);
                to.Number(e.By);
                break;
            case WorkResumed e:
                Start(to, EventKind.WorkResumed, e.Chat, e.Part, e.Agent);
                break;
            case BotAsked e:
                Start(to, EventKind.BotAsked, e.Effect);
                to.Number(e.Chat);
                to.Number(e.UpTo);
                to.Instant(e.DueAt);
                break;
            case BotEffectClosed e:
                Start(to, EventKind.BotEffectClosed, e.Effect);
                to.Number(e.Chat);
                break;
            default:
                WriteWaiting(to, happened);
                break;
        }
    }
}
