using ContactCenter.Customers;

namespace ContactCenter.Journals;

/// <summary>Writes what is kept of customers, and who has read it.</summary>
internal static partial class EventCodec
{
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
            case RescanBegan e:
                Start(to, EventKind.RescanBegan, e.Effect);
                to.Instant(e.From);
                to.Number(e.UpTo);
                to.Actor(e.By);
                break;
            case LinesRescanned e:
                Start(to, EventKind.LinesRescanned, e.Effect);
                to.Number(e.Chat);
                to.Number(e.Lines);
                to.Number(e.Masked);
                to.Number(e.Unread);
                break;
            case FileRescanned e:
                Start(to, EventKind.FileRescanned, e.Effect);
                to.Number(e.Chat);
                to.Number(e.Sequence);
                to.Byte((byte)e.Finding);
                break;
            case CardRedacted e:
                Start(to, EventKind.CardRedacted, e.Chat);
                to.Number(e.File);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without a form.");
        }
    }
}
