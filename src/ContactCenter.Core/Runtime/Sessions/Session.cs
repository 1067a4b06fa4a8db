using ContactCenter.Sessions;

namespace ContactCenter.Runtime;

/// <summary>One connection of one party, from open to lost.</summary>
/// <remarks>
/// Disposing it, or being silent for too long, is a lost connection: it begins the grace period and signs nobody out.
/// Safe for any thread.
/// </remarks>
public sealed class Session : IAsyncDisposable
{
    private readonly FloorRun _run;
    private readonly TimeSpan? _silence;
    private readonly ITimer? _lease;
    private int _closed;

    internal Session(FloorHost host, FloorRun run, Actor actor, long number, SessionOptions? options)
    {
        (Host, _run, Actor, Number, _silence) = (host, run, actor, number, options?.Silence);
        if (_silence is { } silence && number > 0)
        {
            _lease = run.Time.CreateTimer(
                static session => _ = ((Session)session!).LoseAsync(), this, silence, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Who it belongs to.</summary>
    public Actor Actor { get; }

    /// <summary>Its number, as feed items name it; 0 for a supervisor or the host.</summary>
    public long Number { get; }

    /// <summary>Nothing more is asked through it: it was lost, replaced, or its agent is signed out.</summary>
    public bool IsClosed => Volatile.Read(ref _closed) != 0 || (Host.Run is { } run && run != _run);

    /// <summary>Why the floor closed it; null while it is open, and where it was lost.</summary>
    public SessionEnd? Ended { get; private set; }

    internal FloorHost Host { get; }

    /// <summary>A sign of life: the silence begins anew. Every wire verb is one too.</summary>
    public void Heartbeat()
    {
        if (_silence is { } silence && !IsClosed)
        {
            _lease?.Change(silence, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The connection is gone: the grace period begins, if it was the last.</summary>
    public async ValueTask DisposeAsync()
    {
        await LoseAsync().ConfigureAwait(false);
        if (_lease is not null)
        {
            await _lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The floor has closed it.</summary>
    internal void Close(SessionEnd? cause)
    {
        Ended = cause;
        Volatile.Write(ref _closed, 1);
        _lease?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private async Task LoseAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0 && Number > 0)
        {
            await _run.LoseAsync(Actor, Number).ConfigureAwait(false);
        }
    }
}
