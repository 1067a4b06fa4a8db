using ConsoleHost.Day;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContactCenter.Hosting.Tests;

public sealed class QuickStartTests
{
    [Fact]
    public async Task A_chat_runs_in_a_generic_host()
    {
        using var temporary = new TemporaryJournal();
        var file = temporary.File;

        #region quick-start
        var builder = Host.CreateApplicationBuilder();
        builder.Services
            .AddContactCenter(floor => floor
                .AddQueue("cards", queue => queue.OfferTimeout = TimeSpan.FromSeconds(30))  // unanswered: RONA
                .AddAgent("mina", agent => agent.Serves("cards")))
            .UseSqlite(file)                                        // without this line: in memory
            .AddHostedFloors();
        using var host = builder.Build();
        await host.StartAsync();
        var floor = host.Services.GetRequiredService<FloorHost>();

        await floor.Agents.SignInAsync("mina");
        await floor.Agents.SetAvailableAsync("mina");

        var ada = Actor.Customer("c-77");
        var request = new StartChat { Queue = "cards", Customer = "c-77" };
        var chat = (await floor.Chats.StartAsync(request)).ValueOrThrow();      // is offered to Mina
        var offer = (await floor.Agents.OffersAsync("mina")).ValueOrThrow().Single();
        await floor.Agents.AcceptAsync("mina", offer.Offer);

        await floor.Chats.SayAsync(chat.Id, ada, "my card is 4111 1111 1111 1111");
        var transcript = (await floor.Chats.TranscriptAsync(chat.Id, Actor.Agent("mina"))).ValueOrThrow();
        var last = transcript[^1].Text;                             // my card is 411111******1111

        var late = await floor.Agents.AcceptAsync("mina", offer.Offer);
        var refusal = late.Rejection;                               // offer-gone: a value, not an exception
        #endregion

        Assert.Equal("my card is 411111******1111", last);
        Assert.Equal("offer-gone", refusal?.Code);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_chat_runs_without_a_host()
    {
        var services = new ServiceCollection();
        services.AddContactCenter(floor => floor
            .AddQueue("cards")
            .AddAgent("mina", agent => agent.Serves("cards").ChatCapacity = 3));
        await using var provider = services.BuildServiceProvider();
        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();

        await floor.Agents.SignInAsync("mina");
        await floor.Agents.SetAvailableAsync("mina");
        var chat = (await floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = "c-77" })).ValueOrThrow();

        Assert.Equal(chat.Id, (await floor.Agents.OffersAsync("mina")).ValueOrThrow().Single().Chat);
    }
}
