using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Statistics;
using ContactCenter.Testing;
using ContactCenter.Tests.Runtime;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Statistics;

/// <summary>How a queue stands and has done, by small days that can be added up by hand.</summary>
public sealed class QueueStatisticsTests
{
    private static readonly FloorConfiguration OneAgent = Configuration([Queue("chat")], Agent("mina"));

    [Fact, Pain(83)]
    public async Task A_day_of_four_contacts_adds_up()
    {
        await using var floor = await RunningFloor.StartAsync(OneAgent);
        await PlayDayAsync(floor);

        var queue = await floor.QueueAsync();
        var today = queue.Today;
        Assert.Equal((4, 4, 0, 0), (today.Offered, today.Arrived, today.TransferredIn, today.Requeued));
        Assert.Equal((2, 1, 2, 1), (today.Answered, today.AnsweredInTime, today.Abandoned, today.ShortAbandoned));
        Assert.Equal(Seconds(35) / 2, today.AverageSpeedOfAnswer);
        Assert.Equal(Seconds(43) / 2, today.AverageWaitOfAbandoned);
        Assert.Equal(Seconds(40), today.LongestWait);
        Assert.Equal((Seconds(40), Seconds(20)), (today.AverageTalk, today.AverageWrapUp));
        Assert.Equal((2, Seconds(60)), (today.Handled, today.AverageHandleTime));
        Assert.Equal(0.5, today.AbandonmentRate);
        Assert.Equal(new ServiceLevel(Seconds(20), OfOffered: 0.25, OfAnswered: 0.5), today.ServiceLevel);
        Assert.Equal(today with { Since = queue.Recent.Since }, queue.Recent);
        Assert.Equal((0, 0, null), (queue.Waiting, queue.BeingOffered, queue.OldestWait));
    }

    [Fact]
    public async Task Short_abandons_are_left_out_of_rates_where_the_queue_says_so()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat") with { ExcludeShortAbandons = true, ServiceThreshold = Seconds(30) }], Agent("mina")));
        await PlayDayAsync(floor);

        var today = (await floor.QueueAsync()).Today;
        Assert.Equal((2, 1), (today.Abandoned, today.ShortAbandoned));
        Assert.Equal(1.0 / 3, today.AbandonmentRate);
        Assert.Equal(new ServiceLevel(Seconds(30), OfOffered: 2.0 / 3, OfAnswered: 1), today.ServiceLevel);
    }

    [Theory]
    [InlineData(200_000_000, 1)]
    [InlineData(200_000_001, 0)]
    public void An_answer_at_the_threshold_is_in_time_and_a_tick_later_it_is_not(long ticks, int inTime)
    {
        var floor = Floor(Agent("mina")).Available("mina").Started("chat", "ana")
            .Advance(new TimeSpan(ticks)).Accepted(1);

        var tally = floor.State.Tallies.Queues["chat"];
        Assert.Equal(
            (1, inTime),
            (tally.Today(QueueFigure.Answered, floor.Now), tally.Today(QueueFigure.AnsweredInTime, floor.Now)));
    }

    [Fact, Pain(84)]
    public async Task A_queue_in_which_nothing_has_happened_divides_by_nothing()
    {
        await using var floor = await RunningFloor.StartAsync();

        var today = (await floor.QueueAsync()).Today;
        Assert.Equal((null, null, null), (today.AverageSpeedOfAnswer, today.AverageHandleTime, today.AbandonmentRate));
        Assert.Equal((null, null), (today.ServiceLevel.OfOffered, today.ServiceLevel.OfAnswered));
        Assert.Equal(TimeSpan.Zero, today.LongestWait);
    }

    [Fact]
    public async Task Who_waits_and_who_is_there_is_as_of_now()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat"), Queue("other")],
            Agent("mina", 2), Agent("noor"), Agent("omar"), Agent("pia", "other"), Agent("rosa")));
        await floor.AvailableAsync("mina", "noor", "omar", "pia");
        await floor.Host.Agents.SetIdleAsync("noor", "lunch");
        await floor.StartedAsync("ana");
        await floor.AdvanceAsync(Seconds(30));
        await floor.StartedAsync("bob");
        await floor.AcceptedAsync("omar");
        await floor.AdvanceAsync(Seconds(5));
        await floor.StartedAsync("cleo");

        // Mina missed the first, Omar took it over and is full; the others wait.
        var queue = await floor.QueueAsync();
        Assert.Equal((2, 0, Seconds(5)), (queue.Waiting, queue.BeingOffered, queue.OldestWait));
        Assert.Equal(
            new Staffing(Serving: 4, SignedIn: 3, Available: 1, Free: 0, Idle: 1, Rona: 1, Engaged: 1),
            queue.Staffing);

        await floor.Host.Agents.SetAvailableAsync("mina");
        queue = await floor.QueueAsync();
        Assert.Equal((2, 2, Seconds(5)), (queue.Waiting, queue.BeingOffered, queue.OldestWait));
        Assert.Equal(1, queue.Today.Missed);
        queue = await floor.QueueAsync("other");
        Assert.Equal((0, null), (queue.Waiting, queue.OldestWait));
    }

    [Fact]
    public async Task The_half_hour_moves_on_minute_by_minute_and_today_stays()
    {
        await using var floor = await RunningFloor.StartAsync(OneAgent);
        await floor.AvailableAsync("mina");
        await floor.ServedAsync("ana", wait: 10, talk: 20, wrapUp: 10);
        await floor.AdvanceAsync(Minutes(10) - Seconds(40));
        await floor.ServedAsync("bob", wait: 30 - 1, talk: 20, wrapUp: 10);

        Assert.Equal(2, (await floor.QueueAsync()).Recent.Answered);
        await floor.AdvanceAsync(Minutes(20) - Seconds(60));
        var queue = await floor.QueueAsync();
        Assert.Equal((2, Seconds(29)), (queue.Recent.Answered, queue.Recent.LongestWait));
        Assert.Equal(ManualTimeProvider.DefaultStart, queue.Recent.Since);

        await floor.AdvanceAsync(Minutes(1));
        queue = await floor.QueueAsync();
        Assert.Equal((1, 1.0), (queue.Recent.Answered, 1 - queue.Recent.ServiceLevel.OfAnswered));
        await floor.AdvanceAsync(Minutes(10));
        queue = await floor.QueueAsync();
        Assert.Equal((0, TimeSpan.Zero), (queue.Recent.Answered, queue.Recent.LongestWait));
        Assert.Equal((2, Seconds(29)), (queue.Today.Answered, queue.Today.LongestWait));
    }

    [Fact]
    public async Task Today_begins_when_the_floor_says_so()
    {
        await using var floor = await RunningFloor.StartAsync(OneAgent with { StatisticsDayBegins = Minutes(15 * 60) });
        await floor.AvailableAsync("mina");
        await floor.ServedAsync("ana", wait: 1, talk: 1, wrapUp: 1);

        // It is shortly past noon; the day that began at 15:00 yesterday ends at 15:00.
        await floor.AdvanceAsync(ManualTimeProvider.DefaultStart + Minutes(180) - Tick - floor.Time.GetUtcNow());
        var before = (await floor.QueueAsync()).Today;
        Assert.Equal((1, ManualTimeProvider.DefaultStart - Minutes(21 * 60)), (before.Answered, before.Since));

        await floor.AdvanceAsync(Tick);
        var after = (await floor.QueueAsync()).Today;
        Assert.Equal((0, ManualTimeProvider.DefaultStart + Minutes(180)), (after.Answered, after.Since));
        await floor.ServedAsync("bob", wait: 1, talk: 1, wrapUp: 1);
        Assert.Equal(1, (await floor.QueueAsync()).Today.Answered);
    }

    [Fact, PeerScenario("AQ-20")]
    public void A_transfer_leaves_one_line_or_agent_and_comes_into_another()
    {
        var floor = Floor([Queue("chat"), Queue("other")], Agent("mina", "chat"), Agent("noor", "other"))
            .Available("mina").Started("chat", "ana").Accepted(1).Advance(Seconds(10))
            .Given(new ContactCenter.Collaboration.TransferChat(Mina, 1, "other", Agent: null));
        var (chat, other) = (floor.State.Tallies.Queues["chat"], floor.State.Tallies.Queues["other"]);
        Assert.Equal((1, 0), (Today(floor, "chat", QueueFigure.TransferredOut), chat.Waiting));
        Assert.Equal((1, 1), (Today(floor, "other", QueueFigure.TransferredIn), other.Waiting));

        // The wait in the second line begins there; the talk belongs to the first.
        floor.Advance(Seconds(7)).Available("noor").Accepted(1).Given(WrapUp("mina", 1, "solved"));
        Assert.Equal(Seconds(7).Ticks, Today(floor, "other", QueueFigure.WaitOfAnswered));
        Assert.Equal(
            (Seconds(10).Ticks, Seconds(7).Ticks),
            (Today(floor, "chat", QueueFigure.Talk), Today(floor, "chat", QueueFigure.WrapUp)));
        Assert.Equal(default, floor.State.Agents["mina"].Load);
    }

    [Fact, PeerScenario("AQ-21")]
    public void A_handover_with_responsibility_is_told_and_counted_once_when_somebody_accepts()
    {
        var floor = Floor(Configuration(
                [Queue("chat"), Queue("other")], Agent("mina", "chat"), Agent("noor", "other")) with
        {
            Collaboration = new() { TransferRelease = ContactCenter.Collaboration.TransferRelease.OnAccept },
        })
            .Available("mina", "noor").Started("chat", "ana").Accepted(1).Advance(Seconds(10))
            .Given(new ContactCenter.Collaboration.TransferChat(Mina, 1, "other", Agent: null));
        Assert.Equal(0, Today(floor, "chat", QueueFigure.TransferredOut));
        Assert.Equal("mina", floor.State.Chats[1].Owner?.Agent.Value);

        floor.When(Accept("noor", 2)).Then("offer-closed", "notice-shown", "wrap-up-started", "notice-shown");
        floor.Given(WrapUp("mina", 1, "solved"));

        Assert.Equal(1, Today(floor, "chat", QueueFigure.TransferredOut));
        Assert.Equal(1, Today(floor, "other", QueueFigure.Answered));
        Assert.Equal(default, floor.State.Agents["mina"].Load);
    }

    [Fact]
    public void A_contact_that_a_supervisor_moves_or_completes_while_it_waits_was_not_abandoned()
    {
        var floor = Floor([Queue("chat"), Queue("other")], Agent("mina"))
            .Started("chat", "ana", "bob").Advance(Seconds(10))
            .Given(
                new ContactCenter.Collaboration.TransferChat(Boss, 1, "other", Agent: null),
                new ContactCenter.Collaboration.CompleteContact(Boss, 2, []));

        Assert.Equal(
            (1, 1, 0),
            (Today(floor, "chat", QueueFigure.Reassigned), Today(floor, "chat", QueueFigure.Ended),
                Today(floor, "chat", QueueFigure.Abandoned)));
        Assert.Equal((0, 1), (floor.State.Tallies.Queues["chat"].Waiting, floor.State.Tallies.Queues["other"].Waiting));
    }

    [Fact]
    public void A_contact_whose_queue_is_removed_is_counted_on_in_the_one_that_replaces_it()
    {
        var floor = Floor(
            [Queue("chat") with { WhenRemoved = QueueRemoval.MoveTo, ReplacedBy = "other" }, Queue("other")],
            Agent("mina")).Started("chat", "ana").Advance(Seconds(10))
            .Configured(Configuration([Queue("other")], Agent("mina"))).Drain().Restarted();

        Assert.Equal((1, 1), (Today(floor, "other", QueueFigure.TransferredIn), floor.State.Tallies.Queues.Count));
        floor.Advance(Seconds(7)).Available("mina").Accepted(1);
        Assert.Equal(Seconds(7).Ticks, Today(floor, "other", QueueFigure.WaitOfAnswered));
    }

    [Fact]
    public void A_contact_that_a_rule_moves_or_ends_was_not_abandoned()
    {
        var floor = Floor(
            [
                Queue("chat") with { WaitRules = [new WaitRule { After = Seconds(30), MoveTo = "other" }] },
                Queue("other") with { WaitRules = [new WaitRule { After = Seconds(90), End = true }] },
            ],
            Agent("mina")).Started("chat", "ana").Advance(Seconds(100));

        Assert.Equal(
            (1, 1, 1, 0),
            (Today(floor, "chat", QueueFigure.Overflowed), Today(floor, "other", QueueFigure.TransferredIn),
                Today(floor, "other", QueueFigure.Ended), Today(floor, "other", QueueFigure.Abandoned)));
        Assert.Equal(Seconds(60).Ticks, Today(floor, "other", QueueFigure.LongestWait));
    }

    [Fact]
    public async Task A_restart_in_the_middle_changes_nothing()
    {
        await using var floor = await RunningFloor.StartAsync(OneAgent);
        await floor.AvailableAsync("mina");
        await floor.ServedAsync("ana", wait: 10, talk: 60, wrapUp: 30);
        await floor.StartedAsync("bob");
        await floor.StartedAsync("cleo");
        await floor.AdvanceAsync(Seconds(7));
        var (queue, agent, bytes) = (await floor.QueueAsync(), await floor.AgentAsync(), floor.Snapshot());

        await floor.RestartAsync();

        Assert.Equal(bytes, floor.Snapshot());
        Assert.Equal(queue, await floor.QueueAsync());
        Assert.Equal(agent with { IdleByCode = [] }, await floor.AgentAsync() with { IdleByCode = [] });
        Assert.Equal(agent.IdleByCode, (await floor.AgentAsync()).IdleByCode);
        await floor.AcceptedAsync("mina");
        Assert.Equal(Seconds(17) / 2, (await floor.QueueAsync()).Today.AverageSpeedOfAnswer);
    }

    [Fact]
    public async Task Who_may_see_a_queue_is_who_runs_the_floor_and_who_serves_it()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat"), Queue("other")], Agent("mina", "chat")) with
        {
            Supervisors = [new() { Id = "boss" }],
        });

        foreach (var viewer in (Actor[])[Actor.Host, Boss, Mina])
        {
            Assert.True((await floor.Host.Queues.StatisticsAsync("chat", viewer)).IsAccepted);
        }

        foreach (var viewer in (Actor[])[Noor, Ana, Actor.Supervisor("stranger"), Actor.System])
        {
            Assert.Equal("not-permitted", await RefusedAsync("chat", viewer));
        }

        Assert.Equal("not-permitted", await RefusedAsync("other", Mina));
        Assert.Equal("queue-unknown", await RefusedAsync("nowhere", Boss));
        await floor.Host.StopAsync();
        Assert.Equal("not-running", await RefusedAsync("chat", Boss));

        async Task<string?> RefusedAsync(string queue, Actor viewer) =>
            (await floor.Host.Queues.StatisticsAsync(queue, viewer)).Rejection?.Code;
    }

    [Fact, PeerScenario("RC-22")]
    public async Task Queues_are_listed_for_whoever_may_see_them_and_refused_to_the_others()
    {
        await using var floor = await RunningFloor.StartAsync(Configuration(
            [Queue("chat"), Queue("other")], Agent("mina", "other")) with
        {
            Supervisors = [new() { Id = "boss" }],
        });

        Assert.Equal(["chat", "other"], Names(await floor.Host.Queues.ListAsync(Boss)));
        Assert.Equal(["other"], Names(await floor.Host.Queues.ListAsync(Mina)));
        foreach (var viewer in (Actor[])[Noor, Ana, Actor.Supervisor("stranger")])
        {
            Assert.Equal("not-permitted", (await floor.Host.Queues.ListAsync(viewer)).Rejection?.Code);
        }
    }

    [Fact, PeerScenario("RC-23")]
    public async Task Queues_are_listed_page_by_page_with_the_number_of_all()
    {
        QueueProfile[] queues = [.. Enumerable.Range(1, 7).Select(number => Queue($"q{8 - number}"))];
        await using var floor = await RunningFloor.StartAsync(Configuration(queues, Agent("mina")));

        var page = (await floor.Host.Queues.ListAsync(Actor.Host, offset: 3, limit: 2)).ValueOrThrow();
        Assert.Equal(["q4", "q5"], page.Queues.Select(queue => queue.Queue.Value));
        Assert.Equal((3, 7), (page.Offset, page.Total));
        Assert.Equal(["q7"], Names(await floor.Host.Queues.ListAsync(Actor.Host, offset: 6)));
        page = (await floor.Host.Queues.ListAsync(Actor.Host, offset: 7)).ValueOrThrow();
        Assert.Equal((0, 7), (page.Queues.Count, page.Total));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await floor.Host.Queues.ListAsync(Actor.Host, -1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await floor.Host.Queues.ListAsync(Actor.Host, 0, 101));
    }

    [Fact]
    public void Whoever_wraps_up_for_a_queue_that_waits_for_it_is_not_free_for_it()
    {
        var holding = Configuration([Queue("chat"), Queue("sales")], Agent("mina"));
        var floor = Floor(holding with { WrapUp = holding.WrapUp with { HoldsSlot = false, HoldsQueue = true } })
            .Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1));

        Assert.Equal((0, 1), (Free("chat"), Free("sales")));

        int Free(string queue) => floor.State.StatisticsOf(floor.State.Queues[queue], floor.Now).Staffing.Free;
    }

    /// <summary>Two are answered, after 10 and 25 s; two leave, after 3 and 40 s.</summary>
    internal static async Task PlayDayAsync(RunningFloor floor)
    {
        await floor.AvailableAsync("mina");
        await floor.ServedAsync("ana", wait: 10, talk: 60, wrapUp: 30);
        await floor.ServedAsync("bob", wait: 25, talk: 20, wrapUp: 10);
        await floor.Host.Agents.SetIdleAsync("mina", "lunch");
        foreach (var (customer, wait) in new (string, int)[] { ("cleo", 3), ("dora", 40) })
        {
            var chat = await floor.StartedAsync(customer);
            await floor.AdvanceAsync(Seconds(wait));
            await floor.LeavesAsync(chat, customer);
        }
    }

    private static IEnumerable<string> Names(Outcome<QueuePage> page) =>
        page.ValueOrThrow().Queues.Select(queue => queue.Queue.Value);

    private static long Today(Specification floor, string queue, QueueFigure figure) =>
        floor.State.Tallies.Queues[queue].Today(figure, floor.Now);
}
