namespace ContactCenter.Runtime;

/// <summary>
/// The floor's clock: where recorded time stood at the start, plus monotonic time since. Setting the machine's clock
/// moves nothing, and neither does the sleep of a machine.
/// </summary>
internal sealed class FloorClock
{
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _start;
    private readonly long _startTimestamp;

    internal FloorClock(TimeProvider time, DateTimeOffset lastRecorded)
    {
        _time = time;
        var wall = time.GetUtcNow();
        _start = wall > lastRecorded ? wall : lastRecorded;
        _startTimestamp = time.GetTimestamp();
    }

    /// <summary>What the machine's clock shows, right or wrong.</summary>
    internal DateTimeOffset Wall => _time.GetUtcNow();

    internal DateTimeOffset Now => _start + _time.GetElapsedTime(_startTimestamp);
}
