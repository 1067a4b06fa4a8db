namespace ContactCenter.Runtime;

/// <content>How a run ends: because it is told to, or because its journal fails.</content>
internal sealed partial class FloorRun
{
    public ValueTask DisposeAsync() => new(StopAsync(CancellationToken.None));

    /// <summary>Answers what was admitted, and ends.</summary>
    /// <param name="giveUp">Ends without what the journal still owes: it is asked nothing more.</param>
    /// <exception cref="OperationCanceledException">It has ended, and the journal owed an answer.</exception>
    internal async Task StopAsync(CancellationToken giveUp)
    {
        Work.Dispose();
        _mailbox.Close();
        var allIsKnown = await _writer.EndAsync(giveUp).ConfigureAwait(false);
        Follower.Close();

        // The log is whole without the last snapshot.
        await _snapshots.Kept.WaitAsync(giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _bell.DisposeAsync().ConfigureAwait(false);
        await _watch.DisposeAsync().ConfigureAwait(false);
        await _pulse.DisposeAsync().ConfigureAwait(false);
        if (!allIsKnown)
        {
            Log.StoppedUnanswered(_runtime.Logger, _id);
            throw new OperationCanceledException(
                $"Floor {_id} has stopped before its journal had answered: what was being written may be in it or not.",
                giveUp);
        }

        Log.Stopped(_runtime.Logger, _id);
    }

    private void Failed(Exception exception)
    {
        HasFailed = true;
        Work.Dispose();

        // What a journal throws may say anything; what is thrown here says ids and numbers.
        var why = exception is FloorStoppedException ? $": {exception.Message}" : string.Empty;
        Log.Failed(_runtime.Logger, _id, exception.GetType().Name + why);
        Follower.Close();
    }
}
