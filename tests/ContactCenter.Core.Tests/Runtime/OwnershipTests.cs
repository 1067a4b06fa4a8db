using ContactCenter.Agents;
using ContactCenter.Runtime;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>What needs no append is answered by an owner too, and by nobody who was one.</summary>
public sealed class OwnershipTests
{
    public static TheoryData<string> Reads => [.. Asked.Keys];

    private static Dictionary<string, Func<FloorHost, ChatId, Task<string?>>> Asked { get; } = new()
    {
        ["state"] = async (host, chat) => (await host.Chats.StateAsync(chat, Ana)).Rejection?.Code,
        ["transcript"] = async (host, chat) => (await host.Chats.TranscriptAsync(chat, Ana)).Rejection?.Code,
        ["typing"] = async (host, chat) => (await host.Chats.TypingAsync(chat, Ana)).Rejection?.Code,
        ["agent"] = async (host, _) => (await host.Agents.StateAsync("mina")).Rejection?.Code,
        ["waiting"] = async (host, _) => (await host.Queues.WaitingAsync("chat")).Rejection?.Code,
        ["why"] = async (host, chat) => (await host.Queues.ExplainAsync(chat, Boss)).Rejection?.Code,
        ["history"] = async (host, _) => (await host.History.ContactsAsync("ana", Actor.Host)).Rejection?.Code,
        ["audit"] = async (host, _) => (await host.History.AuditAsync(Actor.Host)).Rejection?.Code,
        ["offers"] = async (host, _) => (await host.Agents.OffersAsync("mina")).Rejection?.Code,
        ["feed"] = async (host, _) =>
        {
            await using var feed = host.Feeds.SubscribeAsync(Boss).GetAsyncEnumerator();
            var thrown = await Record.ExceptionAsync(async () => await feed.MoveNextAsync());
            return thrown is InvalidOperationException ? "not-running" : thrown?.GetType().Name;
        },
    };

    [Theory, Pain(8)]
    [MemberData(nameof(Reads))]
    public async Task An_owner_that_was_replaced_shows_nothing_older_than_it_may_be(string read)
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await using var second = floor.Another();
        await second.StartAsync();

        floor.Time.Advance(Seconds(1) - Tick);
        Assert.Null(await Asked[read](floor.Host, chat));
        floor.Time.Advance(Tick);
        Assert.Equal("not-running", await Asked[read](floor.Host, chat));
        Assert.Equal("not-running", await Asked[read](floor.Host, chat));
        Assert.False(floor.Host.IsRunning);
        Assert.Null(await Asked[read](second, chat));
    }

    [Fact, Pain(8)]
    public async Task An_owner_that_was_replaced_refuses_nobody_by_what_it_remembers()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await using var second = floor.Another();
        await second.StartAsync();
        var chat = (await second.Chats.StartAsync(new StartChat { Queue = "chat", Customer = "ana" })).Value.Id;

        Assert.Equal("chat-unknown", (await floor.Host.Chats.SayAsync(chat, Ana, "hello")).Rejection?.Code);
        floor.Time.Advance(Seconds(1));
        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "hello")).IsUnknown);
        Assert.Equal("not-running", (await floor.Host.Chats.SayAsync(chat, Ana, "hello")).Rejection?.Code);
        Assert.True((await second.Chats.SayAsync(chat, Ana, "hello")).IsAccepted);
        Assert.Contains(floor.Log.Lines, line => line.Contains("(FloorStoppedException: ", StringComparison.Ordinal));
    }

    [Fact, Pain(8)]
    public async Task The_feeds_of_an_owner_that_was_replaced_end_though_nothing_happens()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.StartedAsync("ana");
        var watcher = await Watcher.BeginAsync(floor.Host, Boss);
        await using var second = floor.Another();
        await second.StartAsync();

        floor.Time.Advance(Seconds(1));
        Assert.False(floor.Host.IsRunning);
        Assert.Empty(await watcher.ShownAsync());
    }

    [Fact]
    public async Task An_owner_that_was_replaced_rests_though_an_alarm_of_its_own_falls_due()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await using var second = floor.Another();
        await second.StartAsync();
        floor.Time.Advance(Seconds(1));
        Assert.Equal("not-running", await Asked["state"](floor.Host, chat));

        // An alarm that nobody runs any more must not ring for ever. A minute stops a test that hangs.
        await Task.Run(() => floor.Time.Advance(Minutes(1))).WaitAsync(Minutes(1));
        Assert.Equal(Availability.Rona, (await second.Agents.StateAsync("mina")).ValueOrThrow().Availability);
    }

    [Fact]
    public async Task An_owner_that_still_is_one_asks_once_and_answers()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var before = floor.Journal.HeadReads;
        for (var round = 1; round <= 3; round++)
        {
            floor.Time.Advance(Minutes(10));
            for (var again = 0; again < 100; again++)
            {
                Assert.True((await floor.Host.Chats.StateAsync(chat, Ana)).IsAccepted);
                Assert.Equal("not-permitted", (await floor.Host.Chats.SayAsync(chat, Bob, "x")).Rejection?.Code);
            }

            Assert.Equal(round, floor.Journal.HeadReads - before);
        }
    }

    [Fact]
    public async Task An_owner_that_cannot_ask_answers_nothing_and_does_not_take_itself_for_replaced()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        floor.Time.Advance(Seconds(1));

        floor.Journal.HidesItsHead = true;
        await Assert.ThrowsAsync<IOException>(async () => await floor.Host.Chats.StateAsync(chat, Ana));
        Assert.True(floor.Host.IsRunning);
        floor.Journal.HidesItsHead = false;
        Assert.True((await floor.Host.Chats.StateAsync(chat, Ana)).IsAccepted);
    }

    [Fact]
    public async Task A_refusal_that_may_be_out_of_date_is_not_given_while_the_journal_gives_no_answer()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        floor.Time.Advance(Seconds(1));

        floor.Journal.HidesItsHead = true;
        Assert.True((await floor.Host.Chats.SayAsync(chat, Bob, "hello")).IsUnknown);
        floor.Journal.HidesItsHead = false;
        await floor.RestartAsync();
        Assert.Equal("not-permitted", (await floor.Host.Chats.SayAsync(chat, Bob, "hello")).Rejection?.Code);
    }
}
