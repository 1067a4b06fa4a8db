using ContactCenter.Redaction;

namespace ContactCenter.Chats;

/// <summary>What a line of a conversation is.</summary>
public enum LineKind : byte
{
    /// <summary>Somebody said it.</summary>
    Message,

    /// <summary>The engine says it, as a code of <see cref="Notices"/>.</summary>
    Notice,

    /// <summary>A supervisor says it to the agents of the chat; the customer never sees it.</summary>
    Whisper,

    /// <summary>An attachment that was delivered; its words are its name.</summary>
    File,

    /// <summary>An agent wrote it down for agents and supervisors; the customer never sees it.</summary>
    Note,

    /// <summary>The engine says it to the agents of the chat; the customer never sees it.</summary>
    AgentNotice,

    /// <summary>
    /// An attachment that was delivered and is withdrawn: a rescan has found something in it, and nothing of it is left
    /// but its name, which are its words.
    /// </summary>
    WithdrawnFile,
}

/// <summary>
/// What people read of one line, kept beside the log: the log's event has the same chat and sequence, and only the
/// length and digest of the text.
/// </summary>
/// <param name="Text">The words of a message; empty for a notice.</param>
/// <param name="Code">The code of a notice; null for a message.</param>
/// <param name="Subject">The agent, supervisor or queue that a notice is about; empty for none.</param>
/// <param name="Salt">Seals the text; see <see cref="Body"/>.</param>
internal sealed record Line(
    long Chat,
    int Sequence,
    LineKind Kind,
    Actor Author,
    RedactedText Text,
    string? Code,
    UInt128 Salt,
    string Subject = "")
{
    /// <summary>
    /// Where it is kept: what the customer must never see is a conversation of its own, with its own sequence. No
    /// reader of the one can come upon the other by mistake.
    /// </summary>
    internal BodyShelf Shelf => IsAside ? BodyShelf.Asides : BodyShelf.Conversation;

    /// <summary>The attachment that it is; null for every other line, so that those have no room for one.</summary>
    internal AttachedFile? Attached { get; init; }

    /// <summary>When it was said, in ticks, where that was before its batch: it reads otherwise. Else 0.</summary>
    internal long SaidAt { get; init; }

    /// <summary>It takes the place of another.</summary>
    internal bool IsReworded => SaidAt != 0;

    /// <summary>The instant that is kept with it.</summary>
    internal DateTimeOffset At(DateTimeOffset batch) =>
        IsReworded ? new DateTimeOffset(SaidAt, TimeSpan.Zero) : batch;

    /// <summary>The customer must never see it.</summary>
    internal bool IsAside => Kind is LineKind.Whisper or LineKind.Note or LineKind.AgentNotice;
}

/// <summary>What a line says of an attachment besides its name.</summary>
/// <param name="File">Names it in the store.</param>
/// <param name="Length">In bytes.</param>
internal sealed record AttachedFile(Guid File, long Length);

/// <summary>How a customer wants to be addressed, kept beside the log like a line.</summary>
internal sealed record ContactCard(long Chat, RedactedText Name, RedactedText Email)
{
    /// <summary>It takes the place of another.</summary>
    internal bool IsReworded { get; init; }
}
