using ContactCenter.DependencyInjection;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Hosting.Tests;

public sealed class ConfigurationReloadTests
{
    private const string First = """
        "Queues": { "cards": { "WhenRemoved": "MoveTo", "ReplacedBy": "loans" }, "loans": {} },
        "Agents": { "mina": { "Queues": [ "cards", "loans" ] }, "jun": { "Queues": [ "cards" ] } }
        """;

    [Fact]
    public async Task A_reload_is_one_batch_and_the_members_are_the_new_ones_without_a_restart()
    {
        await using var world = await World.StartAsync(First);
        await world.AvailableAsync("mina");
        var before = world.Head;
        await world.WriteAsync("""
            "Queues": { "cards": { "OfferTimeout": "00:00:09" } },
            "Agents": { "sora": { "Queues": [ "cards" ] } }
            """);

        Assert.Equal(before + 1, world.Head);
        Assert.Equal("agent-unknown", (await world.Floor.Agents.SignInAsync("mina")).Rejection?.Code);
        Assert.True((await world.Floor.Agents.SignInAsync("sora")).IsAccepted);
        var queue = (await world.Floor.Configuration.QueueAsync("cards")).ValueOrThrow();
        Assert.Equal(TimeSpan.FromSeconds(9), queue.Options.OfferTimeout);
        Assert.True(world.Floor.Configuration.Status.IsAsWanted);
        Assert.Equal(
            $"Floor retail has taken revision {queue.Revision} of its configuration.", Assert.Single(world.Reloads));
    }

    [Fact]
    public async Task A_reload_with_errors_changes_nothing_and_one_line_tells_all_of_them()
    {
        await using var world = await World.StartAsync(First);
        var (before, revision) = (world.Head, world.Floor.Configuration.Status.Revision);
        await world.WriteAsync("""
            "Queues": { "cards": { "OfferTimeout": "soon", "Colour": "s3cret" } },
            "Agents": { "mina": { "Queues": [ "gone" ] } }, "MaxLines": 0
            """);

        Assert.Equal((before, revision), (world.Head, world.Floor.Configuration.Status.Revision));
        var line = Assert.Single(world.Reloads);
        Assert.StartsWith("Floor retail keeps its configuration", line, StringComparison.Ordinal);
        Assert.All(
            (string[])
            [
                "OfferTimeout is not a period", "Colour is not known", "mina serves queue gone", "lines of a chat 0",
            ],
            fault => Assert.Contains(fault, line, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", line, StringComparison.Ordinal);
        Assert.False(world.Floor.Configuration.Status.IsAsWanted);

        await world.WriteAsync(First);
        Assert.True(world.Floor.Configuration.Status.IsAsWanted);
        Assert.Single(world.Reloads);
    }

    [Fact]
    public async Task A_reload_that_the_work_in_hand_forbids_changes_nothing()
    {
        await using var world = await World.StartAsync(First);
        await world.Floor.Chats.StartAsync(new StartChat { Queue = "loans", Customer = "ana" });
        var before = world.Head;
        await world.WriteAsync("""
            "Queues": { "cards": {} }, "Agents": {}
            """);

        Assert.Equal(before, world.Head);
        Assert.Equal(
            "Floor retail keeps its configuration, for the new one is refused: queue loans still has Chat contacts",
            Assert.Single(world.Reloads));
    }

    [Fact]
    public async Task Contacts_of_a_queue_that_the_file_removes_go_where_it_had_said()
    {
        await using var world = await World.StartAsync(First);
        await world.Floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = "ana" });
        await world.WriteAsync("""
            "Queues": { "loans": {} }, "Agents": { "mina": { "Queues": [ "loans" ] } }
            """);

        Assert.Single((await world.Floor.Queues.WaitingAsync("loans")).ValueOrThrow());
        await world.AvailableAsync("mina");
        Assert.Single((await world.Floor.Agents.OffersAsync("mina")).ValueOrThrow());
    }

    [Fact]
    public async Task Twenty_reloads_in_quick_succession_are_one_and_the_last_holds()
    {
        await using var world = await World.StartAsync(First);
        var before = world.Head;
        for (var lines = 1; lines <= 20; lines++)
        {
            world.File.Write(World.Json($"{First}, \"MaxLines\": {lines}"));
            world.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        await world.SettleAsync();
        Assert.Equal(before + 1, world.Head);
        Assert.Equal(20, world.Floor.Run!.Follower.Read(floor => floor.Configuration.MaxLines));
        Assert.Single(world.Reloads);
        await world.WriteAsync($"{First}, \"MaxLines\": 20");
        Assert.Equal(before + 1, world.Head);
    }

    [Fact]
    public async Task A_file_that_is_emptied_or_says_nothing_of_the_floor_removes_nothing()
    {
        await using var world = await World.StartAsync(First);
        var before = world.Head;
        world.File.Write("{}");
        await world.SettleAsync();

        Assert.Equal(before, world.Head);
        Assert.Equal(
            "Floor retail keeps its configuration, for the new one is refused: ContactCenter:Floors:retail is gone.",
            Assert.Single(world.Reloads));
    }

    [Fact]
    public async Task A_file_that_only_seeds_is_not_followed()
    {
        await using var world = await World.StartAsync(First, ConfigurationChanges.FromVerbs);
        (await world.Floor.Configuration.AddQueueAsync("extra", new QueueOptions())).ValueOrThrow();
        var before = world.Head;
        await world.WriteAsync("\"Queues\": {}");

        Assert.Equal(before, world.Head);
        Assert.Empty(world.Reloads);
        Assert.True(world.Floor.Configuration.Status.IsAsWanted);
    }

    [Fact]
    public async Task A_reload_of_a_floor_that_is_stopped_is_what_its_next_start_takes()
    {
        await using var world = await World.StartAsync(First);
        await world.Floor.StopAsync();
        await world.WriteAsync("\"Queues\": { \"other\": {} }");
        await world.Floor.StartAsync();

        Assert.True((await world.Floor.Configuration.QueueAsync("other")).IsAccepted);
        Assert.True((await world.Floor.Configuration.QueueAsync("cards")).IsRejected);
    }

    [Fact]
    public async Task A_reload_whose_fate_is_not_known_is_tried_again_and_taken_by_the_next_start()
    {
        await using var world = await World.StartAsync(First);
        world.Journal.IsLost = true;
        await world.WriteAsync("\"Queues\": { \"other\": {} }");
        Assert.False(world.Floor.IsRunning);
        await world.SettleAsync();
        world.Journal.IsLost = false;
        await world.Floor.StartAsync();

        Assert.True((await world.Floor.Configuration.QueueAsync("other")).IsAccepted);
    }

    /// <summary>A host with one floor, its file, its clock and its log.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly IHost _host;
        private readonly LogKeeper _log = new();

        private World(string floor, ConfigurationChanges changes)
        {
            File = new ReloadableSource(Json(floor));
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Configuration.Sources.Add(File);
            builder.Logging.AddProvider(_log);
            builder.Services.AddSingleton<TimeProvider>(Time);
            builder.Services.AddContactCenter()
                .BindFloors(builder.Configuration.GetSection("ContactCenter:Floors"))
                .UseJournal(_ => Journal)
                .ApplyChanges(changes)
                .AddHostedFloors();
            _host = builder.Build();
        }

        internal ReloadableSource File { get; }

        internal ManualTimeProvider Time { get; } = new();

        internal WatchedJournal Journal { get; } = new();

        internal FloorHost Floor => _host.Services.GetRequiredKeyedService<FloorHost>("retail");

        internal long Head => Floor.Run!.Follower.Read(floor => floor.Head);

        internal IEnumerable<string> Reloads =>
            _log.Lines.Where(line => line.Contains(" configuration", StringComparison.Ordinal));

        internal static string Json(string floor) =>
            $$$"""{ "ContactCenter": { "Floors": { "retail": { {{{floor}}} } } } }""";

        internal static async Task<World> StartAsync(
            string floor, ConfigurationChanges changes = ConfigurationChanges.FromFile)
        {
            var world = new World(floor, changes);
            await world._host.StartAsync();
            return world;
        }

        internal async Task AvailableAsync(string agent)
        {
            (await Floor.Agents.SignInAsync(agent)).ValueOrThrow();
            (await Floor.Agents.SetAvailableAsync(agent)).ValueOrThrow();
        }

        internal Task WriteAsync(string floor)
        {
            File.Write(Json(floor));
            return SettleAsync();
        }

        internal Task SettleAsync()
        {
            Time.Advance(ConfigurationReload.Delay);
            return _host.Services.GetServices<IHostedService>().OfType<ConfigurationReload>().Single().Last;
        }

        public async ValueTask DisposeAsync()
        {
            await _host.StopAsync();
            _host.Dispose();
        }
    }
}
