namespace ContactCenter.Runtime;

/// <summary>
/// Calls into the host's own code, which may hang and may pay no heed to being told to stop. Such a call is left
/// behind when its time is over, but it keeps its place until it ends, so that what hangs cannot pile up.
/// </summary>
/// <remarks>Safe for any thread.</remarks>
#pragma warning disable CA1001 // the places have no handle to give back, and calls that were left behind release theirs
internal sealed class HostCalls
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _places = new(64);

    /// <summary>Calls at once; once all places are taken, nobody waits for one.</summary>
    /// <param name="call">The call.</param>
    /// <param name="end">Fires when nobody waits for its answer any more.</param>
    /// <exception cref="TimeoutException">All places are taken.</exception>
    internal Task<T> NowAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken end) =>
        _places.Wait(0, CancellationToken.None)
            ? AnswerAsync(HoldAsync(call, end), end)
            : Task.FromException<T>(new TimeoutException("As many calls are left behind as may be."));

    /// <summary>Calls as soon as a place is free.</summary>
    /// <param name="call">The call; not made at all where no place is free in time.</param>
    /// <param name="end">Fires when nobody waits for a place, or for the answer, any more.</param>
    internal async Task<T> WhenFreeAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken end)
    {
        await _places.WaitAsync(end).ConfigureAwait(false);
        return await AnswerAsync(HoldAsync(call, end), end).ConfigureAwait(false);
    }

    private static Task<T> AnswerAsync<T>(Task<T> held, CancellationToken end)
    {
        // What a call throws that was left behind is nobody's business, and must not come up as unobserved.
        _ = held.ContinueWith(
            static late => late.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return held.WaitAsync(end);
    }

    private async Task<T> HoldAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken end)
    {
        try
        {
            // One that works without ever yielding must not keep the caller, nor a context that the caller came with.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return await call(end).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }
}
