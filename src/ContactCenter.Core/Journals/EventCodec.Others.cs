using ContactCenter.Customers;
using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>Writes the fields of what is about no chat: connections, and what is kept of customers.</summary>
internal static partial class EventCodec
{
    private static void WriteSession(RecordWriter to, SessionEvent happened)
    {
        switch (happened)
        {
            case SessionOpened e:
                Start(to, EventKind.SessionOpened, e.Session);
                to.Actor(e.Who);
                break;
            case SessionClosed e:
                Start(to, EventKind.SessionClosed, e.Session);
                to.Actor(e.Who);
                to.Byte((byte)e.Cause);
                break;
            case PresenceLost e:
                to.Byte((byte)EventKind.PresenceLost);
                to.Actor(e.Who);
                to.Instant(e.DueAt);
                break;
            case PresenceEnded e:
                to.Byte((byte)EventKind.PresenceEnded);
                to.Actor(e.Who);
                to.Flag(e.GivenUp);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    private static void WriteCustomer(RecordWriter to, CustomerEvent happened)
    {
        switch (happened)
        {
            case AuditNoted e:
                Start(to, EventKind.AuditNoted, e.Number);
                to.Actor(e.By);
                to.Byte((byte)e.Action);
                to.Number(e.Chat);
                to.Customer(e.Customer);
                break;
            case HoldSet e:
                to.Byte((byte)EventKind.HoldSet);
                to.Customer(e.Customer);
                to.Flag(e.Holds);
                break;
            case ErasureBegan e:
                Start(to, EventKind.ErasureBegan, e.Effect);
                to.Customer(e.Customer);
                to.Instant(e.Before);
                to.Actor(e.By);
                break;
            case ContactsErased e:
                Start(to, EventKind.ContactsErased, e.Effect);
                to.Numbers(e.Chats);
                to.Number(e.Lines);
                to.Flag(e.IsLast);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}
