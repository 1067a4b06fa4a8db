using ContactCenter.Routing;
using ContactCenter.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Tests.Runtime;

public sealed class QuickStartTests
{
    [Fact]
    public async Task A_chat_runs_end_to_end_without_a_server()
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

        await floor.Agents.SignInAsync("mina");
        await floor.Agents.SetAvailableAsync("mina");
        var chat = (await floor.Chats.StartAsync(new StartChat { Queue = "cards", Customer = "c-77" })).ValueOrThrow();
        var offer = (await floor.Agents.OffersAsync("mina")).Single();
        await floor.Agents.AcceptAsync("mina", offer.Offer);
        await floor.Chats.SayAsync(chat.Id, Actor.Customer("c-77"), "my card is 4111 1111 1111 1111");

        var transcript = await floor.Chats.TranscriptAsync(chat.Id, Actor.Agent("mina"));
        Assert.Equal("my card is 411111******1111", transcript.ValueOrThrow()[^1].Text);

        Assert.True((await floor.Chats.EndAsync(chat.Id, Actor.Agent("mina"))).IsAccepted);
        Assert.True((await floor.Chats.WrapUpAsync(chat.Id, "mina", [])).IsAccepted);
        Assert.Equal("chat-unknown", (await floor.Chats.StateAsync(chat.Id, Actor.Host)).Rejection?.Code);
        await floor.StopAsync();
    }
}
