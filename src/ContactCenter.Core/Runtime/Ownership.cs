using ContactCenter.Journals;

namespace ContactCenter.Runtime;

/// <summary>
/// Whether a run still owns its floor. Each append proves it; before an answer that appends nothing the journal is
/// asked for its epoch, unless it was proved a moment ago.
/// </summary>
/// <param name="floor">The floor.</param>
/// <param name="epoch">The run's own.</param>
/// <param name="journal">Where the epoch is.</param>
/// <param name="trust">How long a proof lasts, from when it was asked for.</param>
/// <param name="time">What it is measured by.</param>
/// <param name="opened">When the floor was taken over, or before.</param>
/// <param name="replaced">Told once another owner has been found.</param>
/// <remarks>Safe for any thread. Many who ask at once are one question to the journal.</remarks>
internal sealed class Ownership(
    FloorId floor, long epoch, IJournal journal, TimeSpan trust, TimeProvider time, long opened, Action replaced)
{
    private long _proved = opened;
    private Task<bool>? _asking;
    private volatile bool _isLost;

    /// <summary>An answer may be given without asking.</summary>
    internal bool IsTrusted => !_isLost && time.GetElapsedTime(Volatile.Read(ref _proved)) < trust;

    /// <summary>What was asked of the journal then has proved it.</summary>
    internal void Prove(long asked) => Volatile.Write(ref _proved, asked);

    /// <summary>Whether the run owns the floor. What the journal throws is thrown: then nobody knows.</summary>
    internal ValueTask<bool> HoldsAsync() => IsTrusted ? new(true) : _isLost ? new(false) : new(AskOnceAsync());

    /// <summary>Null where the run owns the floor; otherwise it answers nothing but this.</summary>
    internal async ValueTask<Rejection?> RefusalAsync() =>
        IsTrusted || await HoldsAsync().ConfigureAwait(false) ? null : Rejections.NotRunning;

    private Task<bool> AskOnceAsync()
    {
        var asking = Volatile.Read(ref _asking);
        if (asking is { IsCompleted: false })
        {
            return asking;
        }

        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.CompareExchange(ref _asking, mine.Task, asking) is { } other && other != asking)
        {
            return other;
        }

        _ = AskAsync(mine);
        return mine.Task;
    }

    private async Task AskAsync(TaskCompletionSource<bool> answer)
    {
        try
        {
            var asked = time.GetTimestamp();
            var head = await journal.ReadHeadAsync(floor, CancellationToken.None).ConfigureAwait(false);
            if (head.Epoch == epoch)
            {
                Prove(asked);
                answer.SetResult(true);
                return;
            }

            if (!_isLost)
            {
                _isLost = true;
                replaced();
            }

            answer.SetResult(false);
        }
        catch (Exception exception)
        {
            answer.TrySetException(exception);
        }
    }
}
