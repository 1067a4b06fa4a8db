using System.Threading.Channels;

namespace ContactCenter.Runtime;

/// <summary>
/// One viewer's feed: a bounded buffer between the follower, which never waits, and a reader, who may be slow. What
/// does not fit is not kept: the reader gets a resync instead.
/// </summary>
internal sealed class Subscription(Actor viewer, int capacity)
{
    private readonly Channel<FeedBatch> _buffer = System.Threading.Channels.Channel.CreateBounded<FeedBatch>(
        new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true });

    internal Actor Viewer { get; } = viewer;

    /// <summary>The sequence that the viewer was given last.</summary>
    internal long Last { get; set; }

    /// <summary>Something did not fit; nothing more is put in until the reader has had a snapshot.</summary>
    internal bool HasOverflowed { get; set; }

    internal void Put(FeedBatch batch)
    {
        if (HasOverflowed)
        {
            return;
        }

        HasOverflowed = !_buffer.Writer.TryWrite(batch);
        Last = batch.Position.Sequence;
    }

    /// <summary>Something that may be lost: it never pushes out what may not.</summary>
    internal void PutSignal(FeedBatch batch)
    {
        if (!HasOverflowed && _buffer.Reader.Count < capacity / 2)
        {
            _buffer.Writer.TryWrite(batch);
        }
    }

    /// <summary>What waits to be read is not shown any more; the reader begins anew, with a snapshot.</summary>
    internal void Forget() => HasOverflowed |= _buffer.Reader.Count > 0;

    internal bool TryTake(out FeedBatch? batch) => _buffer.Reader.TryRead(out batch);

    /// <summary>Waits for a batch; false once the floor has stopped and all is read.</summary>
    internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        _buffer.Reader.WaitToReadAsync(cancellationToken);

    internal void Complete() => _buffer.Writer.TryComplete();
}
