namespace ContactCenter.Sqlite;

/// <summary>How a journal in a file is kept.</summary>
public sealed class SqliteJournalOptions
{
    /// <summary>
    /// Whether records that a snapshot covers stay. They are not needed to start again; they are the log that audits
    /// and feeds of the past are read from, and take some 150 bytes a message.
    /// </summary>
    /// <value>True.</value>
    public bool KeepsLog { get; set; } = true;

    /// <summary>How long whoever finds the file locked by another process waits before it is an error.</summary>
    /// <value>5 seconds; from none to 1 hour.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many appends, of whatever floors, may share one commit.</summary>
    /// <value>64; from 1 to 10,000.</value>
    public int MaxGroup { get; set; } = 64;

    internal void Validate()
    {
        string[] faults =
        [
            .. LockTimeout < TimeSpan.Zero || LockTimeout > TimeSpan.FromHours(1)
                ? (string[])[$"{nameof(LockTimeout)} is from none to 1 hour, not {LockTimeout}."] : [],
            .. MaxGroup is < 1 or > 10_000
                ? (string[])[$"{nameof(MaxGroup)} is from 1 to 10,000, not {MaxGroup}."] : [],
        ];
        if (faults.Length > 0)
        {
            throw new ArgumentException(string.Join(' ', faults));
        }
    }
}
