using System.Collections.Concurrent;

namespace ContactCenter.Sqlite;

/// <summary>Connections to read by: as many as read at the same time. They never wait for the writer.</summary>
/// <param name="open">Opens one more.</param>
/// <param name="gone">Told whenever nobody reads any more.</param>
internal sealed class Readers(Func<Connection> open, Action gone) : IDisposable
{
    private readonly ConcurrentBag<Connection> _free = [];
    private int _reading;
    private bool _closed;

    internal T Read<T>(Func<Connection, T> read)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed), typeof(SqliteJournal));
        if (!_free.TryTake(out var connection))
        {
            connection = open();
        }

        Interlocked.Increment(ref _reading);
        try
        {
            return read(connection);
        }
        finally
        {
            _free.Add(connection);
            if (Interlocked.Decrement(ref _reading) == 0)
            {
                gone();
            }

            if (Volatile.Read(ref _closed))
            {
                Close();
            }
        }
    }

    public void Dispose()
    {
        Volatile.Write(ref _closed, true);
        Close();
    }

    private void Close()
    {
        while (_free.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
