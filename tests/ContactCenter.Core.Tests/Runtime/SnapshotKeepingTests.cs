using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

public sealed class SnapshotKeepingTests
{
    [Fact]
    public async Task A_snapshot_lets_the_log_before_it_go_and_the_floor_comes_back_from_it()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { SnapshotEvery = 10 });
        var chat = await floor.StartedAsync("ana");
        for (var message = 0; message < 25; message++)
        {
            await floor.SaidAsync(chat, Ana, $"{message}");
            Assert.Equal(message + 2, (await floor.Host.Chats.StateAsync(chat, Ana)).Value.LastLine);
        }

        var before = floor.Snapshot();
        await floor.Host.StopAsync();
        var snapshot = (await floor.Journal.ReadSnapshotAsync("floor", default))!;
        var records = await floor.Journal.RecordsAsync("floor");
        Assert.Equal(20, snapshot.Sequence);
        Assert.Equal(
            Enumerable.Range(21, 7).Select(sequence => (long)sequence),
            records.Select(record => record.Sequence));

        await floor.Host.StartAsync();
        Assert.Equal(before, floor.Snapshot());
        Assert.Equal(27, (await floor.SaidAsync(chat, Ana, "one more")).Sequence);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_kept_harms_nobody()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { SnapshotEvery = 2 });
        floor.Journal.RefusesSnapshots = true;
        var chat = await floor.StartedAsync("ana");
        for (var message = 0; message < 5; message++)
        {
            await floor.SaidAsync(chat, Ana, $"{message}");
        }

        var before = floor.Snapshot();
        Assert.Contains("Warning A snapshot of floor floor could not be kept (IOException). ", floor.Log.Lines);
        await floor.RestartAsync();
        Assert.Equal(before, floor.Snapshot());
        Assert.Equal(5, (await floor.MessagesAsync(chat)).Count);
    }

    [Fact]
    public async Task A_floor_that_stops_waits_for_its_last_snapshot()
    {
        var gate = new Gate();
        await using var floor = await RunningFloor.WithLimitsAsync(new() { SnapshotEvery = 2 });
        floor.Journal.OnSnapshot = async keep =>
        {
            await gate.PassAsync();
            return await keep();
        };
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "hello");

        var stopping = floor.Host.StopAsync();
        await gate.Reached;
        Assert.False(stopping.IsCompleted);
        gate.Open();
        await stopping;
        Assert.NotNull(await floor.Journal.ReadSnapshotAsync("floor", default));
    }

    [Fact]
    public async Task A_floor_starts_though_a_snapshot_is_kept_at_that_very_moment()
    {
        Func<ValueTask<bool>> late = () => new(false);
        await using var floor = await RunningFloor.WithLimitsAsync(new() { SnapshotEvery = 5 });
        floor.Journal.OnSnapshot = keep =>
        {
            late = keep;
            return new(true);
        };
        var chat = await floor.StartedAsync("ana");
        for (var message = 0; message < 7; message++)
        {
            await floor.SaidAsync(chat, Ana, $"{message}");
            await floor.StateAsync(chat);
        }

        var before = floor.Snapshot();
        await floor.Host.StopAsync();
        floor.Journal.AfterSnapshotRead = async () => Assert.True(await late());
        await floor.Host.StartAsync();
        Assert.Equal(before, floor.Snapshot());
        Assert.Equal(5, (await floor.Journal.ReadSnapshotAsync("floor", default))!.Sequence);
    }
}
