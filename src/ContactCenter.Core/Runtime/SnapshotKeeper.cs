using ContactCenter.Floors;
using ContactCenter.Journals;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>Keeps the follower's state from time to time, so that recovery need not read the whole log.</summary>
internal sealed class SnapshotKeeper(IJournal journal, long epoch, int every, long last, ILogger logger)
{
    private long _last = last;

    /// <summary>Ends once the last one is kept. One at a time: those that fall due meanwhile wait for it.</summary>
    internal Task Kept { get; private set; } = Task.CompletedTask;

    /// <param name="link">The hash of the append that ends here; null within one, where no log can go on.</param>
    internal void Keep(Floor floor, byte[]? link)
    {
        if (link is not null && floor.Head - _last >= every && Kept.IsCompleted)
        {
            _last = floor.Head;
            Kept = WriteAsync(floor.Id, KeptSnapshot.Of(floor, link));
        }
    }

    private async Task WriteAsync(FloorId floor, JournalSnapshot snapshot)
    {
        try
        {
            if (!await journal.WriteSnapshotAsync(floor, epoch, snapshot, CancellationToken.None)
                .ConfigureAwait(false))
            {
                Log.SnapshotFailed(logger, floor, "replaced");
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Nothing is lost: the log is whole, and the next one is tried in its turn.
            Log.SnapshotFailed(logger, floor, exception.GetType().Name);
        }
    }
}
