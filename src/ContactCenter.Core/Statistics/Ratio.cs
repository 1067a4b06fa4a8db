namespace ContactCenter.Statistics;

/// <summary>Means and parts of what was summed, where there is something to divide by.</summary>
internal static class Ratio
{
    internal static double? Of(long part, long whole) => whole == 0 ? null : (double)part / whole;

    /// <summary>The mean period, to the tick below.</summary>
    internal static TimeSpan? Mean(long ticks, long count) => count == 0 ? null : new TimeSpan(ticks / count);
}
