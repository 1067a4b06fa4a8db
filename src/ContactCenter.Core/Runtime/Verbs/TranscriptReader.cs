using System.Globalization;
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
        var bodies = await ReadBodiesAsync(shelf, chat, after, limit, cancellationToken).ConfigureAwait(false);
        var lines = new TranscriptLine[bodies.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = Read(bodies[index], BatchCodec.ReadLine);
        }

        return lines;
    }

    /// <summary>As they are kept, for whoever must get past those that cannot be read.</summary>
    internal ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken) =>
        journal.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken);

    /// <summary>What a body says; null where it cannot be read, which is told.</summary>
    internal static T? Try<T>(in JournalBody body, One<T> read, Damages damages)
    {
        try
        {
            return read(body);
        }
        catch (Exception exception) when (exception is JournalFormatException or OverflowException)
        {
            damages.Add(body);
            return default;
        }
    }

    /// <summary>What an attachment is called, redacted; null where nothing is known of it.</summary>
    internal async ValueTask<(string? Name, string Extension)> ReadFileAsync(
        long chat, long file, CancellationToken cancellationToken)
    {
        var bodies = await ReadBodiesAsync(BodyShelf.Files, chat, file - 1, limit: 1, cancellationToken)
            .ConfigureAwait(false);
        return bodies is [{ } body] && body.Sequence == file
            ? Read(body, BatchCodec.ReadFile)
            : (null, string.Empty);
    }

    /// <summary>What all attachments of a chat are called, whatever became of them; see <see cref="ReadFile"/>.
    /// </summary>
    internal async ValueTask<IReadOnlyList<JournalBody>> ReadFilesAsync(long chat, CancellationToken cancellationToken)
    {
        const int Page = 256;
        var files = new List<JournalBody>();
        IReadOnlyList<JournalBody> page;
        do
        {
            var after = files is [.., var last] ? last.Sequence : 0;
            page = await ReadBodiesAsync(BodyShelf.Files, chat, after, Page, cancellationToken).ConfigureAwait(false);
            files.AddRange(page);
        }
        while (page.Count == Page);

        return files;
    }

    internal static FileCard? ReadFile(in JournalBody body)
    {
        var (name, extension) = BatchCodec.ReadFile(body);
        return new FileCard(body.Chat, body.Sequence, RedactedText.FromStore(name), extension);
    }

    /// <summary>What to call the customer, and their address; nulls where nothing was said.</summary>
    internal async ValueTask<(string? Name, string? Email)> ReadCardAsync(
        long chat, CancellationToken cancellationToken)
    {
        var bodies = await ReadBodiesAsync(BodyShelf.Conversation, chat, after: -1, limit: 1, cancellationToken)
            .ConfigureAwait(false);
        return bodies is [{ Sequence: 0 } body] ? Read(body, ReadCard)!.Value : (null, null);
    }

    internal static (string? Name, string? Email)? ReadCard(in JournalBody body)
    {
        var (name, email) = BatchCodec.ReadCard(body);
        return (name.Length == 0 ? null : name, email.Length == 0 ? null : email);
    }

    private static T Read<T>(in JournalBody body, One<T> read)
    {
        try
        {
            return read(body);
        }
        catch (JournalFormatException damage)
        {
            throw new JournalFormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"{body.Shelf} {body.Sequence} of contact {body.Chat} cannot be read. {damage.Message}"));
        }
    }

    internal delegate T One<T>(in JournalBody body);
}
