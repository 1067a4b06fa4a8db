namespace ContactCenter.Runtime;

/// <summary>The bounds of everything that could otherwise grow: each with the reason for its default.</summary>
public sealed class FloorLimits
{
    /// <summary>How many commands may wait for the writer; the next is refused as busy.</summary>
    /// <value>Default: 10,000, a few tens of milliseconds of work. 1 to 1,000,000.</value>
    public int MailboxCapacity { get; set; } = 10_000;

    /// <summary>The longest message, in UTF-16 units.</summary>
    /// <value>Default: 8,000, some three pages. 1 to 1,000,000.</value>
    public int MaxMessageLength { get; set; } = 8_000;

    /// <summary>
    /// How long a scan may take that asks rules, validators or replacers of the host's; past it the message is refused.
    /// </summary>
    /// <value>Default: 1 second. Above 0, at most 1 minute.</value>
    public TimeSpan RedactionDeadline { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many batches a viewer's buffer holds before the viewer gets a resync instead.</summary>
    /// <value>Default: 256. 1 to 100,000.</value>
    public int FeedBuffer { get; set; } = 256;

    /// <summary>
    /// How many things shown, to anybody, a viewer may have missed and still resume without a snapshot.
    /// </summary>
    /// <value>Default: 4,096, some seconds of a busy floor. 0 to 1,000,000.</value>
    public int FeedHistory { get; set; } = 4_096;

    /// <summary>After how many commits the state is kept as a snapshot, so that recovery need not read more.</summary>
    /// <value>Default: 50,000. 1 to 10,000,000.</value>
    public int SnapshotEvery { get; set; } = 50_000;

    /// <summary>How long another source of history may take; past it the history says that it is unavailable.</summary>
    /// <value>Default: 3 seconds. Above 0, at most 1 minute.</value>
    public TimeSpan HistoryTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long the source of predefined responses may take; past it they are refused as <c>responses-unavailable</c>.
    /// </summary>
    /// <value>Default: 3 seconds. Above 0, at most 1 minute.</value>
    public TimeSpan ResponsesTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long the journal, and the keys of what it keeps, may take over one append. Past it the floor stops: whoever
    /// is being written does not know, everybody else is refused as <c>not-running</c>, and the next start reads what
    /// became of it. What is read beside the log is given up after as long, with <see cref="TimeoutException"/>.
    /// </summary>
    /// <value>
    /// Default: 30 seconds, well above what SQLite waits for a lock twice. Above 0, at most 1 hour.
    /// </value>
    public TimeSpan JournalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How old an answer may be that needs no append, a read or a refusal: an owner that has proved nothing for so long
    /// asks its journal before it answers, and stops where another has taken the floor over.
    /// </summary>
    /// <value>Default: 1 second. Above 0, at most 1 minute.</value>
    public TimeSpan OwnershipTrust { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How far the machine's clock may be beyond the last record when a floor starts whose contacts are purged by their
    /// age (<c>FloorOptions.HistoryRetention</c>). Beyond it the floor is not started: either it was
    /// away for so long, and whoever knows it raises this; or the clock is wrong, and what is kept would be destroyed
    /// before its time, all at once.
    /// </summary>
    /// <value>
    /// Default: 30 days: so much too early, at most, does a wrong clock purge anything. Above 0, at most 100 years.
    /// </value>
    public TimeSpan LongestAbsence { get; set; } = TimeSpan.FromDays(30);

    internal IEnumerable<string> Faults()
    {
        foreach (var (name, value, least, most) in new (string, int, int, int)[]
        {
            (nameof(MailboxCapacity), MailboxCapacity, 1, 1_000_000),
            (nameof(MaxMessageLength), MaxMessageLength, 1, 1_000_000),
            (nameof(FeedBuffer), FeedBuffer, 1, 100_000),
            (nameof(FeedHistory), FeedHistory, 0, 1_000_000),
            (nameof(SnapshotEvery), SnapshotEvery, 1, 10_000_000),
        })
        {
            if (value < least || value > most)
            {
                yield return $"{name} {value} is not {least} to {most}";
            }
        }

        foreach (var (name, value, most) in new (string, TimeSpan, TimeSpan)[]
        {
            (nameof(RedactionDeadline), RedactionDeadline, TimeSpan.FromMinutes(1)),
            (nameof(HistoryTimeout), HistoryTimeout, TimeSpan.FromMinutes(1)),
            (nameof(ResponsesTimeout), ResponsesTimeout, TimeSpan.FromMinutes(1)),
            (nameof(JournalTimeout), JournalTimeout, TimeSpan.FromHours(1)),
            (nameof(OwnershipTrust), OwnershipTrust, TimeSpan.FromMinutes(1)),
            (nameof(LongestAbsence), LongestAbsence, TimeSpan.FromDays(36_500)),
        })
        {
            if (value <= TimeSpan.Zero || value > most)
            {
                yield return $"{name} {value} is not above 0 and at most {most}";
            }
        }
    }
}
