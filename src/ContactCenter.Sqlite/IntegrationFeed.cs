using System.Buffers.Binary;
using ContactCenter.Journals;
using ContactCenter.Wire;

namespace ContactCenter.Sqlite;

/// <summary>
/// Brings a floor's log to another system (a web-hook, a data warehouse), record by record, each at least once, and in
/// order but for what fails. How far it has come is in the journal's file, so it goes on there after any crash.
/// </summary>
/// <remarks>
/// What cannot be delivered is tried again with growing pauses. Once it has failed so often, those behind it are tried
/// too: where one of them is delivered, what fails even then is parked where an operator sees it; where none is, the
/// other side is down, and nothing is parked however long that lasts (<see cref="Held"/> says so). What fails for so
/// long may so come after later ones. The log holds no
/// text that people wrote. One feed of a name runs at a time; several names are several feeds. From when a feed first
/// runs, the log keeps what it has not had yet; what was gone before is parked as a gap.
/// <para>
/// A delivery waits by its task. One that keeps the thread it is called on (<c>Thread.Sleep</c>, <c>.Result</c>) keeps
/// its feed, past its deadline and past its end, and no floor: whoever has such a one runs the feed by <c>Task.Run</c>.
/// </para>
/// </remarks>
public sealed class IntegrationFeed
{
    /// <summary>How many deliveries there are at most between two notes of how far it has come.</summary>
    private const int Page = 100;

    /// <summary>What is said of records that were gone from the log before they could be delivered.</summary>
    private const string Gap = "RecordsAreGone";

    /// <summary>How many records that fail are tried before it waits: it looks no further ahead.</summary>
    private const int MaxFailing = 16;

    // What has failed since something was delivered, in order: the first is where the feed stands.
    private readonly List<ParkedEvent> _failing = [];
    private readonly SqliteJournal _journal;
    private readonly FloorId _floor;
    private readonly string _name;
    private readonly Func<IntegrationEvent, CancellationToken, Task> _deliver;
    private readonly IntegrationFeedOptions _options;
    private readonly TimeProvider _time;
    private ParkedEvent? _held;

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

            if (_failing is [{ } first, ..])
            {
                await Task.Delay(_options.PauseAfter(first.Attempts), _time, cancellationToken).ConfigureAwait(false);
            }
            else if (delivered == 0)
            {
                await NewsAsync(appended, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The last record that was delivered or parked; 0 for none.</summary>
    public long Position => _journal.ReadFeed(_floor, _name);

    /// <summary>
    /// The record that the feed stands at, because it fails and none behind it was delivered; null while there is none.
    /// </summary>
    public ParkedEvent? Held => Volatile.Read(ref _held);

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
    /// <param name="cancellationToken">Gives up waiting; it is done all the same.</param>
    public Task DiscardAsync(long sequence, CancellationToken cancellationToken = default) =>
        _journal.UnparkAsync(_floor, _name, sequence).WaitAsync(cancellationToken);

    /// <summary>Waits until there may be something new.</summary>
    private async Task NewsAsync(Task appended, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var look = Task.Delay(_options.LookEvery, _time, enough.Token);
        await Task.WhenAny(appended, look).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Delivers until there is nothing more, or something fails that nothing gets past.</summary>
    private async Task<int> DeliverPageAsync(CancellationToken cancellationToken)
    {
        var (delivered, position) = (0, Position);
        _failing.RemoveAll(one => one.Sequence <= position);
        try
        {
            var tried = position;
            await foreach (var record in _journal.ReadAsync(_floor, position, cancellationToken).ConfigureAwait(false))
            {
                if (record.Sequence > tried + 1)
                {
                    // Said once: whoever goes on from here after a crash is beyond it.
                    await ParkAsync(new(tried + 1, 0, Gap, _time.GetUtcNow())).ConfigureAwait(false);
                    await _journal.MoveFeedAsync(_floor, _name, record.Sequence - 1).ConfigureAwait(false);
                }

                tried = record.Sequence;
                if (await IsDeliveredAsync(record, cancellationToken).ConfigureAwait(false))
                {
                    await ParkFailingAsync(record.Sequence, cancellationToken).ConfigureAwait(false);
                    position = record.Sequence;
                    if (++delivered == Page)
                    {
                        break;
                    }
                }
                else if (!MayBeOvertaken(record.Sequence))
                {
                    break;
                }
            }
        }
        finally
        {
            Volatile.Write(ref _held, _failing.FirstOrDefault());

            // Cancelled within a page: what was delivered of it is not delivered again.
            if (delivered > 0)
            {
                await _journal.MoveFeedAsync(_floor, _name, position).ConfigureAwait(false);
            }
        }

        return delivered;
    }

    /// <summary>Tries a record once; what fails is remembered.</summary>
    private async Task<bool> IsDeliveredAsync(JournalRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await DeliverOnceAsync(record, cancellationToken).ConfigureAwait(false);
            _failing.RemoveAll(one => one.Sequence == record.Sequence);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var place = _failing.FindIndex(one => one.Sequence == record.Sequence);
            var attempts = place < 0 ? 1 : _failing[place].Attempts + 1;
            var failed = new ParkedEvent(record.Sequence, attempts, exception.GetType().Name, _time.GetUtcNow());
            if (place < 0)
            {
                _failing.Add(failed);
            }
            else
            {
                _failing[place] = failed;
            }

            return false;
        }
    }

    /// <summary>
    /// Whether the next one is tried although this one fails: the first once it has failed often enough, and those
    /// behind it that have been tried before. So each round looks one further, as far as it may.
    /// </summary>
    private bool MayBeOvertaken(long sequence) =>
        _failing[0].Attempts >= _options.MaxAttempts
        && (sequence == _failing[0].Sequence || _failing.Find(one => one.Sequence == sequence)!.Attempts > 1)
        && (sequence < _failing[^1].Sequence || _failing.Count < MaxFailing);

    /// <summary>
    /// One behind them was delivered, so the other side is up: what fails now fails by itself. Of those behind that one
    /// nothing is known yet.
    /// </summary>
    private async Task ParkFailingAsync(long delivered, CancellationToken cancellationToken)
    {
        while (_failing is [var failed, ..] && failed.Sequence < delivered)
        {
            if (!await IsDeliveredAfterAllAsync(failed, cancellationToken).ConfigureAwait(false))
            {
                await ParkAsync(_failing[0]).ConfigureAwait(false);
                _failing.RemoveAt(0);
            }
        }
    }

    private async Task<bool> IsDeliveredAfterAllAsync(ParkedEvent failed, CancellationToken cancellationToken)
    {
        try
        {
            return !cancellationToken.IsCancellationRequested
                && _journal.FindRecord(_floor, failed.Sequence) is { } record
                && await IsDeliveredAsync(record, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // It ends, and what is behind this one is delivered: whoever goes on must find it parked.
            return false;
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

    private Task ParkAsync(ParkedEvent failed) => _journal.ParkAsync(_floor, _name, failed);
}
