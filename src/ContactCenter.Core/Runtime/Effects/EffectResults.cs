using System.Collections.Concurrent;

namespace ContactCenter.Runtime;

/// <summary>What effects have come to, for whoever asked for them; the last thousand are remembered.</summary>
/// <remarks>Safe for any thread.</remarks>
internal sealed class EffectResults<T>(Follower follower, WorkInHand work)
    where T : struct
{
    private const int MaxDone = 1_000;

    private readonly ConcurrentDictionary<long, TaskCompletionSource<T>> _done = new();

    internal void Begin(long effect) => Of(effect);

    /// <summary>Nobody asked for it.</summary>
    internal void Forget(long effect) => _done.TryRemove(effect, out _);

    internal void Finish(long effect, T result)
    {
        Of(effect).TrySetResult(result);
        if (_done.Count > MaxDone)
        {
            _done.TryRemove(_done.Keys.Min(), out _);
        }
    }

    /// <summary>What an effect came to; null where it was done so long ago that nobody remembers.</summary>
    internal async Task<T?> WhenDoneAsync(long effect, CancellationToken cancellationToken)
    {
        // Known from the moment it is begun; forgotten once so many have been done after it.
        follower.Read(static _ => true);
        if (!_done.TryGetValue(effect, out var done))
        {
            return null;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, work.Stopping);
        return await done.Task.WaitAsync(end.Token).ConfigureAwait(false);
    }

    private TaskCompletionSource<T> Of(long effect) => _done.GetOrAdd(
        effect, static _ => new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously));
}
