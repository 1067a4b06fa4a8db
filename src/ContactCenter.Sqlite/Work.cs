namespace ContactCenter.Sqlite;

/// <summary>Something for the writer to do within a transaction; its task ends once that is durable.</summary>
internal abstract class Work
{
    /// <summary>Does it; what it finds out it keeps for <see cref="Done"/>.</summary>
    internal abstract void Do(Connection connection);

    /// <summary>It is durable: whoever waits is told.</summary>
    internal abstract void Done();

    /// <summary>Nothing of it was written.</summary>
    internal abstract void Failed(Exception exception);

    /// <summary>Something was erased: not even the log of the file may still show it.</summary>
    internal virtual bool Erases => false;
}

/// <summary>The same with an answer.</summary>
internal sealed class Work<T>(Func<Connection, T> work, Action? done, bool erases) : Work
{
    // Whoever waits goes on elsewhere: the writer has the next commit to make.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;

    internal Task<T> Task => _done.Task;

    internal override bool Erases => erases;

    internal override void Do(Connection connection) => _answer = work(connection);

    internal override void Done()
    {
        done?.Invoke();
        _done.TrySetResult(_answer!);
    }

    internal override void Failed(Exception exception) => _done.TrySetException(exception);
}
