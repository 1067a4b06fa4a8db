namespace ContactCenter.Sqlite;

/// <summary>How patient a feed is.</summary>
public sealed class IntegrationFeedOptions
{
    /// <summary>
    /// How often a record is tried before those behind it are. Where one of them is delivered, and this one fails once
    /// more, it is parked; where none is, the other side is down: all is tried on, and nothing parked.
    /// </summary>
    /// <value>8: with the pauses between, a little over two minutes.</value>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>The pause after the first failure; each further one is twice as long.</summary>
    /// <value>1 second.</value>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one delivery may take; then it is cancelled, and has failed.</summary>
    /// <value>1 minute.</value>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the file is looked at for what another process has written.</summary>
    /// <value>1 second.</value>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The pause after so many failures.</summary>
    internal TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause;
        for (var attempt = 1; attempt < attempts && pause < LongestPause; attempt++)
        {
            pause *= 2;
        }

        return pause < LongestPause ? pause : LongestPause;
    }
}
