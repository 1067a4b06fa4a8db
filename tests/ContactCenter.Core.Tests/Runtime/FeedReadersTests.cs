using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>Readers that fail, stop or are stopped, beside others that go on.</summary>
public sealed class FeedReadersTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_reader_that_throws_harms_nobody()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var other = await FeedReader.BeginAsync(floor.Host, Mina);
        await Assert.ThrowsAsync<NotSupportedException>(async () =>
        {
            await foreach (var _ in floor.Host.Feeds.SubscribeAsync(Mina))
            {
                throw new NotSupportedException();
            }
        });

        Assert.True((await floor.Host.Agents.SignInAsync("mina")).IsAccepted);
        Assert.IsType<AgentShown>(Assert.Single(await other.DeltasAsync()));
    }

    [Fact, Pain(88)]
    public async Task A_reader_that_stops_reading_harms_nobody()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new FloorLimits { FeedBuffer = 4 });
        await using var stopped = await FeedReader.BeginAsync(floor.Host, Mina);
        await using var other = await FeedReader.BeginAsync(floor.Host, Mina);
        await floor.Host.Agents.SignInAsync("mina");
        await other.DeltasAsync();
        for (var round = 0; round < 100; round++)
        {
            Assert.True((await floor.Host.Agents.SetIdleAsync("mina", "lunch")).IsAccepted);
            Assert.IsType<AgentShown>(Assert.Single(await other.DeltasAsync()));
            Assert.True((await floor.Host.Agents.SetAvailableAsync("mina")).IsAccepted);
            Assert.IsType<AgentShown>(Assert.Single(await other.DeltasAsync()));
        }
    }

    [Fact]
    public async Task A_feed_ends_when_the_floor_stops_with_all_that_was_acknowledged_before()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var boss = await FeedReader.BeginAsync(floor.Host, Boss);
        await floor.AvailableAsync("mina");
        await floor.Host.StopAsync();

        var rest = await boss.RestAsync();
        Assert.Equal(
            [Availability.Idle, Availability.Available],
            rest.SelectMany(batch => batch.Items).Cast<AgentShown>().Select(agent => agent.Availability));
    }

    [Fact]
    public async Task A_reader_who_waits_is_told_when_the_floor_stops()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var ana = await FeedReader.BeginAsync(floor.Host, Ana);
        var rest = ana.RestAsync();
        Assert.False(rest.IsCompleted);

        await floor.Host.StopAsync();
        Assert.Empty(await rest);
    }

    [Fact]
    public async Task The_feed_of_an_owner_that_was_replaced_ends()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var mina = await FeedReader.BeginAsync(floor.Host, Mina);
        await using var second = floor.Another();
        await second.StartAsync();
        Assert.True((await floor.Host.Agents.SignInAsync("mina")).IsUnknown);

        Assert.Empty(await mina.RestAsync());
    }

    [Fact]
    public async Task A_reader_who_is_stopped_is_let_go_at_once()
    {
        await using var floor = await RunningFloor.StartAsync();
        using var stop = new CancellationTokenSource();
        await using var feed = floor.Host.Feeds.SubscribeAsync(Mina, null, stop.Token).GetAsyncEnumerator();
        Assert.True(await feed.MoveNextAsync());
        var next = feed.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Hang));
        Assert.True((await floor.Host.Agents.SignInAsync("mina")).IsAccepted);
    }

    [Fact]
    public async Task Whoever_the_floor_does_not_know_is_shown_nothing_and_may_wait()
    {
        await using var floor = await RunningFloor.StartAsync();
        await using var zoe = new FeedReader(floor.Host, Actor.Agent("zoe"));
        Assert.Empty((await zoe.NextAsync()).Items);
        var rest = zoe.RestAsync();
        await floor.AvailableAsync("mina");
        await floor.StartedAsync("ana");
        await floor.Host.StopAsync();

        Assert.Empty(await rest);
    }
}
