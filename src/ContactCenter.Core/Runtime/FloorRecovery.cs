using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>Brings a floor back as its journal has it: the last snapshot, and what came after.</summary>
internal static class FloorRecovery
{
    /// <summary>Takes the floor over, and reads it.</summary>
    /// <returns>The floor, where its log ends and who writes it, and the sequence of its snapshot or 0.</returns>
    /// <exception cref="JournalFormatException">The journal cannot be read, or does not fit together.</exception>
    internal static async Task<(Floor Floor, JournalHead Head, long Snapshot)> ReadAsync(
        FloorId id, IJournal journal, KnownStrategies strategies, CancellationToken cancellationToken)
    {
        var head = await journal.OpenAsync(id, cancellationToken).ConfigureAwait(false);
        var snapshot = await journal.ReadSnapshotAsync(id, cancellationToken).ConfigureAwait(false);
        var floor = snapshot is null ? new Floor(id, strategies) : SnapshotCodec.Read(snapshot, strategies);
        await foreach (var record in journal.ReadAsync(id, floor.Head, cancellationToken).ConfigureAwait(false))
        {
            Apply(floor, BatchCodec.Read(record));
        }

        return floor.Id == id && floor.Head == head.Sequence
            ? (floor, head, snapshot?.Sequence ?? 0)
            : throw new JournalFormatException(
                $"The journal of floor {id} ends at {head.Sequence}, not {floor.Head}.");
    }

    private static void Apply(Floor floor, Batch batch)
    {
        try
        {
            floor.Apply(batch);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // It can be read, but it does not follow from what is before it.
            throw new JournalFormatException($"Record {batch.Sequence} of floor {floor.Id} does not fit its journal.");
        }
    }
}
