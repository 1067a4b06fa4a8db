using System.Buffers.Binary;
using ContactCenter.Journals;
using ContactCenter.Wire;

namespace ContactCenter.Sqlite;

/// <summary>
/// Brings a floor's log to another system (a web-hook, a data warehouse), record by record and in order, each at least
/// once. How far it has come is in the journal's file, so it goes on there after any crash.
/// </summary>
/// <remarks>
/// What cannot be delivered is tried again with growing pauses, then parked where an operator sees it, and those behind
/// it go on. The log holds no text that people wrote. One feed of a name runs at a time; several names are several
/// feeds. From when a feed first runs, the log keeps what it has not had yet; what was gone before is parked as a gap.
/// </remarks>
public sealed class IntegrationFeed
{
    /// <summary>How many deliveries there are at most between two notes of how far it has come.</summary>
    private const int Page = 100;

    /// <summary>What is said of records that were gone from the log before they could be delivered.</summary>
    private const string Gap = "RecordsAreGone";

    private readonly SqliteJournal _journal;
    private readonly FloorId _floor;
    private readonly string _name;
    private readonly Func<IntegrationEvent, CancellationToken, Task> _deliver;
    private readonly IntegrationFeedOptions _options;
    private readonly TimeProvider _time;

    /// <summary>A feed, which begins where it left off; a new one at the beginning of the log.</summary>
    /// <param name="journal">Where the log is, and how far the feed has come.</param>
    /// <param name="floor">The floor.</param>
    /// <param name="name">Names the feed on its floor.</param>
    /// <param name="deliver">Delivers a record; whatever it throws, the record is not delivered.</param>
    /// <param name="options">How patient it is; null for the defaults.</param>
    /// <param name="time">What pauses are measured by; null for the machine's clock.</param>
    public IntegrationFeed(
        SqliteJournal journal,
        FloorId floor,
        string name,
        Func<IntegrationEvent, CancellationToken, Task> deliver,
        IntegrationFeedOptions? options = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(deliver);
        (_journal, _floor, _name, _deliver) = (journal, floor, name, deliver);
        _options = options ?? new IntegrationFeedOptions();
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Delivers what there is and what comes, until it is cancelled.</summary>
    /// <param name="cancellationToken">Ends it; what was being delivered is delivered again by the next run.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var hasBegun = false;
        while (true)
        {
            var appended = _journal.NextAppend;
            var delivered = 0;
            try
            {
                if (!hasBegun)
                {
                    // A feed that has had nothing yet keeps its records all the same.
                    await _journal.MoveFeedAsync(_floor, _name, 0).ConfigureAwait(false);
                    hasBegun = true;
                }

                delivered = await DeliverPageAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (SqliteJournalException)
            {
                // Locked or full, now: looked at again after a while, as if there were nothing new.
            }

            if (delivered == 0)
            {
                using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var look = Task.Delay(_options.LookEvery, _time, enough.Token);
                await Task.WhenAny(appended, look).ConfigureAwait(false);
                await enough.CancelAsync().ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The last record that was delivered or parked; 0 for none.</summary>
    public long Position => _journal.ReadFeed(_floor, _name);

    /// <summary>What could not be delivered, in order.</summary>
    public IReadOnlyList<ParkedEvent> Parked => _journal.ReadParked(_floor, _name);

    /// <summary>Delivers a parked record, and takes it off the list.</summary>
    /// <param name="sequence">Its place in the log.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it is not parked, or is gone from the log and stays parked; what <c>deliver</c> throws is
    /// thrown, and <see cref="TimeoutException"/> where it takes too long.</returns>
    public async Task<bool> RetryAsync(long sequence, CancellationToken cancellationToken = default)
    {
        if (Parked.All(one => one.Sequence != sequence))
        {
            return false;
        }

        if (_journal.FindRecord(_floor, sequence) is not { } record)
        {
            return false;
        }

        await DeliverOnceAsync(record, cancellationToken).ConfigureAwait(false);
        await _journal.UnparkAsync(_floor, _name, sequence).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes a parked record off the list, undelivered: it was looked after in some other way.</summary>
    /// <param name="sequence">Its place in the log.</param>
    public Task DiscardAsync(long sequence) => _journal.UnparkAsync(_floor, _name, sequence);

    private async Task<int> DeliverPageAsync(CancellationToken cancellationToken)
    {
        var (delivered, position) = (0, Position);
        try
        {
            await foreach (var record in _journal.ReadAsync(_floor, position, cancellationToken).ConfigureAwait(false))
            {
                if (record.Sequence > position + 1)
                {
                    // Said once: whoever goes on from here after a crash is beyond it.
                    await ParkAsync(position + 1, attempts: 0, Gap).ConfigureAwait(false);
                    await _journal.MoveFeedAsync(_floor, _name, record.Sequence - 1).ConfigureAwait(false);
                }

                await DeliverAsync(record, cancellationToken).ConfigureAwait(false);
                position = record.Sequence;
                if (++delivered == Page)
                {
                    break;
                }
            }
        }
        finally
        {
            // Cancelled within a page: what was delivered of it is not delivered again.
            if (delivered > 0)
            {
                await _journal.MoveFeedAsync(_floor, _name, position).ConfigureAwait(false);
            }
        }

        return delivered;
    }

    private async Task DeliverAsync(JournalRecord record, CancellationToken cancellationToken)
    {
        var pause = _options.FirstPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await DeliverOnceAsync(record, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt >= _options.MaxAttempts)
                {
                    await ParkAsync(record.Sequence, attempt, exception.GetType().Name).ConfigureAwait(false);
                    return;
                }
            }

            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < _options.LongestPause ? pause * 2 : _options.LongestPause;
        }
    }

    private async Task DeliverOnceAsync(JournalRecord record, CancellationToken cancellationToken)
    {
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(record.Payload.Span[^sizeof(uint)..]);
        var carried = new IntegrationEvent(_floor, record.Sequence, checksum, LogFormat.Write(record));
        using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await _deliver(carried, given.Token).WaitAsync(_options.Deadline, _time, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            await given.CancelAsync().ConfigureAwait(false);
        }
    }

    private Task ParkAsync(long sequence, int attempts, string error) =>
        _journal.ParkAsync(_floor, _name, new ParkedEvent(sequence, attempts, error, _time.GetUtcNow()));
}
