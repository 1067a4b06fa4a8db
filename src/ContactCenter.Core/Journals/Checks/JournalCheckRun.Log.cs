namespace ContactCenter.Journals;

/// <summary>The log itself, and the snapshot.</summary>
internal sealed partial class JournalCheckRun
{
    /// <summary>How often the log is begun anew, for a snapshot that was kept meanwhile took records with it.</summary>
    private const int MostTries = 10;

    private async Task ReadLogAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var before = await journal.ReadSnapshotAsync(floor, cancellationToken).ConfigureAwait(false);
            try
            {
                await ReadLogAsync(before).ConfigureAwait(false);
                return;
            }
            catch (JournalFormatException) when (tries < MostTries)
            {
                var newest = await journal.ReadSnapshotAsync(floor, cancellationToken).ConfigureAwait(false);
                if (newest is null || newest.Sequence <= (before?.Sequence ?? 0))
                {
                    throw;
                }

                _faults.Clear();
                _erased.Clear();
                _reworded.Clear();
                _records = 0;
            }
        }
    }

    private async Task ReadLogAsync(JournalSnapshot? snapshot)
    {
        // First of all, for the log grows while it is read: it comes at least that far.
        var head = await journal.ReadHeadAsync(floor, cancellationToken).ConfigureAwait(false);
        var link = snapshot is null ? null : Read(snapshot);
        var log = new LogReader(floor);
        if (link is not null)
        {
            await LookAtLinkAsync(snapshot!.Sequence, link).ConfigureAwait(false);
            if (await FirstAsync(0).ConfigureAwait(false) is not { Sequence: 1 })
            {
                log = new LogReader(floor, snapshot.Sequence, link);
            }
        }

        _start = _end = log.Sequence;
        var records = journal.ReadAsync(floor, _start, cancellationToken);
        await foreach (var record in records.ConfigureAwait(false))
        {
            foreach (var happened in log.Next(record).Events)
            {
                Forget(happened, record);
            }

            _records++;
            _end = log.Sequence;
        }

        log.End(Math.Max(head.Sequence, _end));
    }

    /// <returns>The hash that the log goes on from; null for a snapshot that is none.</returns>
    private byte[]? Read(JournalSnapshot snapshot)
    {
        try
        {
            var (of, link) = KeptSnapshot.Read(snapshot);
            if (of.Id == floor)
            {
                return link;
            }

            _faults.Add($"Snapshot {snapshot.Sequence} of floor {floor} is of another floor.");
        }
        catch (JournalFormatException exception)
        {
            _faults.Add(exception.Message);
        }

        return null;
    }

    /// <summary>Holds a snapshot against the append that it was made after, where the log has that.</summary>
    private async Task LookAtLinkAsync(long sequence, byte[] link)
    {
        if (await FirstAsync(sequence - 1).ConfigureAwait(false) is { } last
            && last.Sequence == sequence
            && !RecordSeal.EndsAppendWith(last, link))
        {
            _faults.Add($"Snapshot {sequence} of floor {floor} does not follow from the log: its hash is another.");
        }
    }

    private async Task<JournalRecord?> FirstAsync(long after)
    {
        await foreach (var record in journal.ReadAsync(floor, after, cancellationToken).ConfigureAwait(false))
        {
            return record;
        }

        return null;
    }
}
