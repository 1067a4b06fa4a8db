using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>What is said in a chat, as those who take part in it see it.</summary>
public sealed class TranscriptTests
{
    [Fact, Scenario("S51")]
    public async Task A_customer_receives_what_the_agent_says_once_and_by_whom()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        var ana = await Watcher.BeginAsync(floor.Host, Ana);
        await floor.SaidAsync(chat, Mina, "hello");

        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
        await floor.Host.StopAsync();
        var line = Assert.Single((await ana.ShownAsync()).OfType<LineShown>());
        Assert.Equal((chat, Mina, "hello"), (line.Chat, line.Line.Author, line.Line.Text));
    }

    [Fact, Scenario("S52")]
    public async Task A_customer_receives_nothing_of_another_chat()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var anas = await floor.StartedAsync("ana");
        var bobs = await floor.StartedAsync("bob");
        await floor.Host.Agents.AcceptAllAsync("mina");
        var bob = await Watcher.BeginAsync(floor.Host, Bob);
        var noor = await Watcher.BeginAsync(floor.Host, Noor);
        await floor.SaidAsync(anas, Mina, "for ana only");

        Assert.Empty(await floor.MessagesAsync(bobs));
        Assert.Equal("not-permitted", (await floor.Host.Chats.TranscriptAsync(anas, Bob)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.Chats.TranscriptAsync(anas, Noor)).Rejection?.Code);
        await floor.Host.StopAsync();
        Assert.Empty(await bob.ShownAsync());
        Assert.Empty(await noor.ShownAsync());
    }

    [Fact, Scenario("S53")]
    public async Task A_transcript_stays_readable_while_the_chat_is_wrapped_up_and_for_supervisors_after()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.SaidAsync(chat, Ana, "bye");
        await floor.Host.Chats.EndAsync(chat, Ana);

        Assert.Equal("chat-ended", (await floor.Host.Chats.SayAsync(chat, Mina, "wait")).Rejection?.Code);
        Assert.Equal(4, (await floor.Host.Chats.TranscriptAsync(chat, Mina)).ValueOrThrow().Count);
        Assert.Equal(4, (await floor.Host.Chats.TranscriptAsync(chat, Ana)).ValueOrThrow().Count);
        await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"]);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.TranscriptAsync(chat, Mina)).Rejection?.Code);
        Assert.Equal(4, (await floor.Host.Chats.TranscriptAsync(chat, Ana)).ValueOrThrow().Count);
        Assert.Equal(4, (await floor.Host.Chats.TranscriptAsync(chat, Boss)).ValueOrThrow().Count);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.SayAsync(chat, Mina, "wait")).Rejection?.Code);
    }

    [Fact]
    public async Task A_chat_is_shown_to_those_who_take_part_in_it()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");

        Assert.Equal("not-permitted", (await floor.Host.Chats.StateAsync(chat, Mina)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.Chats.StateAsync(chat, Bob)).Rejection?.Code);
        Assert.Equal("not-permitted", (await floor.Host.Chats.StateAsync(chat, default)).Rejection?.Code);
        Assert.Equal(ChatState.Queued, (await floor.Host.Chats.StateAsync(chat, Ana)).Value.State);
        Assert.Equal(ChatState.Offered, (await floor.Host.Chats.StateAsync(chat, Boss)).Value.State);
        await floor.AcceptedAsync("mina");
        Assert.Equal("mina", (await floor.Host.Chats.StateAsync(chat, Mina)).Value.Agent?.Value);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.StateAsync(new ChatId("floor", 9), Boss)).Rejection?.Code);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.StateAsync(new ChatId("other", 1), Boss)).Rejection?.Code);
    }

    [Fact]
    public async Task A_transcript_is_read_in_pages()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        for (var message = 2; message <= 10; message++)
        {
            Assert.Equal(message, (await floor.SaidAsync(chat, Ana, $"line {message}")).Sequence);
        }

        Assert.Equal("1 2 3", await PageAsync(after: 0, limit: 3));
        Assert.Equal("4 5 6", await PageAsync(after: 3, limit: 3));
        Assert.Equal("10", await PageAsync(after: 9, limit: 3));
        Assert.Equal("", await PageAsync(after: 10, limit: 3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PageAsync(after: -1, limit: 3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PageAsync(after: 0, limit: 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PageAsync(after: 0, limit: 1_001));

        async Task<string> PageAsync(int after, int limit)
        {
            var lines = await floor.Host.Chats.TranscriptAsync(chat, Ana, after, limit);
            return string.Join(' ', lines.ValueOrThrow().Select(line => line.Sequence));
        }
    }

    [Theory]
    [InlineData("", "message-empty")]
    [InlineData("  \r\n\t ", "message-empty")]
    [InlineData("\u200b\u200d\ufeff\u2060", "message-empty")]
    [InlineData("a\0", "text-malformed")]
    [InlineData("🙂", null)]
    [InlineData(".", null)]
    public async Task A_message_says_something_that_every_store_keeps(string text, string? refused)
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");

        Assert.Equal(refused, (await floor.Host.Chats.SayAsync(chat, Ana, text)).Rejection?.Code);
        Assert.Equal(refused is null ? [text] : [], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task Half_a_character_is_no_text()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        foreach (var text in (string[])["\ud83d smile", "smile \ude00", "smile \ud83d", "\ude00\ud83d"])
        {
            Assert.Equal("text-malformed", (await floor.Host.Chats.SayAsync(chat, Ana, text)).Rejection?.Code);
        }
    }

    [Fact]
    public async Task A_message_is_as_long_as_the_floor_allows_and_not_longer()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { MaxMessageLength = 5 });
        var chat = await floor.StartedAsync("ana");

        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "12345")).IsAccepted);
        var refused = (await floor.Host.Chats.SayAsync(chat, Ana, "123456")).Rejection;
        Assert.Equal(("text-too-long", "message: 5 at most"), (refused?.Code, refused?.Subject));
    }

    [Fact]
    public async Task Messages_stand_in_the_order_in_which_they_were_sent_however_slow_the_rules_are()
    {
        await using var floor = await RunningFloor.WithRuleAsync(Rule.For("nothing"));
        var chat = await floor.StartedAsync("ana");
        string[] texts = [.. Enumerable.Range(1, 50).Select(number => $"message {number}")];

        var sent = texts.Select(text => floor.Host.Chats.SayAsync(chat, Ana, text).AsTask()).ToArray();
        Assert.All(await Task.WhenAll(sent), outcome => Assert.True(outcome.IsAccepted));
        Assert.Equal(texts, await floor.MessagesAsync(chat));
    }

    [Fact, Scenario("S36")]
    public async Task A_feed_shows_the_wrap_up_before_the_agent_who_is_free_again()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.Host.Chats.EndAsync(chat, Ana);
        var mina = await Watcher.BeginAsync(floor.Host, Mina);
        var boss = await Watcher.BeginAsync(floor.Host, Boss);
        await floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"]);
        await floor.Host.StopAsync();

        foreach (var shown in new[] { await mina.ShownAsync(), await boss.ShownAsync() })
        {
            var wrappedUp = shown.Index().First(item => item.Item is ChatShown { WrapUp.Reasons: ["solved"] }).Index;
            var changed = shown.Index().First(item => item.Item is AgentShown { IsEngaged: false }).Index;
            Assert.True(wrappedUp < changed);
        }
    }
}
