using ContactCenter.Journals;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactCenter.Sqlite;

/// <summary>One connection to the file, and what has been prepared on it. One thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _prepared = [];

    /// <param name="patience">How long it waits where the file is busy.</param>
    internal Connection(string file, TimeSpan patience)
    {
        // A pool of ADO.NET's would keep the file open after the journal is closed.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
        }.ConnectionString);
        try
        {
            _connection.Open();
            raw.sqlite3_busy_timeout(Handle, (int)patience.TotalMilliseconds);
            Run(Sql.Settings);
        }
        catch (SqliteException exception)
        {
            _connection.Dispose();
            throw Typed(exception);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    private sqlite3 Handle => _connection.Handle!;

    /// <summary>A statement that is prepared once for this connection.</summary>
    internal Statement this[string sql]
    {
        get
        {
            if (!_prepared.TryGetValue(sql, out var statement))
            {
                _prepared.Add(sql, statement = new Statement(Handle, sql));
            }

            return statement;
        }
    }

    /// <summary>Runs several statements that give no rows.</summary>
    internal void Run(string script)
    {
        var code = raw.sqlite3_exec(Handle, script);
        if (code != raw.SQLITE_OK)
        {
            throw Statement.Failure(Handle, code);
        }
    }

    /// <summary>Whether a transaction is open: some failures end it, others leave that to whoever began it.</summary>
    internal bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Copies the whole database as it stands, while others go on writing.</summary>
    internal void CopyTo(string file)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
        }.ConnectionString);
        try
        {
            copy.Open();
            _connection.BackupDatabase(copy);
        }
        catch (SqliteException exception)
        {
            throw Typed(exception);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private static Exception Typed(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => new SqliteSchemaException(-1, Sql.Migrations.Length),
        raw.SQLITE_CORRUPT => new JournalFormatException(
            $"The file of the journal is damaged (SQLite error {exception.SqliteExtendedErrorCode})."),
        _ => new SqliteJournalException(exception.SqliteExtendedErrorCode, exception.Message),
    };
}
