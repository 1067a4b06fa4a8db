using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>What people read stands beside the log, line by line, and is what the log has sealed.</summary>
internal static class LineRules
{
    /// <summary>
    /// S23: each line of the log has its body, in order, by the same author, and no body is without a line; S30: and so
    /// is whatever else the log seals.
    /// </summary>
    internal static void Check(Batch batch, List<Violation> found)
    {
        var (kept, lines) = (batch.Enclosed, 0);
        var (audited, files, contacts) = (0, 0, 0);
        var (areAudited, areNamed, areKept) = (true, true, true);
        foreach (var happened in batch.Events)
        {
            switch (happened)
            {
                case MessagePosted or NoticeShown or AsidePosted or AsideShown or FileDelivered or MessageRedacted:
                    Check(happened, batch, lines++, found);
                    break;
                case AuditNoted e:
                    areAudited &= audited < kept.Audited.Count && kept.Audited[audited] is var entry
                        && (e.Number, e.By, e.Action) == (entry.Number, entry.By, entry.Action);
                    audited++;
                    break;
                case FileSent e:
                    areNamed &= files < kept.Files.Count && kept.Files[files] is var card
                        && (e.Chat, e.File) == (card.Chat, card.File);
                    files++;
                    break;
                case CardRedacted { File: 0 } e:
                    areNamed &= kept.Card is { IsReworded: true } called && called.Chat == e.Chat;
                    break;
                case CardRedacted e:
                    areNamed &= files < kept.Files.Count && kept.Files[files] is { IsReworded: true } renamed
                        && (e.Chat, e.File) == (renamed.Chat, renamed.File);
                    files++;
                    break;
                case ChatClosed e:
                    areKept &= contacts < kept.Contacts.Count && e.Chat == kept.Contacts[contacts].Chat.Number;
                    contacts++;
                    break;
                default:
                    break;
            }
        }

        if (!areAudited || audited != kept.Audited.Count)
        {
            found.Add(new("S30", $"batch {batch.Sequence} does not keep the audit entries that it logs"));
        }

        if (!areNamed || files != kept.Files.Count)
        {
            found.Add(new("S30", $"batch {batch.Sequence} does not keep what the files are called that it takes"));
        }

        if (!areKept || contacts != kept.Contacts.Count)
        {
            found.Add(new("S30", $"batch {batch.Sequence} does not keep the contacts that it closes"));
        }

        if (lines != batch.Lines.Count)
        {
            found.Add(new("S23", $"batch {batch.Sequence} logs {lines} lines and keeps {batch.Lines.Count}"));
        }
    }

    /// <summary>The same of one batch.</summary>
    internal static IReadOnlyList<Violation> Broken(Batch batch)
    {
        var found = new List<Violation>();
        Check(batch, found);
        return found;
    }

    private static void Check(Event happened, Batch batch, int number, List<Violation> found)
    {
        if (number >= batch.Lines.Count)
        {
            return;
        }

        var line = batch.Lines[number];
        if (!Matches(happened, line))
        {
            found.Add(new("S23", $"{happened} is logged, line {line.Sequence} of {line.Author} is kept"));
        }

        var read = ReadBack(line, batch.At);
        if ((read.Sequence, read.At, read.Kind, read.Author, read.Text, read.Notice, read.Subject ?? string.Empty)
            != (line.Sequence, line.At(batch.At), line.Kind, line.Author, line.Text.Text, line.Code, line.Subject))
        {
            found.Add(new("S36", $"line {line.Sequence} of chat {line.Chat} reads otherwise"));
        }
    }

    private static bool Matches(Event happened, Line line) => happened switch
    {
        MessagePosted e => (e.Chat, e.Sequence, e.Author) == (line.Chat, line.Sequence, line.Author)
            && e.Length == line.Text.Text.Length
            && e.Digest == new Body(line.Text, line.Salt).Digest
            && e.Redacted != line.Text.IsClean
            && line is { Kind: LineKind.Message, Code: null },
        NoticeShown e => (e.Chat, e.Sequence, e.Code, e.Subject) == (line.Chat, line.Sequence, line.Code, line.Subject)
            && line is { Kind: LineKind.Notice, Text.Text: "" },
        AsidePosted e => (e.Chat, e.Sequence, e.Author) == (line.Chat, line.Sequence, line.Author)
            && e.Length == line.Text.Text.Length
            && e.Digest == new Body(line.Text, line.Salt).Digest
            && e.Redacted != line.Text.IsClean
            && line.Kind == (e.Author.Kind == ActorKind.Supervisor ? LineKind.Whisper : LineKind.Note)
            && line.Code is null,
        MessageRedacted e => (e.Chat, e.Sequence, e.IsAside) == (line.Chat, line.Sequence, line.IsAside)
            && e.Length == line.Text.Text.Length
            && e.Digest == new Body(line.Text, line.Salt).Digest
            && (!line.Text.IsClean || line.Kind is LineKind.File or LineKind.WithdrawnFile)
            && line.Code is null,
        FileDelivered e => (e.Chat, e.Sequence, e.Author) == (line.Chat, line.Sequence, line.Author)
            && e.NameLength == line.Text.Text.Length
            && e.Digest == new Body(line.Text, line.Salt).Digest
            && e.Redacted != line.Text.IsClean
            && line is { Kind: LineKind.File, Code: null },
        AsideShown e => (e.Chat, e.Sequence, e.Code, e.Subject) == (line.Chat, line.Sequence, line.Code, line.Subject)
            && line is { Kind: LineKind.AgentNotice, Text.Text: "" },
        _ => false,
    };

    private static TranscriptLine ReadBack(Line line, DateTimeOffset at)
    {
        var to = new RecordWriter(64 + (3 * line.Text.Text.Length));
        BatchCodec.Write(to, line, at);
        return BatchCodec.ReadLine(new JournalBody(line.Shelf, line.Chat, line.Sequence, to.ToArray()));
    }
}
