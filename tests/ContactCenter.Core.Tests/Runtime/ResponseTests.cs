using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Responses;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Responses.Prepared;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

public sealed class ResponseTests
{
    private static readonly ResponseSearch All = new();

    private static readonly FloorConfiguration Teams = Configuration(
        [Queue("chat"), Queue("vip")],
        Agent("mina", new MediaProfile { Chat = 2 }) with { Name = "Mina Kim", Team = "north" },
        Agent("noor", new MediaProfile { Chat = 2 })) with
    {
        Teams = [new TeamProfile { Name = "north" }],
    };

    [Fact]
    public async Task A_search_finds_the_response_whose_title_has_it()
    {
        var (floor, chat) = await TalkingAsync(Greeting, Refund);
        await using var running = floor;

        Assert.Equal("refund-policy", await IdsAsync(floor, chat, new() { Search = "ref" }));
        Assert.Equal("greeting refund-policy", await IdsAsync(floor, chat, All));
        Assert.Equal("greeting", await IdsAsync(floor, chat, new() { Limit = 1 }));
    }

    [Fact]
    public async Task An_agent_is_shown_what_is_for_the_chat_and_for_their_team()
    {
        var (floor, chat) = await TalkingAsync(
            Response("all"),
            Response("chat") with { Queues = ["chat"], Channel = Channel.Chat, Teams = ["north"] },
            Response("mail") with { Channel = Channel.Email },
            Response("south") with { Teams = ["south"] },
            Response("vip") with { Queues = ["vip"] },
            Response("korean") with { Locale = "ko", Category = "orders" });
        await using var running = floor;

        Assert.Equal("all chat korean", await IdsAsync(floor, chat, All));
        Assert.Equal("all chat", await IdsAsync(floor, chat, new() { Locale = "en" }));
        Assert.Equal("korean", await IdsAsync(floor, chat, new() { Category = "orders" }));
        Assert.Equal("response-unknown", (await PickAsync(floor, chat, "south")).Rejection?.Code);
        Assert.Equal("response-unknown", (await PickAsync(floor, chat, "none")).Rejection?.Code);
    }

    [Fact]
    public async Task A_response_that_carries_a_card_number_where_it_is_not_masked_is_left_out()
    {
        const string card = "4111-1111-1111-1111";
        await using var floor = await WithAsync(Source.Of(
            Greeting,
            Response(card),
            Response("category") with { Category = card },
            Response("locale") with { Locale = "x-41111111-11111111" },
            Response("queues") with { Queues = ["chat", card] },
            Response("teams") with { Teams = ["north", card] },
            Response("place") with { Text = "{4111111111111111}" }));
        var chat = await TalkAsync(floor);

        Assert.Equal("greeting place", await IdsAsync(floor, chat, All));
        Assert.Equal("response-unknown", (await PickAsync(floor, chat, card)).Rejection?.Code);
        var picked = (await PickAsync(floor, chat, "place")).ValueOrThrow();
        Assert.Equal("{411111******1111}", picked.Text);
        Assert.Empty(picked.Unresolved);
    }

    [Fact]
    public async Task Only_whoever_is_in_the_chat_is_shown_any_and_picks_one()
    {
        var (floor, chat) = await TalkingAsync(Greeting);
        await using var running = floor;
        var waiting = await floor.StartedAsync("bob", "vip");

        foreach (var (agent, where, code) in new (AgentId, ChatId, string)[]
        {
            ("noor", chat, "not-permitted"), ("mina", waiting, "not-permitted"), ("nobody", chat, "not-permitted"),
            ("mina", ChatId.Parse("floor/chat-9"), "chat-unknown"),
            ("mina", ChatId.Parse("other/chat-1"), "chat-unknown"),
        })
        {
            Assert.Equal(code, (await floor.Host.Agents.ResponsesAsync(agent, where, All)).Rejection?.Code);
            Assert.Equal(code, (await floor.Host.Agents.PickResponseAsync(agent, where, "greeting")).Rejection?.Code);
        }

        (await floor.Host.Chats.EndAsync(chat, Mina)).ValueOrThrow();
        Assert.Equal("not-permitted", (await PickAsync(floor, chat, "greeting")).Rejection?.Code);
    }

    [Fact]
    public async Task The_second_agent_of_a_conference_is_shown_them_too()
    {
        var (floor, chat) = await TalkingAsync(Greeting);
        await using var running = floor;
        await floor.AvailableAsync("noor");
        (await floor.Host.Conferences.InviteAsync(chat, "mina", "noor")).ValueOrThrow();
        Assert.Equal("not-permitted", (await floor.Host.Agents.ResponsesAsync("noor", chat, All)).Rejection?.Code);
        await floor.AcceptedAsync("noor");

        Assert.Single((await floor.Host.Agents.ResponsesAsync("noor", chat, All)).ValueOrThrow());
        var picked = await floor.Host.Agents.PickResponseAsync("noor", chat, "greeting");
        Assert.Equal("Hello, how can I help?", picked.ValueOrThrow().Text);
    }

    [Fact]
    public async Task What_a_picked_response_leaves_open_is_filled_from_the_floor_and_the_rest_is_told()
    {
        var (floor, chat) = await TalkingAsync(Response(
            "all",
            text: "{customer.name} {customer.id} {agent.name} {agent.id} {queue} {chat.id} {order} {{x}} {order}"));
        await using var running = floor;

        var picked = (await PickAsync(floor, chat, "all")).ValueOrThrow();

        Assert.Equal("Ana Lee ana Mina Kim mina chat floor/chat-1 {order} {x} {order}", picked.Text);
        Assert.Equal(["order"], picked.Unresolved);
        Assert.Equal("all", picked.ToString());
    }

    [Fact]
    public async Task A_response_whose_category_holds_a_card_number_is_not_shown()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Responses = new InMemoryResponses([new PredefinedResponse
            {
                Id = "a", Title = "a", Text = "a", Category = "4111 1111 1111 1111",
            }]),
        });
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");

        Assert.Empty((await floor.Host.Agents.ResponsesAsync("mina", chat, new ResponseSearch())).ValueOrThrow());
    }

    [Fact]
    public async Task A_name_that_nobody_knows_stays_open()
    {
        var (floor, _) = await TalkingAsync(Response("all", text: "{customer.name} {agent.name}"));
        await using var running = floor;
        (await floor.Host.Agents.SetIdleAsync("mina")).ValueOrThrow();
        await floor.AvailableAsync("noor");
        await floor.StartedAsync("bob");
        var chat = await floor.AcceptedAsync("noor");

        var picked = (await floor.Host.Agents.PickResponseAsync("noor", chat, "all")).ValueOrThrow();

        Assert.Equal("{customer.name} {agent.name}", picked.Text);
        Assert.Equal(["customer.name", "agent.name"], picked.Unresolved);
    }

    [Fact]
    public async Task A_picked_response_is_not_said()
    {
        var (floor, chat) = await TalkingAsync(Greeting);
        await using var running = floor;
        var (before, records) = (await floor.TranscriptAsync(chat), (await floor.Journal.RecordsAsync("floor")).Count);

        (await PickAsync(floor, chat, "greeting")).ValueOrThrow();

        Assert.Equal(before, await floor.TranscriptAsync(chat));
        Assert.Equal(records, (await floor.Journal.RecordsAsync("floor")).Count);
    }

    [Fact, Scenario("S56")]
    public async Task A_response_with_a_card_number_is_masked_when_it_is_shown_when_it_is_picked_and_when_it_is_sent()
    {
        var (floor, chat) = await TalkingAsync(Response("pay", "Pay to 4111 1111 1111 1111", "5555-5555-5555-4444"));
        await using var running = floor;

        var shown = Assert.Single((await floor.Host.Agents.ResponsesAsync("mina", chat, All)).ValueOrThrow());
        Assert.Equal(("Pay to 411111******1111", "555555******4444"), (shown.Title, shown.Text));
        Assert.Equal("555555******4444", (await PickAsync(floor, chat, "pay")).ValueOrThrow().Text);
        Assert.True((await floor.SaidAsync(chat, Mina, "5555-5555-5555-4444")).IsRedacted);
        Assert.Equal(["555555******4444"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_card_number_that_is_put_together_by_filling_in_is_masked()
    {
        await using var floor = await WithAsync(
            new InMemoryResponses(Response("joined", text: "4111 1111 {customer.name}")));
        await floor.AvailableAsync("mina");
        await floor.Host.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "ana", Name = "1111 1111" });
        var chat = await floor.AcceptedAsync("mina");

        Assert.Equal("411111******1111", (await PickAsync(floor, chat, "joined")).ValueOrThrow().Text);
    }

    [Fact]
    public async Task Where_card_numbers_are_dropped_a_response_with_one_is_not_shown_nor_picked()
    {
        var pipeline = new RedactionPipeline(new RedactionOptions { OutboundMode = RedactionMode.Drop });
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Redaction = pipeline,
            Responses = new InMemoryResponses(Greeting, Response("pay", text: "4111 1111 1111 1111")),
        });
        var chat = await TalkAsync(floor);

        Assert.Equal("greeting", await IdsAsync(floor, chat, All));
        Assert.Equal("message-dropped", (await PickAsync(floor, chat, "pay")).Rejection?.Code);
    }

    [Fact]
    public async Task What_no_source_should_hold_is_left_out()
    {
        await using var floor = await WithAsync(Source.Of(
            Greeting,
            Response("Not An Id"), Response("long-title", new string('a', 201)),
            Response("long-text", text: new string('a', 8_001)), Response("half", "half \uD83D"),
            Response("null", "null") with { Text = null! }));
        var chat = await TalkAsync(floor);

        Assert.Equal("greeting", await IdsAsync(floor, chat, All));
        Assert.Equal("response-unknown", (await PickAsync(floor, chat, "long-text")).Rejection?.Code);
    }

    [Fact]
    public async Task A_response_that_is_too_long_once_it_is_filled_is_refused()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with
        {
            Responses = new InMemoryResponses(
                Response("fits", text: "{queue}x"), Response("longer", text: "{chat.id}")),
            Limits = new FloorLimits { MaxMessageLength = 5 },
        });
        var chat = await TalkAsync(floor);

        Assert.Equal("chatx", (await PickAsync(floor, chat, "fits")).ValueOrThrow().Text);
        Assert.Equal("text-too-long", (await PickAsync(floor, chat, "longer")).Rejection?.Code);
    }

    [Fact]
    public async Task What_is_asked_for_has_its_bounds()
    {
        var (floor, chat) = await TalkingAsync(Greeting);
        await using var running = floor;

        Assert.Equal("", await IdsAsync(floor, chat, new() { Search = new string('a', 200) }));
        var longer = await floor.Host.Agents.ResponsesAsync("mina", chat, new() { Search = new string('a', 201) });
        Assert.Equal(("text-too-long", "search: 200 at most"), (longer.Rejection?.Code, longer.Rejection?.Subject));
        foreach (var limit in new[] { 0, 201 })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                async () => await floor.Host.Agents.ResponsesAsync("mina", chat, new() { Limit = limit }));
        }

        Assert.DoesNotContain("4111", new ResponseSearch { Search = "4111" }.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("throws")]
    [InlineData("answers nothing")]
    public async Task Without_an_answer_of_the_source_they_are_unavailable(string failure)
    {
        await using var floor = await WithAsync(failure switch
        {
            "none" => null,
            "throws" => new Source(_ => throw new IOException("4111111111111111")),
            _ => new Source(_ => new((IReadOnlyList<PredefinedResponse>)null!)),
        });
        var chat = await TalkAsync(floor);

        var asked = await floor.Host.Agents.ResponsesAsync("mina", chat, All);

        Assert.Equal("responses-unavailable", asked.Rejection?.Code);
        Assert.Equal("responses-unavailable", (await PickAsync(floor, chat, "greeting")).Rejection?.Code);
        Assert.DoesNotContain(floor.Log.Lines, line => line.Contains("4111", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_that_hangs_holds_nobody_up_past_its_time_and_too_many_such_calls_are_not_made()
    {
        using var called = new SemaphoreSlim(0);
        await using var floor = await WithAsync(new Source(_ =>
        {
            called.Release();
            return new(new TaskCompletionSource<IReadOnlyList<PredefinedResponse>>().Task);
        }));
        var chat = await TalkAsync(floor);
        var asked = floor.Host.Agents.ResponsesAsync("mina", chat, All).AsTask();
        await called.WaitAsync();
        floor.Time.Advance(Seconds(3) - Tick);
        Assert.False(asked.IsCompleted);
        floor.Time.Advance(Tick);
        Assert.Equal("responses-unavailable", (await asked).Rejection?.Code);

        for (var call = 1; call < 64; call++)
        {
            var other = floor.Host.Agents.ResponsesAsync("mina", chat, All).AsTask();
            await called.WaitAsync();
            floor.Time.Advance(Seconds(3));
            await other;
        }

        Assert.Equal(
            "responses-unavailable", (await floor.Host.Agents.ResponsesAsync("mina", chat, All)).Rejection?.Code);
        Assert.Equal(0, called.CurrentCount);
    }

    [Fact]
    public async Task Whoever_gives_up_is_not_told_that_they_are_unavailable()
    {
        await using var floor = await WithAsync(new Source(
            _ => new(new TaskCompletionSource<IReadOnlyList<PredefinedResponse>>().Task)));
        var chat = await TalkAsync(floor);
        using var giveUp = new CancellationTokenSource();

        var asked = floor.Host.Agents.ResponsesAsync("mina", chat, All, giveUp.Token).AsTask();
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    private static Task<RunningFloor> WithAsync(IResponseSource? source) =>
        RunningFloor.StartAsync(Teams, runtime => runtime with { Responses = source });

    /// <summary>Mina talks to Ana, with these responses at hand.</summary>
    private static async Task<(RunningFloor Floor, ChatId Chat)> TalkingAsync(params PredefinedResponse[] responses)
    {
        var floor = await WithAsync(new InMemoryResponses(responses));
        return (floor, await TalkAsync(floor));
    }

    private static async Task<ChatId> TalkAsync(RunningFloor floor)
    {
        await floor.AvailableAsync("mina");
        (await floor.Host.Chats.StartAsync(
            new StartChat { Queue = "chat", Customer = "ana", Name = "Ana Lee" })).ValueOrThrow();
        return await floor.AcceptedAsync("mina");
    }

    private static async Task<string> IdsAsync(RunningFloor floor, ChatId chat, ResponseSearch search) => string.Join(
        ' ',
        (await floor.Host.Agents.ResponsesAsync("mina", chat, search)).ValueOrThrow()
            .Select(response => response.Id).Order());

    private static ValueTask<Outcome<PickedResponse>> PickAsync(RunningFloor floor, ChatId chat, string id) =>
        floor.Host.Agents.PickResponseAsync("mina", chat, id);

    private sealed class Source(Func<CancellationToken, ValueTask<IReadOnlyList<PredefinedResponse>>> read)
        : IResponseSource
    {
        internal static Source Of(params PredefinedResponse[] responses) => new(_ => new(responses));

        public ValueTask<IReadOnlyList<PredefinedResponse>> ReadAsync(CancellationToken cancellationToken) =>
            read(cancellationToken);
    }
}
