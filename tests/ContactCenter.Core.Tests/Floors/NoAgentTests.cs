using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Statistics;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>What becomes of contacts for which no agent is there.</summary>
public sealed class NoAgentTests
{
    private static readonly NoAgentRule Ends = new()
    {
        After = Seconds(60),
        NewcomersAfter = Seconds(5),
        End = true,
    };

    [Fact]
    [PeerScenario("FS-08")]
    public void Whoever_waits_goes_when_nobody_has_been_there_for_so_long()
    {
        var floor = Scene(Ends).Available("mina").Started("q1", "ana").Accepted(1).Started("q1", "bob")
            .After(Seconds(10)).Given(GoIdle("mina"));

        floor.Restarted().Advance(Seconds(60) - Tick).ThenNothing();
        floor.Advance(Tick).Then(
            new NoAgentRuleFired(2, "q1"),
            new NoticeShown(2, 2, Notices.NoAgents, string.Empty),
            new ChatEnded(2, ChatTrigger.Leave, Actor.System),
            new ChatClosed(2));
        Assert.Null(floor.State.NobodyDueAt);
        var tally = floor.State.Tallies.Queues["q1"];
        Assert.Equal(
            (1L, 0L), (tally.Today(QueueFigure.Ended, floor.Now), tally.Today(QueueFigure.Abandoned, floor.Now)));
    }

    [Fact]
    [PeerScenario("FS-08")]
    public void Whoever_comes_while_nobody_is_there_goes_sooner()
    {
        var floor = Scene(Ends).Started("q1", "ana");

        floor.Advance(Seconds(5) - Tick).ThenNothing();
        floor.Restarted().Advance(Tick).ThenAmongOthers(
            new NoAgentRuleFired(1, "q1"), new ChatEnded(1, ChatTrigger.Leave, Actor.System));
        floor.When(new FollowNoAgentRule("q1")).Refused("effect-gone")
            .When(new FollowNoAgentRule("nowhere")).Refused("effect-gone");
    }

    [Fact]
    public void Of_one_instant_the_order_decides_who_came_before_the_last_agent_left()
    {
        var floor = Scene(Ends).Available("mina").Started("q1", "ana").Accepted(1)
            .Started("q1", "bob").Given(GoIdle("mina")).Started("q1", "cleo");

        floor.Restarted().Advance(Seconds(59));
        Assert.Equal([3], floor.Happened.OfType<NoAgentRuleFired>().Select(fired => fired.Chat));
        floor.Advance(Seconds(1)).ThenAmongOthers(new NoAgentRuleFired(2, "q1"));
    }

    [Fact]
    public void An_agent_who_is_there_in_time_stops_it_for_all()
    {
        var floor = Scene(Ends).Started("q1", "ana", "bob").After(Seconds(5) - Tick).Available("mina");

        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
        floor.Advance(Seconds(20)).ThenNothing();

        // She was there, so for who waits the time counts from when she goes.
        floor.Given(GoIdle("mina")).Advance(Seconds(60) - Tick).ThenNothing();
        floor.Advance(Tick);
        Assert.Equal([1, 2], floor.Happened.OfType<NoAgentRuleFired>().Select(fired => fired.Chat));
    }

    [Fact]
    public void Whoever_misses_an_offer_is_not_there_any_more_and_whoever_serves_another_queue_never_was()
    {
        var floor = Scene(Ends).Available("noor").Available("mina").Started("q1", "ana");

        floor.Advance(Seconds(30)).ThenAmongOthers(Missed("mina"));
        floor.Advance(Seconds(60) - Tick).ThenNothing();
        floor.Advance(Tick).ThenAmongOthers(new NoAgentRuleFired(1, "q1"));
    }

    [Fact]
    public void Whoever_has_paused_the_queue_is_not_there_for_it_until_they_resume_it()
    {
        var floor = Scene(Ends).Available("mina").Given(new MakeIdle(Mina, "mina", "lunch", Queue: "q1"))
            .Started("q1", "ana");

        floor.Restarted().Advance(Seconds(5) - Tick).ThenNothing();
        floor.Given(new MakeAvailable(Mina, "mina", Queue: "q1"));
        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
        floor.Given(new MakeIdle(Mina, "mina", "lunch", Queue: "q1")).Advance(Seconds(60) - Tick).ThenNothing();
        floor.Restarted().Advance(Tick).ThenAmongOthers(new NoAgentRuleFired(1, "q1"));
    }

    [Fact]
    public void Whom_a_miss_has_stopped_for_the_queue_is_not_there_for_it()
    {
        var floor = Specification.Floor(
            Configuration([Queue("q1") with { NoAgents = Ends }, Queue("q2")], Agent("mina", "q1", "q2")) with
            {
                RonaScope = RonaScope.OwnQueue,
            }).Available("mina").Started("q1", "ana");

        floor.Advance(Seconds(30)).Then("offer-closed", "queue-paused");
        floor.Restarted().Advance(Seconds(60) - Tick).ThenNothing();
        floor.Advance(Tick).ThenAmongOthers(new NoAgentRuleFired(1, "q1"));
    }

    [Fact]
    [PeerScenario("FS-03")]
    public void A_step_without_agents_is_skipped_at_once()
    {
        var floor = Scene(Skips("rest")).Available("noor");

        floor.When(Start("ana", "q1")).ThenAmongOthers(
            new ChatQueued(1),
            new NoAgentRuleFired(1, "q1"),
            new ChatDiverted(1, "q1", "rest", Diversion.NoAgents),
            Offered(1, 1, "noor", floor.Now + Seconds(30)));
    }

    [Fact]
    [PeerScenario("TW-02")]
    public void A_step_is_skipped_only_where_nobody_takes_it_at_once_and_nobody_will()
    {
        var taken = Scene(Skips("rest")).Available("mina", "noor");
        taken.When(Start("ana", "q1")).ThenAmongOthers(Offered(1, 1, "mina", taken.Now + Seconds(30)));
        Assert.DoesNotContain(taken.Happened, happened => happened is NoAgentRuleFired);

        // She has no room at the moment, but she is there.
        taken.Accepted(1).When(Start("bob", "q1")).ThenAccepted();
        Assert.Equal("q1", taken.State.Chats[2].Queue.Value);
    }

    [Fact]
    [PeerScenario("TW-02")]
    public void Where_every_step_is_skipped_it_waits_in_the_last_or_ends_as_that_says()
    {
        QueueProfile[] steps =
            [Queue("q1") with { NoAgents = Skips("q2") }, Queue("q2") with { NoAgents = Skips("q3") }];
        var waits = Specification.Floor([.. steps, Queue("q3")], Agent("mina"));
        waits.When(Start("ana", "q1")).ThenAmongOthers(
            new ChatDiverted(1, "q1", "q2", Diversion.NoAgents), new ChatDiverted(1, "q2", "q3", Diversion.NoAgents));
        waits.Restarted().Advance(Minutes(60)).ThenNothing();
        Assert.Equal("q3", waits.State.Chats[1].Queue.Value);

        var ends = Specification.Floor(
            [.. steps, Queue("q3") with { NoAgents = new NoAgentRule { End = true } }], Agent("mina"));
        ends.When(Start("ana", "q1")).ThenAmongOthers(new ChatEnded(1, ChatTrigger.Leave, Actor.System));
    }

    [Fact]
    public void Nobody_goes_round_for_ever()
    {
        var floor = Specification.Floor(
            [
                Queue("q1") with { NoAgents = Skips("q2") },
                Queue("q2") with { MaxLength = 1, WhenFull = FullQueue.Overflow, OverflowTo = "q3" },
                Queue("q3") with { NoAgents = Skips("q1") },
            ],
            Agent("mina")).Started("q2", "bob");

        floor.When(Start("ana", "q1")).ThenAccepted();
        Assert.Equal(3, floor.Happened.OfType<NoAgentRuleFired>().Count());
        floor.Restarted().Advance(Minutes(60)).ThenNothing();
    }

    [Fact]
    public void Where_the_other_queue_has_no_room_it_stays()
    {
        var floor = Scene(Ends with { End = false, MoveTo = "rest" }, Queue("rest") with { MaxLength = 1 })
            .Started("rest", "bob").Started("q1", "ana");

        floor.Advance(Minutes(60)).Then(new NoAgentRuleFired(2, "q1"));
        Assert.Equal("q1", floor.State.Chats[2].Queue.Value);
    }

    [Fact]
    public void Many_follow_in_bounded_batches_before_anybody_is_offered()
    {
        var floor = Scene(Ends with { End = false, MoveTo = "rest" })
            .Available("mina").Started("q1", "first").Accepted(1);
        foreach (var number in Enumerable.Range(1, 100))
        {
            floor.Given(Start($"customer-{number}", "q1") with { Wishes = new ContactWishes { Priority = number } });
        }

        floor.Available("noor").Given(GoIdle("mina")).After(Seconds(60))
            .When(new FollowNoAgentRule("q1")).ThenAccepted();
        Assert.Equal(ContactCenter.Floors.Floor.MaxOffersPerBatch, floor.Happened.OfType<ChatDiverted>().Count());
        Assert.Empty(floor.State.Offers);

        floor.Drain();
        Assert.Equal(36, floor.Happened.OfType<ChatDiverted>().Count());
        Assert.Equal(101, Assert.Single(floor.State.Offers.Values).Chat);
    }

    [Fact]
    public void Whoever_is_set_aside_is_spared_and_comes_anew_when_activated()
    {
        var floor = Scene(Ends).Started("q1", "ana").After(Seconds(4)).Given(new SuspendContact(Actor.Host, 1));

        floor.Restarted().Advance(Minutes(60)).ThenNothing();
        floor.Given(new ActivateContact(Actor.Host, 1)).Advance(Seconds(5) - Tick).ThenNothing();
        floor.Restarted().Advance(Tick).ThenAmongOthers(
            new NoAgentRuleFired(1, "q1"), new ChatEnded(1, ChatTrigger.Leave, Actor.System));
    }

    [Fact]
    public void While_a_queue_is_closed_nobody_has_to_be_there()
    {
        var hours = new OpeningHours { Zone = "UTC", EveryDay = "13:00-18:00" };
        var floor = Specification.Floor(
            [Queue("q1") with { NoAgents = Ends, Hours = hours, ClosedAction = ClosedAction.Wait }], Agent("mina"))
            .Started("q1", "ana");

        floor.Advance(Minutes(61) - Tick).Then("hours-began");
        floor.Restarted().Advance(Tick).ThenAmongOthers(new NoAgentRuleFired(1, "q1"));
    }

    [Fact]
    public void A_rule_that_is_new_counts_from_then_on_and_one_that_is_gone_no_more()
    {
        var floor = Specification.Floor([Queue("q1")], Agent("mina")).Started("q1", "ana").After(Seconds(100));

        floor.Configured(now => now with { Queues = [now.Queues[0] with { NoAgents = Ends }] })
            .Advance(Seconds(60) - Tick).ThenNothing();
        floor.Configured(now => now with { Queues = [now.Queues[0] with { NoAgents = null }] })
            .Advance(Minutes(60)).ThenNothing();
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
    }

    [Fact]
    public void Rules_that_cannot_hold_are_refused()
    {
        var floor = Configuration(
            [
                Queue("a") with { NoAgents = new NoAgentRule { After = Seconds(-1) } },
                Queue("b") with { NoAgents = Ends with { NewcomersAfter = Seconds(61), MoveTo = "a" } },
                Queue("c") with { NoAgents = Skips("calls") },
                Queue("calls", Channel.Voice) with { NoAgents = Skips("nowhere") },
                Queue("d") with { NoAgents = Skips("e") },
                Queue("e") with { NoAgents = Skips("d") },
            ],
            Agent("mina"));

        Assert.Equal(
            [
                "queue a: contacts follow -00:00:01 after the last agent, which is not 0 to 30 days",
                "queue a: without agents a contact does not either end or go to a queue",
                "queue b: newcomers follow after 00:01:01, which is not 0 to the 00:01:00 of the others",
                "queue b: without agents a contact does not either end or go to a queue",
                "queue c: without agents a contact goes to 'calls', which is no other queue like it",
                "queue calls: without agents a contact goes to 'nowhere', which is no other queue like it",
                "queue d: without agents a contact comes back to it in the end",
                "queue e: without agents a contact comes back to it in the end",
            ],
            ConfigurationFaults.Of(floor));
    }

    private static NoAgentRule Skips(string to) => new() { MoveTo = to };

    private static Specification Scene(NoAgentRule rule, QueueProfile? rest = null) => Specification.Floor(
        [Queue("q1") with { NoAgents = rule }, rest ?? Queue("rest")],
        Agent("mina", "q1"),
        Agent("noor", "rest"));
}
