using ContactCenter.Sqlite;
using ContactCenter.Sqlite.Tests;
using ContactCenter.Testing;
using ContactCenter.Wire;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>
/// Another system that a floor's log is brought to, and what must hold of what it gets: everything that is in the log,
/// in order but for what it would not take, under an id that stays; nothing else; and nothing again that it has taken.
/// </summary>
internal sealed class Downstream(
    SqliteJournal journal,
    FloorId floor,
    CommittedLog log,
    Draw draw,
    HostedMistake mistake,
    Action<bool, string, FormattableString> require)
{
    private const int Attempts = 3;

    private readonly IntegrationFeedOptions _options = new() { MaxAttempts = Attempts };
    private readonly Dictionary<long, string> _ids = [];
    private readonly Dictionary<long, int> _refused = [];
    private readonly HashSet<long> _poison = [];
    private Action _stop = static () => { };
    private long _head;
    private long _done;
    private long _stopsAt;
    private int _calls;
    private bool _isHealed;
    private SimulationFailedException? _failed;

    /// <summary>How many records were taken, how many of them only when tried again, and how many are parked.</summary>
    internal (int Taken, int Again, int Parked) Counts => (_ids.Count, _refused.Count, _poison.Count);

    /// <summary>The process that delivers runs for a while, and ends in the midst of it or once all is there.</summary>
    internal async Task RunAsync(long head, bool toTheEnd = false)
    {
        _head = head;
        if (_done >= head)
        {
            return;
        }

        _stopsAt = toTheEnd ? head : _done + draw.Between(1, (int)(head - _done));
        using var enough = new CancellationTokenSource();
        _stop = enough.Cancel;
        try
        {
            await Feed().RunAsync(enough.Token);
        }
        catch (Exception) when (enough.IsCancellationRequested)
        {
            // As it was told to.
        }

        if (_failed is not null)
        {
            throw _failed;
        }
    }

    /// <summary>All is there or parked where it is seen; and what was parked is taken once it can be.</summary>
    internal async Task EndAsync(long head)
    {
        while (_done < head)
        {
            await RunAsync(head, toTheEnd: true);
        }

        var feed = Feed();
        require(feed.Position == head, "S38", $"the feed stands at {feed.Position}, and the log ends at {head}");
        require(
            feed.Parked.Select(one => one.Sequence).SequenceEqual(_poison.Order()),
            "S38",
            $"parked is [{string.Join(", ", feed.Parked)}] of [{string.Join(", ", _poison.Order())}]");
        _isHealed = true;
        foreach (var parked in feed.Parked)
        {
            await feed.RetryAsync(parked.Sequence);
        }

        require(feed.Parked.Count == 0, "S38", $"{feed.Parked.Count} are parked that were taken by now");
        for (var sequence = 1L; sequence <= head; sequence++)
        {
            require(_ids.ContainsKey(sequence), "S38", $"record {sequence} was never delivered");
        }
    }

    private IntegrationFeed Feed() => new(journal, floor, "elsewhere", DeliverAsync, _options, new EagerTime());

    private async Task DeliverAsync(IntegrationEvent one, CancellationToken cancellationToken)
    {
        try
        {
            await MistakenAsync(one);
        }
        catch (SimulationFailedException failed)
        {
            // To the feed it would be a delivery that failed.
            _failed = failed;
            _stop();
            throw;
        }
    }

    private async Task MistakenAsync(IntegrationEvent one)
    {
        _calls++;
        if (mistake == HostedMistake.DeliversAllButOne && one.Sequence % 20 == 0)
        {
            return;
        }

        await TakeAsync(one);
        if (mistake == HostedMistake.LosesAnAcknowledgement && _calls % 20 == 0 && _ids.ContainsKey(one.Sequence))
        {
            await TakeAsync(one);
        }

        if (mistake == HostedMistake.DeliversAhead && one.Sequence == _head)
        {
            await TakeAsync(one with { Sequence = one.Sequence + 1 });
        }
    }

    /// <summary>Whether all before it was taken, or refused; what was refused may come late.</summary>
    private bool IsInTurn(long sequence)
    {
        var first = _done + 1;
        while (first < sequence && _refused.ContainsKey(first))
        {
            first++;
        }

        return sequence == first || _poison.Contains(sequence);
    }

    private Task TakeAsync(IntegrationEvent one)
    {
        var sequence = one.Sequence;
        require(sequence <= _head, "S38", $"{one.Id} is delivered, and the log ends at {_head}");
        require(!_ids.ContainsKey(sequence), "S38", $"{one.Id} was taken, and comes again");
        require(_isHealed || IsInTurn(sequence), "S38", $"{one.Id} is delivered after {_done}");
        require(
            one.Json == LogFormat.Write(log[sequence].Record),
            "S38",
            $"{one.Id} is not what is in the log");
        if (!_isHealed)
        {
            // It goes down, or it does not take this one now or ever.
            if (sequence >= _stopsAt && draw.Percent(30))
            {
                _stop();
                return Task.FromException(new IOException("the process ends"));
            }

            var tried = _refused.GetValueOrDefault(sequence);
            var isPoison = tried > 0 ? _poison.Contains(sequence) : sequence < _stopsAt && draw.Percent(3);
            if (isPoison || (tried == 0 && draw.Percent(10)))
            {
                _refused[sequence] = tried + 1;
                if (isPoison)
                {
                    _poison.Add(sequence);
                    _done = tried + 1 == Attempts ? Math.Max(sequence, _done) : _done;
                }

                // Slow is as bad as broken once the deadline is over, which it is at once here.
                return draw.Percent(30)
                    ? new TaskCompletionSource().Task
                    : Task.FromException(new InvalidOperationException("not now"));
            }

            _done = Math.Max(sequence, _done);
        }

        _ids.Add(sequence, one.Id);
        if (sequence >= _stopsAt)
        {
            _stop();
        }

        return Task.CompletedTask;
    }
}
