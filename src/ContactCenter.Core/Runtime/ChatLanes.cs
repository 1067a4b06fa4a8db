namespace ContactCenter.Runtime;

/// <summary>One lane for each chat in which somebody is writing: whoever comes first goes first.</summary>
internal sealed class ChatLanes
{
    /// <summary>How many may wait in one lane; the next is told that the floor is busy.</summary>
    private const int MaxWaiting = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Lane> _lanes = [];
    private readonly Stack<Lane> _idle = new();

    /// <summary>Waits for the lane; false when too many wait in it already.</summary>
    internal ValueTask<bool> EnterAsync(long chat, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(chat, out var lane))
            {
                _lanes.Add(chat, _idle.TryPop(out var idle) ? idle : new Lane());
                return new(true);
            }

            // Whoever has given up waiting stands in nobody's way.
            return lane.Waiting.Count < MaxWaiting || lane.Waiting.Count(turn => !turn.Task.IsCompleted) < MaxWaiting
                ? lane.WaitAsync(cancellationToken)
                : new(false);
        }
    }

    /// <summary>Lets the next one in.</summary>
    internal void Leave(long chat)
    {
        lock (_gate)
        {
            var lane = _lanes[chat];
            if (lane.LetIn())
            {
                return;
            }

            _lanes.Remove(chat);
            if (_idle.Count < MaxWaiting)
            {
                _idle.Push(lane);
            }
        }
    }

    private sealed class Lane
    {
        internal Queue<TaskCompletionSource<bool>> Waiting { get; } = new();

        internal ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
        {
            var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            Waiting.Enqueue(turn);
            return new(cancellationToken.CanBeCanceled ? WaitAsync(turn, cancellationToken) : turn.Task);
        }

        internal bool LetIn()
        {
            while (Waiting.TryDequeue(out var next))
            {
                // Whoever has given up waiting is passed over.
                if (next.TrySetResult(true))
                {
                    return true;
                }
            }

            return false;
        }

        private static async Task<bool> WaitAsync(
            TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
        {
            using var giveUp = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
            return await turn.Task.ConfigureAwait(false);
        }
    }
}
