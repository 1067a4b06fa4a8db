using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Runtime;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Redaction.Rule;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>What must not be said twice, lost on the way, or be forgotten by a screen.</summary>
public sealed class RetryTests
{
    /// <summary>Card numbers of several schemes, as the dice make and people write them.</summary>
    private static readonly IReadOnlyList<string> Written =
    [
        .. from scheme in (string[])["4", "51", "2221", "6011", "3528"]
           from seed in Enumerable.Range(1, 4)
           let number = Cards.Number(scheme, 16, new Dice((ulong)seed))
           from separator in (string[])["", " ", "-"]
           let card = Cards.Grouped(number, separator, 4, 4, 4, 4)
           select card,
    ];

    [Fact]
    public async Task A_machine_that_has_slept_or_whose_clock_was_set_takes_commands_of_the_new_time()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var before = floor.Time.GetUtcNow();

        floor.Time.AdvanceWall(TimeSpan.FromHours(5));

        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "awake", NewId())).IsAccepted);
        floor.Time.SetUtcNow(before);
        Assert.Equal("command-id-ahead", (await floor.Host.Chats.SayAsync(
            chat, Ana, "from ahead", CommandId.New(before + TimeSpan.FromHours(5)))).Rejection?.Code);
        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "set right", NewId())).IsAccepted);

        CommandId NewId() => CommandId.New(floor.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_retry_of_what_was_delivered_is_not_told_that_it_was_refused()
    {
        var broken = false;
        await using var floor = await RunningFloor.WithRuleAsync(
            On("hello", () => _ = broken ? throw new InvalidOperationException() : 0));
        var chat = await floor.StartedAsync("ana");
        var id = CommandId.New(floor.Time.GetUtcNow());
        var first = await floor.SaidAsync(chat, Ana, "hello", id);

        broken = true;
        var again = await floor.SaidAsync(chat, Ana, "hello", id);
        Assert.Equal(first.Sequence, again.Sequence);
        Assert.Equal("redaction-failed", (await floor.Host.Chats.SayAsync(chat, Ana, "hello")).Rejection?.Code);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact, Pain(16)]
    public async Task A_floor_whose_journal_failed_is_started_again_with_what_is_durable()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = ((_, _) => throw new IOException("gone"), true);
        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "hello?")).IsUnknown);
        Assert.False(floor.Host.IsRunning);

        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = (null, false);
        await floor.Host.StartAsync();
        Assert.True(floor.Host.IsRunning);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
        await floor.SaidAsync(chat, Ana, "hello!");
        Assert.Equal(["hello!"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_screen_that_begins_during_an_offer_ends_up_with_what_is_true()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await using var boss = new FeedReader(floor.Host, Boss);
        var seen = Fold([], (await boss.NextAsync()).Items);
        Assert.Equal((ChatState.Offered, 1), Stand(seen, chat));

        await floor.AdvanceAsync(Seconds(30));
        Fold(seen, await boss.DeltasAsync());
        Assert.Equal((ChatState.Queued, 0), Stand(seen, chat));
        await floor.Host.Agents.SetAvailableAsync("mina");
        Fold(seen, await boss.DeltasAsync());
        Assert.Equal((ChatState.Offered, 1), Stand(seen, chat));
    }

    [Fact]
    public async Task The_customers_details_stay_with_whoever_deals_with_them()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var request = new StartChat { Queue = "chat", Customer = "ana", Name = "Ana Núñez", Email = "ana@x.org" };
        var chat = (await floor.Host.Chats.StartAsync(request)).ValueOrThrow().Id;
        await floor.AcceptedAsync("mina");

        var state = (await floor.Host.Chats.StateAsync(chat, Mina)).Value;
        Assert.Equal(("Ana Núñez", "ana@x.org"), (state.Name, state.Email));
        await using var desk = new FeedReader(floor.Host, Mina);
        Assert.Equal("Ana Núñez", Assert.Single((await desk.NextAsync()).Items.OfType<ChatShown>()).Name);
        Assert.Null((await floor.Host.Chats.StateAsync(chat, Ana)).Value.Name);
    }

    [Fact, Scenario("S124", "E24")]
    public async Task Whatever_comes_twice_happens_once_and_is_told_once()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina", "noor");
        var chat = await floor.StartedAsync("ana");
        var ids = 0;
        await TwiceAsync(id => floor.Host.Agents.AcceptAsync("mina", new OfferId("floor", 1), id));
        await TwiceAsync(id => floor.Host.Conferences.InviteAsync(chat, "mina", "noor", id));
        await TwiceAsync(id => floor.Host.Agents.AcceptAsync("noor", new OfferId("floor", 2), id));
        await TwiceAsync(id => floor.Host.Conferences.ExitAsync(chat, "noor", id));
        await TwiceAsync(id => floor.Host.Chats.EndAsync(chat, Ana, id));
        var seen = await floor.TranscriptAsync(chat);
        await TwiceAsync(id => floor.Host.Chats.WrapUpAsync(chat, "mina", ["solved"], id));

        Assert.Equal(
            [
                Notices.WaitingForAgent, Notices.AgentJoined, Notices.AgentJoined, Notices.AgentLeft,
                Notices.CustomerLeft,
            ],
            seen.Select(line => line.Notice));
        Assert.Equal(0, (await floor.Host.Agents.StateAsync("mina")).Value.Load.Total);

        async Task TwiceAsync<T>(Func<CommandId, ValueTask<Outcome<T>>> ask)
        {
            var id = new CommandId(new Guid(++ids, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 0]));
            Assert.True((await ask(id)).IsAccepted);
            Assert.True((await ask(id)).IsAccepted);
        }
    }

    [Fact, Scenario("S134")]
    public async Task Nobody_is_ever_shown_a_text_in_which_the_redactor_would_find_something()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var request = new StartChat { Queue = "chat", Customer = "ana", Name = Written[0], Email = Written[0] };
        var chat = (await floor.Host.Chats.StartAsync(request)).ValueOrThrow().Id;
        await floor.AcceptedAsync("mina");
        await floor.Host.Supervisors.BargeInAsync("boss", chat);
        Watcher[] everybody =
        [
            await Watcher.BeginAsync(floor.Host, Ana), await Watcher.BeginAsync(floor.Host, Mina),
            await Watcher.BeginAsync(floor.Host, Boss),
        ];
        foreach (var card in Written)
        {
            foreach (var author in (Actor[])[Ana, Mina, Boss])
            {
                await floor.SaidAsync(chat, author, $"this one: {card}, or the other?");
            }

            await floor.Host.Supervisors.WhisperAsync("boss", chat, card);
        }

        await floor.Host.StopAsync();
        var pipeline = new RedactionPipeline();
        foreach (var one in everybody)
        {
            var texts = await one.ReadAsync();
            Assert.InRange(texts.Count, 3 * Written.Count, 4 * Written.Count);
            Assert.All(texts, text => Assert.True(pipeline.Redact(text).Text.IsClean, text));
        }
    }

    private static Dictionary<object, FeedItem> Fold(Dictionary<object, FeedItem> seen, IReadOnlyList<FeedItem> items)
    {
        foreach (var item in items)
        {
            object key = item switch
            {
                ChatShown chat => chat.Chat,
                AgentShown agent => agent.Agent,
                OfferShown offer => offer.Offer,
                _ => item,
            };
            seen[key] = item;
        }

        return seen;
    }

    private static (ChatState State, int Load) Stand(Dictionary<object, FeedItem> seen, ChatId chat) =>
        (((ChatShown)seen[chat]).State, ((AgentShown)seen[(AgentId)"mina"]).Load.Chat);
}
