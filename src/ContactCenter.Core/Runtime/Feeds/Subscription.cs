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

    private readonly List<FeedBatch> _missed = [];
    private volatile int _taken;
    private volatile bool _isForgotten;

    internal Actor Viewer { get; } = viewer;

    /// <summary>The sequence that the viewer was given last.</summary>
    internal long Last { get; set; }

    /// <summary>Something did not fit; nothing more is put in until the reader has had a snapshot.</summary>
    internal bool HasOverflowed { get; set; }

    /// <summary>What the viewer has missed comes before all that is put here; said before anybody reads.</summary>
    internal void Begin(FeedBatch missed) => _missed.Add(missed);

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
    internal void Forget()
    {
        if (_taken < _missed.Count || _buffer.Reader.Count > 0)
        {
            _isForgotten = HasOverflowed = true;
        }
    }

    /// <summary>The reader begins anew: what still waits is in the snapshot too, or is not shown any more.</summary>
    internal void Clear()
    {
        _taken = _missed.Count;
        while (_buffer.Reader.TryRead(out _))
        {
        }

        _isForgotten = HasOverflowed = false;
    }

    internal bool TryTake(out FeedBatch? batch)
    {
        batch = null;
        if (_isForgotten)
        {
            return false;
        }

        if (_taken < _missed.Count)
        {
            batch = _missed[_taken++];
            return true;
        }

        return _buffer.Reader.TryRead(out batch);
    }

    /// <summary>Waits for a batch; false once the floor has stopped and all is read.</summary>
    internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        _buffer.Reader.WaitToReadAsync(cancellationToken);

    internal void Complete() => _buffer.Writer.TryComplete();
}
