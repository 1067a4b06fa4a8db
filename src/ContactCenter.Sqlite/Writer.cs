using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite;

/// <summary>
/// Writes, one commit at a time. What waits goes into one commit: of one floor the engine has gathered it already, of
/// several floors it is gathered here.
/// </summary>
/// <remarks>
/// The writer is a role: whoever brings something while nobody writes, writes. A thread of its own would cost every
/// commit two hand-overs, which on a busy machine are longer than the commit.
/// </remarks>
internal sealed class Writer(Connection connection, int maxGroup, int schema) : IThreadPoolWorkItem, IDisposable
{
    private readonly ConcurrentQueue<Work> _waiting = new();
    private readonly List<Work> _group = [];
    private readonly Lock _writing = new();
    private int _brought;
    private bool _isClosed;

    // Also at first: whoever had the file before may have died between an erasure and the emptying of the log.
    private bool _shows = true;

    /// <param name="done">Told once it is durable, before whoever waits is; null for nobody.</param>
    /// <param name="erases">Something is erased: not even the log of the file may still show it.</param>
    internal Task<T> DoAsync<T>(Func<Connection, T> work, Action? done = null, bool erases = false)
    {
        var waiting = new Work<T>(work, done, erases);
        _waiting.Enqueue(waiting);
        if (Interlocked.Increment(ref _brought) == 1)
        {
            Write(commits: 1);
        }

        return waiting.Task;
    }

    /// <summary>Does what is no commit, while nothing is written.</summary>
    internal void Alone(Action<Connection> work)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteJournal));
            try
            {
                Schema.RequireNoNewer(connection, schema);
                work(connection);
            }
            catch
            {
                Undo();
                throw;
            }
        }
    }

    /// <summary>
    /// Nobody reads any more who may have kept what was erased in the log beside the file: it leaves now, also where
    /// nothing more is written.
    /// </summary>
    internal void ReadersHaveGone()
    {
        if (!Volatile.Read(ref _shows))
        {
            return;
        }

        lock (_writing)
        {
            if (_shows && !_isClosed)
            {
                EmptyLog();
            }
        }
    }

    /// <summary>Goes on for others: nobody who brought something writes for them for long.</summary>
    void IThreadPoolWorkItem.Execute() => Write(commits: int.MaxValue);

    /// <summary>Ends what is being written; what comes later is refused.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _isClosed = true;
            connection.Dispose();
        }
    }

    private void Write(int commits)
    {
        int answered;
        do
        {
            answered = Volatile.Read(ref _brought);
            while (Gather())
            {
                lock (_writing)
                {
                    Write(CollectionsMarshal.AsSpan(_group));
                }

                _group.Clear();
                if (--commits <= 0 && !_waiting.IsEmpty)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                    return;
                }
            }
        }
        while (Interlocked.Add(ref _brought, -answered) != 0);
    }

    private bool Gather()
    {
        while (_group.Count < maxGroup && _waiting.TryDequeue(out var next))
        {
            _group.Add(next);
        }

        return _group.Count > 0;
    }

    private void Write(ReadOnlySpan<Work> group)
    {
        if (Commit(group) is not { } failure)
        {
            foreach (var work in group)
            {
                work.Done();
            }
        }
        else if (group.Length == 1)
        {
            group[0].Failed(failure);
        }
        else
        {
            // What one floor brings in vain must not be the end of others.
            for (var index = 0; index < group.Length; index++)
            {
                Write(group.Slice(index, 1));
            }
        }
    }

    /// <returns>Why nothing of it was written; null where all of it was.</returns>
    private Exception? Commit(ReadOnlySpan<Work> group)
    {
        if (_isClosed)
        {
            return new ObjectDisposedException(nameof(SqliteJournal));
        }

        try
        {
            connection[Sql.Begin].Run();
            Schema.RequireNoNewer(connection, schema);
            foreach (var work in group)
            {
                work.Do(connection);
                _shows |= work.Erases;
            }

            connection[Sql.Commit].Run();
        }
        catch (Exception exception)
        {
            // Whatever it is: a writer that does not come back would keep everybody waiting for ever.
            Undo();
            return exception;
        }

        if (_shows)
        {
            EmptyLog();
        }

        return null;
    }

    /// <summary>
    /// What was erased is overwritten in the file, and its old pages leave the log beside it. Somebody who reads at
    /// this very moment, as a backup does, can keep them there: nobody waits for that, they leave when all readers here
    /// have gone, or after a later commit.
    /// </summary>
    private void EmptyLog()
    {
        try
        {
            connection.Wait(TimeSpan.Zero);
            _shows = connection.Number(Sql.EmptyWriteAheadLog) != 0;
        }
        catch (Exception exception) when (exception is SqliteJournalException or JournalFormatException)
        {
            // Committed it is all the same, and tried again after the next commit.
            _shows = true;
        }
        finally
        {
            connection.Wait(connection.Patience);
        }
    }

    private void Undo()
    {
        connection.Latest.Forget();
        try
        {
            if (connection.IsInTransaction)
            {
                connection[Sql.Rollback].Run();
            }
        }
        catch (Exception exception) when (exception is SqliteJournalException or JournalFormatException)
        {
            // A transaction that cannot be undone was never done: the next one begins without it, or says why not.
        }
    }
}
