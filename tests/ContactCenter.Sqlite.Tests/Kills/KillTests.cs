namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>A process that works a floor is killed at random moments, and started again on the same file.</summary>
public sealed class KillTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly Ledger _ledger = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Whatever_was_acknowledged_outlives_every_kill()
    {
        var kills = Environment.GetEnvironmentVariable("CONTACTCENTER_LONG") == "1" ? 50 : 6;
        var dice = new Random(20261129);
        for (var kill = 0; kill < kills; kill++)
        {
            using var worker = new Worker(_file.Path, _ledger);

            // Every third while it is still reading what the one before has left.
            if (kill % 3 == 2)
            {
                Assert.Equal(Program.Opening, worker.HearWord());
            }
            else
            {
                worker.HearAcknowledged(dice.Next(1, 400));
            }

            worker.Kill();
            Proof.HoldsNoCard(_file.Path);
        }

        Assert.True(_ledger.Chats.Count() > kills, $"{_ledger.Chats.Count()} chats");
        await Proof.HoldsAsync(_file.Path, _ledger);
    }

    [Fact]
    public async Task Who_was_frozen_while_another_took_over_writes_nothing_more_and_says_so()
    {
        using var frozen = new Worker(_file.Path, _ledger);
        frozen.HearAcknowledged(200);
        await using var heir = await TakeOverAsync(frozen);

        frozen.Thaw();
        Assert.Equal(Program.Stopped, frozen.HearWord());
        frozen.Kill();
        await Proof.HoldsAsync(heir, _ledger);
        Proof.HoldsNoCard(_file.Path);
    }

    /// <summary>
    /// Who is frozen in the midst of a commit keeps the file locked: then nobody takes over, and it is told so.
    /// </summary>
    private async Task<RunningFloor> TakeOverAsync(Worker frozen)
    {
        while (true)
        {
            frozen.Freeze();
            try
            {
                return await RunningFloor.StartAsync(
                    _file.Path, Program.SnapshotEvery, lockTimeout: TimeSpan.FromMilliseconds(50));
            }
            catch (SqliteJournalException locked)
            {
                Assert.Equal(5, locked.Code & 0xFF);
            }

            frozen.Thaw();
            frozen.HearAcknowledged(7);
        }
    }
}
