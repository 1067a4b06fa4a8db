using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

public sealed class RestartTests
{
    private static readonly CommandId Id = CommandId.New(ManualTimeProvider.DefaultStart);

    private static FloorConfiguration WithAutoWrapUp => RunningFloor.Usual with
    {
        WrapUp = RunningFloor.Usual.WrapUp with { AutoAfter = Seconds(30) },
    };

    [Fact]
    public async Task A_floor_comes_back_as_it_was_open_offers_wrap_ups_and_remembered_commands_included()
    {
        await using var floor = await RunningFloor.StartAsync(WithAutoWrapUp);
        await floor.AvailableAsync("mina", "noor");
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "hello", Id);
        await floor.AcceptedAsync("mina");
        await floor.Host.Chats.EndAsync(chat, Ana);
        await floor.StartedAsync("bob");
        await floor.StartedAsync("cleo", "calls");
        await floor.StartedAsync("dora");
        var before = floor.Snapshot();
        await floor.RestartAsync();

        Assert.Equal(before, floor.Snapshot());
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
        await floor.AcceptedAsync("noor");
    }

    [Fact]
    public async Task An_open_offer_keeps_its_deadline_over_a_restart()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(20));
        await floor.RestartAsync();

        await floor.AdvanceAsync(Seconds(10) - Tick);
        Assert.Equal(ChatState.Offered, await floor.StateAsync(chat));
        await floor.AdvanceAsync(Tick);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task Alarms_that_fell_due_while_nobody_was_there_ring_at_the_start()
    {
        await using var floor = await RunningFloor.StartAsync(WithAutoWrapUp);
        await floor.AvailableAsync("mina");
        var ended = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.Host.Chats.EndAsync(ended, Ana);
        var offered = await floor.StartedAsync("bob");
        await floor.Host.StopAsync();
        floor.Time.Advance(TimeSpan.FromHours(1));
        await floor.Host.StartAsync();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal("chat-unknown", (await floor.Host.Chats.StateAsync(ended, Boss)).Rejection?.Code);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(offered));
        Assert.Equal(Availability.Rona, (await floor.Host.Agents.StateAsync("mina")).Value.Availability);
    }

    [Fact, Scenario("E30", "S113"), Pain(79)]
    public async Task A_wrap_up_is_submitted_in_time_though_the_agents_session_is_closed()
    {
        await using var floor = await RunningFloor.StartAsync(WithAutoWrapUp);
        var session = (await floor.Host.Sessions.OpenAsync(Mina)).ValueOrThrow();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        await floor.AcceptedAsync("mina");
        await floor.Host.Chats.EndAsync(chat, Ana);
        await session.DisposeAsync();

        await floor.AdvanceAsync(Seconds(30) - Tick);
        Assert.Equal(ChatState.Ended, await floor.StateAsync(chat));
        await floor.AdvanceAsync(Tick);
        Assert.Equal("chat-unknown", (await floor.Host.Chats.StateAsync(chat, Boss)).Rejection?.Code);
        Assert.False((await floor.Host.Agents.StateAsync("mina")).Value.IsEngaged);
    }

    [Fact]
    public async Task A_question_that_the_bot_has_not_answered_is_asked_again()
    {
        var (asked, silent) = (new List<BotTurn>(), true);
        await using var floor = await RunningFloor.WithBotAsync(new Bot((turn, _) =>
        {
            asked.Add(turn);
            return silent ? new(new TaskCompletionSource<BotReply>().Task) : new(BotReply.HandOver("One moment"));
        }));
        var chat = await floor.StartedAsync("ana", "bots");
        await floor.SaidAsync(chat, Ana, "anybody?");
        await floor.Host.StopAsync();
        silent = false;
        await floor.Host.StartAsync();
        await floor.Host.Run!.SettleAsync();

        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
        Assert.Equal(["anybody?", "One moment"], await floor.MessagesAsync(chat));

        // What came after the question is not part of it, the second time as little as the first.
        Assert.All(asked, turn => Assert.Empty(turn.Lines));
    }

    [Fact]
    public async Task Recorded_time_goes_on_though_the_machines_clock_was_set_back_meanwhile()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AdvanceAsync(Minutes(5));
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "one");
        await floor.Host.StopAsync();
        floor.Time.AdvanceWall(TimeSpan.FromHours(-1));
        await floor.Host.StartAsync();
        await floor.AdvanceAsync(Seconds(10));
        await floor.SaidAsync(chat, Ana, "two");

        var lines = await floor.TranscriptAsync(chat);
        Assert.Equal(Seconds(10), lines[^1].At - lines[^2].At);
    }

    [Fact]
    public async Task A_machine_whose_clock_jumps_while_the_floor_runs_moves_no_deadline()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var chat = await floor.StartedAsync("ana");
        floor.Time.AdvanceWall(TimeSpan.FromHours(1));
        await floor.AdvanceAsync(Seconds(30) - Tick);
        Assert.Equal(ChatState.Offered, await floor.StateAsync(chat));

        floor.Time.AdvanceWall(TimeSpan.FromHours(-3));
        await floor.AdvanceAsync(Tick);
        Assert.Equal(ChatState.Queued, await floor.StateAsync(chat));
    }

    [Fact]
    public async Task Names_and_addresses_come_back_with_the_offer()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        var request = new StartChat { Queue = "chat", Customer = "ana", Name = "Ana", Email = "ana@x.org" };
        Assert.True((await floor.Host.Chats.StartAsync(request)).IsAccepted);
        await floor.RestartAsync();

        var offer = Assert.Single((await floor.Host.Agents.OffersAsync("mina")).ValueOrThrow());
        Assert.Equal(("Ana", "ana@x.org"), (offer.Name, offer.Email));
    }

    [Fact]
    public async Task Each_start_is_another_epoch()
    {
        await using var floor = await RunningFloor.StartAsync();
        var first = (await floor.Host.Agents.SignInAsync("mina")).ValueOrThrow().Position;
        await floor.RestartAsync();
        var second = (await floor.Host.Agents.SignInAsync("noor")).ValueOrThrow().Position;

        Assert.Equal((1L, 2L), (first.Epoch, second.Epoch));
        Assert.Equal(first.Sequence + 1, second.Sequence);
    }

    [Fact]
    public async Task A_floor_that_was_configured_anew_starts_with_the_new_revision()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.StopAsync();
        await using var other = floor.Another(RunningFloor.Usual with { Agents = [Agent("zoe", "chat")] });
        await other.StartAsync();

        Assert.True((await other.Agents.SignInAsync("zoe")).IsAccepted);
        Assert.Equal("agent-unknown", (await other.Agents.SignInAsync("mina")).Rejection?.Code);
    }
}
