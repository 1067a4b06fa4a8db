using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;

namespace ContactCenter.Floors;

/// <summary>What one command did: all of it is in the log, or nothing.</summary>
/// <param name="Sequence">Its position in the floor's log: 1, 2, 3 … without gaps.</param>
/// <param name="At">When, on the floor's clock; never before the batch before it.</param>
/// <param name="Lines">What people read, kept beside the log.</param>
internal sealed record Batch(
    long Sequence,
    DateTimeOffset At,
    CommandId Id,
    ulong Fingerprint,
    Reply Reply,
    IReadOnlyList<Event> Events,
    IReadOnlyList<Line> Lines,
    ContactCard? Card)
{
    /// <summary>What remains of the contacts that closed, kept beside the log.</summary>
    internal IReadOnlyList<PastContact> Contacts { get; init; } = [];

    /// <summary>What the attachments that were sent are called, kept beside the log.</summary>
    internal IReadOnlyList<FileCard> Files { get; init; } = [];

    /// <summary>What is said of who has seen, kept or destroyed what, kept beside the log.</summary>
    internal IReadOnlyList<AuditEntry> Audited { get; init; } = [];
}

/// <summary>What an accepted command gives back: numbers only, so that remembering it remembers no text.</summary>
internal readonly record struct Reply(long Number, long Sequence);

/// <summary>What the floor answers: the batch that it made of a command, or why it refused.</summary>
/// <param name="Batch">Null when refused, when nothing had to happen, or when the command was a retry.</param>
internal readonly record struct Decision(Rejection? Rejection, Reply Reply, Batch? Batch);
