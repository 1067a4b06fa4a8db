namespace ContactCenter.Runtime;

/// <summary>One real timer for all alarms of a floor: it wakes the writer when the next one is due.</summary>
internal sealed class AlarmBell : IAsyncDisposable
{
    // A day is far enough: a bell that rings early is only set anew.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(1);

    private readonly ITimer _timer;
    private DateTimeOffset _setFor = DateTimeOffset.MaxValue;
    private volatile bool _rang;

    internal AlarmBell(TimeProvider time, Action ring) => _timer = time.CreateTimer(
        _ =>
        {
            _rang = true;
            ring();
        },
        state: null,
        Timeout.InfiniteTimeSpan,
        Timeout.InfiniteTimeSpan);

    internal void Set(DateTimeOffset? dueAt, FloorClock clock)
    {
        if (_rang)
        {
            (_rang, _setFor) = (false, DateTimeOffset.MaxValue);
        }

        // A bell set for earlier stays: the writer looks, finds nothing due, and sets it for what is next.
        if (dueAt is { } due && due < _setFor)
        {
            var now = clock.Now;
            var wait = due - now;
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Farthest ? Farthest : wait;
            _setFor = now + wait;

            // A timer counts in whole milliseconds, rounding down would ring just before the instant.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
