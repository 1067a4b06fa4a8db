namespace ContactCenter.Statistics;

/// <summary>How a queue stands, and how it has done.</summary>
/// <param name="Queue">Which queue.</param>
/// <param name="Channel">The channel of its contacts.</param>
/// <param name="At">As of when.</param>
/// <param name="Waiting">
/// Contacts that wait in it: those that are being offered included, and those whose sender stays with them until
/// somebody accepts.
/// </param>
/// <param name="BeingOffered">Of those, the ones that an agent has on the screen.</param>
/// <param name="OldestWait">How long the one has waited that came first; null where none waits.</param>
/// <param name="Expected">How long one would wait that came now.</param>
/// <param name="Staffing">Who is there for it.</param>
/// <param name="Recent">The last half hour, to the minute: the minute that runs and the 29 before it.</param>
/// <param name="Today">
/// Since the floor's day began. It begins at the same time every day, in UTC, as the floor's options say.
/// </param>
/// <remarks>
/// Derived from the log alone: a restart or another owner of the floor shows the same figures. Immutable, safe for any
/// thread.
/// </remarks>
public sealed record QueueStatistics(
    QueueName Queue,
    Channel Channel,
    DateTimeOffset At,
    int Waiting,
    int BeingOffered,
    TimeSpan? OldestWait,
    ExpectedWait Expected,
    Staffing Staffing,
    QueueFigures Recent,
    QueueFigures Today);

/// <summary>A page of the queues that somebody may see, by name.</summary>
/// <param name="Queues">The queues of this page.</param>
/// <param name="Offset">How many come before them.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record QueuePage(IReadOnlyList<QueueStatistics> Queues, int Offset, int Total);
