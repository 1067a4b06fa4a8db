namespace ContactCenter.Testing;

/// <summary>
/// A clock that stands still until a test moves it, and then fires what falls due on the way, in order.
/// </summary>
/// <remarks>
/// The wall clock and the monotonic clock move apart when asked to, as they do on a machine whose time is corrected;
/// timers follow the monotonic one. While a timer's callback runs, both clocks stand at the instant it was due.
/// Safe for any thread; callbacks run one at a time, on the thread that moves the clock. A timer that is armed for at
/// once is fired by the thread pool, as by the real clock, unless <see cref="Advance"/> comes first.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    /// <summary>Where the wall clock stands when a test names no other instant.</summary>
    /// <value>Noon of 1 January 2026, UTC.</value>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly Lock _driver = new();
    private readonly List<ManualTimer> _armed = [];
    private DateTimeOffset _wall;
    private long _elapsed;
    private long _armings;

    /// <summary>A clock that stands at <see cref="DefaultStart"/>.</summary>
    public ManualTimeProvider()
        : this(DefaultStart)
    {
    }

    /// <summary>A clock that stands at an instant.</summary>
    /// <param name="start">What the wall clock shows at first; the monotonic clock begins at 0.</param>
    public ManualTimeProvider(DateTimeOffset start) => _wall = start.ToUniversalTime();

    /// <summary>A tick of the monotonic clock is 100 ns, so elapsed times come out exact.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>UTC, on whatever machine the test runs.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The timers that are armed now. A test may wait until the code under test has armed its own.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count;
            }
        }
    }

    /// <summary>How far ahead the next timer is due; null when none is armed.</summary>
    public TimeSpan? NextTimerIn
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count == 0
                    ? null
                    : new TimeSpan(Math.Max(0, _armed.Min(timer => timer.DueAt) - _elapsed));
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wall;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _elapsed;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Time passes: both clocks move, and what falls due on the way fires, earliest first.</summary>
    /// <param name="by">How much time passes; none fires what is due already.</param>
    /// <exception cref="ArgumentOutOfRangeException">Time does not run backwards; only the wall clock may.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_driver)
        {
            long target;
            lock (_gate)
            {
                target = checked(_elapsed + by.Ticks);
            }

            while (TakeNext(target) is { } timer)
            {
                timer.Fire();
            }
        }
    }

    /// <summary>The wall clock is corrected by a difference. No time passes: nothing fires.</summary>
    /// <param name="by">The correction, forward or back.</param>
    public void AdvanceWall(TimeSpan by)
    {
        lock (_gate)
        {
            _wall += by;
        }
    }

    /// <summary>The wall clock is set, forward or back. No time passes: nothing fires.</summary>
    /// <param name="instant">What it shows from now on.</param>
    public void SetUtcNow(DateTimeOffset instant)
    {
        lock (_gate)
        {
            _wall = instant.ToUniversalTime();
        }
    }

    /// <summary>Arms a timer, or stops it when <paramref name="dueTime"/> is infinite.</summary>
    internal void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Period = period > TimeSpan.Zero ? period.Ticks : 0;
            Arm(timer, checked(_elapsed + dueTime.Ticks));
        }

        if (dueTime == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(clock => clock.Advance(TimeSpan.Zero), this, preferLocal: false);
        }
    }

    /// <summary>Moves to the earliest timer due by the target and takes it; without one, moves to the target.</summary>
    private ManualTimer? TakeNext(long target)
    {
        lock (_gate)
        {
            var next = _armed.MinBy(timer => (timer.DueAt, timer.Arming));
            if (next is null || next.DueAt > target)
            {
                MoveTo(target);
                return null;
            }

            MoveTo(next.DueAt);
            _armed.Remove(next);
            if (next.Period > 0)
            {
                Arm(next, next.DueAt + next.Period);
            }

            return next;
        }
    }

    private void Arm(ManualTimer timer, long dueAt)
    {
        (timer.DueAt, timer.Arming) = (dueAt, ++_armings);
        _armed.Add(timer);
    }

    private void MoveTo(long elapsed)
    {
        // A callback may have moved the clock further than whoever waits for it meant to.
        if (elapsed > _elapsed)
        {
            _wall += new TimeSpan(elapsed - _elapsed);
            _elapsed = elapsed;
        }
    }
}
