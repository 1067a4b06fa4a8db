namespace ContactCenter.Hosting.Tests.Sockets;

/// <summary>What clients send over a real socket, well-formed or not, once or twice.</summary>
public sealed class SocketVerbTests
{
    [Theory]
    [InlineData("hello", "frame")]
    [InlineData("", "frame")]
    [InlineData("""[ "say" ]""", "frame")]
    [InlineData("""{ "verb": "drop-tables" }""", "verb")]
    [InlineData("""{ "verb": "say", "text": "5105105105105100" }""", "chat")]
    [InlineData("""{ "verb": "say", "chat": "5105105105105100", "text": "hello" }""", "chat")]
    [InlineData("""{ "verb": "sign-in", "verb": "sign-out" }""", "frame")]
    public async Task A_frame_that_is_no_verb_is_refused_and_the_connection_goes_on(string frame, string subject)
    {
        await using var server = await ChatServer.StartAsync();
        await using var desk = await server.AgentAsync("mina");
        await desk.SnapshotAsync();
        await desk.SendAsync(frame);

        var answer = await desk.AnswerAsync();
        Assert.Equal("rejected", answer.Text("outcome"));
        Assert.False(answer.TryGetProperty("commandId", out _));
        var rejection = answer.GetProperty("rejection");
        Assert.Equal(("verb-malformed", subject), (rejection.Text("code"), rejection.Text("subject")));
        await desk.AskAsync("sign-in");
        await desk.SeeAsync(item => item.Is("agent"));
        Shown.NeverShow("5105105105105100", desk);
    }

    [Fact]
    public async Task A_frame_that_is_too_long_is_refused_and_the_connection_goes_on()
    {
        await using var server = await ChatServer.StartAsync();
        await using var desk = await server.AgentAsync("mina");
        await desk.SendAsync($$"""{ "verb": "sign-in", "padding": "{{new string('x', 200_000)}}" }""");

        var rejection = (await desk.AnswerAsync()).GetProperty("rejection");
        Assert.Equal(("verb-malformed", "frame"), (rejection.Text("code"), rejection.Text("subject")));
        await desk.AskAsync("sign-in");
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_said_once_though_it_is_sent_again()
    {
        await using var server = await ChatServer.StartAsync();
        await using var desk = await server.AgentAsync("mina");
        await using var page = await server.CustomerAsync("c-77");
        var chat = await SocketTests.BeginChatAsync(desk, page);
        var (id, message) = (Guid.CreateVersion7().ToString(), new { chat, text = "card 5105105105105100" });
        await page.SendVerbAsync("say", message, id);
        var line = await desk.SeeAsync(item => item.IsLine("card 510510******5100"));
        await page.DropAsync();

        await using var again = await server.CustomerAsync("c-77", page.Position);
        var first = await again.AskAsync("say", message, id);
        var second = await again.AskAsync("say", message, id);
        await again.AskAsync("say", new { chat, text = "done" });

        Assert.Equal(
            line.GetProperty("line").GetProperty("sequence").GetInt32(), first.GetProperty("sequence").GetInt32());
        Assert.True(first.GetProperty("isRedacted").GetBoolean());

        // The position is where the floor stands by now: that the first connection is lost may come in between.
        Assert.Equal(first.GetProperty("sequence").GetInt32(), second.GetProperty("sequence").GetInt32());
        Assert.True(second.GetProperty("isRedacted").GetBoolean());
        Assert.Equal(["done"], (await desk.ShownUntilAsync(item => item.IsLine("done"))).Messages());
        Assert.Equal(
            ["card 510510******5100", "done"], (await again.ShownUntilAsync(item => item.IsLine("done"))).Messages());
        Shown.NeverShow("5105105105105100", desk, page, again);
    }

    [Fact]
    public async Task A_verb_sent_again_over_a_new_connection_gets_the_answer_it_had()
    {
        await using var server = await ChatServer.StartAsync();
        var (id, start) = (Guid.CreateVersion7().ToString(), new { queue = "cards" });
        await using var page = await server.CustomerAsync("c-77");
        var first = await page.AskAsync("start-chat", start, id);
        await page.DropAsync();
        await using var again = await server.CustomerAsync("c-77");
        var second = await again.AskAsync("start-chat", start, id);
        var other = await again.AnswerAsync("start-chat", new { queue = "cards", name = "Ada" }, id);

        // The position is where the floor stands by now; connections are events too.
        Assert.Equal(first.Text("chat"), second.Text("chat"));
        Assert.Equal("command-id-conflict", other.GetProperty("rejection").Text("code"));
        Assert.Single(await again.SnapshotAsync());
    }

    [Fact]
    public async Task Nobody_reads_or_writes_in_the_chat_of_another()
    {
        await using var server = await ChatServer.StartAsync(floor => floor.AddAgent("noor"));
        await using var desk = await server.AgentAsync("mina");
        await using var page = await server.CustomerAsync("c-77");
        await using var stranger = await server.CustomerAsync("c-78");
        await using var colleague = await server.AgentAsync("noor");
        var chat = await SocketTests.BeginChatAsync(desk, page);
        await page.AskAsync("say", new { chat, text = "between us" });

        foreach (var other in new[] { stranger, colleague })
        {
            foreach (var (verb, fields) in new (string, object)[]
            {
                ("say", new { chat, text = "let me in" }),
                ("transcript", new { chat }),
                ("state", new { chat }),
                ("end", new { chat, actor = "agent:mina" }),
            })
            {
                var answer = await other.AnswerAsync(verb, fields);
                Assert.Equal("not-permitted", answer.GetProperty("rejection").Text("code"));
            }

            Assert.DoesNotContain(other.Frames, frame => frame.Contains("between us", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Clients_are_let_go_when_the_host_stops()
    {
        await using var server = await ChatServer.StartAsync();
        await using var desk = await server.AgentAsync("mina");
        await desk.SnapshotAsync();
        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(desk.AnswerAsync);
    }
}
