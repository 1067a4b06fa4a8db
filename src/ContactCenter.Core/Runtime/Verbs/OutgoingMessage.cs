using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Redaction;
using ContactCenter.Texts;

namespace ContactCenter.Runtime;

/// <summary>
/// A message on its way into the redaction lane: the only place that ever holds the words as they were typed.
/// </summary>
/// <remarks>A value: it lives as long as the one call that carries it.</remarks>
internal readonly struct OutgoingMessage(long chat, Actor author, string text, CommandId id)
{
    internal long Chat { get; } = chat;

    internal Actor Author { get; } = author;

    internal string Text { get; } = text;

    internal CommandId Id { get; } = id;

    /// <summary>What it becomes.</summary>
    internal LineKind Kind { get; init; } = LineKind.Message;

    /// <summary>Files that are sent with it, in quarantine by now; null for none.</summary>
    internal IReadOnlyList<SentFile>? Files { get; init; }

    /// <summary>There are files, and nothing is said with them.</summary>
    internal bool IsWordless => Files is not null && Wording.IsEmpty(Text);

    /// <summary>It stands beside the conversation, where the customer never looks.</summary>
    internal bool IsAside => Kind is LineKind.Whisper or LineKind.Note;

    /// <summary>What is asked of the floor once it is redacted.</summary>
    internal Command Ask(Body? body) => Files is { } files ? new SendFiles(Author, Chat, body, files) : Kind switch
    {
        LineKind.Whisper => new Whisper(Author, Chat, body!),
        LineKind.Note => new WriteNote(Author, Chat, body!),
        _ => new PostMessage(Author, Chat, body!),
    };

    internal RedactionContext Context => new()
    {
        Direction = Author.Kind == ActorKind.Customer ? RedactionDirection.Inbound : RedactionDirection.Outbound,
        Author = Author.Kind,
    };
}
