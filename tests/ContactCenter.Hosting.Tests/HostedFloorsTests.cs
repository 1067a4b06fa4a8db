using ContactCenter.DependencyInjection;
using ContactCenter.Journals;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting.Tests;

public sealed class HostedFloorsTests
{
    [Fact]
    public async Task Floors_start_and_stop_with_the_host()
    {
        using var host = Build(centre => centre.AddFloor("seoul", Retail).AddHostedFloors());
        var floor = Floor(host, "seoul");
        Assert.Equal("not-running", (await floor.Agents.SignInAsync("mina")).Rejection?.Code);
        await host.StartAsync();
        Assert.True((await floor.Agents.SignInAsync("mina")).IsAccepted);
        await using var feed = floor.Feeds.SubscribeAsync(Actor.Agent("mina")).GetAsyncEnumerator();
        Assert.True(await feed.MoveNextAsync());
        await host.StopAsync();

        Assert.Equal("not-running", (await floor.Agents.SignOutAsync("mina")).Rejection?.Code);
        Assert.False(await feed.MoveNextAsync());
    }

    [Fact]
    public async Task A_floor_stops_although_the_time_for_shutdown_is_over()
    {
        using var host = Build(centre => centre.AddFloor("seoul", Retail).AddHostedFloors());
        await host.StartAsync();
        foreach (var service in host.Services.GetServices<IHostedService>())
        {
            await service.StopAsync(new CancellationToken(canceled: true));
        }

        Assert.Equal("not-running", (await Floor(host, "seoul").Agents.SignInAsync("mina")).Rejection?.Code);
    }

    [Fact]
    public async Task What_a_floor_knew_is_there_when_the_next_host_starts_it()
    {
        var journal = new InMemoryJournal();
        for (var run = 1; run <= 2; run++)
        {
            using var host = Build(
                centre => centre.AddFloor("seoul", Retail).UseJournal(_ => journal).AddHostedFloors());
            await host.StartAsync();
            var chat = await Floor(host, "seoul").Chats.StartAsync(
                new StartChat { Queue = "cards", Customer = "c-77" });
            Assert.Equal($"seoul/chat-{run}", chat.ValueOrThrow().Id.ToString());
            await host.StopAsync();
        }
    }

    [Fact]
    public async Task Two_floors_start_in_the_order_in_which_they_were_added_and_stop_in_reverse()
    {
        var (journal, log) = (new WatchedJournal(), new LogKeeper());
        using var host = Build(
            centre => centre.AddFloor("seoul", Retail).AddFloor("busan", Retail)
                .UseJournal(_ => journal).AddHostedFloors().AddHostedFloors(),
            log);
        await host.StartAsync();
        Assert.Equal(["seoul", "busan"], journal.Opened);
        await Floor(host, "seoul").Agents.SignInAsync("mina");
        Assert.True((await Floor(host, "busan").Agents.SignOutAsync("mina")).IsRejected);
        var before = log.Lines.Count;
        await host.StopAsync();

        string[] stopped = [.. log.Lines.Skip(before)
            .SelectMany(line => new[] { "seoul", "busan" }.Where(id => line.Contains(id, StringComparison.Ordinal)))];
        Assert.Equal(["busan", "seoul"], stopped);
    }

    [Fact]
    public async Task A_floor_that_cannot_start_stops_those_that_had_and_the_host_does_not_start()
    {
        var journal = new WatchedJournal(refused: "busan");
        using var host = Build(centre => centre.AddFloor("seoul", Retail).AddFloor("busan", Retail)
            .AddFloor("jeju", Retail).UseJournal(_ => journal).AddHostedFloors());

        var failure = await Assert.ThrowsAsync<IOException>(() => host.StartAsync());
        Assert.Contains("busan", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["seoul"], journal.Opened);
        Assert.Equal("not-running", (await Floor(host, "seoul").Agents.SignInAsync("mina")).Rejection?.Code);
    }

    [Fact]
    public async Task A_host_whose_options_cannot_hold_does_not_start_and_names_all_faults_at_once()
    {
        var journal = new WatchedJournal();
        using var host = Build(centre => centre
            .AddFloor("seoul", floor =>
            {
                floor.AddQueue("cards", queue => queue.OfferTimeout = TimeSpan.Zero);
                floor.AddAgent("mina", agent => agent.Serves("loans").ChatCapacity = 6);
                floor.Limits.FeedBuffer = 0;
            })
            .UseJournal(_ => journal)
            .AddHostedFloors());

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal(
            [
                "Floor seoul: queue cards: offer timeout 00:00:00 is not 1 s to 1 h.",
                "Floor seoul: agent mina serves queue loans, which is not there.",
                "Floor seoul: agent mina: Chat capacity 6 is not 0 to 5.",
                "Floor seoul: FeedBuffer 0 is not 1 to 100000.",
            ],
            refused.Failures);
        Assert.Empty(journal.Opened);
    }

    [Fact]
    public async Task The_faults_of_two_floors_are_named_at_once()
    {
        using var host = Build(centre => centre
            .AddFloor("seoul", floor => floor.MaxLines = 0)
            .AddFloor("busan", floor => floor.Limits.SnapshotEvery = 0)
            .AddHostedFloors());

        var refused = await Assert.ThrowsAnyAsync<AggregateException>(() => host.StartAsync());
        Assert.Equal(
            [
                "Floor seoul: lines of a chat 0 is not 1 to 10000000.",
                "Floor busan: SnapshotEvery 0 is not 1 to 10000000.",
            ],
            refused.InnerExceptions.Cast<OptionsValidationException>().SelectMany(floor => floor.Failures));
    }

    [Fact]
    public async Task A_host_without_floors_starts()
    {
        using var host = Build(centre => centre.AddHostedFloors());
        await host.StartAsync();
        await host.StopAsync();
    }

    private static void Retail(FloorOptions floor) =>
        floor.AddQueue("cards").AddAgent("mina", agent => agent.Serves("cards"));

    private static FloorHost Floor(IHost host, string id) => host.Services.GetRequiredKeyedService<FloorHost>(id);

    private static IHost Build(Action<IContactCenterBuilder> describe, LogKeeper? log = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        describe(builder.Services.AddContactCenter());
        return builder.Build();
    }
}
