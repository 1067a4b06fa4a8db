using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Journals;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>Reads conversations back from beside the log.</summary>
internal sealed class TranscriptReader(FloorId floor, IJournal journal)
{
    internal ValueTask<IReadOnlyList<TranscriptLine>> ReadAsync(
        long chat, int after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(BodyShelf.Conversation, chat, after, limit, cancellationToken);

    internal async ValueTask<IReadOnlyList<TranscriptLine>> ReadAsync(
        BodyShelf shelf, long chat, int after, int limit, CancellationToken cancellationToken)
    {
        var bodies = await journal.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken)
            .ConfigureAwait(false);
        var lines = new TranscriptLine[bodies.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = BatchCodec.ReadLine(bodies[index]);
        }

        return lines;
    }

    /// <summary>What an attachment is called, redacted; null where nothing is known of it.</summary>
    internal async ValueTask<(string? Name, string Extension)> ReadFileAsync(
        long chat, long file, CancellationToken cancellationToken)
    {
        var bodies = await journal.ReadBodiesAsync(
            floor, BodyShelf.Files, chat, file - 1, limit: 1, cancellationToken).ConfigureAwait(false);
        return bodies is [{ } body] && body.Sequence == file
            ? BatchCodec.ReadFile(body)
            : (null, string.Empty);
    }

    /// <summary>What all attachments of a chat are called, whatever became of them.</summary>
    internal async ValueTask<IReadOnlyList<FileCard>> ReadFilesAsync(long chat, CancellationToken cancellationToken)
    {
        const int Page = 256;
        var files = new List<FileCard>();
        IReadOnlyList<JournalBody> page;
        var after = 0L;
        do
        {
            page = await journal.ReadBodiesAsync(floor, BodyShelf.Files, chat, after, Page, cancellationToken)
                .ConfigureAwait(false);
            foreach (var body in page)
            {
                after = body.Sequence;
                var (name, extension) = BatchCodec.ReadFile(body);
                files.Add(new FileCard(chat, after, RedactedText.FromStore(name), extension));
            }
        }
        while (page.Count == Page);

        return files;
    }

    /// <summary>What to call the customer, and their address; nulls where nothing was said.</summary>
    internal async ValueTask<(string? Name, string? Email)> ReadCardAsync(
        long chat, CancellationToken cancellationToken)
    {
        var bodies = await journal.ReadBodiesAsync(
            floor, BodyShelf.Conversation, chat, after: -1, limit: 1, cancellationToken).ConfigureAwait(false);
        if (bodies is not [{ Sequence: 0 } body])
        {
            return (null, null);
        }

        var (name, email) = BatchCodec.ReadCard(body);
        return (name.Length == 0 ? null : name, email.Length == 0 ? null : email);
    }
}
