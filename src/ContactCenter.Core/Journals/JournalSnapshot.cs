namespace ContactCenter.Journals;

/// <summary>A floor's whole state at one position of its log, encoded. It holds no text that people wrote.</summary>
/// <param name="Sequence">The last record that it takes into account.</param>
/// <param name="Content">The state.</param>
public sealed record JournalSnapshot(long Sequence, ReadOnlyMemory<byte> Content);
