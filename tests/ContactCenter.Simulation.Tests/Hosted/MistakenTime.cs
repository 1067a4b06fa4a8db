using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>A machine's clock with a mistake in how it is used; without one it is the clock itself.</summary>
internal sealed class MistakenTime(ManualTimeProvider time, HostedMistake mistake) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() =>
        mistake == HostedMistake.GoesByTheWall ? time.GetUtcNow().UtcTicks : time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (mistake != HostedMistake.RingsByTheWall)
        {
            return time.CreateTimer(callback, state, dueTime, period);
        }

        var timer = new WallTimer(time, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Rings when the wall clock says so.</summary>
    private sealed class WallTimer : ITimer
    {
        private readonly ManualTimeProvider _time;
        private readonly ITimer _inner;
        private DateTimeOffset _dueAt = DateTimeOffset.MaxValue;

        internal WallTimer(ManualTimeProvider time, TimerCallback callback, object? state)
        {
            _time = time;
            _inner = time.CreateTimer(
                _ =>
                {
                    if (_time.GetUtcNow() >= _dueAt)
                    {
                        _dueAt = DateTimeOffset.MaxValue;
                        callback(state);
                    }
                    else
                    {
                        Look();
                    }
                },
                state: null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _dueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _time.GetUtcNow() + dueTime;
            Look();
            return true;
        }

        public void Dispose() => _inner.Dispose();

        public ValueTask DisposeAsync() => _inner.DisposeAsync();

        private void Look()
        {
            var wait = _dueAt - _time.GetUtcNow();
            if (_dueAt == DateTimeOffset.MaxValue)
            {
                _inner.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
            else
            {
                // An hour back is an hour more to wait.
                var within = wait < TimeSpan.FromDays(7) ? wait : TimeSpan.FromDays(7);
                _inner.Change(within > TimeSpan.Zero ? within : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
