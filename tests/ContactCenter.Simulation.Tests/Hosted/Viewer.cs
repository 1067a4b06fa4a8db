using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using ContactCenter.Wire;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>How somebody reads a feed.</summary>
internal enum Habit
{
    /// <summary>Everything at once.</summary>
    Prompt,

    /// <summary>A batch now and then, and falls behind.</summary>
    Slow,

    /// <summary>Goes away and comes back with the position of what came last.</summary>
    Restless,

    /// <summary>Throws while it looks at a batch, and comes back with the position of the one before.</summary>
    Throwing,
}

/// <summary>
/// Somebody who reads a feed at their own pace, and what that feed owes them by the log alone: every commit that shows
/// them something, in order and once; a snapshot where they fell behind or come from elsewhere; and nothing else.
/// </summary>
internal sealed class Viewer(
    Actor who,
    Habit habit,
    Draw draw,
    CommittedLog log,
    FeedKeeping keeping,
    HostedMistake mistake,
    Action<bool, string, FormattableString> require)
{
    private readonly Queue<Commit> _owed = [];
    private IAsyncEnumerator<FeedBatch>? _feed;
    private FeedPosition? _position;
    private long _epoch;
    private int _missed;
    private bool _isAnew;

    /// <summary>What is in the viewer's buffer is not shown any more.</summary>
    private bool _isForgotten;

    /// <summary>What came to them, of each kind.</summary>
    internal Dictionary<FeedBatchKind, int> Seen { get; } = [];

    internal int Resumed { get; private set; }

    internal int Thrown { get; private set; }

    internal bool IsThere => _feed is not null;

    /// <summary>They need a snapshot, which must be of the floor as it is when they ask.</summary>
    internal bool NeedsAnew => _isAnew || _isForgotten;

    private bool IsOwed => _isAnew || _isForgotten || _owed.Count > 0;

    /// <summary>A record is in the log: what is owed for it.</summary>
    internal void Note(Commit commit)
    {
        if (!IsThere || commit.Epoch != _epoch)
        {
            return;
        }

        _isForgotten |= commit.Forgets && _owed.Count > 0;
        if (commit.Items[who].Length > 0 && !_isAnew && !_isForgotten)
        {
            // What was missed before they came is not in the buffer.
            _isAnew = _owed.Count - _missed >= keeping.Buffer;
            if (!_isAnew)
            {
                _owed.Enqueue(commit);
            }
        }
    }

    /// <summary>Comes, reads, or goes, as they are used to.</summary>
    internal async Task LookAsync(FloorHost host)
    {
        if (_feed is null)
        {
            await ComeAsync(host);
        }

        var many = habit == Habit.Slow ? draw.Of(0, 0, 0, 1, 2) : int.MaxValue;
        for (var read = 0; _feed is not null && IsOwed && read < many; read++)
        {
            await ReadAsync();
        }

        if (habit == Habit.Restless && draw.Percent(25))
        {
            await LeaveAsync();
        }
    }

    /// <summary>The floor has stopped: everything that is left is read, and then the feed ends.</summary>
    /// <param name="hasFailed">
    /// The floor stopped in the midst of something: of what it wrote last it may not know that it is there.
    /// </param>
    internal async Task ReadToTheEndAsync(bool hasFailed)
    {
        if (hasFailed && NeedsAnew)
        {
            // A snapshot of where that floor stood, and nobody else stands there.
            await LeaveAsync();
        }

        while (_feed is not null)
        {
            if (!IsOwed || hasFailed)
            {
                var isMore = await _feed.MoveNextAsync();
                require(
                    !isMore || (hasFailed && IsOwed),
                    "S26",
                    $"{who} is shown something of a floor that has stopped, and has had everything before");
                if (!isMore)
                {
                    await LeaveAsync();
                    return;
                }

                Look(_feed.Current);
                _position = _feed.Current.Position;
            }
            else
            {
                await ReadAsync();
            }
        }
    }

    internal async Task LeaveAsync()
    {
        if (_feed is { } feed)
        {
            _feed = null;
            _owed.Clear();
            (_missed, _isAnew, _isForgotten) = (0, false, false);
            await feed.DisposeAsync();
        }
    }

    private async Task ComeAsync(FloorHost host)
    {
        var epoch = host.RunOrThrow().Epoch;
        var goesOn = _position is { } last && last.Epoch == epoch && last.Sequence >= keeping.CompleteAfter(epoch);
        var missed = goesOn
            ? log.After(_position!.Value.Sequence).Where(commit => commit.Items[who].Length > 0).ToArray()
            : [];
        if (goesOn && missed.Length == 0)
        {
            // Nothing would come: they come back once something has.
            return;
        }

        foreach (var commit in missed)
        {
            _owed.Enqueue(commit);
        }

        (_epoch, _missed, _isAnew) = (epoch, missed.Length, !goesOn);
        var from = mistake == HostedMistake.ResumesOneTooFar && _position is { } position
            ? position with { Sequence = position.Sequence + 1 }
            : _position;
        var feed = host.Feeds.SubscribeAsync(who, from);
        feed = mistake == HostedMistake.FeedSkipsABatch ? new SkippingFeed(feed) : feed;
        _feed = feed.GetAsyncEnumerator();
        await ReadAsync(isFirst: true);
        Resumed += goesOn ? 1 : 0;
    }

    private async Task ReadAsync(bool isFirst = false)
    {
        // All that it would wait for is there: the journal answers at once.
        var next = _feed!.MoveNextAsync();
        require(
            next.IsCompleted && await next,
            "S26",
            $"{who} stands at {_position}, and nothing comes of what is in the log since");
        var (batch, before) = (_feed.Current, _position);
        if (isFirst && NeedsAnew)
        {
            Anew(batch, FeedBatchKind.Snapshot);
        }
        else
        {
            Look(batch);
        }

        if (!isFirst && habit == Habit.Throwing && batch.Kind == FeedBatchKind.Deltas && draw.Percent(10))
        {
            Thrown++;
            await LeaveAsync();
            _position = before;
        }
        else
        {
            _position = batch.Position;
        }
    }

    private void Look(FeedBatch batch)
    {
        if (_isForgotten || (_owed.Count == 0 && _isAnew))
        {
            Anew(batch, FeedBatchKind.Resync);
            return;
        }

        var (position, commit) = (batch.Position.Sequence, _owed.Dequeue());
        _missed = Math.Max(0, _missed - 1);
        CheckCommitted(batch);
        require(
            batch.Kind == FeedBatchKind.Deltas && position == commit.Sequence && batch.Previous == _position?.Sequence
                && batch.Position.Epoch == _epoch && batch.ServerTime == commit.At,
            "S26",
            $"{who} stands at {_position} and gets {batch.Kind} {batch.Position} after {batch.Previous}: {commit}");
        CheckSame(batch, batch with { Items = commit.Items[who] });
        Count(batch);
    }

    private void Anew(FeedBatch batch, FeedBatchKind kind)
    {
        CheckCommitted(batch);
        require(
            batch.Kind == kind && batch.Previous == 0 && batch.Position == new FeedPosition(_epoch, log.Head),
            "S26",
            $"{who} needs a {kind} of {log.Head} and gets {batch.Kind} {batch.Position} after {batch.Previous}");
        CheckSame(batch, batch with { Items = Visibility.Snapshot(log.State, who) });
        _owed.Clear();
        (_missed, _isAnew, _isForgotten) = (0, false, false);
        Count(batch);
    }

    /// <summary>S37: nothing is shown before it is in the log.</summary>
    private void CheckCommitted(FeedBatch batch) => require(
        batch.Position.Sequence <= Math.Min(log.Head, keeping.Written),
        "S37",
        $"{who} is shown record {batch.Position.Sequence}, and the journal ends at {keeping.Written}");

    private void CheckSame(FeedBatch batch, FeedBatch owed)
    {
        var (shown, expected) = (WireFormat.Serialize(batch), WireFormat.Serialize(owed));
        require(
            shown.Span.SequenceEqual(expected.Span),
            "S26",
            $"{who} is shown [{string.Join(", ", batch.Items)}] and not [{string.Join(", ", owed.Items)}]");
    }

    private void Count(FeedBatch batch) => Seen[batch.Kind] = Seen.GetValueOrDefault(batch.Kind) + 1;
}
