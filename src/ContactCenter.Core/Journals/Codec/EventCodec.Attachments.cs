using ContactCenter.Attachments;

namespace ContactCenter.Journals;

/// <summary>Writes what becomes of files.</summary>
internal static partial class EventCodec
{
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
            case FileMasked e:
                Start(to, EventKind.FileMasked, e);
                to.Number(e.Length);
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
            case FileWithdrawn e:
                Start(to, EventKind.FileWithdrawn, e);
                to.Number(e.Sequence);
                to.Actor(e.Author);
                to.Guid(e.Id);
                to.Guid(e.Copy);
                to.Text(e.Code);
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
