using ContactCenter.Chats;

namespace ContactCenter.Journals;

/// <summary>Writes what is said in chats and beside them, and what the customer leaves unsaid.</summary>
internal static partial class EventCodec
{
    private static void WriteLine(RecordWriter to, ChatEvent happened)
    {
        switch (happened)
        {
            case MessagePosted e:
                Start(to, EventKind.MessagePosted, e.Chat);
                WriteText(to, e.Sequence, e.Author, e.Length, e.Digest, e.Redacted);
                break;
            case NoticeShown e:
                Start(to, EventKind.NoticeShown, e.Chat);
                WriteNotice(to, e.Sequence, e.Code, e.Subject);
                break;
            case AsidePosted e:
                Start(to, EventKind.AsidePosted, e.Chat);
                WriteText(to, e.Sequence, e.Author, e.Length, e.Digest, e.Redacted);
                break;
            case AsideShown e:
                Start(to, EventKind.AsideShown, e.Chat);
                WriteNotice(to, e.Sequence, e.Code, e.Subject);
                break;
            case MessageRedacted e:
                Start(to, EventKind.MessageRedacted, e.Chat);
                to.Number(e.Sequence);
                to.Flag(e.IsAside);
                to.Number(e.Length);
                to.Wide(e.Digest);
                break;
            case MaskingTurned e:
                Start(to, EventKind.MaskingTurned, e.Chat);
                to.Flag(e.IsOn);
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
            default:
                WriteChat(to, happened);
                break;
        }
    }

    private static void WriteText(
        RecordWriter to, int sequence, Actor author, int length, UInt128 digest, bool isRedacted)
    {
        to.Number(sequence);
        to.Actor(author);
        to.Number(length);
        to.Wide(digest);
        to.Flag(isRedacted);
    }

    private static void WriteNotice(RecordWriter to, int sequence, string code, string subject)
    {
        to.Number(sequence);
        to.Text(code);
        to.Text(subject);
    }
}
