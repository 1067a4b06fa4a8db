namespace ContactCenter.Runtime;

/// <summary>
/// Knows since when the journal owes the writer an answer, and who goes on from there: the writer with the answer, or
/// whoever gives the journal up before it. Never both.
/// </summary>
/// <remarks>
/// Looks by a timer of its own, so that it also sees a journal that keeps the thread it is called on. The timer is set
/// once for many appends. Safe for any thread; one writer asks at a time.
/// </remarks>
internal sealed class JournalWatch : IAsyncDisposable
{
    private const long NotAsked = 0;
    private const long GivenUp = -1;

    private readonly TimeProvider _time;
    private readonly TimeProvider _machine;
    private readonly TimeSpan _patience;
    private readonly ITimer _timer;
    private long _asked;
    private long _returned;
    private long _askedAt;
    private int _isSet;

    /// <param name="time">What an answer that is owed is timed by.</param>
    /// <param name="machine">What a call that has not come back is timed by: its thread is at work.</param>
    /// <param name="patience">How long either may take.</param>
    internal JournalWatch(TimeProvider time, TimeProvider machine, TimeSpan patience)
    {
        (_time, _machine, _patience) = (time, machine, patience);
        _timer = time.CreateTimer(_ => Look(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The journal is not asked any more, by whoever it was given up.</summary>
    internal bool IsGivenUp => Volatile.Read(ref _asked) == GivenUp;

    /// <summary>Told once the journal was given up because it took too long; set before anything is asked.</summary>
    internal Action? Late { get; set; }

    /// <summary>The journal is about to be asked.</summary>
    /// <param name="asked">Names this question: the timestamp, and 1, so that it is above 0.</param>
    /// <returns>False where the journal was given up: it must not be asked any more.</returns>
    internal bool TryAsk(out long asked)
    {
        asked = _time.GetTimestamp() + 1;
        Volatile.Write(ref _askedAt, _machine.GetTimestamp());
        if (Interlocked.CompareExchange(ref _asked, asked, NotAsked) != NotAsked)
        {
            return false;
        }

        Set(_patience);
        return true;
    }

    /// <summary>The call of the journal has come back, and its answer has not: what it owes now is no work of a thread
    /// here.</summary>
    internal void Wait(long asked) => Volatile.Write(ref _returned, asked);

    /// <summary>The journal has answered.</summary>
    /// <returns>False where it was given up before: what the writer has in hand is no longer its own.</returns>
    internal bool TryAnswer(long asked) => Interlocked.CompareExchange(ref _asked, NotAsked, asked) == asked;

    /// <summary>Gives the journal up: it is not asked any more.</summary>
    /// <returns>Whether it owed an answer, so that the caller has what the writer had in hand.</returns>
    internal bool GiveUp()
    {
        while (true)
        {
            var asked = Volatile.Read(ref _asked);
            if (asked == GivenUp || Interlocked.CompareExchange(ref _asked, GivenUp, asked) == asked)
            {
                return asked > NotAsked;
            }
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look()
    {
        Interlocked.Exchange(ref _isSet, 0);
        var asked = Volatile.Read(ref _asked);
        if (asked <= NotAsked)
        {
            return;
        }

        var left = _patience - _time.GetElapsedTime(asked - 1);
        if (left <= TimeSpan.Zero && Volatile.Read(ref _returned) != asked)
        {
            // A thread at work lives by the machine's time, however fast a test lets the floor's own go by.
            left = _patience - _machine.GetElapsedTime(Volatile.Read(ref _askedAt));
        }

        if (left > TimeSpan.Zero)
        {
            Set(left);
        }
        else if (Interlocked.CompareExchange(ref _asked, GivenUp, asked) == asked)
        {
            Late?.Invoke();
        }
    }

    private void Set(TimeSpan wait)
    {
        if (Volatile.Read(ref _isSet) == 0 && Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            // A timer counts in whole milliseconds.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }
}
