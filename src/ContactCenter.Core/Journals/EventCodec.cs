using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

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
}

/// <summary>Writes an event's fields.</summary>
internal static class EventCodec
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
                break;
            case ChatEvent e:
                WriteChat(to, e);
                break;
            case FloorConfigured e:
                to.Byte((byte)EventKind.FloorConfigured);
                to.Text(ConfigurationJson.Write(e.Configuration));
                to.Text(e.Hash);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    internal static Event Read(ref RecordReader from) => (EventKind)from.Byte() switch
    {
        EventKind.AvailabilityChanged => new AvailabilityChanged(
            from.Agent(), from.Choice<AvailabilityTrigger>(), from.OptionalText(), from.Actor(), from.OptionalText()),
        EventKind.OfferMade => new OfferMade(
            from.Number(), from.Number(), from.Agent(), from.Instant(), from.Text()),
        EventKind.OfferClosed => new OfferClosed(from.Number(), from.Choice<OfferTrigger>()),
        EventKind.ChatStarted => new ChatStarted(
            from.Number(), from.Customer(), from.Queue(), from.Choice<Channel>()),
        EventKind.ChatQueued => new ChatQueued(from.Number()),
        EventKind.MessagePosted => new MessagePosted(
            from.Number(), from.SmallNumber(), from.Actor(), from.SmallNumber(), from.Wide(), from.Flag()),
        EventKind.NoticeShown => new NoticeShown(from.Number(), from.SmallNumber(), from.Text(), from.Text()),
        EventKind.ChatEnded => new ChatEnded(from.Number(), from.Choice<ChatTrigger>(), from.Actor()),
        EventKind.WrapUpStarted => new WrapUpStarted(from.Number(), from.Agent(), from.OptionalInstant()),
        EventKind.WrapUpHeld => new WrapUpHeld(from.Number(), from.Agent()),
        EventKind.WrapUpCompleted => new WrapUpCompleted(from.Number(), from.Agent(), from.Texts(), from.Flag()),
        EventKind.ChatClosed => new ChatClosed(from.Number()),
        EventKind.BotAsked => new BotAsked(from.Number(), from.Number(), from.SmallNumber(), from.Instant()),
        EventKind.BotEffectClosed => new BotEffectClosed(from.Number(), from.Number()),
        EventKind.FloorConfigured => new FloorConfigured(ConfigurationJson.Read(from.Text()), from.Text()),
        _ => throw RecordReader.Broken("event kind"),
    };

    private static void WriteChat(RecordWriter to, ChatEvent happened)
    {
        switch (happened)
        {
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
                Start(to, EventKind.WrapUpStarted, e.Chat);
                to.Text(e.Agent.Value);
                to.Instant(e.DueAt);
                break;
            case WrapUpHeld e:
                Start(to, EventKind.WrapUpHeld, e.Chat);
                to.Text(e.Agent.Value);
                break;
            case WrapUpCompleted e:
                Start(to, EventKind.WrapUpCompleted, e.Chat);
                to.Text(e.Agent.Value);
                to.Texts(e.Reasons);
                to.Flag(e.Automatic);
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
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    private static void Start(RecordWriter to, EventKind kind, long number)
    {
        to.Byte((byte)kind);
        to.Number(number);
    }
}
