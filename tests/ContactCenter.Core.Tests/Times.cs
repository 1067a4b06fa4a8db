using ContactCenter.Testing;

namespace ContactCenter.Tests;

/// <summary>Stretches of virtual time, and when it begins.</summary>
internal static class Times
{
    internal static DateTimeOffset Noon { get; } = ManualTimeProvider.DefaultStart;

    /// <summary>The smallest step of a clock: what lies between in time and too late.</summary>
    internal static TimeSpan Tick { get; } = TimeSpan.FromTicks(1);

    internal static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    internal static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
