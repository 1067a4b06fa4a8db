using System.Collections.Concurrent;

namespace ContactCenter.Sqlite.Tests;

/// <summary>
/// A clock on which no pause takes any time, and that remembers which there were. A deadline passes when a test says
/// so.
/// </summary>
internal sealed class EagerTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();
    private readonly ConcurrentDictionary<Timer, TimeSpan> _deadlines = new();

    internal IReadOnlyCollection<TimeSpan> Pauses => _pauses;

    /// <summary>Told of each pause; null for nobody.</summary>
    internal Action? Paused { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state, _deadlines);
        if (dueTime == new IntegrationFeedOptions().Deadline)
        {
            _deadlines[timer] = dueTime;
        }
        else
        {
            Pass(timer, dueTime);
        }

        return timer;
    }

    /// <summary>All deadlines that there are have passed.</summary>
    internal void Expire()
    {
        foreach (var (timer, dueTime) in _deadlines)
        {
            Pass(timer, dueTime);
        }
    }

    private void Pass(Timer timer, TimeSpan dueTime)
    {
        _pauses.Enqueue(dueTime);
        Paused?.Invoke();
        ThreadPool.QueueUserWorkItem(_ => timer.Callback(timer.State));
    }

    private sealed record Timer(
        TimerCallback Callback, object? State, ConcurrentDictionary<Timer, TimeSpan> Deadlines) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Deadlines.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
