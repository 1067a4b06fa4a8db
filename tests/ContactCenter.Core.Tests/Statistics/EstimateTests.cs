using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Statistics;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Statistics;

/// <summary>Where a contact stands, how long it will wait, and when that cannot be said.</summary>
public sealed class EstimateTests
{
    [Fact, PeerScenario("AZ-42")]
    public async Task A_waiting_contact_knows_its_place_in_the_queues_order()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina")));
        var chats = new List<ChatId>();
        foreach (var customer in (string[])["ana", "bob", "cleo"])
        {
            chats.Add(await floor.StartedAsync(customer));
            await floor.AdvanceAsync(Seconds(10));
        }

        Assert.Equal("1, 2, 3", await PositionsAsync(floor, chats));
        Assert.Equal(Seconds(20), (await floor.EstimateAsync(chats[1])).Waited);
        await floor.LeavesAsync(chats[0], "ana");
        Assert.Equal("1, 2", await PositionsAsync(floor, chats[1..]));
        await floor.AvailableAsync("mina");
        Assert.Equal("0, 1", await PositionsAsync(floor, chats[1..]));
        Assert.Equal(new ExpectedWait(TimeSpan.Zero, null), (await floor.EstimateAsync(chats[1])).Expected);

        // Missed: back at its old place, before those who came later.
        await floor.AdvanceAsync(Seconds(30));
        Assert.Equal("1, 2", await PositionsAsync(floor, chats[1..]));
    }

    [Fact]
    public async Task A_wait_is_place_times_handle_time_by_the_slots_at_work()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina", 2)));
        await floor.AvailableAsync("mina");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await floor.ServedAsync($"c-{number}", wait: 3, talk: 49 + number, wrapUp: 7 + number);
        }

        // 52 s in the mean, and 10 s of wrap-up; Mina has two slots, and both are taken.
        var chats = new List<ChatId>();
        foreach (var customer in (string[])["ana", "bob", "cleo", "dora", "eve"])
        {
            chats.Add(await floor.StartedAsync(customer));
        }

        await floor.AcceptedAsync("mina");
        Assert.Equal("0, 1, 2, 3", await PositionsAsync(floor, chats[1..]));
        Assert.Equal(new ExpectedWait(Seconds(31), null), (await floor.EstimateAsync(chats[2])).Expected);
        Assert.Equal(new ExpectedWait(Seconds(93), null), (await floor.EstimateAsync(chats[4])).Expected);
        Assert.Equal(new ExpectedWait(Seconds(124), null), (await floor.QueueAsync()).Expected);

        await floor.RestartAsync();
        Assert.Equal(new ExpectedWait(Seconds(93), null), (await floor.EstimateAsync(chats[4])).Expected);
    }

    [Fact]
    public async Task Where_the_wrap_up_holds_no_slot_it_holds_up_nobody()
    {
        var floor = await RunningFloor.StartAsync(Configuration([Queue("chat")], Agent("mina")) with
        {
            WrapUp = Configuration([]).WrapUp with { HoldsSlot = false },
        });
        await using var running = floor;
        await floor.AvailableAsync("mina");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await floor.ServedAsync($"c-{number}", wait: 3, talk: 40, wrapUp: 20);
        }

        Assert.Equal(new ExpectedWait(Seconds(40), null), (await floor.QueueAsync()).Expected);
    }

    [Fact]
    public async Task What_is_not_known_is_not_said()
    {
        await using var floor = await RunningFloor.StartAsync(
            Configuration([Queue("chat"), Queue("other")], Agent("mina")));
        var chat = await floor.StartedAsync("ana");
        Assert.Equal(new(null, EstimateGap.NoAgentAvailable), (await floor.EstimateAsync(chat)).Expected);
        await floor.LeavesAsync(chat, "ana");

        await floor.AvailableAsync("mina");
        foreach (var number in Enumerable.Range(1, 4))
        {
            await floor.ServedAsync($"c-{number}", wait: 0, talk: 20, wrapUp: 0);
        }

        Assert.Equal(new(null, EstimateGap.TooFewHandled), (await floor.QueueAsync()).Expected);
        await floor.ServedAsync("c-5", wait: 0, talk: 20, wrapUp: 0);
        Assert.Equal(new(Seconds(20), null), (await floor.QueueAsync()).Expected);

        // Mina is with a contact of the other queue: of this one nothing comes to an end.
        await floor.StartedAsync("bob", "other");
        await floor.AcceptedAsync("mina");
        Assert.Equal(new(null, EstimateGap.AgentsElsewhere), (await floor.QueueAsync()).Expected);
        await floor.Host.Agents.SetIdleAsync("mina");
        Assert.Equal(new(null, EstimateGap.NoAgentAvailable), (await floor.QueueAsync()).Expected);
        await floor.Host.Agents.SetAvailableAsync("mina");
        await floor.AdvanceAsync(Minutes(31));
        await floor.LeavesAsync((await floor.Host.Agents.ContactsAsync("mina")).ValueOrThrow()[0].Chat, "bob");
        await floor.Host.Chats.WrapUpAsync(new ChatId("floor", 7), "mina", ["solved"]);
        Assert.Equal(new(null, EstimateGap.TooFewHandled), (await floor.QueueAsync()).Expected);
    }

    [Fact]
    public async Task A_wait_outside_hours_is_not_estimated()
    {
        var hours = new OpeningHours { Zone = "Etc/UTC", EveryDay = "09:00-10:00" };
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat") with { Hours = hours }], Agent("mina")));
        await floor.AvailableAsync("mina");

        Assert.Equal(new(null, EstimateGap.QueueClosed), (await floor.QueueAsync()).Expected);
    }

    [Theory]
    [InlineData(1, 1, 5, 0)]
    [InlineData(1_000_000, 1, 5, long.MaxValue)]
    [InlineData(int.MaxValue, int.MaxValue, long.MaxValue, long.MaxValue)]
    public void A_wait_is_neither_negative_nor_without_end(int place, int slots, long handled, long ticks)
    {
        var wait = ExpectedWait.Of(place, available: 1, slots, handled, ticks).Wait;

        Assert.InRange(wait!.Value, TimeSpan.Zero, TimeSpan.MaxValue);
    }

    [Fact]
    public async Task Who_may_ask_is_the_customer_and_whoever_may_see_the_queue()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat"), Queue("other")], Agent("mina", "chat"), Agent("noor", "other")));
        var chat = await floor.StartedAsync("ana");

        foreach (var viewer in (Actor[])[Ana, Mina, Boss, Actor.Host])
        {
            Assert.Equal(1, (await floor.Host.Queues.EstimateAsync(chat, viewer)).ValueOrThrow().Position);
        }

        Assert.Equal("not-permitted", await RefusedAsync(chat, Bob));
        Assert.Equal("not-permitted", await RefusedAsync(chat, Noor));
        Assert.Equal("chat-unknown", await RefusedAsync(new ChatId("floor", 9), Ana));
        Assert.Equal("chat-unknown", await RefusedAsync(new ChatId("elsewhere", 1), Ana));
        await floor.AvailableAsync("mina");
        await floor.AcceptedAsync("mina");
        Assert.Equal("not-allowed", await RefusedAsync(chat, Ana));

        async Task<string?> RefusedAsync(ChatId asked, Actor viewer) =>
            (await floor.Host.Queues.EstimateAsync(asked, viewer)).Rejection?.Code;
    }

    [Fact]
    public void Where_nobody_is_what_is_asked_for_no_number_is_made_up()
    {
        var floor = Floor(Agent("mina")).Available("mina");
        for (var number = 1; number <= 6; number++)
        {
            floor.Started("chat", $"c{number}").Accepted(number).Advance(Seconds(60));
            floor.Given(End(Mina, number), WrapUp("mina", number, "solved"));
        }

        var wishes = new ContactWishes { Requirements = [(Requirement.Parse("french"), null)] };
        floor.Started("chat", "ana", "bob").Given(Start("cid", "chat") with { Wishes = wishes });

        Assert.NotNull(floor.State.EstimateOf(floor.State.Chats[8], floor.Now).Expected.Wait);
        Assert.Equal(
            EstimateGap.NoAgentAvailable, floor.State.EstimateOf(floor.State.Chats[9], floor.Now).Expected.Because);
    }

    private static async Task<string> PositionsAsync(RunningFloor floor, IEnumerable<ChatId> chats)
    {
        var positions = new List<int>();
        foreach (var chat in chats)
        {
            positions.Add((await floor.EstimateAsync(chat)).Position);
        }

        return string.Join(", ", positions);
    }
}
