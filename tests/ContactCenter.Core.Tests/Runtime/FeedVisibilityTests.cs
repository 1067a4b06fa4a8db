using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Who is shown what.</summary>
public sealed class FeedVisibilityTests
{
    [Fact]
    public async Task A_customer_sees_their_chat_and_never_an_offer_an_agents_state_or_a_wrap_up()
    {
        await using var floor = await RunningFloor.StartAsync();
        var ana = await Watcher.BeginAsync(floor.Host, Ana);
        await RunChatAsync(floor);
        await floor.Host.StopAsync();

        var shown = await ana.ShownAsync();
        Assert.All(shown, item => Assert.True(item is ChatShown { WrapUp: null } or LineShown));
        Assert.Equal(
            [ChatState.Queued, ChatState.Active, ChatState.Ended],
            shown.OfType<ChatShown>().Select(chat => chat.State).Distinct());
    }

    [Fact]
    public async Task A_customers_snapshot_tells_no_more_than_their_feed()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.StartedAsync("bob");

        var offered = Assert.IsType<ChatShown>(Assert.Single(await SnapshotAsync(floor, Ana)));
        Assert.Equal((chat, ChatState.Queued, null), (offered.Chat, offered.State, offered.Agent));
        await floor.AcceptedAsync("mina");
        await floor.Host.Chats.EndAsync(chat, Mina);
        Assert.Empty(await SnapshotAsync(floor, Ana));
    }

    [Fact, Pain(3)]
    public async Task An_agent_who_is_only_offered_a_chat_does_not_see_its_lines()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var mina = await Watcher.BeginAsync(floor.Host, Mina);
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "is anybody there?");
        Assert.IsType<OfferShown>((await SnapshotAsync(floor, Mina))[1]);
        await floor.AdvanceAsync(Seconds(30));
        await floor.SaidAsync(chat, Ana, "hello?");
        Assert.IsType<AgentShown>(Assert.Single(await SnapshotAsync(floor, Mina)));
        await floor.Host.StopAsync();

        var shown = await mina.ShownAsync();
        Assert.All(shown, item => Assert.True(item is AgentShown or OfferShown));
        Assert.Equal([OfferState.Open, OfferState.Missed], shown.OfType<OfferShown>().Select(offer => offer.State));
    }

    [Fact]
    public async Task An_agent_sees_only_themselves_and_what_is_theirs()
    {
        await using var floor = await RunningFloor.StartAsync();
        var noor = await Watcher.BeginAsync(floor.Host, Noor);
        await RunChatAsync(floor);
        await floor.Host.StopAsync();

        Assert.Empty(await noor.ShownAsync());
    }

    [Fact]
    public async Task An_agent_sees_the_whole_of_a_chat_from_the_offer_to_the_wrap_up()
    {
        await using var floor = await RunningFloor.StartAsync();
        var mina = await Watcher.BeginAsync(floor.Host, Mina);
        await RunChatAsync(floor);
        await floor.Host.StopAsync();

        var shown = await mina.ShownAsync();
        Assert.Equal([OfferState.Open, OfferState.Accepted], shown.OfType<OfferShown>().Select(offer => offer.State));
        Assert.Equal(
            [ChatState.Active, ChatState.Ended, ChatState.Closed],
            shown.OfType<ChatShown>().Select(chat => chat.State).Distinct());
        Assert.Equal(["hello", "good day"], shown.OfType<LineShown>().Select(line => line.Line.Text).Where(IsSaid));
    }

    [Fact]
    public async Task A_supervisor_sees_agents_offers_and_chats_and_no_line()
    {
        await using var floor = await RunningFloor.StartAsync();
        var boss = await Watcher.BeginAsync(floor.Host, Boss);
        await RunChatAsync(floor);
        await floor.StartedAsync("bob");
        var snapshot = await SnapshotAsync(floor, Boss);
        await floor.Host.StopAsync();

        var shown = await boss.ShownAsync();
        Assert.Empty(shown.OfType<LineShown>());
        Assert.NotEmpty(shown.OfType<OfferShown>());
        Assert.Contains(shown, item => item is AgentShown { IsEngaged: true });
        Assert.Contains(shown, item => item is ChatShown { WrapUp.Reasons: ["solved"] });
        Assert.Equal(["mina", "noor"], snapshot.OfType<AgentShown>().Select(agent => agent.Agent.Value).Order());
        Assert.Equal("bob", Assert.Single(snapshot.OfType<OfferShown>()).Customer.Value);
        Assert.Equal("bob", Assert.Single(snapshot.OfType<ChatShown>()).Customer.Value);
    }

    [Fact, Scenario("S36")]
    public async Task A_wrap_up_its_agents_change_and_the_closed_chat_are_shown_at_once_and_in_that_order()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.Host.Chats.EndAsync(chat, Mina);
        await using var mina = await FeedReader.BeginAsync(floor.Host, Mina);
        await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"]);

        Assert.Collection(
            await mina.DeltasAsync(),
            item => Assert.Equal(["solved"], Assert.IsType<ChatShown>(item).WrapUp!.Reasons),
            item => Assert.False(Assert.IsType<AgentShown>(item).IsEngaged),
            item => Assert.Equal(ChatState.Closed, Assert.IsType<ChatShown>(item).State));
    }

    /// <summary>Ana's whole chat with Mina.</summary>
    private static async Task RunChatAsync(RunningFloor floor)
    {
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "hello");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Ana, "hello");
        await floor.SaidAsync(chat, Mina, "good day");
        Assert.True((await floor.Host.Chats.EndAsync(chat, Ana)).IsAccepted);
        Assert.True((await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"])).IsAccepted);
    }

    private static async Task<IReadOnlyList<FeedItem>> SnapshotAsync(RunningFloor floor, Actor viewer)
    {
        await using var reader = new FeedReader(floor.Host, viewer);
        return (await reader.NextAsync()).Items;
    }

    private static bool IsSaid(string text) => text.Length > 0;
}
