using System.Collections.Concurrent;

namespace ContactCenter.Sqlite.Tests;

/// <summary>A clock on which no pause takes any time, and that remembers which were asked for.</summary>
internal sealed class EagerTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();

    internal IReadOnlyCollection<TimeSpan> Pauses => _pauses;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _pauses.Enqueue(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Fired();
    }

    private sealed class Fired : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
