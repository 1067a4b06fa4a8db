using System.Collections.Concurrent;

namespace ContactCenter.Sqlite;

/// <summary>Connections to read by: as many as read at the same time. They never wait for the writer.</summary>
internal sealed class Readers(Func<Connection> open) : IDisposable
{
    private readonly ConcurrentBag<Connection> _free = [];
    private bool _closed;

    internal T Read<T>(Func<Connection, T> read)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed), typeof(SqliteJournal));
        if (!_free.TryTake(out var connection))
        {
            connection = open();
        }

        try
        {
            return read(connection);
        }
        finally
        {
            _free.Add(connection);
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
