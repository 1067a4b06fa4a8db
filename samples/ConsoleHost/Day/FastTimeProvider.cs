namespace ConsoleHost.Day;

/// <summary>
/// A clock that runs faster than life: what takes the floor half a minute is over in two seconds. The floor takes its
/// time from whatever <see cref="TimeProvider"/> the container holds, timers included.
/// </summary>
/// <param name="start">What it shows at first.</param>
/// <param name="factor">How many times faster it runs.</param>
internal sealed class FastTimeProvider(DateTimeOffset start, int factor) : TimeProvider
{
    private readonly long _began = TimeProvider.System.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    // The ticks are real ones, but more of the floor's time passes with each.
    public override long TimestampFrequency => TimeProvider.System.TimestampFrequency / factor;

    public override long GetTimestamp() => TimeProvider.System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(_began);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(
            TimeProvider.System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), this);

    private TimeSpan Shorten(TimeSpan time) => time <= TimeSpan.Zero

        // Zero means at once, and the one negative time means never.
        ? time
        : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / factor));

    private sealed class FastTimer(ITimer timer, FastTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
