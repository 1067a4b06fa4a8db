using System.Collections.Concurrent;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Carries erasures out, a few contacts at a time: what is kept beside the log goes with the commit that says so, and
/// files right after it. Begun again after a crash; what is gone already is no fault.
/// </summary>
internal sealed class ErasureEffects(
    FloorId floor,
    IJournal journal,
    Follower follower,
    Func<long, CancellationToken, ValueTask> destroyFiles,
    Func<Command, Task<Answer>> admit,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    /// <summary>How many that are done are remembered, for whoever asked.</summary>
    private const int MaxDone = 1_000;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(30);

#pragma warning disable CA2213 // cancelled, not disposed: runs that are ending still hold on to it
    private readonly CancellationTokenSource _stopping = new();
#pragma warning restore CA2213
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Answer>> _done = new();
    private int _running;

    internal bool IsIdle => Volatile.Read(ref _running) == 0;

    /// <summary>Lets go of what is running; it stays pending in the floor's state.</summary>
    public void Dispose() => _stopping.Cancel();

    internal void Begin(long effect)
    {
        Interlocked.Increment(ref _running);
        _ = RunAsync(effect);
    }

    /// <summary>The last answer to an erasure; null where it was done so long ago that nobody remembers.</summary>
    internal async Task<Answer?> WhenDoneAsync(long effect, CancellationToken cancellationToken)
    {
        var isPending = follower.Read(state => state.Effects.ContainsKey(effect));
        if (!isPending)
        {
            return _done.TryGetValue(effect, out var done) && done.Task.IsCompletedSuccessfully
                ? await done.Task.ConfigureAwait(false)
                : null;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        return await Done(effect).Task.WaitAsync(end.Token).ConfigureAwait(false);
    }

    private TaskCompletionSource<Answer> Done(long effect) => _done.GetOrAdd(
        effect, _ => new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task RunAsync(long effect)
    {
        // The follower must not wait for it.
        await Task.Yield();
        try
        {
            var skip = 0;
            while (follower.Read(state => Find(state, effect)) is { } erasure)
            {
                try
                {
                    skip = await StepAsync(erasure, skip).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    Log.ErasureFailed(logger, floor, exception.GetType().Name);
                    await Task.Delay(TryAgainAfter, time, _stopping.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The floor stops. The effect stays in its state and is carried out when it starts again.
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private static Erasure? Find(Floor state, long effect) => state.Effects.GetValueOrDefault(effect) as Erasure;

    /// <returns>How many of the oldest contacts are under legal hold, and so passed over.</returns>
    private async Task<int> StepAsync(Erasure erasure, int skip)
    {
        foreach (var chat in erasure.Chats)
        {
            await destroyFiles(chat, _stopping.Token).ConfigureAwait(false);
        }

        var rows = erasure.IsPurge
            ? await journal.ReadClosedAsync(floor, erasure.Before, skip, EraseContacts.MaxChats, _stopping.Token)
                .ConfigureAwait(false)
            : await journal.ReadContactsAsync(
                floor, erasure.Customer, long.MaxValue, EraseContacts.MaxChats, _stopping.Token).ConfigureAwait(false);
        var free = erasure.IsPurge
            ? follower.Read(state => rows.Where(row => !state.OnHold.Contains(row.Customer)).ToArray())
            : [.. rows];
        var command = new EraseContacts(
            erasure.Number,
            [.. free.Select(row => new ErasedContact(row.Chat, row.Customer))],
            free.Sum(row => BatchCodec.ReadContact(floor, row).Lines),
            IsLast: rows.Count == 0);

        var answer = await admit(command).ConfigureAwait(false);
        while (answer.Rejection == Rejections.Busy && !_stopping.IsCancellationRequested)
        {
            await Task.Yield();
            answer = await admit(command).ConfigureAwait(false);
        }

        if (answer.Rejection is null && command.IsLast)
        {
            Finish(erasure, answer);
        }

        // What was held meanwhile is read again, and passed over then.
        return answer.Rejection is null ? skip + rows.Count - free.Length : skip;
    }

    private void Finish(Erasure erasure, Answer answer)
    {
        if (erasure.IsPurge)
        {
            return;
        }

        Done(erasure.Number).TrySetResult(answer);
        if (_done.Count > MaxDone)
        {
            _done.TryRemove(_done.Keys.Min(), out _);
        }
    }
}
