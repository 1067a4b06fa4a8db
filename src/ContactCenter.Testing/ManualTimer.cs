namespace ContactCenter.Testing;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>; its fields are the clock's to change.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    // The longest that a timer of the platform can be armed for.
    private const uint LongestMilliseconds = uint.MaxValue - 1;

    private volatile bool _disposed;

    /// <summary>On the monotonic clock.</summary>
    internal long DueAt { get; set; }

    /// <summary>
    /// Which arming it was: those due at the same instant fire in the order in which they were armed.
    /// </summary>
    internal long Arming { get; set; }

    /// <summary>In ticks; 0 for a timer that fires once.</summary>
    internal long Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        if (!_disposed)
        {
            clock.Arm(this, dueTime, period);
        }

        return !_disposed;
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Arm(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Fire()
    {
        if (!_disposed)
        {
            callback(state);
        }
    }

    private static void Check(TimeSpan time, string name)
    {
        var valid = time == Timeout.InfiniteTimeSpan
            || (time >= TimeSpan.Zero && time.TotalMilliseconds <= LongestMilliseconds);
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(name, time, "A timer is armed for 0 to 49 days, or infinitely.");
        }
    }
}
