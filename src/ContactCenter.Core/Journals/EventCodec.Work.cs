using ContactCenter.Chats;

namespace ContactCenter.Journals;

/// <summary>What happens to the work on a contact.</summary>
internal static partial class EventCodec
{
    private static void WriteWork(RecordWriter to, ChatEvent happened)
    {
        switch (happened)
        {
            case ChatTransferred e:
                Start(to, EventKind.ChatTransferred, e.Chat);
                to.Byte((byte)e.Trigger);
                to.Text(e.Queue.Value);
                to.Text(e.Agent?.Value);
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
                to.Text(e.From.Value);
                to.Text(e.To.Value);
                break;
            case ChatDiverted e:
                Start(to, EventKind.ChatDiverted, e.Chat);
                to.Text(e.From.Value);
                to.Text(e.To.Value);
                to.Byte((byte)e.Why);
                break;
            case WaitRuleFired e:
                Start(to, EventKind.WaitRuleFired, e.Chat);
                to.Text(e.Queue.Value);
                to.Number(e.After.Ticks);
                break;
            case NoAgentRuleFired e:
                Start(to, EventKind.NoAgentRuleFired, e.Chat);
                to.Text(e.Queue.Value);
                break;
            case PlaceRegained e:
                Start(to, EventKind.PlaceRegained, e.Chat);
                to.Instant(e.Since);
                break;
            case ConferenceReduced e:
                Start(to, EventKind.ConferenceReduced, e.Chat);
                break;
            case PartReleased e:
                Start(to, EventKind.PartReleased, e.Chat, e.Part, e.Agent);
                break;
            case ObserverMoved e:
                Start(to, EventKind.ObserverMoved, e.Chat);
                to.Text(e.Supervisor.Value);
                to.Byte((byte)e.Trigger);
                break;
            case AsidePosted e:
                Start(to, EventKind.AsidePosted, e.Chat);
                to.Number(e.Sequence);
                to.Actor(e.Author);
                to.Number(e.Length);
                to.Wide(e.Digest);
                to.Flag(e.Redacted);
                break;
            case LinesMarked e:
                Start(to, EventKind.LinesMarked, e.Chat);
                to.Actor(e.By);
                to.Number(e.Delivered);
                to.Number(e.Read);
                break;
            case SilenceNoticed e:
                Start(to, EventKind.SilenceNoticed, e.Chat);
                break;
            case AsideShown e:
                Start(to, EventKind.AsideShown, e.Chat);
                to.Number(e.Sequence);
                to.Text(e.Code);
                to.Text(e.Subject);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}
