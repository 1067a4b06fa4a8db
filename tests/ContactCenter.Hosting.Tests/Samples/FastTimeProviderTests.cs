using ConsoleHost.Day;

namespace ContactCenter.Hosting.Tests.Samples;

public sealed class FastTimeProviderTests
{
    [Fact]
    public async Task Its_clock_and_its_timers_are_fast_alike()
    {
        var opening = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var time = new FastTimeProvider(opening, factor: 1_000);
        var began = time.GetTimestamp();

        var rang = new TaskCompletionSource();
        await using var timer = time.CreateTimer(
            _ => rang.TrySetResult(), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        await rang.Task;

        // The machine's own timers may be a millisecond or two early, which is a second or two here.
        var least = TimeSpan.FromSeconds(50);
        Assert.InRange(time.GetElapsedTime(began), least, TimeSpan.FromHours(10));
        Assert.InRange(time.GetUtcNow(), opening + least, opening.AddHours(10));
    }
}
