using SQLitePCL;

namespace ContactCenter.Sqlite;

/// <summary>
/// A prepared statement: bound, stepped through, and ready again. Speaks to SQLite itself, for a message is two of
/// these and an ADO.NET command costs more than SQLite does.
/// </summary>
internal sealed class Statement(sqlite3 database, string sql) : IDisposable
{
    private readonly sqlite3_stmt _statement = Prepare(database, sql);

    internal Statement Bind(int place, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, place, value));
        return this;
    }

    internal Statement Bind(int place, string text)
    {
        Check(raw.sqlite3_bind_text(_statement, place, text));
        return this;
    }

    internal Statement Bind(int place, ReadOnlySpan<byte> content)
    {
        // An empty span has no address, which SQLite would take for null.
        Check(content.IsEmpty
            ? raw.sqlite3_bind_zeroblob(_statement, place, 0)
            : raw.sqlite3_bind_blob(_statement, place, content));
        return this;
    }

    internal Statement BindNull(int place)
    {
        Check(raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    /// <summary>Goes on to the next row; false when there is none, and the statement is ready again.</summary>
    internal bool Step()
    {
        switch (raw.sqlite3_step(_statement))
        {
            case raw.SQLITE_ROW:
                return true;
            case raw.SQLITE_DONE:
                Reset();
                return false;
            case var code:
                var failure = Failure(database, code);
                Reset();
                throw failure;
        }
    }

    /// <summary>Runs what gives no rows.</summary>
    internal void Run()
    {
        while (Step())
        {
        }
    }

    internal void Reset() => raw.sqlite3_reset(_statement);

    internal long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    internal string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    internal ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    /// <summary>What went wrong, as a type: damage is damage, everything else may be another time.</summary>
    internal static Exception Failure(sqlite3 database, int code)
    {
        var words = raw.sqlite3_errmsg(database).utf8_to_string();
        return (code & 0xFF) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
            ? new Journals.JournalFormatException($"The file of the journal is damaged: {words} (SQLite error {code}).")
            : new SqliteJournalException(code, words);
    }

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        var code = raw.sqlite3_prepare_v2(database, sql, out var statement);
        return code == raw.SQLITE_OK ? statement : throw Failure(database, code);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(database, code);
        }
    }
}
