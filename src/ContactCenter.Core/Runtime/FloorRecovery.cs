using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>Brings a floor back as its journal has it: the last snapshot, and what came after.</summary>
internal static class FloorRecovery
{
    /// <summary>Reads the floor, and takes it over.</summary>
    /// <returns>
    /// The floor, where its log ends and who writes it, the hash that the log ends with, and the sequence of its
    /// snapshot or 0.
    /// </returns>
    /// <exception cref="JournalFormatException">The journal cannot be read, or does not fit together.</exception>
    internal static async Task<(Floor Floor, JournalHead Head, byte[] Link, long Snapshot)> ReadAsync(
        FloorId id,
        IJournal journal,
        KnownStrategies strategies,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        // Whoever cannot read a floor takes it from nobody: it is opened once it is read, and then read to its end.
        JournalHead? head = null;
        var found = await BeginAsync().ConfigureAwait(false);
        while (true)
        {
            try
            {
                await ReadOnAsync().ConfigureAwait(false);
                head ??= await journal.OpenAsync(id, cancellationToken).ConfigureAwait(false);
                await ReadOnAsync().ConfigureAwait(false);
                found.Log.End(head.Value.Sequence);
                return (found.Floor, head.Value, found.Log.Link, found.Snapshot);
            }
            catch (JournalFormatException)
            {
                // A snapshot that was kept meanwhile takes records with it that were to be read here.
                var newest = await journal.ReadSnapshotAsync(id, cancellationToken).ConfigureAwait(false);
                if (newest is null || newest.Sequence <= found.Newest)
                {
                    throw;
                }

                found = await BeginAsync().ConfigureAwait(false);
            }
        }

        async Task<(Floor Floor, LogReader Log, long Snapshot, long Newest)> BeginAsync()
        {
            var snapshot = await journal.ReadSnapshotAsync(id, cancellationToken).ConfigureAwait(false);
            var newest = snapshot?.Sequence ?? 0;
            if (snapshot is not null && await KeptAsync(snapshot).ConfigureAwait(false) is { } kept)
            {
                return (kept.Floor, new LogReader(id, kept.Floor.Head, kept.Link), newest, newest);
            }

            return (new Floor(id, strategies), new LogReader(id), 0, newest);
        }

        // Null where it is damaged and the log needs none.
        async Task<(Floor Floor, byte[] Link)?> KeptAsync(JournalSnapshot snapshot)
        {
            try
            {
                var kept = KeptSnapshot.Read(snapshot, strategies);
                if (kept.Floor.Id != id)
                {
                    throw new JournalFormatException(
                        $"The journal of floor {id} holds a snapshot of floor {kept.Floor.Id}.");
                }

                return await IsOfLogAsync(snapshot.Sequence, kept.Link).ConfigureAwait(false)
                    ? kept
                    : throw new JournalFormatException(
                        $"Snapshot {snapshot.Sequence} of floor {id} does not follow from its log.");
            }
            catch (JournalFormatException)
            {
                await foreach (var record in journal.ReadAsync(id, 0, cancellationToken).ConfigureAwait(false))
                {
                    if (record.Sequence != 1)
                    {
                        break;
                    }

                    Log.SnapshotDamaged(logger, id, snapshot.Sequence);
                    return null;
                }

                throw;
            }
        }

        // Also where the log no longer has the append that the snapshot was made after.
        async Task<bool> IsOfLogAsync(long sequence, byte[] link)
        {
            await foreach (var last in journal.ReadAsync(id, sequence - 1, cancellationToken).ConfigureAwait(false))
            {
                return last.Sequence != sequence || RecordSeal.EndsAppendWith(last, link);
            }

            return true;
        }

        async Task ReadOnAsync()
        {
            var records = journal.ReadAsync(id, found.Log.Sequence, cancellationToken);
            await foreach (var record in records.ConfigureAwait(false))
            {
                Apply(found.Floor, found.Log.Next(record));
            }
        }
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
