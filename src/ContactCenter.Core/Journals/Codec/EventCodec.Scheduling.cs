using ContactCenter.Chats;

namespace ContactCenter.Journals;

/// <summary>Writes what becomes of contacts that are for later.</summary>
internal static partial class EventCodec
{
    private static void WriteScheduling(RecordWriter to, SchedulingEvent happened)
    {
        switch (happened)
        {
            case ContactScheduled e:
                Start(to, EventKind.ContactScheduled, e.Chat);
                to.Instant(e.DueAt);
                to.Flag(e.Suspends);
                to.Actor(e.By);
                break;
            case ContactSuspended e:
                Start(to, EventKind.ContactSuspended, e.Chat);
                to.Actor(e.By);
                break;
            case ContactActivated e:
                Start(to, EventKind.ContactActivated, e.Chat);
                to.Actor(e.By);
                break;
            case CallbackAsked e:
                Start(to, EventKind.CallbackAsked, e.Chat);
                to.Actor(e.By);
                break;
            case ContactCancelled e:
                Start(to, EventKind.ContactCancelled, e.Chat);
                to.Texts(e.Reasons);
                to.Actor(e.By);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}
