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

        await Task.Delay(TimeSpan.FromMinutes(1), time);

        // The machine's own timers may be a millisecond or two early, which is a second or two here.
        var least = TimeSpan.FromSeconds(50);
        Assert.InRange(time.GetElapsedTime(began), least, TimeSpan.FromHours(10));
        Assert.InRange(time.GetUtcNow(), opening + least, opening.AddHours(10));
    }
}
