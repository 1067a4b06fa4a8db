namespace ContactCenter.Journals;

/// <summary>One batch of the log, encoded.</summary>
/// <param name="Sequence">Its position: 1, 2, 3 … without gaps.</param>
/// <param name="Command">The caller's command id; the default value for the floor's own commands.</param>
/// <param name="Payload">The events. No text that people wrote is in here.</param>
public readonly record struct JournalRecord(long Sequence, CommandId Command, ReadOnlyMemory<byte> Payload);
