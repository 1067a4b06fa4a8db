using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>The names of the events in the log. Numbers are for ever: a new form of an event gets a new one.</summary>
internal enum EventKind : byte
{
    AvailabilityChanged = 1,
    OfferMade = 2,
    OfferClosed = 3,
    ChatStarted = 4,
    ChatQueued = 5,
    MessagePosted = 6,
    NoticeShown = 7,
    ChatEnded = 8,
    WrapUpStarted = 9,
    WrapUpHeld = 10,
    WrapUpCompleted = 11,
    ChatClosed = 12,
    BotAsked = 13,
    BotEffectClosed = 14,
    FloorConfigured = 15,
    ChatTransferred = 16,
    TransferCalledOff = 17,
    ChatRequeued = 18,
    ConferenceReduced = 19,
    PartReleased = 20,
    ObserverMoved = 21,
    AsidePosted = 22,
    AsideShown = 23,
    AgentActive = 24,
    OfferPresented = 25,
    OfferExpiring = 26,
    SessionOpened = 27,
    SessionClosed = 28,
    PresenceLost = 29,
    PresenceEnded = 30,
    LinesMarked = 31,
    SilenceNoticed = 32,
    AuditNoted = 33,
    HoldSet = 34,
    ErasureBegan = 35,
    ContactsErased = 36,
    FileSent = 37,
    FileCleared = 38,
    FileDelivered = 39,
    FileBlocked = 40,
    FileDestroyed = 41,
    HoursBegan = 50,
    HoursEnded = 51,
    RonaCounted = 55,
    CoolOffEnded = 56,
    ChatMoved = 65,
    ConfigurationEdited = 66,
    QueueClosed = 67,
    OffersWidened = 70,
    ContactWished = 75,
    ContactAged = 76,
    PositionAsked = 77,
    ContactPlaced = 78,
    ContactWithheld = 79,
    ContactOfferable = 80,
    ContactLabelled = 81,
    ContactClassified = 82,
    StrategyFailed = 85,
    ChatDiverted = 90,
    WaitRuleFired = 91,
}

/// <summary>Writes an event's fields.</summary>
internal static partial class EventCodec
{
    internal static void Write(RecordWriter to, Event happened)
    {
        switch (happened)
        {
            case MessagePosted e:
                Start(to, EventKind.MessagePosted, e.Chat);
                to.Number(e.Sequence);
                to.Actor(e.Author);
                to.Number(e.Length);
                to.Wide(e.Digest);
                to.Flag(e.Redacted);
                break;
            case OfferMade e:
                Start(to, EventKind.OfferMade, e.Offer);
                to.Number(e.Chat);
                to.Text(e.Agent.Value);
                to.Instant(e.DueAt);
                to.Text(e.Why);
                to.Byte((byte)e.Kind);
                to.Period(e.AnswerWithin);
                to.Period(e.WarnBefore);
                break;
            case OfferPresented e:
                Start(to, EventKind.OfferPresented, e.Offer);
                to.Instant(e.DueAt);
                break;
            case OfferExpiring e:
                Start(to, EventKind.OfferExpiring, e.Offer);
                break;
            case OfferClosed e:
                Start(to, EventKind.OfferClosed, e.Offer);
                to.Byte((byte)e.Trigger);
                break;
            case AvailabilityChanged e:
                to.Byte((byte)EventKind.AvailabilityChanged);
                to.Text(e.Agent.Value);
                to.Byte((byte)e.Trigger);
                to.Text(e.Code);
                to.Actor(e.By);
                to.Text(e.Reason);
                to.Number(e.Channel is { } channel ? (int)channel : -1);
                break;
            case AgentActive e:
                to.Byte((byte)EventKind.AgentActive);
                to.Text(e.Agent.Value);
                break;
            case RonaCounted or CoolOffEnded:
                WriteRona(to, (AgentEvent)happened);
                break;
            case ChatEvent e:
                WriteChat(to, e);
                break;
            case SessionEvent e:
                WriteSession(to, e);
                break;
            case AttachmentEvent e:
                WriteAttachment(to, e);
                break;
            case CustomerEvent e:
                WriteCustomer(to, e);
                break;
            case HoursEvent e:
                WriteHours(to, e);
                break;
            case FloorConfigured e:
                to.Byte((byte)EventKind.FloorConfigured);
                to.Text(ConfigurationJson.Write(e.Configuration));
                to.Text(e.Hash);
                break;
            case ConfigurationEdited e:
                to.Byte((byte)EventKind.ConfigurationEdited);
                to.Byte((byte)e.Edit.Kind);
                to.Text(e.Edit.Name);
                to.Text(e.Edit.Queue is { } queue ? ConfigurationJson.Write(queue) : null);
                to.Text(e.Edit.Agent is { } edited ? ConfigurationJson.Write(edited) : null);
                to.Text(e.Hash);
                break;
            case StrategyFailed e:
                to.Byte((byte)EventKind.StrategyFailed);
                to.Text(e.Queue.Value);
                to.Text(e.Strategy);
                break;
            case QueueClosed e:
                to.Byte((byte)EventKind.QueueClosed);
                to.Text(e.Queue.Value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    private static void WriteChat(RecordWriter to, ChatEvent happened)
    {
        switch (happened)
        {
            case ContactWished or ContactAged or PositionAsked or ContactPlaced:
                WriteWishes(to, (ChatEvent)happened);
                break;
            case ContactWithheld or ContactOfferable:
                WriteDeclined(to, happened);
                break;
            case ContactLabelled or ContactClassified:
                WriteClassified(to, happened);
                break;
            case ChatStarted e:
                Start(to, EventKind.ChatStarted, e.Chat);
                to.Text(e.Customer.Value);
                to.Text(e.Queue.Value);
                to.Byte((byte)e.Channel);
                break;
            case ChatQueued e:
                Start(to, EventKind.ChatQueued, e.Chat);
                break;
            case NoticeShown e:
                Start(to, EventKind.NoticeShown, e.Chat);
                to.Number(e.Sequence);
                to.Text(e.Code);
                to.Text(e.Subject);
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
            case OffersWidened e:
                Start(to, EventKind.OffersWidened, e.Chat);
                break;
            case ChatClosed e:
                Start(to, EventKind.ChatClosed, e.Chat);
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
                WriteWork(to, happened);
                break;
        }
    }

    private static void Start(RecordWriter to, EventKind kind, long number)
    {
        to.Byte((byte)kind);
        to.Number(number);
    }

    private static void Start(RecordWriter to, EventKind kind, long chat, long part, AgentId agent)
    {
        Start(to, kind, chat);
        to.Number(part);
        to.Text(agent.Value);
    }
}
