namespace ContactCenter.Journals;

/// <summary>Where a floor's log ends, and in which ownership.</summary>
/// <param name="Epoch">Counts ownerships, from 1; 0 for a floor that was never opened.</param>
/// <param name="Sequence">The sequence of the last record; 0 for an empty log.</param>
public readonly record struct JournalHead(long Epoch, long Sequence)
{
    /// <summary>
    /// Contacts that begin are numbered above this. Told by a journal that goes on from a backup when it is opened: its
    /// log does not know which numbers were given to others after the backup was made. 0 for any other.
    /// </summary>
    public long NumbersAfter { get; init; }
}
