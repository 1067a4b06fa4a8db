using System.Threading.Channels;
using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>
/// A second copy of the floor, kept by folding what the writer has committed. It serves reads, feeds and snapshots,
/// so none of them ever stops the writer.
/// </summary>
internal sealed class Follower(Floor floor, FloorClock clock, FeedHub feeds, SnapshotKeeper snapshots)
{
    /// <summary>How many groups may wait to be folded. The follower never waits for a viewer, so it catches up.</summary>
    private const int Backlog = 1_024;

    private readonly Lock _gate = new();
    private readonly List<Shown> _shown = [];
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private readonly Channel<Batch[]> _committed = System.Threading.Channels.Channel.CreateBounded<Batch[]>(
        new BoundedChannelOptions(Backlog) { SingleReader = true, SingleWriter = true });

    private long _published = floor.Head;

    /// <summary>Told of each event of a committed batch, in order: pending effects begin here.</summary>
    internal event Action<Event>? Happened;

    internal async ValueTask PublishAsync(Batch[] batches)
    {
        Volatile.Write(ref _published, batches[^1].Sequence);
        if (!_committed.Writer.TryWrite(batches))
        {
            await _committed.Writer.WriteAsync(batches).ConfigureAwait(false);
        }
    }

    /// <summary>Folds until the writer has ended and all is folded.</summary>
    internal async Task RunAsync()
    {
        while (await _committed.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_committed.Reader.TryRead(out var batches))
            {
                Fold(batches);

                // Only this loop changes the floor, so the state stands still here without a lock.
                await snapshots.KeepAsync(floor).ConfigureAwait(false);
            }
        }

        lock (_gate)
        {
            feeds.Complete();
        }
    }

    internal void Close() => _committed.Writer.TryComplete();

    /// <summary>Reads the floor as it stands after everything that was acknowledged before this call.</summary>
    internal async ValueTask<T> ReadAsync<T>(Func<Floor, T> read, CancellationToken cancellationToken)
    {
        Task catchUp;
        lock (_gate)
        {
            var target = Volatile.Read(ref _published);
            if (floor.Head >= target)
            {
                return read(floor);
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiting, target);
            catchUp = waiting.Task;
        }

        await catchUp.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            return read(floor);
        }
    }

    internal ValueTask<(Subscription Subscription, IReadOnlyList<FeedBatch> First)> AttachAsync(
        Actor viewer, FeedPosition? from, CancellationToken cancellationToken) =>
        ReadAsync(floor => feeds.Attach(floor, viewer, from, clock.Now), cancellationToken);

    /// <summary>A fresh snapshot for a viewer whose buffer overflowed; null for one whose did not.</summary>
    internal FeedBatch? Resync(Subscription subscription)
    {
        lock (_gate)
        {
            return subscription.HasOverflowed ? feeds.Resync(floor, subscription, clock.Now) : null;
        }
    }

    internal void Detach(Subscription subscription)
    {
        lock (_gate)
        {
            feeds.Detach(subscription);
        }
    }

    private void Fold(Batch[] batches)
    {
        lock (_gate)
        {
            foreach (var batch in batches)
            {
                Fold(batch);
            }

            while (_waiting.TryPeek(out var waiting, out var target) && target <= floor.Head)
            {
                _waiting.Dequeue();
                waiting.TrySetResult();
            }
        }

        if (Happened is { } happened)
        {
            foreach (var batch in batches)
            {
                foreach (var e in batch.Events)
                {
                    happened(e);
                }
            }
        }
    }

    private void Fold(Batch batch)
    {
        var line = 0;
        floor.Apply(batch, happening =>
        {
            var said = happening.Event is MessagePosted or NoticeShown ? batch.Lines[line++] : null;
            Visibility.Show(floor, happening, said, _shown);
        });
        feeds.Publish(batch.Sequence, batch.At, _shown);
        _shown.Clear();
    }
}
