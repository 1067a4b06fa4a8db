namespace ContactCenter.Journals;

/// <summary>What is appended in one piece, and what must hold for it to be taken.</summary>
/// <param name="Head">The epoch of the writer, and where it believes the log to end.</param>
/// <param name="Records">The batches, in order, the first right after the head.</param>
/// <param name="Bodies">What people read of them; on one shelf of a chat, each new one after all before it.</param>
/// <param name="Contacts">What remains of the contacts that closed in these batches.</param>
/// <param name="Erased">
/// Closed contacts of which nothing may remain but the log: their bodies, all but the audit trail, and what remains of
/// them as contacts. One that is not there is no fault.
/// </param>
public sealed record JournalAppend(
    JournalHead Head,
    IReadOnlyList<JournalRecord> Records,
    IReadOnlyList<JournalBody> Bodies,
    IReadOnlyList<JournalContact> Contacts,
    IReadOnlyList<long> Erased);
