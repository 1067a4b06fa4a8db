using ContactCenter.Journals;
using ContactCenter.Tests.Canaries;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>
/// A process is killed while it also erases customers, brings the log elsewhere and makes copies; with a key for each
/// contact and without.
/// </summary>
public sealed class ErrandTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly JournalFile _keys = new();
    private readonly JournalFile _copies = new();
    private readonly Ledger _ledger = new();

    public void Dispose()
    {
        _file.Dispose();
        _keys.Dispose();
        _copies.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_erased_fed_and_copied_is_true_after_every_kill(bool hasKeys)
    {
        var kills = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1" ? 20 : 3;
        var dice = new Random(20261130);
        var keys = hasKeys ? _keys.Path : null;
        for (var kill = 0; kill < kills; kill++)
        {
            using var worker = new Worker(_file.Path, _ledger, errands: _copies.In(""), keys: keys);
            worker.HearAcknowledged(dice.Next(500, 900));
            worker.Kill();
            Proof.HoldsNoCard(_file.Path);
        }

        Assert.True(_ledger.Erased.Count > 3, $"{_ledger.Erased.Count} erased");
        Assert.True(_ledger.Fed.Count > 200, $"{_ledger.Fed.Count} fed");
        Assert.NotEmpty(_ledger.Copies);
        await using (var running = await RunningFloor.StartAsync(_file.Path, Program.SnapshotEvery, keys: keys))
        {
            await Proof.HoldsAsync(running, _ledger);
            await IsFedAsync(running);
        }

        await AreCopiesTrueAsync(keys);
        Proof.HoldsNoCard(_file.Path);
        foreach (var step in _ledger.Chats.SelectMany(_ledger.SaidIn).Select(said => said.Step))
        {
            // The words of the first lanes are also the ends of the tenth's and the eleventh's.
            var isGone = hasKeys || (step.Lane > 1 && _ledger.Erased.Contains(step.Customer));
            Assert.False(isGone && _file.Holds(step.Words), $"'{step.Words}' is on the disk");
        }

        if (hasKeys)
        {
            AreKeysGone();
        }
    }

    /// <summary>Each record at least once, by the id that it has in the log; none that is not there.</summary>
    private async Task IsFedAsync(RunningFloor running)
    {
        var (ids, head) = (new Dictionary<long, string>(), running.Floor.Run!.Acknowledged);
        using var all = new CancellationTokenSource();
        var feed = new IntegrationFeed(running.Journal, "default", "proof", async (one, _) =>
        {
            ids[one.Sequence] = one.Id;
            await (one.Sequence == head ? all.CancelAsync() : Task.CompletedTask);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feed.RunAsync(all.Token));
        Assert.Equal(
            Enumerable.Range(1, _ledger.Fed.Count).Select(number => ((long)number, ids[number])),
            _ledger.Fed.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
        Assert.InRange(running.Journal.ReadFeed("default", "warehouse"), 1, _ledger.Fed.Count);
    }

    private async Task AreCopiesTrueAsync(string? keys)
    {
        foreach (var copy in _ledger.Copies)
        {
            var restored = _copies.In("restored.db");
            using var ring = keys is null ? null : new SqliteKeyRing(keys);
            await SqliteJournal.RestoreAsync(copy, restored, ring);
            using var journal = new SqliteJournal(restored);
            var check = ring is null
                ? await JournalCheck.RunAsync(journal, "default")
                : await JournalCheck.RunAsync(journal, "default", ring);
            Assert.Empty(check.Faults);
            Assert.Null(Needles.In(JournalFile.Read(copy)));
        }
    }

    private void AreKeysGone()
    {
        using var connection = new Connection(_keys.Path, TimeSpan.Zero);
        foreach (var chat in _ledger.Chats)
        {
            var left = connection.Number($"SELECT length(key) FROM key WHERE chat = {chat.Number}");
            var isErased = _ledger.SaidIn(chat).Any(said => _ledger.Erased.Contains(said.Step.Customer));
            Assert.True(!isErased || left == 0, $"the key of {chat}");
        }
    }
}
