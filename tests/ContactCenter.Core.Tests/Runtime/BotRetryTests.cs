using ContactCenter.Chats;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>A bot that throws is asked again while there is time; one that hangs costs nobody else a turn.</summary>
public sealed class BotRetryTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private int _asked;

    [Fact]
    public async Task A_bot_that_throws_once_is_asked_again_after_a_moment_and_answers()
    {
        await using var floor = await RunningFloor.WithBotAsync(ThatThrows(times: 1));
        var chat = await floor.StartedAsync("ana", "bots");

        await floor.AdvanceAsync(TimeSpan.Zero);
        await floor.AdvanceAsync(Pause - Tick);
        Assert.Equal((1, ChatState.Bot), (_asked, await floor.StateAsync(chat)));
        await floor.AdvanceAsync(Tick);

        Assert.Equal((2, ChatState.Bot), (_asked, await floor.StateAsync(chat)));
        Assert.Equal(["answer 2"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_bot_that_throws_three_times_is_given_up()
    {
        await using var floor = await RunningFloor.WithBotAsync(ThatThrows(times: 9));
        var chat = await floor.StartedAsync("ana", "bots");

        await floor.AdvanceAsync(TimeSpan.Zero);
        await floor.AdvanceAsync(Pause);
        await floor.AdvanceAsync(Seconds(1) - Tick);
        Assert.Equal((2, ChatState.Bot), (_asked, await floor.StateAsync(chat)));
        await floor.AdvanceAsync(Tick);

        Assert.Equal((3, ChatState.Queued), (_asked, await floor.StateAsync(chat)));
        await floor.AdvanceAsync(Minutes(1));
        Assert.Equal(3, _asked);
    }

    [Theory]
    [InlineData(250, 1)]
    [InlineData(251, 2)]
    [InlineData(1_250, 2)]
    [InlineData(1_251, 3)]
    public async Task A_bot_is_not_waited_for_where_it_would_be_asked_again_too_late(int deadline, int attempts)
    {
        await using var floor = await RunningFloor.StartAsync(
            RunningFloor.Usual with { BotTimeout = TimeSpan.FromMilliseconds(deadline) },
            runtime => runtime with { Bot = ThatThrows(times: 9) });
        var chat = await floor.StartedAsync("ana", "bots");

        await floor.AdvanceAsync(TimeSpan.Zero);
        foreach (var pause in new[] { Pause, Seconds(1) }.Take(attempts - 1))
        {
            Assert.Equal(ChatState.Bot, await floor.StateAsync(chat));
            await floor.AdvanceAsync(pause);
        }

        Assert.Equal((attempts, ChatState.Queued), (_asked, await floor.StateAsync(chat)));
    }

    [Fact]
    public async Task A_bot_that_hangs_is_not_asked_a_second_time()
    {
        await using var floor = await RunningFloor.WithBotAsync(new Bot((_, _) =>
        {
            _asked++;
            return new(new TaskCompletionSource<BotReply>().Task);
        }));
        var chat = await floor.StartedAsync("ana", "bots");

        await floor.AdvanceAsync(Seconds(30));
        await floor.AdvanceAsync(Minutes(1));

        Assert.InRange(_asked, 0, 1);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task A_chat_that_went_to_its_queue_is_not_asked_about_again()
    {
        await using var floor = await RunningFloor.WithBotAsync(ThatThrows(times: 1));
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.AdvanceAsync(TimeSpan.Zero);
        (await floor.Host.Chats.AskForAgentAsync(chat, Ana)).ValueOrThrow();

        await floor.AdvanceAsync(Pause);

        Assert.Equal(1, _asked);
        Assert.Empty(await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_floor_that_stops_between_two_attempts_asks_again_when_it_starts()
    {
        await using var floor = await RunningFloor.WithBotAsync(ThatThrows(times: 1));
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.AdvanceAsync(TimeSpan.Zero);

        await floor.RestartAsync();
        await floor.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(["answer 2"], await floor.MessagesAsync(chat));
    }

    [Theory]
    [InlineData("is slow")]
    [InlineData("hangs")]
    [InlineData("answers twice")]
    public async Task Whatever_the_bot_does_an_answer_counts_once_and_another_chat_goes_on(string trouble)
    {
        var gate = new Gate();
        await using var floor = await RunningFloor.WithBotAsync(new Bot(async (turn, _) =>
        {
            if (turn.Customer.Value == "ana" && Interlocked.Increment(ref _asked) == 1)
            {
                await gate.PassAsync();
            }

            return BotReply.Say($"hello {turn.Customer.Value}");
        }));
        var chat = await floor.StartedAsync("ana", "bots");
        await gate.Reached;
        floor.Time.Advance(Seconds(29));
        var other = await floor.StartedAsync("bob", "bots");
        await AnsweredAsync(floor, other);
        if (trouble == "answers twice")
        {
            await floor.RestartAsync();
            await AnsweredAsync(floor, chat);
        }

        if (trouble != "hangs")
        {
            gate.Open();
            await AnsweredAsync(floor, chat);
        }

        await floor.AdvanceAsync(Seconds(1));
        Assert.Equal(trouble == "hangs" ? [] : ["hello ana"], await floor.MessagesAsync(chat));
        Assert.Equal(trouble == "hangs" ? ChatState.Queued : ChatState.Bot, await floor.StateAsync(chat));
        await floor.SaidAsync(other, Bob, "thanks");
        await floor.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(["hello bob", "thanks", "hello bob"], await floor.MessagesAsync(other));
    }

    [Fact]
    public async Task Calls_that_pay_no_heed_keep_their_places_and_a_question_without_one_gives_up_in_time()
    {
        var (hung, all) = (new TaskCompletionSource<BotReply>(), new Gate());
        await using var floor = await RunningFloor.WithBotAsync(new Bot((turn, told) =>
        {
            if (!turn.Customer.Value.StartsWith("hung", StringComparison.Ordinal))
            {
                return new ValueTask<BotReply>(BotReply.Say("hello"));
            }

            if (Interlocked.Increment(ref _asked) == 64)
            {
                _ = all.PassAsync();
            }

            return new ValueTask<BotReply>(hung.Task);
        }));
        for (var number = 1; number <= 65; number++)
        {
            await floor.StartedAsync($"hung-{number}", "bots");
        }

        await all.Reached;
        var (late, other) = (await floor.StartedAsync("ana", "bots"), await floor.StartedAsync("bob"));
        await floor.SaidAsync(other, Bob, "hello");
        await floor.AdvanceAsync(Seconds(30));
        Assert.Equal((64, ChatState.Queued), (_asked, await floor.StateAsync(late)));

        // They were left behind, and are still there.
        var second = await floor.StartedAsync("cara", "bots");
        await floor.AdvanceAsync(Seconds(30));
        Assert.Equal(ChatState.Queued, await floor.StateAsync(second));
        Assert.Empty(await floor.MessagesAsync(second));

        hung.SetResult(BotReply.Say("too late"));
        var third = await floor.StartedAsync("dora", "bots");
        await floor.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(["hello"], await floor.MessagesAsync(third));
        Assert.Empty(await floor.MessagesAsync(late));
    }

    private Bot ThatThrows(int times) => new((_, _) => ++_asked <= times
        ? throw new InvalidOperationException("4111111111111111")
        : new(BotReply.Say($"answer {_asked}")));

    /// <summary>Waits until the bot has said something in a chat, though it is at a loss in another.</summary>
    private static async Task AnsweredAsync(RunningFloor floor, ChatId chat)
    {
        await using var feed = new FeedReader(floor.Host, Actor.Customer(await CustomerAsync(floor, chat)));
        await feed.NextAsync();
        while ((await floor.MessagesAsync(chat)).Count == 0)
        {
            await feed.NextAsync();
        }
    }

    private static async Task<CustomerId> CustomerAsync(RunningFloor floor, ChatId chat) =>
        (await floor.Host.Chats.StateAsync(chat, Actor.Host)).ValueOrThrow().Customer;
}
