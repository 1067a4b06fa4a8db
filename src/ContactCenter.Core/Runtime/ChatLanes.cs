namespace ContactCenter.Runtime;

/// <summary>One lane for each chat in which somebody is writing: whoever comes first goes first.</summary>
internal sealed class ChatLanes
{
    /// <summary>How many may wait in one lane; the next is told that the floor is busy.</summary>
    private const int MaxWaiting = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Lane> _lanes = [];
    private readonly Stack<Lane> _idle = new();

    /// <summary>Waits for the lane; null when too many wait in it already.</summary>
    internal async ValueTask<Lane?> EnterAsync(long chat, CancellationToken cancellationToken)
    {
        var lane = Join(chat);
        if (lane is null || lane.Turn.Wait(0, CancellationToken.None))
        {
            return lane;
        }

        try
        {
            await lane.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            return lane;
        }
        catch
        {
            Part(lane);
            throw;
        }
    }

    internal void Leave(Lane lane)
    {
        lane.Turn.Release();
        Part(lane);
    }

    private Lane? Join(long chat)
    {
        lock (_gate)
        {
            if (!_lanes.TryGetValue(chat, out var lane))
            {
                lane = _idle.TryPop(out var idle) ? idle : new Lane();
                lane.Chat = chat;
                _lanes.Add(chat, lane);
            }

            if (lane.Users > MaxWaiting)
            {
                return null;
            }

            lane.Users++;
            return lane;
        }
    }

    private void Part(Lane lane)
    {
        lock (_gate)
        {
            if (--lane.Users == 0)
            {
                _lanes.Remove(lane.Chat);
                if (_idle.Count < MaxWaiting)
                {
                    _idle.Push(lane);
                }
            }
        }
    }

    internal sealed class Lane
    {
        internal SemaphoreSlim Turn { get; } = new(1);

        internal long Chat { get; set; }

        internal int Users { get; set; }
    }
}
