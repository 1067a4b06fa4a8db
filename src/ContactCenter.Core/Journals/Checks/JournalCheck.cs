namespace ContactCenter.Journals;

/// <summary>
/// Whether a journal is true: every record by its checksum and the chain of hashes, the snapshot, and what stands
/// beside the log, contacts included, by what the log says of it. For audits, and before a backup is relied on.
/// </summary>
/// <param name="Records">How many records were read; all of them, from the beginning or the snapshot on.</param>
/// <param name="Bodies">How many bodies and contacts beside the log are as the log says.</param>
/// <param name="Erased">How many are gone because an erasure in the log says so, or can be read by nobody because
/// their key is destroyed.</param>
/// <param name="Faults">What is not true, with its place; never content. Empty for a journal that is.</param>
/// <remarks>
/// What somebody with the file in hand could still do unseen is to write a whole journal anew, hashes and all: against
/// that keep a hash elsewhere. While it runs it keeps a few numbers for each contact in memory.
/// </remarks>
public sealed record JournalCheck(long Records, long Bodies, long Erased, IReadOnlyList<string> Faults)
{
    /// <summary>Reads a floor's whole journal, from the side: its owner may go on writing.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="floor">The floor.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static Task<JournalCheck> RunAsync(
        IJournal journal, FloorId floor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return new JournalCheckRun(journal, floor, protector: null, cancellationToken).RunAsync();
    }

    /// <summary>Reads a floor's log and snapshot alone: whether a floor can start on them.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="floor">The floor.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static Task<JournalCheck> OfLogAsync(
        IJournal journal, FloorId floor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return new JournalCheckRun(journal, floor, protector: null, cancellationToken).OfLogAsync();
    }

    /// <summary>Reads the whole journal of a floor whose contacts are encrypted.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="floor">The floor.</param>
    /// <param name="protector">What decrypts; a key that it has destroyed is an erasure.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static Task<JournalCheck> RunAsync(
        IJournal journal,
        FloorId floor,
        IPersonalDataProtector protector,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(protector);
        return new JournalCheckRun(journal, floor, protector, cancellationToken).RunAsync();
    }
}
