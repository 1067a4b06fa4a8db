namespace ContactCenter.Attachments;

/// <summary>Something that has happened to one attachment.</summary>
/// <param name="File">Its number.</param>
internal abstract record AttachmentEvent(long Chat, long File) : Event
{
    // What withdraws a file destroys it as well, and waits until that is done.
    internal override bool ActsOutside => this is not (FileMasked or FileDelivered or FileDestroyed or FileWithdrawn);
}

/// <param name="Id">Names it in the store.</param>
/// <param name="Length">In bytes.</param>
internal sealed record FileSent(long Chat, long File, Guid Id, Actor Author, long Length, DateTimeOffset DueAt)
    : AttachmentEvent(Chat, File);

/// <summary>A masked copy has taken its place in quarantine.</summary>
/// <param name="Length">Of the copy, in bytes.</param>
internal sealed record FileMasked(long Chat, long File, long Length) : AttachmentEvent(Chat, File);

/// <summary>It is clean, and is to be taken out of quarantine.</summary>
internal sealed record FileCleared(long Chat, long File, DateTimeOffset DueAt) : AttachmentEvent(Chat, File);

/// <summary>It is a line of the conversation now, whose words are its name.</summary>
internal sealed record FileDelivered(
    long Chat, long File, int Sequence, Actor Author, int NameLength, UInt128 Digest, bool Redacted)
    : AttachmentEvent(Chat, File);

/// <summary>It is not delivered, and is to be destroyed.</summary>
internal sealed record FileBlocked(long Chat, long File, string Code) : AttachmentEvent(Chat, File);

internal sealed record FileDestroyed(long Chat, long File) : AttachmentEvent(Chat, File);

/// <summary>
/// A rescan has found something in what was delivered: nobody opens it any more, and it is to be destroyed. Its line
/// reads otherwise by the event before this.
/// </summary>
/// <param name="File">The number of the effect that destroys it: of the one that delivered it nothing is known.</param>
/// <param name="Sequence">Of its line.</param>
/// <param name="Id">Names it in the store.</param>
/// <param name="Copy">Names the masked copy that takes its place; empty for none.</param>
/// <param name="Code">What was found in it.</param>
internal sealed record FileWithdrawn(
    long Chat, long File, int Sequence, Actor Author, Guid Id, Guid Copy, string Code) : AttachmentEvent(Chat, File);
