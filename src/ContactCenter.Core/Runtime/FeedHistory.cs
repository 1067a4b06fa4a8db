using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>What the last commits showed, so that a viewer who was away for a moment needs no snapshot.</summary>
internal sealed class FeedHistory(int capacity)
{
    private readonly Queue<(long Sequence, DateTimeOffset At, Shown[] Shown)> _kept = new();

    internal void Keep(long sequence, DateTimeOffset at, Shown[] shown)
    {
        _kept.Enqueue((sequence, at, shown));
        if (_kept.Count > capacity)
        {
            _kept.Dequeue();
        }
    }

    /// <summary>Everything after a sequence; null when some of it is no longer kept.</summary>
    internal IEnumerable<(long Sequence, DateTimeOffset At, Shown[] Shown)>? After(long sequence, long head)
    {
        if (sequence == head)
        {
            return [];
        }

        return sequence < head && _kept.TryPeek(out var oldest) && oldest.Sequence <= sequence + 1
            ? _kept.Where(kept => kept.Sequence > sequence)
            : null;
    }
}
