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
    /// S23: each line of the log has its body, in order, by the same author, and no body is without a line.
    /// </summary>
    internal static IEnumerable<Violation> Broken(Batch batch)
    {
        var noted = batch.Events.OfType<AuditNoted>().Select(e => (e.Number, e.By, e.Action));
        if (!noted.SequenceEqual(batch.Enclosed.Audited.Select(entry => (entry.Number, entry.By, entry.Action))))
        {
            yield return new("S30", $"batch {batch.Sequence} does not keep the audit entries that it logs");
        }

        var sent = batch.Events.OfType<FileSent>().Select(e => (e.Chat, e.File));
        if (!sent.SequenceEqual(batch.Enclosed.Files.Select(card => (card.Chat, card.File))))
        {
            yield return new("S30", $"batch {batch.Sequence} does not keep what the files are called that it takes");
        }

        var closed = batch.Events.OfType<ChatClosed>().Select(e => e.Chat);
        if (!closed.SequenceEqual(batch.Enclosed.Contacts.Select(contact => contact.Chat.Number)))
        {
            yield return new("S30", $"batch {batch.Sequence} does not keep the contacts that it closes");
        }

        var logged = batch.Events
            .Where(happened => happened is MessagePosted or NoticeShown or AsidePosted or AsideShown
                or FileDelivered).ToArray();
        if (logged.Length != batch.Lines.Count)
        {
            yield return new("S23", $"batch {batch.Sequence} logs {logged.Length} lines and keeps {batch.Lines.Count}");
            yield break;
        }

        foreach (var (happened, line) in logged.Zip(batch.Lines))
        {
            if (!Matches(happened, line))
            {
                yield return new("S23", $"{happened} is logged, line {line.Sequence} of {line.Author} is kept");
            }

            var read = ReadBack(line, batch.At);
            if ((read.Sequence, read.At, read.Kind, read.Author, read.Text, read.Notice, read.Subject ?? string.Empty)
                != (line.Sequence, batch.At, line.Kind, line.Author, line.Text.Text, line.Code, line.Subject))
            {
                yield return new("S36", $"line {line.Sequence} of chat {line.Chat} reads otherwise");
            }
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
        var to = new RecordWriter();
        BatchCodec.Write(to, line, at);
        return BatchCodec.ReadLine(new JournalBody(line.Shelf, line.Chat, line.Sequence, to.ToArray()));
    }
}
