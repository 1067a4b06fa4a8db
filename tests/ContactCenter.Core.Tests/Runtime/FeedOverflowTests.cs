using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Wire;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>Readers who are slower than the floor.</summary>
public sealed class FeedOverflowTests
{
    [Fact, Pain(91)]
    public async Task A_reader_whose_buffer_overflows_gets_a_resync_and_goes_on_from_it()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { FeedBuffer = 2 });
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        await floor.AvailableAsync("mina", "noor");
        await floor.StartedAsync("ana");
        await floor.Host.Run!.SettleAsync();

        Assert.IsType<AgentShown>(Assert.Single(await boss.DeltasAsync()));
        await boss.DeltasAsync();
        var resync = await boss.NextAsync();
        Assert.Equal(FeedBatchKind.Resync, resync.Kind);
        await using var fresh = new FeedReader(floor.Host, Boss);
        var snapshot = await fresh.NextAsync();
        Assert.Equal((snapshot.Position, snapshot.ServerTime), (resync.Position, resync.ServerTime));
        Assert.Equal(
            WireFormat.Serialize(snapshot with { Kind = FeedBatchKind.Resync }).ToArray(),
            WireFormat.Serialize(resync).ToArray());

        await floor.Host.Agents.SetIdleAsync("noor", "lunch");
        Assert.Contains(await boss.DeltasAsync(), item => item is AgentShown { IdleCode: "lunch" });
        await floor.Host.Agents.SetAvailableAsync("noor");
        Assert.Contains(await boss.DeltasAsync(), item => item is AgentShown { Availability: Availability.Available });
    }

    [Fact]
    public async Task A_reader_may_fall_behind_again_and_again()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { FeedBuffer = 1 });
        await using var mina = await FeedReader.BeginAsync(floor.Host, Mina);
        for (var round = 0; round < 3; round++)
        {
            await floor.AvailableAsync("mina");
            await floor.Host.Agents.SetIdleAsync("mina", "lunch");
            await floor.Host.Agents.SignOutAsync("mina");
            await floor.Host.Run!.SettleAsync();

            await mina.DeltasAsync();
            var resync = await mina.NextAsync();
            Assert.Equal(FeedBatchKind.Resync, resync.Kind);
            var shown = Assert.IsType<AgentShown>(Assert.Single(resync.Items));
            Assert.Equal(Availability.SignedOut, shown.Availability);
        }
    }

    [Fact]
    public async Task Nothing_that_a_resync_holds_comes_after_it()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { FeedBuffer = 1 });
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);

        // The floor goes on between the reader's last look into the buffer and its asking for a resync.
        var next = floor.WhileNothingIsShown(() => floor.AvailableAsync("mina", "noor"), boss.NextAsync);
        var positions = new List<FeedPosition> { (await next).Position };
        await floor.StartedAsync("ana");
        await floor.Host.StopAsync();
        positions.AddRange((await boss.RestAsync()).Select(batch => batch.Position));

        Assert.Equal(positions.OrderBy(position => position.Sequence).Distinct(), positions);
    }

    [Fact]
    public async Task A_reader_who_overflowed_before_the_floor_stopped_is_told_how_it_all_ended()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { FeedBuffer = 1 });
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        await floor.AvailableAsync("mina", "noor");
        await floor.Host.StopAsync();

        var rest = await boss.RestAsync();
        Assert.Equal([FeedBatchKind.Deltas, FeedBatchKind.Resync], rest.Select(batch => batch.Kind));
        Assert.All(
            rest[1].Items.OfType<AgentShown>(), agent => Assert.Equal(Availability.Available, agent.Availability));
    }
}

internal static class HeldUpFeeds
{
    /// <summary>Asks things whose commits are shown to nobody yet, and then reads.</summary>
    internal static T WhileNothingIsShown<T>(this RunningFloor floor, Func<Task> ask, Func<T> read) =>
        floor.Host.Run!.Follower.Read(_ =>
        {
            Task.Run(ask).GetAwaiter().GetResult();
            return read();
        });

    /// <summary>What a viewer gets who comes back with a position that needs no snapshot.</summary>
    internal static IReadOnlyList<FeedBatch> Missed(this RunningFloor floor, Actor viewer, FeedPosition from)
    {
        var (subscription, snapshot) = floor.Host.Run!.Follower.Attach(viewer, from);
        Assert.Null(snapshot);
        var missed = new List<FeedBatch>();
        while (subscription.TryTake(out var batch))
        {
            missed.Add(batch!);
        }

        return missed;
    }
}
