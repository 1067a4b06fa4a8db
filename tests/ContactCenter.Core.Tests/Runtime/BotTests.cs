using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>Whatever a bot does, its chat goes on or goes to the queue, and no other chat notices.</summary>
public sealed class BotTests
{
    public static TheoryData<string> Failures =>
        ["throws at once", "throws later", "is cancelled", "answers nothing", "says too much"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_bot_that_fails_loses_its_chat_to_the_queue_and_no_other_chat_notices(string failure)
    {
        await using var floor = await RunningFloor.WithBotAsync(new Bot((_, _) => Fail(failure)));
        var other = await floor.StartedAsync("bob");
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.AdvanceAsync(TimeSpan.Zero);
        await floor.AdvanceAsync(TimeSpan.FromMilliseconds(250));
        await floor.AdvanceAsync(Seconds(1));

        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
        Assert.Empty(await floor.MessagesAsync(chat));
        await floor.SaidAsync(other, Bob, "hello");
        await floor.SaidAsync(chat, Ana, "hello");
    }

    [Theory, PeerScenario("RC-01", "RC-02", "RC-03", "RC-05", "RC-06", "RC-07")]
    [InlineData(QueueMode.Manual, true, true, true, ChatState.Bot)]
    [InlineData(QueueMode.Manual, true, false, true, ChatState.Queued)]
    [InlineData(QueueMode.Manual, false, true, true, ChatState.Queued)]
    [InlineData(QueueMode.Automatic, false, true, true, ChatState.Offered)]
    [InlineData(QueueMode.Automatic, true, true, false, ChatState.Bot)]
    [InlineData(QueueMode.Automatic, false, true, false, ChatState.Queued)]
    public async Task The_bot_has_a_new_chat_where_its_queue_says_so_and_there_is_one_and_nowhere_else(
        QueueMode mode, bool startsWithBot, bool isThere, bool minaIsFree, ChatState state)
    {
        await using var floor = await RunningFloor.StartAsync(
            Configuration([Queue("chat", startsWithBot: startsWithBot) with { Mode = mode }], Agent("mina")),
            runtime => isThere ? runtime with { Bot = Bot.ThatSays("Hello") } : runtime);
        await floor.AvailableAsync(minaIsFree ? ["mina"] : []);
        var chat = await floor.StartedAsync("ana");
        await floor.AdvanceAsync(TimeSpan.Zero);

        var shown = (await floor.Host.Chats.StateAsync(chat, Actor.Host)).ValueOrThrow();
        Assert.Equal((state, null), (shown.State, shown.Agent));
        Assert.Equal(state == ChatState.Bot ? ["Hello"] : [], await floor.MessagesAsync(chat));
        var waits = (await floor.Host.Queues.WaitingAsync("chat")).ValueOrThrow().Select(one => one.Chat);
        Assert.Equal(state == ChatState.Queued ? [chat] : [], waits);
    }

    [Fact]
    public async Task A_bot_that_has_nothing_to_say_does_not_keep_the_customer()
    {
        await using var floor = await RunningFloor.WithBotAsync(Bot.ThatSays(" "));
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(ChatState.Bot, await floor.StateAsync(chat));

        await floor.SaidAsync(chat, Ana, "anybody there?");
        await floor.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task A_bot_that_waits_for_more_keeps_the_customer_and_is_asked_again()
    {
        var answers = new Queue<BotReply>([BotReply.Wait, BotReply.Wait, BotReply.Say("now I know")]);
        await using var floor = await RunningFloor.WithBotAsync(new Bot((_, _) => new(answers.Dequeue())));
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.AdvanceAsync(TimeSpan.Zero);
        await floor.SaidAsync(chat, Ana, "it is");
        await floor.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(ChatState.Bot, await floor.StateAsync(chat));

        await floor.SaidAsync(chat, Ana, "about my order");
        await floor.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal("now I know", (await floor.MessagesAsync(chat))[^1]);
    }

    [Fact]
    public async Task A_bot_that_never_answers_loses_its_chat_to_the_queue_when_its_time_is_over()
    {
        var asked = new Gate();
        await using var floor = await RunningFloor.WithBotAsync(new Bot(async (_, _) =>
        {
            await asked.PassAsync();
            return BotReply.Say("never");
        }));
        var chat = await floor.StartedAsync("ana", "bots");
        var other = await floor.StartedAsync("bob");
        await asked.Reached;

        floor.Time.Advance(Seconds(30) - Tick);
        Assert.Equal(ChatState.Bot, await floor.StateAsync(chat));
        await floor.SaidAsync(other, Bob, "hello");
        await floor.AdvanceAsync(Tick);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task A_bot_that_answers_late_says_nothing_in_a_chat_that_has_moved_on()
    {
        var asked = new Gate();
        await using var floor = await RunningFloor.WithBotAsync(new Bot(async (_, _) =>
        {
            await asked.PassAsync();
            return BotReply.Say("too late");
        }));
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana", "bots");
        await asked.Reached;
        await floor.AdvanceAsync(Seconds(30));
        await floor.AcceptedAsync("mina");
        asked.Open();

        await floor.Host.Run!.SettleAsync();
        await floor.SaidAsync(chat, Mina, "hello");
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_bot_that_is_overtaken_by_the_customer_says_nothing_any_more()
    {
        var asked = new Gate();
        await using var floor = await RunningFloor.WithBotAsync(new Bot(async (_, _) =>
        {
            await asked.PassAsync();
            return BotReply.Say("Hello");
        }));
        var chat = await floor.StartedAsync("ana", "bots");
        await asked.Reached;
        Assert.True((await floor.Host.Chats.AskForAgentAsync(chat, Ana)).IsAccepted);
        asked.Open();

        await floor.Host.Run!.SettleAsync();
        Assert.Empty(await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_bot_that_answers_at_once_holds_its_conversation_line_by_line()
    {
        await using var floor = await RunningFloor.WithBotAsync(new ScriptedBot(
            "How can I help?", "One moment", KeyValuePair.Create("hours", "We are open from 9 to 18.")));
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.Host.Run!.SettleAsync();
        await floor.SaidAsync(chat, Ana, "What are your HOURS?");
        await floor.Host.Run!.SettleAsync();
        await floor.SaidAsync(chat, Ana, "I want a person");
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(
            ["How can I help?", "What are your HOURS?", "We are open from 9 to 18.", "I want a person", "One moment"],
            await floor.MessagesAsync(chat));
        Assert.Equal(ChatState.Offered, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task A_bot_is_told_the_conversation_up_to_its_question()
    {
        var turns = new List<BotTurn>();
        await using var floor = await RunningFloor.WithBotAsync(new Bot((turn, _) =>
        {
            turns.Add(turn);
            return new(BotReply.Say($"answer {turns.Count}"));
        }));
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.Host.Run!.SettleAsync();
        for (var question = 1; question <= 30; question++)
        {
            await floor.SaidAsync(chat, Ana, $"question {question}");
            await floor.Host.Run!.SettleAsync();
        }

        Assert.Equal((chat, "ana", "bots"), (turns[0].Chat, turns[0].Customer.Value, turns[0].Queue.Value));
        Assert.Empty(turns[0].Lines);
        Assert.Equal(["answer 1", "question 1"], turns[1].Lines.Select(line => line.Text));
        Assert.Equal(Enumerable.Range(11, 50), turns[30].Lines.Select(line => line.Sequence));
        Assert.Equal("question 30", turns[30].Lines[^1].Text);
    }

    [Fact]
    public async Task A_bot_that_blocks_its_thread_holds_up_nobody_else()
    {
        using var blocked = new ManualResetEventSlim();
        var asked = new Gate();
        await using var floor = await RunningFloor.WithBotAsync(new Bot((_, _) =>
        {
            _ = asked.PassAsync();
            blocked.Wait(CancellationToken.None);
            return new(BotReply.Say("late"));
        }));
        var chat = await floor.StartedAsync("ana", "bots");
        await asked.Reached;
        var other = await floor.StartedAsync("bob");
        await floor.SaidAsync(other, Bob, "hello");
        floor.Time.Advance(Seconds(30));

        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
        blocked.Set();
    }

    [Fact]
    public async Task A_floor_without_a_bot_sends_its_chats_to_the_queue()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task A_floor_stops_though_its_bot_is_still_thinking()
    {
        await using var floor = await RunningFloor.WithBotAsync(Bot.ThatNeverAnswers);
        await floor.StartedAsync("ana", "bots");

        await floor.Host.StopAsync();
    }

    private static async ValueTask<BotReply> Later(Exception exception)
    {
        await Task.Yield();
        throw exception;
    }

    private static ValueTask<BotReply> Fail(string failure) => failure switch
    {
        "throws at once" => throw new InvalidOperationException("4111111111111111"),
        "throws later" => Later(new InvalidOperationException("4111111111111111")),
        "is cancelled" => Later(new OperationCanceledException()),
        "answers nothing" => new((BotReply)null!),
        _ => new(BotReply.Say(new string('a', 8_001))),
    };
}
