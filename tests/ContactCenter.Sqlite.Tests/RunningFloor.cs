using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Sqlite.Tests;

/// <summary>A host with one floor on a file.</summary>
internal sealed class RunningFloor : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RunningFloor(
        string file, int snapshotEvery, TimeProvider? time, TimeSpan? lockTimeout, string? keys, TimeSpan? kept)
    {
        var services = new ServiceCollection();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        var center = services
            .AddContactCenter(floor =>
            {
                floor.AddQueue("cards");
                floor.AddAgent("mina", agent => agent.Serves("cards"));
                floor.AddAgent("boss", agent => agent.Serves("cards"));
                floor.WrapUp.Reasons.Add(new Chats.WrapUpReason("done", "Done"));
                floor.Limits.SnapshotEvery = snapshotEvery;
                floor.HistoryRetention = kept ?? floor.HistoryRetention;
            })
            .UseSqlite(file, sqlite => sqlite.LockTimeout = lockTimeout ?? sqlite.LockTimeout);
        if (keys is not null)
        {
            center.UsePersonalDataProtector(_ => new SqliteKeyRing(keys));
        }

        _services = services.BuildServiceProvider();
        Floor = _services.GetRequiredService<FloorHost>();
    }

    internal FloorHost Floor { get; }

    /// <summary>The keys of contacts; null where nothing is encrypted.</summary>
    internal Journals.IPersonalDataProtector? Keys => _services.GetService<Journals.IPersonalDataProtector>();

    internal SqliteJournal Journal => (SqliteJournal)_services.GetRequiredService<Journals.IJournal>();

    internal static async Task<RunningFloor> StartAsync(
        string file,
        int snapshotEvery = 10_000,
        TimeProvider? time = null,
        TimeSpan? lockTimeout = null,
        string? keys = null,
        TimeSpan? kept = null)
    {
        var running = new RunningFloor(file, snapshotEvery, time, lockTimeout, keys, kept);
        try
        {
            await running.Floor.StartAsync();
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }

        return running;
    }

    internal async Task<ChatId> StartedAsync(string customer) =>
        (await Floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = customer })).ValueOrThrow().Id;

    internal async Task<FeedPosition> SaidAsync(ChatId chat, string customer, string text) =>
        (await Floor.Chats.SayAsync(chat, Actor.Customer(customer), text)).ValueOrThrow().Position;

    internal async Task<IReadOnlyList<string>> MessagesAsync(ChatId chat) =>
    [
        .. (await Floor.Chats.TranscriptAsync(chat, Actor.Host)).ValueOrThrow()
            .Where(line => line.Kind == Chats.LineKind.Message).Select(line => line.Text),
    ];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
