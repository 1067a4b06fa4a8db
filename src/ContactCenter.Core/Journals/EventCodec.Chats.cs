using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Journals;

/// <summary>Writes what happens to contacts: where they wait, who has them, how they end.</summary>
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
            case ContactWished e:
                Start(to, EventKind.ContactWished, e.Chat);
                Write(to, e.Wishes);
                break;
            case ContactAged e:
                Start(to, EventKind.ContactAged, e.Chat);
                to.Period(e.Waited);
                break;
            case PositionAsked or ContactPlaced or ContactWithheld or ContactOfferable or ContactLabelled
                or ContactClassified:
                WriteTerms(to, happened);
                break;
            case OffersWidened e:
                Start(to, EventKind.OffersWidened, e.Chat);
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
            case WaitRuleFired e:
                Start(to, EventKind.WaitRuleFired, e.Chat);
                to.Queue(e.Queue);
                to.Period(e.After);
                break;
            case NoAgentRuleFired e:
                Start(to, EventKind.NoAgentRuleFired, e.Chat);
                to.Queue(e.Queue);
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
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    /// <summary>What a contact asks for, as it stands in events and snapshots.</summary>
    internal static void Write(RecordWriter to, ContactWishes wishes)
    {
        to.Number(wishes.Priority);
        to.Number(wishes.Requirements.Length);
        foreach (var (requirement, period) in wishes.Requirements)
        {
            to.Text(requirement.ToString());
            to.Period(period);
        }

        to.Agents(wishes.Preferred.AsSpan());
        to.Agent(wishes.Reserved);
        to.Period(wishes.ReservedFor);
        to.Agents(wishes.Excluded.AsSpan());
    }

    internal static ContactWishes ReadWishes(ref RecordReader from) => new()
    {
        Priority = from.SmallNumber(),
        Requirements = from.Each(static (ref from) =>
        {
            var isRead = Requirement.TryParse(from.Text(), out var read, out _);
            return (isRead ? read! : throw RecordReader.Broken("requirement"), from.OptionalPeriod());
        }),
        Preferred = from.Agents(),
        Reserved = from.OptionalAgent(),
        ReservedFor = from.Period(),
        Excluded = from.Agents(),
    };
}
