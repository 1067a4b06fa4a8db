using System.Runtime.InteropServices;

namespace ContactCenter.Runtime;

/// <summary>One lane for each chat in which somebody is writing: whoever comes first goes first.</summary>
internal sealed class ChatLanes
{
    /// <summary>How many may wait in one lane; the next is told that the floor is busy.</summary>
    private const int MaxWaiting = 64;

    private readonly Lock _gate = new();

    // Hardly anybody waits: a lane that is taken has no line before somebody does.
    private readonly Dictionary<long, Queue<TaskCompletionSource<bool>>?> _lanes = [];

    /// <summary>Waits for the lane; false when too many wait in it already.</summary>
    internal ValueTask<bool> EnterAsync(long chat, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(_lanes, chat, out var isTaken);
            if (!isTaken)
            {
                return new(true);
            }

            // Whoever has given up waiting stands in nobody's way.
            line ??= new Queue<TaskCompletionSource<bool>>();
            return line.Count < MaxWaiting || line.Count(turn => !turn.Task.IsCompleted) < MaxWaiting
                ? WaitAsync(line, cancellationToken)
                : new(false);
        }
    }

    /// <summary>Lets the next one in.</summary>
    internal void Leave(long chat)
    {
        lock (_gate)
        {
            _lanes.Remove(chat, out var line);
            if (line is not null && LetIn(line))
            {
                _lanes.Add(chat, line);
            }
        }
    }

    private static ValueTask<bool> WaitAsync(
        Queue<TaskCompletionSource<bool>> line, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        line.Enqueue(turn);
        return new(cancellationToken.CanBeCanceled ? WaitAsync(turn, cancellationToken) : turn.Task);
    }

    private static bool LetIn(Queue<TaskCompletionSource<bool>> line)
    {
        while (line.TryDequeue(out var next))
        {
            // Whoever has given up waiting is passed over.
            if (next.TrySetResult(true))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> WaitAsync(TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        using var giveUp = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        return await turn.Task.ConfigureAwait(false);
    }
}
