namespace ContactCenter.Runtime;

/// <summary>
/// How many files of one chat are scanned at a time: one chat whose files make scanners hang must not take the places
/// of all others.
/// </summary>
/// <remarks>A turn lasts until its scanners have really ended, whoever has given up waiting for them.</remarks>
internal sealed class ScanTurns
{
    private const int OfOneChat = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Places> _chats = [];

    /// <summary>Waits for a turn.</summary>
    internal async ValueTask<Turn> EnterAsync(long chat, CancellationToken cancellationToken)
    {
        Places places;
        lock (_gate)
        {
            if (!_chats.TryGetValue(chat, out var known))
            {
                _chats.Add(chat, known = new Places());
            }

            places = known;
            places.Users++;
        }

        try
        {
            await places.Free.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new Turn(this, chat, places);
        }
        catch (OperationCanceledException)
        {
            Leave(chat, places);
            throw;
        }
    }

    private void Leave(long chat, Places places)
    {
        lock (_gate)
        {
            if (--places.Users == 0)
            {
                _chats.Remove(chat);
            }
        }
    }

    /// <summary>A turn: over once it is disposed of and what holds it has ended.</summary>
    internal sealed class Turn(ScanTurns turns, long chat, Places places) : IAsyncDisposable
    {
        private int _holders = 1;

        /// <summary>Holds the turn until the work has ended.</summary>
        internal async ValueTask<T> HoldAsync<T>(Func<ValueTask<T>> work)
        {
            Interlocked.Increment(ref _holders);
            try
            {
                return await work().ConfigureAwait(false);
            }
            finally
            {
                Release();
            }
        }

        public ValueTask DisposeAsync()
        {
            Release();
            return ValueTask.CompletedTask;
        }

        private void Release()
        {
            if (Interlocked.Decrement(ref _holders) == 0)
            {
                places.Free.Release();
                turns.Leave(chat, places);
            }
        }
    }

    /// <summary>The places of one chat, and how many have one or wait for it.</summary>
    internal sealed class Places
    {
        internal SemaphoreSlim Free { get; } = new(OfOneChat);

        internal int Users { get; set; }
    }
}
