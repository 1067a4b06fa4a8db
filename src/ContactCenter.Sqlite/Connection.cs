using ContactCenter.Journals;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactCenter.Sqlite;

/// <summary>One connection to the file, and what has been prepared on it. One thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _prepared = [];

    /// <param name="file">The file.</param>
    /// <param name="patience">How long it waits where the file is busy.</param>
    /// <param name="mustExist">A file that is not there is an error, and is not made.</param>
    internal Connection(string file, TimeSpan patience, bool mustExist = false)
    {
        Patience = patience;

        // A pool of ADO.NET's would keep the file open after the journal is closed.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            Mode = mustExist ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
        }.ConnectionString);
        try
        {
            _connection.Open();
            Wait(patience);
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

    /// <summary>How long it waits where the file is busy.</summary>
    internal TimeSpan Patience { get; }

    /// <summary>The number of the row that was added last.</summary>
    internal long LastId => raw.sqlite3_last_insert_rowid(Handle);

    /// <summary>Where the bodies are that were added last.</summary>
    internal LatestPlaces Latest { get; } = new();

    /// <summary>Waits so long from now on.</summary>
    internal void Wait(TimeSpan patience) =>
        raw.sqlite3_busy_timeout(Handle, (int)patience.TotalMilliseconds);

    /// <summary>Runs what gives one number; 0 where it gives none.</summary>
    internal long Number(string sql)
    {
        var statement = this[sql];
        var number = statement.Step() ? statement.Number(0) : 0;
        statement.Reset();
        return number;
    }

    /// <summary>Runs what gives one word; an empty one where it gives none.</summary>
    internal string Word(string sql)
    {
        var statement = this[sql];
        var word = statement.Step() ? statement.Text(0) : string.Empty;
        statement.Reset();
        return word;
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

    /// <summary>
    /// Copies the whole database into another, in one step: whoever looks at that finds the one or the other, after a
    /// crash too.
    /// </summary>
    internal void CopyTo(Connection other)
    {
        try
        {
            _connection.BackupDatabase(other._connection);
        }
        catch (SqliteException exception)
        {
            throw Typed(exception);
        }
    }

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
