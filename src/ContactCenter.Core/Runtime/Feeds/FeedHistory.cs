using ContactCenter.Chats;
using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>What the last commits showed, so that a viewer who was away for a moment needs no snapshot.</summary>
internal sealed class FeedHistory(int capacity, long head)
{
    private readonly (long Sequence, DateTimeOffset At, Shown Shown)[] _ring =
        new (long, DateTimeOffset, Shown)[capacity];
    private long _next;

    /// <summary>Everything after this sequence is still here.</summary>
    private long _completeAfter = head;

    internal void Keep(long sequence, DateTimeOffset at, List<Shown> shown)
    {
        foreach (var one in shown)
        {
            if (capacity == 0)
            {
                _completeAfter = sequence;
                return;
            }

            ref var place = ref _ring[_next++ % capacity];
            _completeAfter = Math.Max(_completeAfter, place.Sequence);
            place = (sequence, at, one);
        }
    }

    /// <summary>A line that is kept reads otherwise from now on.</summary>
    internal void Reword(Line line)
    {
        for (var index = 0; index < _ring.Length; index++)
        {
            if (_ring[index].Shown.Shows(line))
            {
                _ring[index].Shown = _ring[index].Shown.As(line);
            }
        }
    }

    internal void Forget(long sequence)
    {
        Array.Clear(_ring);
        _completeAfter = Math.Max(_completeAfter, sequence);
    }

    /// <summary>Everything after a sequence, oldest first; null when some of it is no longer kept.</summary>
    internal IEnumerable<(long Sequence, DateTimeOffset At, Shown Shown)>? After(long sequence, long head)
    {
        return sequence >= _completeAfter && sequence <= head ? Read(sequence) : null;
    }

    private IEnumerable<(long Sequence, DateTimeOffset At, Shown Shown)> Read(long sequence)
    {
        for (var number = Math.Max(0, _next - capacity); number < _next; number++)
        {
            var kept = _ring[number % capacity];
            if (kept.Sequence > sequence)
            {
                yield return kept;
            }
        }
    }
}
