using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;

namespace ContactCenter.Runtime;

/// <summary>Brings a floor back as its journal has it: the last snapshot, and what came after.</summary>
internal static class FloorRecovery
{
    /// <summary>Takes the floor over, and reads it.</summary>
    /// <returns>
    /// The floor, where its log ends and who writes it, the hash that the log ends with, and the sequence of its
    /// snapshot or 0.
    /// </returns>
    /// <exception cref="JournalFormatException">The journal cannot be read, or does not fit together.</exception>
    internal static async Task<(Floor Floor, JournalHead Head, byte[] Link, long Snapshot)> ReadAsync(
        FloorId id, IJournal journal, KnownStrategies strategies, CancellationToken cancellationToken)
    {
        var head = await journal.OpenAsync(id, cancellationToken).ConfigureAwait(false);
        var snapshot = await journal.ReadSnapshotAsync(id, cancellationToken).ConfigureAwait(false);
        var (floor, link) = snapshot is null
            ? (new Floor(id, strategies), LogChain.Begin(id))
            : KeptSnapshot.Read(snapshot, strategies);
        if (floor.Id != id)
        {
            throw new JournalFormatException($"The journal of floor {id} holds a snapshot of floor {floor.Id}.");
        }

        var log = new LogReader(id, floor.Head, link);
        await foreach (var record in journal.ReadAsync(id, floor.Head, cancellationToken).ConfigureAwait(false))
        {
            Apply(floor, log.Next(record));
        }

        log.End(head.Sequence);
        return (floor, head, log.Link, snapshot?.Sequence ?? 0);
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
