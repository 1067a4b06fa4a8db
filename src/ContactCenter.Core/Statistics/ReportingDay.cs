namespace ContactCenter.Statistics;

/// <summary>
/// The day of which today's figures are. It is 24 hours long and begins at a fixed time in UTC, so that it needs no
/// time zone and the same log gives the same figures everywhere.
/// </summary>
internal sealed class ReportingDay
{
    /// <summary>How long after midnight, UTC, it begins.</summary>
    internal TimeSpan Begins { get; set; }

    /// <summary>The number of the day in which an instant lies; above 0 for every instant that can be.</summary>
    internal long Of(DateTimeOffset at) => (at.UtcTicks - Begins.Ticks) / TimeSpan.TicksPerDay;

    /// <summary>When the day began in which an instant lies.</summary>
    internal DateTimeOffset StartOf(DateTimeOffset at) =>
        new((Of(at) * TimeSpan.TicksPerDay) + Begins.Ticks, TimeSpan.Zero);
}
