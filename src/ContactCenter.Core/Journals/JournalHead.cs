namespace ContactCenter.Journals;

/// <summary>Where a floor's log ends, and in which ownership.</summary>
/// <param name="Epoch">Counts ownerships, from 1; 0 for a floor that was never opened.</param>
/// <param name="Sequence">The sequence of the last record; 0 for an empty log.</param>
public readonly record struct JournalHead(long Epoch, long Sequence);
