using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>What becomes of contacts that wait too long.</summary>
public sealed class WaitRuleTests
{
    [Fact]
    [PeerScenario("AZ-45")]
    public void Whoever_waits_too_long_waits_in_another_queue_with_their_age()
    {
        var floor = Scene(Moves("q1", 30, "rest")).Started("q1", "ana").After(Seconds(10)).Started("rest", "bob");

        floor.Advance(Seconds(20)).Then(
            new WaitRuleFired(1, "q1", Seconds(30)), new ChatDiverted(1, "q1", "rest", Diversion.WaitedLong));
        Assert.Equal([1, 2], floor.InLine("rest"));
    }

    [Fact]
    [PeerScenario("AZ-46")]
    public void Each_rule_follows_once_in_order_on_the_age_of_the_contact()
    {
        var floor = Scene(Queue("q1") with
        {
            WaitRules = [new WaitRule { After = Seconds(60), MoveTo = "q2" }],
        }, Queue("q2") with { WaitRules = [Ends(30), Ends(300)] });
        floor.Started("q1", "ana");

        floor.Advance(Seconds(59)).ThenNothing();
        floor.Advance(Seconds(1)).Then("wait-rule-fired", "chat-diverted");
        floor.Restarted().Advance(Seconds(239)).ThenNothing();
        floor.Advance(Seconds(1)).ThenAmongOthers(
            new WaitRuleFired(1, "q2", Seconds(300)),
            new NoticeShown(1, 2, Notices.WaitTooLong, string.Empty),
            new ChatEnded(1, ChatTrigger.Leave, Actor.System));
        Assert.Null(floor.State.Alarms.NextDueAt);
    }

    [Fact]
    public void What_is_overdue_after_an_outage_follows_in_order()
    {
        var floor = Scene(Moves("q1", 10, "q2"), Moves("q2", 20, "rest")).Started("q1", "ana");

        floor.Restarted().After(Seconds(600)).Advance(TimeSpan.Zero).Then(
            new WaitRuleFired(1, "q1", Seconds(10)),
            new ChatDiverted(1, "q1", "q2", Diversion.WaitedLong),
            new WaitRuleFired(1, "q2", Seconds(20)),
            new ChatDiverted(1, "q2", "rest", Diversion.WaitedLong));
    }

    [Fact, Pain(63)]
    [PeerScenario("TW-01")]
    public void Steps_count_on_the_age_of_the_contact_while_the_time_of_an_offer_begins_anew()
    {
        var floor = Steps().Started("q1", "ana").After(Seconds(3)).Available("mina");
        Assert.Equal(floor.Now + Seconds(5), floor.State.Offers[1].DueAt);

        floor.Advance(Seconds(5)).ThenAmongOthers(new OfferClosed(1, OfferTrigger.Miss));
        floor.Advance(Seconds(2)).Then("wait-rule-fired", "chat-diverted");
        floor.Advance(Seconds(9)).ThenNothing();
        floor.Advance(Seconds(1)).ThenAmongOthers(new ChatDiverted(1, "q2", "rest", Diversion.WaitedLong));
    }

    [Fact]
    [PeerScenario("TW-01", "FS-07")]
    public void Whoever_is_being_offered_is_moved_only_once_the_offer_has_its_outcome()
    {
        var floor = Steps().Started("q1", "ana").After(Seconds(8)).Available("mina");

        floor.Advance(Seconds(5) - Tick).Then(new ContactOverdue(1, Seconds(10)));
        floor.Advance(Tick).ThenAmongOthers(
            new OfferClosed(1, OfferTrigger.Miss), new WaitRuleFired(1, "q1", Seconds(10)));
        floor.Advance(Seconds(7) - Tick).ThenNothing();
        floor.Advance(Tick).ThenAmongOthers(new WaitRuleFired(1, "q2", Seconds(20)));
    }

    [Fact, Pain(61)]
    [PeerScenario("FS-07")]
    public void Nobody_is_sent_away_while_an_agent_is_being_connected()
    {
        var floor = Scene(Queue("q1") with { WaitRules = [Ends(10)], ConnectTimeout = Seconds(8) });
        floor.Started("q1", "ana").After(Seconds(9)).Available("mina");

        floor.Advance(Seconds(7)).Then("contact-overdue").When(new PresentOffer(Mina, 1)).ThenAccepted()
            .When(Accept("mina", 1)).ThenAccepted().Advance(Seconds(60));
        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(15)]
    [PeerScenario("FS-07")]
    public void A_rule_that_was_due_while_the_contact_was_offered_comes_before_the_next_offer(int seconds)
    {
        var floor = NobodyAnswers(Moves("q1", seconds, "rest"));

        floor.Advance(Seconds(14)).Restarted().Advance(Seconds(1)).Then(
            new OfferClosed(3, OfferTrigger.Miss),
            new WaitRuleFired(1, "q1", Seconds(seconds)),
            new ChatDiverted(1, "q1", "rest", Diversion.WaitedLong));
        Assert.Equal([1], floor.InLine("rest"));
    }

    [Fact]
    public void Of_agents_who_are_asked_side_by_side_nobody_more_is_asked_once_a_rule_is_due()
    {
        var floor = NobodyAnswers(Queue("q1", offerSeconds: 20) with
        {
            WaitRules = [Ends(35)],
            ParallelOffers = new ParallelOffers { Max = 2, AddEvery = Seconds(10) },
        }).Advance(Seconds(35));
        Assert.Equal(2, floor.State.Offers.Count);

        floor.Restarted().Advance(Seconds(20));
        Assert.Empty(floor.State.Chats);
        Assert.Empty(floor.Happened.OfType<OfferMade>());
    }

    [Fact]
    public void Who_asks_to_be_called_back_once_the_end_was_due_stays_and_the_next_agent_is_asked()
    {
        var floor = NobodyAnswers(Queue("q1", offerSeconds: 60) with
        {
            WaitRules = [Ends(8), new WaitRule { After = Seconds(20), Priority = 9 }],
            ParallelOffers = new ParallelOffers { Max = 3, AddEvery = Seconds(5) },
        }).Advance(Seconds(8)).ThenAmongOthers(new ContactOverdue(1, Seconds(8)));
        Assert.Equal(2, floor.State.Offers.Count);

        floor.Given(new AskForCallback(Actor.Customer("ana"), 1, null)).Restarted();
        floor.Advance(Seconds(2));
        Assert.Equal(3, floor.State.Offers.Count);
        floor.Advance(Seconds(10)).ThenAmongOthers(new ContactOverdue(1, Seconds(20)));
        floor.Advance(Seconds(60)).ThenAmongOthers(new WaitRuleFired(1, "q1", Seconds(20)));
        Assert.Equal(9, floor.State.Chats[1].Wishes.Priority);
    }

    [Fact]
    public void Where_the_rule_is_gone_by_then_the_next_agent_is_asked()
    {
        var floor = NobodyAnswers(Moves("q1", 12, "rest")).Advance(Seconds(13));

        floor.Configured(now => now with
        {
            Queues = [now.Queues[0] with { WaitRules = [] }, .. now.Queues.Skip(1)],
        }).Restarted().Advance(Seconds(20));
        Assert.Equal("q1", floor.State.Chats[1].Queue.Value);
        Assert.NotEmpty(floor.State.Offers);
    }

    [Fact]
    [PeerScenario("AQ-07")]
    public void Where_no_agent_answers_each_is_asked_and_the_customer_leaves_once()
    {
        var floor = Scene(Queue("q1", offerSeconds: 5) with { WaitRules = [Ends(12)] });
        floor.Available("mina", "noor").Started("q1", "ana").Advance(Seconds(60));

        Assert.Equal(["mina", "noor"], floor.Happened.OfType<OfferMade>().Select(made => made.Agent.Value)
            .Prepend("mina").Distinct());
        Assert.Single(floor.Happened.OfType<WaitRuleFired>());
        Assert.Single(floor.Happened.OfType<ChatEnded>());
        Assert.Empty(floor.State.Chats);
    }

    [Fact]
    [PeerScenario("AQ-08")]
    public void Where_the_only_agent_is_outside_the_band_that_is_asked_for_nobody_is_offered_it_until_its_time_is_over()
    {
        var mina = Agent("mina", "q1") with { Attributes = [new AttributeText("penalty", "7")] };
        var floor = Specification.Floor([Queue("q1") with { WaitRules = [Ends(60)] }], mina).Available("mina");
        ContactWishes.Read(
            new RoutingWishes { Requirements = [new("penalty >= 2 and penalty <= 5")] }, out var wishes);

        floor.When(Start("ana", "q1") with { Wishes = wishes }).Then(
            "chat-started", "contact-wished", "notice-shown", "chat-queued");
        floor.Advance(Seconds(60)).Then("wait-rule-fired", "notice-shown", "chat-ended", "chat-closed");
    }

    [Fact]
    public void Two_queues_that_send_to_each_other_come_to_an_end()
    {
        var floor = Scene(Moves("q1", 10, "q2"), Moves("q2", 20, "q1")).Started("q1", "ana");

        floor.Advance(Seconds(3_600)).Then(
            "wait-rule-fired", "chat-diverted", "wait-rule-fired", "chat-diverted");
        Assert.Equal("q1", floor.State.Chats[1].Queue.Value);
    }

    [Fact]
    public void Where_the_other_queue_has_no_room_it_stays()
    {
        var floor = Scene(Moves("q1", 10, "rest"), Queue("rest") with { MaxLength = 1 })
            .Started("rest", "bob").Started("q1", "ana");

        floor.Advance(Seconds(60)).Then(new WaitRuleFired(2, "q1", Seconds(10)));
        Assert.Equal("q1", floor.State.Chats[2].Queue.Value);
    }

    [Fact]
    public void Who_has_had_an_agent_waits_anew()
    {
        var floor = Scene(Queue("q1") with { WaitRules = [Ends(10)] }).Available("mina").Started("q1", "ana")
            .Accepted(1).After(Seconds(100)).Given(new TransferChat(Mina, 1, "q1", null), GoIdle("mina"));

        floor.Restarted().Advance(Seconds(9)).ThenNothing();
        floor.Advance(Seconds(1)).ThenAmongOthers(new ChatEnded(1, ChatTrigger.Leave, Actor.System));
    }

    [Fact]
    public void A_rule_that_is_new_counts_for_whoever_waits_already()
    {
        var floor = Scene(Queue("q1")).Started("q1", "ana").After(Seconds(50));

        floor.Configured(now => now with
        {
            Queues = [now.Queues[0] with { WaitRules = [Ends(60)] }, .. now.Queues.Skip(1)],
        }).Advance(Seconds(10)).ThenAmongOthers(new WaitRuleFired(1, "q1", Seconds(60)));
        floor.When(new FollowWaitRule(1)).Refused("effect-gone");
    }

    [Fact]
    public void Rules_that_cannot_hold_are_refused()
    {
        var both = new WaitRule { After = Seconds(9), End = true, MoveTo = "b" };
        var floor = Configuration(
            [
                Queue("a") with { WaitRules = [both, Ends(9), new WaitRule { After = Seconds(10) }] },
                Queue("b") with { WaitRules = [new WaitRule { After = Seconds(1), MoveTo = "b" }] },
                Queue("c") with { WaitRules = [.. Enumerable.Range(1, 21).Select(second => Urges(second))] },
            ],
            Agent("mina"));

        Assert.Equal(
            [
                "queue a: after 00:00:09 a contact ends, and something else is to become of it",
                "queue a: a wait of 00:00:09 is not 1 s to 30 days, and above the 00:00:09 before it",
                "queue a: after 00:00:10 nothing becomes of a contact",
                "queue b: after 00:00:01 a contact goes to 'b', which is no other queue like it",
                "queue c: 21 rules for a long wait are not at most 20",
            ],
            ConfigurationFaults.Of(floor));
    }

    [Fact]
    public void An_end_for_which_nobody_is_left_is_refused_with_the_place()
    {
        var floor = Configuration(
            [
                Queue("a") with { WaitRules = [Ends(20), Ends(60), Urges(70), Ends(90)] },
                Queue("letters", Channel.Email) with { WaitRules = [Urges(30), Ends(40)] },
            ],
            Agent("mina"));

        Assert.Equal(
            [
                "queue a: WaitRules: after 00:01:00 nobody is left to end, since the end after 00:00:20",
                "queue a: WaitRules: after 00:01:30 nobody is left to end, since the end after 00:01:00",
            ],
            ConfigurationFaults.Of(floor));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_second_end_is_for_whoever_comes_from_where_they_have_followed_a_rule_between_the_two(
        int seconds, bool ends)
    {
        QueueProfile[] queues =
            [Queue("q1") with { WaitRules = [Urges(seconds)] }, Queue("q2") with { WaitRules = [Ends(20), Ends(60)] }];
        Assert.Equal(!ends, ConfigurationFaults.Of(Configuration(queues, Agent("mina", "q1"))).Any());

        if (ends)
        {
            var floor = Scene(queues).Started("q1", "ana").Advance(Seconds(seconds))
                .Given(new TransferChat(Boss, 1, "q2", null));
            floor.Restarted().Advance(Seconds(60 - seconds) - Tick).ThenNothing();
            floor.Advance(Tick).ThenAmongOthers(new WaitRuleFired(1, "q2", Seconds(60)));
        }
    }

    private static WaitRule Urges(int seconds) => new() { After = TimeSpan.FromSeconds(seconds), Priority = 9 };

    private static WaitRule Ends(int seconds) => new() { After = TimeSpan.FromSeconds(seconds), End = true };

    private static QueueProfile Moves(string name, int seconds, string to) => Queue(name, offerSeconds: 5) with
    {
        WaitRules = [new WaitRule { After = TimeSpan.FromSeconds(seconds), MoveTo = to }],
    };

    private static Specification Steps() => Scene(Moves("q1", 10, "q2"), Moves("q2", 20, "rest"));

    /// <summary>Ana waits, everybody misses what they are offered, and nothing follows from that.</summary>
    private static Specification NobodyAnswers(QueueProfile queue) => Specification.Floor(
        Configuration([queue, Queue("rest")], Agent("mina", "q1"), Agent("noor", "q1"), Agent("omar", "q1")) with
        {
            Rona = new RonaPolicy { Missed = new RonaRule { Counts = false } },
        }).Available("mina", "noor", "omar").Started("q1", "ana");

    private static Specification Scene(params QueueProfile[] queues) => Specification.Floor(
        [.. queues, .. queues.Any(queue => queue.Name == "rest") ? [] : (QueueProfile[])[Queue("rest")]],
        Agent("mina", "q1"),
        Agent("noor", "q1"));
}
