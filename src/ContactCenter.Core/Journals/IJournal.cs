namespace ContactCenter.Journals;

/// <summary>
/// Where a floor's log is kept: batches in order, and beside them the bodies that people read. The floor answers
/// nobody before its batch is here.
/// </summary>
/// <remarks>
/// Appends are fenced: one is taken only if its epoch and expected head are the journal's. Opening begins a new
/// epoch, so an owner that was replaced can no longer write. Implementations are safe for any thread.
/// </remarks>
public interface IJournal
{
    /// <summary>Begins a new epoch for a floor: whoever wrote before can no longer.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The new epoch, where the log ends, and which numbers may have been given without it.</returns>
    ValueTask<JournalHead> OpenAsync(FloorId floor, CancellationToken cancellationToken);

    /// <summary>The epoch and end of the log, to find out what became of an append that gave no answer.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<JournalHead> ReadHeadAsync(FloorId floor, CancellationToken cancellationToken);

    /// <summary>Appends records and bodies: all of them, or none.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="append">What to append. Its memory is the caller's again once the task ends.</param>
    /// <param name="cancellationToken">Gives up waiting; the append may have happened.</param>
    /// <returns>Whether it was taken; false when the epoch or the head is another: nothing was written.</returns>
    ValueTask<bool> AppendAsync(FloorId floor, JournalAppend append, CancellationToken cancellationToken);

    /// <summary>Reads the log.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="after">The sequence to begin after: that of the snapshot, or 0.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    IAsyncEnumerable<JournalRecord> ReadAsync(FloorId floor, long after, CancellationToken cancellationToken);

    /// <summary>The newest snapshot; null when there is none.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<JournalSnapshot?> ReadSnapshotAsync(FloorId floor, CancellationToken cancellationToken);

    /// <summary>Keeps a snapshot, so that the records up to it need not be read again and may go.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="epoch">The epoch of the owner who writes it.</param>
    /// <param name="snapshot">The snapshot; where a newer one is kept, that stays.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>
    /// Whether it was taken; false when the epoch is another, or the log does not go as far: nothing was kept, and no
    /// record is gone.
    /// </returns>
    ValueTask<bool> WriteSnapshotAsync(
        FloorId floor, long epoch, JournalSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>Reads bodies of one shelf in order of their sequence.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="shelf">The shelf.</param>
    /// <param name="chat">The chat's number; 0 for what is of no chat.</param>
    /// <param name="after">The sequence to begin after; -1 for all, the contact card (0) included.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken);

    /// <summary>What remains of one closed contact; null where nothing does.</summary>
    /// <param name="floor">The floor.</param>
    /// <param name="chat">The contact's number.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<JournalContact?> FindContactAsync(FloorId floor, long chat, CancellationToken cancellationToken);

    /// <summary>
    /// The closed contacts of one customer, newest first. What is damaged is among them, and says so.
    /// </summary>
    /// <param name="floor">The floor.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="before">The number to begin before; <see cref="long.MaxValue"/> for the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The contacts that were closed before an instant, the longest closed first. What is damaged is among them, and
    /// says so.
    /// </summary>
    /// <param name="floor">The floor.</param>
    /// <param name="closedBefore">The instant.</param>
    /// <param name="skip">How many of them to pass over.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken);
}
