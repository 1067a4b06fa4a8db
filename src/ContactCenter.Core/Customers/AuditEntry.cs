namespace ContactCenter.Customers;

/// <summary>What somebody did who saw, kept or destroyed what a customer has said, or what redaction is for.</summary>
public enum AuditAction : byte
{
    /// <summary>Read the transcript of a chat.</summary>
    ReadTranscript,

    /// <summary>Read what was said beside a chat.</summary>
    ReadAsides,

    /// <summary>Took a transcript out.</summary>
    ExportTranscript,

    /// <summary>Opened an attachment.</summary>
    ReadAttachment,

    /// <summary>Read the contact history of a customer.</summary>
    ReadHistory,

    /// <summary>Put a customer under legal hold: nothing of theirs is destroyed.</summary>
    Hold,

    /// <summary>Ended a legal hold.</summary>
    LiftHold,

    /// <summary>Asked that what is kept of a customer be destroyed.</summary>
    Erase,

    /// <summary>
    /// It was destroyed. An entry of its own, with the note <c>damaged</c>, tells of each contact that could not be
    /// read.
    /// </summary>
    Erased,

    /// <summary>What had been kept as long as the floor keeps it was destroyed; of damage, as when erased.</summary>
    Purged,

    /// <summary>
    /// An attachment was delivered of which not all could be scanned, by the host's policy; the note says what of it.
    /// </summary>
    DeliveredUnread,

    /// <summary>An attachment was delivered in a copy in which card data is masked; the original is gone.</summary>
    DeliveredMasked,

    /// <summary>
    /// Tried to say what a redaction policy blocks; the note tells the kinds and the rules, never the words.
    /// </summary>
    Blocked,

    /// <summary>Started the floor with redaction that lets more through than it must; the note tells what.</summary>
    LoosenedRedaction,

    /// <summary>Asked what a token stands for; the note tells the token, and what for.</summary>
    Reveal,

    /// <summary>Asked that what is kept of conversations be read once more; the note tells for which rule.</summary>
    Rescan,

    /// <summary>
    /// It was read once more; the note tells how many lines and attachments, and what has become of them.
    /// </summary>
    Rescanned,

    /// <summary>
    /// A rescan has withdrawn an attachment, or put a masked copy in its place; the note tells its line, and what was
    /// found.
    /// </summary>
    Withdrawn,

    /// <summary>
    /// Said what a redaction policy flags; the note tells the kinds and the rules, never the words. It is noted before
    /// the words are taken, so it stands there also if the floor then refuses them.
    /// </summary>
    Flagged,
}

/// <summary>One entry of the audit trail. It was durable before anybody was shown what it is about.</summary>
/// <param name="Number">1, 2, 3 … of the floor.</param>
/// <param name="At">When, on the floor's clock.</param>
/// <param name="By">Who.</param>
/// <param name="Action">What they did.</param>
/// <param name="Chat">In which contact; null where it is about a customer as a whole, or about many.</param>
/// <param name="Customer">Of which customer; null where it is about many.</param>
/// <param name="Note">Why, in the words of whoever did it, redacted; empty where none were given.</param>
/// <remarks>
/// The customer's id stays in the entry when they are erased: that they were is what it tells. Immutable, safe for any
/// thread.
/// </remarks>
public sealed record AuditEntry(
    long Number,
    DateTimeOffset At,
    Actor By,
    AuditAction Action,
    ChatId? Chat,
    CustomerId? Customer,
    string Note);
