namespace ContactCenter.Sqlite;

/// <summary>
/// SQLite could not do what it was asked: the disk is full, the file is locked by another process, or read-only.
/// Nothing of it was written, or all.
/// </summary>
/// <param name="code">SQLite's own result code, such as 13 for a full disk.</param>
/// <param name="message">SQLite's own words; never content.</param>
public sealed class SqliteJournalException(int code, string message)
    : IOException($"SQLite error {code}: {message}.")
{
    /// <summary>SQLite's own result code.</summary>
    public int Code { get; } = code;
}
