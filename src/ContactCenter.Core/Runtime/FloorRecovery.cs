using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>Brings a floor back as its journal has it: the last snapshot, and what came after.</summary>
internal sealed class FloorRecovery
{
    private readonly FloorId _id;
    private readonly IJournal _journal;
    private readonly KnownStrategies _strategies;
    private readonly ILogger _logger;
    private readonly CancellationToken _end;
    private Floor _floor;
    private LogReader _log;

    /// <summary>The snapshot that it began with; 0 for none.</summary>
    private long _snapshot;

    /// <summary>The newest snapshot that there was, whether it could be read or not.</summary>
    private long _newest;

    private FloorRecovery(
        FloorId id, IJournal journal, KnownStrategies strategies, ILogger logger, CancellationToken end)
    {
        (_id, _journal, _strategies, _logger, _end) = (id, journal, strategies, logger, end);
        (_floor, _log) = (new Floor(id, strategies), new LogReader(id));
    }

    /// <summary>Reads the floor, and takes it over.</summary>
    /// <param name="id">The floor.</param>
    /// <param name="journal">Its journal.</param>
    /// <param name="strategies">What its queues may be told to choose by.</param>
    /// <param name="logger">Told of a snapshot that is damaged.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="beforeOpening">Told of the floor before it is taken over: throws where it must not be.</param>
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
        CancellationToken cancellationToken,
        Action<Floor>? beforeOpening = null)
    {
        var recovery = new FloorRecovery(id, journal, strategies, logger, cancellationToken);
        var head = await recovery.TakeOverAsync(beforeOpening).ConfigureAwait(false);
        recovery._floor.NumbersAfter = head.NumbersAfter;
        return (recovery._floor, head with { NumbersAfter = 0 }, recovery._log.Link, recovery._snapshot);
    }

    /// <summary>
    /// Whoever cannot read a floor takes it from nobody: it is opened once it is read, and then read to its end.
    /// </summary>
    private async Task<JournalHead> TakeOverAsync(Action<Floor>? beforeOpening)
    {
        JournalHead? head = null;
        await BeginAsync().ConfigureAwait(false);
        while (true)
        {
            try
            {
                await ReadOnAsync().ConfigureAwait(false);
                if (head is null)
                {
                    beforeOpening?.Invoke(_floor);
                    head = await _journal.OpenAsync(_id, _end).ConfigureAwait(false);
                    await ReadOnAsync().ConfigureAwait(false);
                }

                _log.End(head.Value.Sequence);
                return head.Value;
            }
            catch (JournalFormatException)
            {
                // A snapshot that was kept meanwhile takes records with it that were to be read here.
                var newest = await _journal.ReadSnapshotAsync(_id, _end).ConfigureAwait(false);
                if (newest is null || newest.Sequence <= _newest)
                {
                    throw;
                }

                await BeginAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task BeginAsync()
    {
        var snapshot = await _journal.ReadSnapshotAsync(_id, _end).ConfigureAwait(false);
        _newest = snapshot?.Sequence ?? 0;
        if (snapshot is not null && await KeptAsync(snapshot).ConfigureAwait(false) is { } kept)
        {
            (_floor, _log, _snapshot) = (kept.Floor, new LogReader(_id, kept.Floor.Head, kept.Link), _newest);
        }
        else
        {
            (_floor, _log, _snapshot) = (new Floor(_id, _strategies), new LogReader(_id), 0);
        }
    }

    /// <returns>Null where the snapshot is damaged and the log needs none.</returns>
    private async Task<(Floor Floor, byte[] Link)?> KeptAsync(JournalSnapshot snapshot)
    {
        try
        {
            var kept = KeptSnapshot.Read(snapshot, _strategies);
            if (kept.Floor.Id != _id)
            {
                throw new JournalFormatException(
                    $"The journal of floor {_id} holds a snapshot of floor {kept.Floor.Id}.");
            }

            return await IsOfLogAsync(snapshot.Sequence, kept.Link).ConfigureAwait(false)
                ? kept
                : throw new JournalFormatException(
                    $"Snapshot {snapshot.Sequence} of floor {_id} does not follow from its log.");
        }
        catch (JournalFormatException)
        {
            if (!await IsLogWholeAsync().ConfigureAwait(false))
            {
                throw;
            }

            Log.SnapshotDamaged(_logger, _id, snapshot.Sequence);
            return null;
        }
    }

    /// <summary>Also where the log no longer has the append that the snapshot was made after.</summary>
    private async Task<bool> IsOfLogAsync(long sequence, byte[] link)
    {
        await foreach (var last in _journal.ReadAsync(_id, sequence - 1, _end).ConfigureAwait(false))
        {
            return last.Sequence != sequence || RecordSeal.EndsAppendWith(last, link);
        }

        return true;
    }

    /// <summary>Whether the log begins at its beginning.</summary>
    private async Task<bool> IsLogWholeAsync()
    {
        await foreach (var first in _journal.ReadAsync(_id, 0, _end).ConfigureAwait(false))
        {
            return first.Sequence == 1;
        }

        return false;
    }

    private async Task ReadOnAsync()
    {
        await foreach (var record in _journal.ReadAsync(_id, _log.Sequence, _end).ConfigureAwait(false))
        {
            Apply(_log.Next(record));
        }
    }

    private void Apply(Batch batch)
    {
        try
        {
            _floor.Apply(batch);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // It can be read, but it does not follow from what is before it.
            throw new JournalFormatException($"Record {batch.Sequence} of floor {_id} does not fit its journal.");
        }
    }
}
