using ContactCenter.Floors;
using ContactCenter.Journals;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>Keeps the follower's state from time to time, so that recovery need not read the whole log.</summary>
internal sealed class SnapshotKeeper(IJournal journal, int every, long last, ILogger logger)
{
    private long _last = last;

    internal async ValueTask KeepAsync(Floor floor)
    {
        if (floor.Head - _last < every)
        {
            return;
        }

        _last = floor.Head;
        try
        {
            var snapshot = new JournalSnapshot(floor.Head, SnapshotCodec.Write(floor));
            await journal.WriteSnapshotAsync(floor.Id, snapshot, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Nothing is lost: the log is whole, and the next one is tried in its turn.
            Log.SnapshotFailed(logger, floor.Id, exception.GetType().Name);
        }
    }
}
