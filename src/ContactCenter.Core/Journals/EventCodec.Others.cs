using ContactCenter.Attachments;
using ContactCenter.Customers;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Journals;

/// <summary>
/// Writes the fields of what is about no chat: connections, what is kept of customers, attachments, hours.
/// </summary>
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

    private static void WriteHours(RecordWriter to, HoursEvent happened)
    {
        to.Byte((byte)(happened switch
        {
            HoursBegan => EventKind.HoursBegan,
            HoursEnded => EventKind.HoursEnded,
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form."),
        }));
        to.Text(happened.Queue.Value);
        to.Instant(happened.NextChange);
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
                to.Numbers(e.Chats.AsSpan());
                to.Number(e.Lines);
                to.Flag(e.IsLast);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    private static void WriteAttachment(RecordWriter to, AttachmentEvent happened)
    {
        switch (happened)
        {
            case FileSent e:
                Start(to, EventKind.FileSent, e);
                to.Guid(e.Id);
                to.Actor(e.Author);
                to.Number(e.Length);
                to.Instant(e.DueAt);
                break;
            case FileCleared e:
                Start(to, EventKind.FileCleared, e);
                to.Instant(e.DueAt);
                break;
            case FileDelivered e:
                Start(to, EventKind.FileDelivered, e);
                to.Number(e.Sequence);
                to.Actor(e.Author);
                to.Number(e.NameLength);
                to.Wide(e.Digest);
                to.Flag(e.Redacted);
                break;
            case FileBlocked e:
                Start(to, EventKind.FileBlocked, e);
                to.Text(e.Code);
                break;
            case FileDestroyed e:
                Start(to, EventKind.FileDestroyed, e);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }

    private static void Start(RecordWriter to, EventKind kind, AttachmentEvent happened)
    {
        Start(to, kind, happened.Chat);
        to.Number(happened.File);
    }
}
