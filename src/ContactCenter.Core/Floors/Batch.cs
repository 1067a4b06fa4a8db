using ContactCenter.Chats;

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
    IReadOnlyList<Line> Lines)
{
    /// <summary>
    /// The hash that the append it is the last batch of has in the log; null before it was written, and in the middle.
    /// </summary>
    internal byte[]? Link { get; set; }

    /// <summary>What else is kept beside the log.</summary>
    internal Enclosures Enclosed { get; init; } = Enclosures.None;
}

/// <summary>What an accepted command gives back: numbers only, so that remembering it remembers no text.</summary>
internal readonly record struct Reply(long Number, long Sequence);

/// <summary>What the floor answers: the batch that it made of a command, or why it refused.</summary>
/// <param name="Batch">Null when refused, when nothing had to happen, or when the command was a retry.</param>
internal readonly record struct Decision(Rejection? Rejection, Reply Reply, Batch? Batch);
