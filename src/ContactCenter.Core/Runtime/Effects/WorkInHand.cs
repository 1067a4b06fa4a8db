namespace ContactCenter.Runtime;

/// <summary>
/// What is done outside the floor at the moment, so that whoever must know when all of it is done can. What rests until
/// time has passed is not at work; what has ended is done once the floor's copy has seen what it brought about.
/// </summary>
/// <remarks>Safe for any thread.</remarks>
internal sealed class WorkInHand(Follower follower, TimeProvider time) : IDisposable
{
    /// <summary>How long a step rests that has failed.</summary>
    internal static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(30);

#pragma warning disable CA2213 // cancelled, not disposed: work that is ending still holds on to it
    private readonly CancellationTokenSource _stopping = new();
#pragma warning restore CA2213
    private int _running;

    internal bool IsDone => Volatile.Read(ref _running) == 0;

    /// <summary>Fires when the floor stops, or has failed.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>Lets go of what is running; what was to be done stays pending in the floor's state.</summary>
    public void Dispose()
    {
        try
        {
            _stopping.Cancel();
        }
        catch (AggregateException)
        {
            // The host's code has hung something onto its token that throws: its own affair, and all were told.
        }
    }

    /// <summary>Begins something that nobody waits for, and never in the caller's own turn.</summary>
    /// <param name="work">What; cancelled when the floor stops, which is no failure.</param>
    /// <param name="failed">Told of every other end that it should not come to.</param>
    internal void Begin(Func<Task> work, Action<Exception> failed)
    {
        Interlocked.Increment(ref _running);
        _ = RunAsync(work, failed);
    }

    /// <summary>
    /// Lets time pass. The timer itself says when that is over, so that whoever moves a clock finds the work under way
    /// again.
    /// </summary>
    /// <exception cref="OperationCanceledException">There is nothing to rest for any more.</exception>
    internal async Task RestAsync(TimeSpan pause, CancellationToken end)
    {
        var isResting = 1;
        var woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = time.CreateTimer(_ => Wake(), null, pause, Timeout.InfiniteTimeSpan);
        using var stop = end.Register(Wake);
        Interlocked.Decrement(ref _running);
        await woken.Task.ConfigureAwait(false);
        end.ThrowIfCancellationRequested();

        void Wake()
        {
            if (Interlocked.Exchange(ref isResting, 0) == 1)
            {
                Interlocked.Increment(ref _running);
                woken.SetResult();
            }
        }
    }

    /// <summary>Does one step; where it fails, says so and rests before whoever asks tries it again.</summary>
    /// <exception cref="OperationCanceledException">The floor stops.</exception>
    internal async Task TryAsync(Func<Task> step, Action<Exception> failed)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failed(exception);
            await RestAsync(TryAgainAfter, Stopping).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(Func<Task> work, Action<Exception> failed)
    {
        // Whoever begins it, the follower most of all, must not wait for what ends without ever yielding.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The floor stops. What was to be done stays in its state, and is done when it starts again.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failed(exception);
        }
        finally
        {
            // What follows from it has begun, if anything does, before it is done itself.
            follower.Read(static _ => true);
            Interlocked.Decrement(ref _running);
        }
    }
}
