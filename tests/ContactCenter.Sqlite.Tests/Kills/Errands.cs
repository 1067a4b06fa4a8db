using ContactCenter.Runtime;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>Beside the chats customers are erased, the log is brought elsewhere, copies are made.</summary>
internal sealed class Errands(RunningFloor running, Ledger ledger, string folder)
{
    /// <summary>How many records there are between two copies.</summary>
    private const int Between = 400;

    /// <summary>Goes on until it is told that the floor has stopped.</summary>
    internal async Task RunAsync(CancellationToken gone)
    {
        var feed = new IntegrationFeed(running.Journal, "default", "warehouse", (one, _) =>
        {
            ledger.Note($"fed {one.Sequence} {one.Id}");
            return Task.CompletedTask;
        });
        try
        {
            await Task.WhenAll(feed.RunAsync(gone), CopyAsync(gone));
        }
        catch (OperationCanceledException)
        {
            // The floor has stopped.
        }
    }

    /// <summary>With every other contact of a lane the customer of the one before the last is erased.</summary>
    internal async Task AfterAsync(Step step)
    {
        var contact = step.Number / Step.OfContact;
        if (step.Begins && contact >= 2 && contact % 2 == 0)
        {
            var customer = (step with { Number = step.Number - (2 * Step.OfContact) }).Customer;
            ledger.Note($"erasing {customer}");
            if ((await running.Floor.History.EraseAsync(customer, Actor.Host, "on request")).IsAccepted)
            {
                ledger.Note($"erased {customer}");
            }
        }
    }

    private async Task CopyAsync(CancellationToken gone)
    {
        while (true)
        {
            var copy = Path.Combine(folder, $"{Guid.CreateVersion7():N}.copy");
            await running.Journal.BackupAsync(copy, gone);
            ledger.Note($"copied {copy}");
            var next = running.Floor.Run!.Acknowledged + Between;
            while (running.Floor.Run is { } run && run.Acknowledged < next)
            {
                await running.Journal.NextAppend.WaitAsync(gone);
            }
        }
    }
}
