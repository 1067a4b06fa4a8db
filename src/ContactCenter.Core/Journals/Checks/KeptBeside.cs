using System.Collections.Immutable;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;

namespace ContactCenter.Journals;

/// <summary>What the log knows of the bodies beside it.</summary>
internal static class KeptBeside
{
    /// <summary>Where what an event says is kept beside the log; null for an event that says nothing more.</summary>
    internal static ShelfPlace? PlaceOf(Event happened, bool hasCard) => happened switch
    {
        MessagePosted e => new(BodyShelf.Conversation, e.Chat, e.Sequence),
        NoticeShown e => new(BodyShelf.Conversation, e.Chat, e.Sequence),
        FileDelivered e => new(BodyShelf.Conversation, e.Chat, e.Sequence),
        AsidePosted e => new(BodyShelf.Asides, e.Chat, e.Sequence),
        AsideShown e => new(BodyShelf.Asides, e.Chat, e.Sequence),
        ChatStarted e when hasCard => new(BodyShelf.Conversation, e.Chat, 0),
        FileSent e => new(BodyShelf.Files, e.Chat, e.File),
        AuditNoted e => new(BodyShelf.Audit, 0, e.Number),
        _ => default(ShelfPlace?),
    };

    /// <summary>Where a name is kept that was masked.</summary>
    internal static ShelfPlace PlaceOf(CardRedacted happened) => happened.File == 0
        ? new(BodyShelf.Conversation, happened.Chat, 0)
        : new(BodyShelf.Files, happened.Chat, happened.File);

    /// <summary>Whether a body is the one that the event was written with.</summary>
    /// <param name="reworded">The digest of what it reads as since; null where it was never masked anew.</param>
    /// <exception cref="JournalFormatException">It is not even a line.</exception>
    internal static bool IsTrue(
        JournalBody body, Event happened, DateTimeOffset at, ImmutableArray<UInt128> enclosed, UInt128? reworded)
    {
        if (happened is ChatStarted or FileSent or AuditNoted)
        {
            return enclosed.Contains(Body.Seal(body.Content.Span));
        }

        var line = BatchCodec.ReadLine(body);
        return line.At == at && happened switch
        {
            MessagePosted e => IsSaid(e.Author, e.Redacted, e.Digest, LineKind.Message),
            FileDelivered e when reworded is not null =>
                IsSaid(e.Author, e.Redacted, e.Digest, LineKind.File, LineKind.WithdrawnFile),
            FileDelivered e => IsSaid(e.Author, e.Redacted, e.Digest, LineKind.File),
            AsidePosted e => IsSaid(e.Author, e.Redacted, e.Digest, LineKind.Note, LineKind.Whisper),
            NoticeShown e => IsShown(LineKind.Notice, e.Code, e.Subject),
            AsideShown e => IsShown(LineKind.AgentNotice, e.Code, e.Subject),
            _ => false,
        };

        bool IsSaid(Actor author, bool redacted, UInt128 digest, params ReadOnlySpan<LineKind> kinds) =>
            line.Author == author && kinds.Contains(line.Kind)
            && (reworded is not null || line.IsRedacted == redacted)
            && BatchCodec.DigestOf(body) == (reworded ?? digest);

        bool IsShown(LineKind kind, string code, string subject) =>
            line.Kind == kind && line.Text.Length == 0 && line.Notice == code
            && (line.Subject ?? string.Empty) == subject;
    }
}
