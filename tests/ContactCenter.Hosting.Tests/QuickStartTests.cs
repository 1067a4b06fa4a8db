using ContactCenter.Routing;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContactCenter.Hosting.Tests;

public sealed class QuickStartTests
{
    [Fact]
    public async Task A_chat_runs_without_a_host()
    {
        var services = new ServiceCollection();
        services.AddContactCenter(floor => floor
            .AddQueue("cards", queue =>
            {
                queue.OfferTimeout = TimeSpan.FromSeconds(30);
                queue.Strategy = RoutingStrategies.LongestAvailable;
            })
            .AddAgent("mina", agent => agent.Serves("cards").ChatCapacity = 3));
        await using var provider = services.BuildServiceProvider();
        var floor = provider.GetRequiredService<FloorHost>();
        await floor.StartAsync();

        Assert.Equal("my card is 411111******1111", await RunChatAsync(floor));
    }

    [Fact]
    public async Task A_chat_runs_in_a_generic_host()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services
            .AddContactCenter(floor => floor.AddQueue("cards").AddAgent("mina", agent => agent.Serves("cards")))
            .AddHostedFloors();
        using var host = builder.Build();
        await host.StartAsync();

        Assert.Equal(
            "my card is 411111******1111", await RunChatAsync(host.Services.GetRequiredService<FloorHost>()));
        await host.StopAsync();
    }

    private static async Task<string> RunChatAsync(FloorHost floor)
    {
        await floor.Agents.SignInAsync("mina");
        await floor.Agents.SetAvailableAsync("mina");
        var chat = (await floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = "c-77" })).ValueOrThrow();
        var offer = (await floor.Agents.OffersAsync("mina")).Single();
        await floor.Agents.AcceptAsync("mina", offer.Offer);
        await floor.Chats.SayAsync(chat.Id, Actor.Customer("c-77"), "my card is 4111 1111 1111 1111");
        return (await floor.Chats.TranscriptAsync(chat.Id, Actor.Agent("mina"))).ValueOrThrow()[^1].Text;
    }
}
