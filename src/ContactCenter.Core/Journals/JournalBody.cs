namespace ContactCenter.Journals;

/// <summary>What people read of one line of a chat, encoded; redacted before it came here.</summary>
/// <param name="Chat">The chat's number.</param>
/// <param name="Sequence">The line's sequence in its chat; 0 for the contact card.</param>
/// <param name="Content">The line.</param>
public readonly record struct JournalBody(long Chat, int Sequence, ReadOnlyMemory<byte> Content);
