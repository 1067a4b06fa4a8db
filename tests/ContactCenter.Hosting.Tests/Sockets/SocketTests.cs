using System.Text.Json;
using ContactCenter.Chats;

namespace ContactCenter.Hosting.Tests.Sockets;

/// <summary>A desk and a customer's page, each at the far end of a real socket.</summary>
public sealed class SocketTests
{
    private const string Card = "5105105105105100";

    [Fact]
    public async Task A_whole_chat_runs_over_sockets_and_nobody_is_shown_the_card_number()
    {
        await using var server = await ChatServer.StartAsync(
            floor => floor.WrapUp.Reasons.Add(new WrapUpReason("solved", "Solved")));
        await using var desk = await server.AgentAsync("mina");
        await using var page = await server.CustomerAsync("c-77");
        await using var boss = await server.SupervisorAsync("boss");
        Assert.Equal("signed-out", Assert.Single(await desk.SnapshotAsync()).Text("availability"));
        Assert.Empty(await page.SnapshotAsync());
        Assert.Single(await boss.SnapshotAsync());

        await desk.AskAsync("sign-in");
        await desk.AskAsync("set-available");
        var chat = (await page.AskAsync("start-chat", new { queue = "cards", name = "Ada 5105 1051 0510 5100" }))
            .Text("chat");
        var offer = await desk.SeeAsync(item => item.IsOffer("open"));
        Assert.Equal((chat, "Ada 510510******5100"), (offer.Text("chat"), offer.Text("name")));
        Assert.Equal(chat, (await desk.AskAsync("accept", new { offer = offer.Text("offer") })).Text("chat"));
        Assert.Equal("mina", (await page.SeeAsync(item => item.IsChat("active"))).Text("agent"));

        var said = await page.AskAsync("say", new { chat, text = "내 카드는 5105-1051-0510-5100 입니다" });
        Assert.True(said.GetProperty("isRedacted").GetBoolean());
        await page.SeeAsync(item => item.IsLine("내 카드는 510510******5100 입니다"));
        await desk.SeeAsync(item => item.IsLine("내 카드는 510510******5100 입니다"));
        said = await desk.AskAsync("say", new { chat, text = "Thank you. Is it 5105105105105100?" });
        Assert.True(said.GetProperty("isRedacted").GetBoolean());
        await page.SeeAsync(item => item.IsLine("Thank you. Is it 510510******5100?"));

        await desk.AskAsync("transcript", new { chat });
        await page.AskAsync("transcript", new { chat });
        await page.AskAsync("end", new { chat });
        await page.SeeAsync(item => item.IsChat("ended"));
        var owed = await desk.SeeAsync(item => item.IsChat("ended"));
        Assert.True(owed.TryGetProperty("wrapUp", out _));
        await desk.AskAsync("wrap-up", new { chat, reasons = new[] { "solved" } });
        await desk.SeeAsync(item => item.IsChat("closed"));
        await boss.SeeAsync(item => item.IsChat("closed"));
        await boss.AskAsync("transcript", new { chat });

        Shown.NeverShow(Card, desk, page, boss);
    }

    [Fact]
    public async Task A_desk_that_was_cut_off_resumes_by_deltas_without_a_gap_or_a_repetition()
    {
        await using var server = await ChatServer.StartAsync();
        await using var page = await server.CustomerAsync("c-77");
        await using var desk = await server.AgentAsync("mina");
        var chat = await BeginChatAsync(desk, page);
        await page.AskAsync("say", new { chat, text = "one" });
        await desk.SeeAsync(item => item.IsLine("one"));
        await desk.DropAsync();

        string[] meanwhile = ["two", "three 5105 1051 0510 5100", "four"];
        foreach (var text in meanwhile)
        {
            await page.AskAsync("say", new { chat, text });
        }

        await using var again = await server.AgentAsync("mina", desk.Position);
        var first = await again.BatchAsync();
        Assert.Equal("deltas", first.Text("kind"));
        Assert.Equal(desk.Position!.Split('.')[1], first.GetProperty("previous").GetRawText());
        await page.AskAsync("say", new { chat, text = "five" });
        var shown = await again.ShownUntilAsync(item => item.IsLine("five"));
        await again.AskAsync("say", new { chat, text = "I am back" });
        await page.SeeAsync(item => item.IsLine("I am back"));

        Assert.Equal(
            ["two", "three 510510******5100", "four", "five"],
            first.GetProperty("items").EnumerateArray().Concat(shown).Messages());
        Shown.NeverShow(Card, desk, again, page);
    }

    [Fact]
    public async Task Each_of_many_short_connections_takes_up_where_the_one_before_it_was_cut_off()
    {
        await using var server = await ChatServer.StartAsync();
        await using var page = await server.CustomerAsync("c-77");
        await using var desk = await server.AgentAsync("mina");
        var chat = await BeginChatAsync(desk, page);
        string[] said = [.. Enumerable.Range(1, 30).Select(number => $"line {number}.")];

        async Task WriteAsync()
        {
            foreach (var text in said)
            {
                await page.AskAsync("say", new { chat, text });
            }
        }

        var writing = WriteAsync();
        var (shown, position) = (new List<JsonElement>(), desk.Position);
        await desk.DropAsync();
        while (shown.Messages().Count < said.Length)
        {
            await using var again = await server.AgentAsync("mina", position);
            for (var batch = 0; batch < 3 && shown.Messages().Count < said.Length; batch++)
            {
                var read = await again.BatchAsync();
                Assert.Equal("deltas", read.Text("kind"));
                shown.AddRange(read.GetProperty("items").EnumerateArray());
                position = again.Position;
            }
        }

        await writing;
        Assert.Equal(said, shown.Messages());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.999999")]
    [InlineData("7.4")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task A_position_that_is_stale_or_foreign_gets_a_snapshot(string position)
    {
        await using var server = await ChatServer.StartAsync(floor => floor.Limits.FeedHistory = 2);
        await using var page = await server.CustomerAsync("c-77");
        await using var desk = await server.AgentAsync("mina");
        var chat = await BeginChatAsync(desk, page);

        await using var again = await server.AgentAsync("mina", position);
        var items = await again.SnapshotAsync();
        Assert.True(items.Single(item => item.Is("agent")).GetProperty("isEngaged").GetBoolean());
        Assert.Equal(chat, items.Single(item => item.IsChat("active")).Text("chat"));
        await page.AskAsync("say", new { chat, text = "still there?" });
        await again.SeeAsync(item => item.IsLine("still there?"));
    }

    /// <summary>Mina has taken the customer's chat, and both have seen so.</summary>
    internal static async Task<string> BeginChatAsync(Client desk, Client page)
    {
        await desk.SnapshotAsync();
        await page.SnapshotAsync();
        await desk.AskAsync("sign-in");
        await desk.AskAsync("set-available");
        var chat = (await page.AskAsync("start-chat", new { queue = "cards" })).Text("chat");
        var offer = await desk.SeeAsync(item => item.IsOffer("open"));
        await desk.AskAsync("accept", new { offer = offer.Text("offer") });
        await desk.SeeAsync(item => item.IsChat("active"));
        await page.SeeAsync(item => item.IsChat("active"));
        return chat;
    }
}
