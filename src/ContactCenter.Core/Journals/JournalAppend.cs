namespace ContactCenter.Journals;

/// <summary>What is appended in one piece, and what must hold for it to be taken.</summary>
/// <param name="Head">The epoch of the writer, and where it believes the log to end.</param>
/// <param name="Records">The batches, in order, the first right after the head.</param>
/// <param name="Bodies">What people read of them.</param>
/// <param name="ClosedChats">Chats that closed in these batches: retention of their bodies begins.</param>
public sealed record JournalAppend(
    JournalHead Head,
    IReadOnlyList<JournalRecord> Records,
    IReadOnlyList<JournalBody> Bodies,
    IReadOnlyList<long> ClosedChats);
