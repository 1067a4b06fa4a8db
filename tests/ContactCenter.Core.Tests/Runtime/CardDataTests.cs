using ContactCenter.Chats;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>Card numbers that are written in a chat: masked for everybody, the sender told.</summary>
public sealed class CardDataTests
{
    [Fact, Scenario("S63"), Pain(96)]
    public async Task A_card_number_that_an_agent_writes_is_masked_for_both_and_the_agent_is_told()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);
        var (ana, mina) = (await Watcher.BeginAsync(floor.Host, Ana), await Watcher.BeginAsync(floor.Host, Mina));

        Assert.True((await floor.SaidAsync(chat, Mina, "card 4111 1111 1111 1111")).IsRedacted);
        await floor.Host.StopAsync();
        Assert.Equal(["card 411111******1111"], await ana.ReadAsync());
        Assert.Equal(["card 411111******1111"], await mina.ReadAsync());
    }

    [Fact, Scenario("E41", "S64"), Pain(96)]
    public async Task A_card_number_that_a_customer_writes_is_masked_for_both_and_the_customer_is_told()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);
        var (ana, mina) = (await Watcher.BeginAsync(floor.Host, Ana), await Watcher.BeginAsync(floor.Host, Mina));

        Assert.True((await floor.SaidAsync(chat, Ana, "card 4111 1111 1111 1111")).IsRedacted);
        var line = (await floor.TranscriptAsync(chat))[^1];
        Assert.True(line.IsRedacted);
        await floor.Host.StopAsync();
        Assert.Equal(["card 411111******1111"], await ana.ReadAsync());
        Assert.Equal(["card 411111******1111"], await mina.ReadAsync());
    }

    [Fact, Scenario("S66")]
    public async Task A_number_that_is_no_card_number_is_delivered_as_it_is()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);

        Assert.False((await floor.SaidAsync(chat, Ana, "order 4111 1111 1111 1112")).IsRedacted);
        Assert.Equal(["order 4111 1111 1111 1112"], await floor.MessagesAsync(chat));
    }

    [Theory, Scenario("S67")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("4111111111111111")]
    [InlineData("4111.1111.1111.1111")]
    [InlineData("４１１１ １１１１ １１１１ １１１１")]
    public async Task A_card_number_is_masked_however_it_is_split(string number)
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await ConnectedAsync(floor);

        Assert.True((await floor.SaidAsync(chat, Ana, $"it is {number}")).IsRedacted);
        Assert.Equal(["it is 411111******1111"], await floor.MessagesAsync(chat));
    }

    [Fact, Scenario("S69"), Pain(96)]
    public async Task An_agent_who_joins_later_sees_the_masked_form_only()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "card 4111 1111 1111 1111");
        await floor.AdvanceAsync(TimeSpan.FromSeconds(30));
        await floor.AvailableAsync("noor");
        await floor.AcceptedAsync("noor");

        var lines = (await floor.Host.Chats.TranscriptAsync(chat, Noor)).ValueOrThrow();
        Assert.Equal("card 411111******1111", Assert.Single(lines, line => line.Kind == LineKind.Message).Text);
    }

    [Fact, Scenario("S71")]
    public async Task An_agent_finds_what_was_told_to_the_bot_masked()
    {
        await using var floor = await RunningFloor.WithBotAsync(Bot.ThatSays("Is it 5500 0000 0000 0004?"));
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.SaidAsync(chat, Ana, "card 4111 1111 1111 1111");
        await floor.Host.Run!.SettleAsync();
        await floor.Host.Chats.AskForAgentAsync(chat, Ana);
        await floor.AcceptedAsync("mina");

        var lines = (await floor.Host.Chats.TranscriptAsync(chat, Mina)).ValueOrThrow();
        Assert.Contains(
            lines,
            line => line is { Author.Kind: ActorKind.Customer, Text: "card 411111******1111", IsRedacted: true });
        Assert.Contains(
            lines,
            line => line is { Author.Kind: ActorKind.Bot, Text: "Is it 550000******0004?", IsRedacted: true });
        Assert.DoesNotContain(lines, line => line.Text.Contains("1111 1111", StringComparison.Ordinal));
    }

    private static async Task<ChatId> ConnectedAsync(RunningFloor floor)
    {
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        return chat;
    }
}
