namespace ContactCenter.Tests.Simulation.Hosted;

/// <summary>What a floor keeps for those who read its feeds, by the log and its bounds alone.</summary>
/// <param name="buffer">How many batches wait for one reader.</param>
/// <param name="history">How much that was shown is kept for whoever comes back.</param>
internal sealed class FeedKeeping(int buffer, int history)
{
    private readonly Queue<long> _kept = [];
    private long _epoch;
    private long _completeAfter;

    internal int Buffer => buffer;

    internal int History => history;

    /// <summary>Where the journal ends, whatever it has answered.</summary>
    internal long Written { get; set; }

    /// <summary>Whoever comes back with a later position of this epoch needs no snapshot.</summary>
    internal long CompleteAfter(long epoch) => epoch == _epoch ? _completeAfter : long.MaxValue;

    /// <summary>Another owner begins, who has shown nothing yet.</summary>
    internal void Begin(long epoch, long head)
    {
        if (epoch != _epoch)
        {
            (_epoch, _completeAfter) = (epoch, head);
            _kept.Clear();
        }
    }

    internal void Note(Commit commit)
    {
        if (commit.Forgets)
        {
            _kept.Clear();
            _completeAfter = commit.Sequence;
        }

        for (var one = 0; one < commit.Shown; one++)
        {
            _kept.Enqueue(commit.Sequence);
            if (_kept.Count > history)
            {
                _completeAfter = Math.Max(_completeAfter, _kept.Dequeue());
            }
        }
    }
}
