namespace ContactCenter.Tests.Runtime;

/// <summary>A clock that tells when a timer for a given time is set: only then may a test let that time pass.</summary>
internal sealed class TimerWatch(TimeProvider clock, TimeSpan watched) : TimeProvider
{
    private readonly TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Set => _set.Task;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == watched)
        {
            _set.TrySetResult();
        }

        return timer;
    }
}
