using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>What a floor's policy makes of offers that come to nothing.</summary>
public sealed class CoolOffTests
{
    private static readonly RonaPolicy ByCause = new()
    {
        Missed = new RonaRule { Then = RonaConsequence.CoolOff, CoolOff = Seconds(10) },
        Declined = new RonaRule { Then = RonaConsequence.CoolOff, CoolOff = Seconds(20) },
        Failed = new RonaRule { Then = RonaConsequence.CoolOff, CoolOff = Seconds(40) },
    };

    private static readonly RonaPolicy Returning = new()
    {
        Missed = new RonaRule { CoolOff = Seconds(10) },
        Declined = new RonaRule { Then = RonaConsequence.Idle, CoolOff = Seconds(10) },
    };

    private static readonly RonaPolicy ThreeStrikes = new()
    {
        Missed = new RonaRule { Threshold = 3, CoolOffBelowThreshold = Seconds(5) },
    };

    [Theory, PeerScenario("FS-04")]
    [InlineData(RonaCause.Missed, 10)]
    [InlineData(RonaCause.Declined, 20)]
    [InlineData(RonaCause.Failed, 40)]
    public void Each_cause_keeps_its_agent_from_offers_for_its_own_time(RonaCause cause, int seconds)
    {
        var floor = Offered(ByCause, "mina");
        var at = CameToNothing(floor, cause);
        floor.Then(
            new OfferClosed(1, TriggerOf(cause)),
            new RonaCounted("mina", cause, 1, RonaConsequence.CoolOff, at + Seconds(seconds)));

        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        floor.Advance(Seconds(seconds) - Tick).ThenNothing()
            .Advance(Tick).Then(
                new CoolOffEnded("mina", null, Actor.System),
                Made(2, "mina", at + Seconds(seconds) + Seconds(30)));
        Assert.Equal(at + Seconds(seconds), floor.State.LastAt);
        Assert.Null(floor.State.Agents["mina"].CoolOffs);
    }

    [Fact, PeerScenario("FS-04", "AZ-07"), Pain(60)]
    public void A_customer_who_leaves_and_an_offer_that_is_withdrawn_keep_nobody_from_anything()
    {
        var floor = Offered(ByCause, "mina").When(End(Ana, 1)).ThenAccepted();
        Assert.Equal(RonaRecord.Clean, floor.State.Agents["mina"].Passed);
        Assert.Null(floor.State.Agents["mina"].CoolOffs);
        floor.When(Start("bob", "chat")).ThenAmongOthers(Made(2, "mina", floor.Now + Seconds(30), chat: 2));

        // Two requests on one desk: the one that runs out takes the other back, and counts once.
        var two = Floor(With(ByCause, Agent("mina", 2))).Available("mina").Started("chat", "ana").Advance(Seconds(1))
            .Started("chat", "bob").Advance(Seconds(29));
        two.Then(
            new OfferClosed(1, OfferTrigger.Miss),
            new RonaCounted("mina", RonaCause.Missed, 1, RonaConsequence.CoolOff, two.Now + Seconds(10)),
            new OfferClosed(2, OfferTrigger.Withdraw));
        Assert.Equal(1, two.State.Agents["mina"].Passed.Missed.Count);
    }

    [Fact, PeerScenario("AZ-07")]
    public void A_withdrawn_offer_leaves_the_count_as_it_was()
    {
        var floor = Offered(ThreeStrikes, "mina").Advance(Seconds(35));
        Assert.Equal(1, floor.State.Agents["mina"].Passed.Missed.Count);

        floor.When(GoIdle("mina")).Then(
            Changed("mina", AvailabilityTrigger.GoIdle, IdleCode.SignedIn), new OfferClosed(2, OfferTrigger.Withdraw));
        Assert.Equal(1, floor.State.Agents["mina"].Passed.Missed.Count);
    }

    [Fact, PeerScenario("FS-05")]
    public void At_the_threshold_the_agent_moves_with_one_event_that_carries_the_count()
    {
        var floor = Offered(ThreeStrikes, "mina").Advance(Seconds(100)).ThenAmongOthers(
            new RonaCounted("mina", RonaCause.Missed, 1, RonaConsequence.CoolOff, From(35)),
            new RonaCounted("mina", RonaCause.Missed, 2, RonaConsequence.CoolOff, From(70)),
            new RonaCounted("mina", RonaCause.Missed, 3, RonaConsequence.Rona, null),
            Missed("mina"));

        Assert.Equal(From(100), floor.State.LastAt);
        Assert.Single(floor.Happened, happened => happened is RonaCounted { Count: 3 });
        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);
        floor.Advance(TimeSpan.FromDays(1)).ThenNothing();
    }

    [Fact, PeerScenario("FS-05")]
    public void The_status_at_the_threshold_may_be_one_of_the_floors_idle_codes() =>
        Offered(new RonaPolicy { Missed = new() { Then = RonaConsequence.Idle, IdleCode = "lunch" } }, "mina")
            .Advance(Seconds(30)).Then(
                new OfferClosed(1, OfferTrigger.Miss),
                Changed("mina", AvailabilityTrigger.Suspend, "lunch", Actor.System));

    [Fact]
    public void A_miss_that_makes_idle_has_a_code_of_its_own() =>
        Offered(new RonaPolicy { Missed = new() { Then = RonaConsequence.Idle } }, "mina")
            .Advance(Seconds(30)).Then(
                new OfferClosed(1, OfferTrigger.Miss),
                Changed("mina", AvailabilityTrigger.Suspend, IdleCode.Missed, Actor.System));

    [Fact, PeerScenario("FS-05")]
    public void An_accepted_offer_resets_the_count()
    {
        var floor = Offered(ThreeStrikes, "mina").Advance(Seconds(70));
        Assert.Equal(2, floor.State.Agents["mina"].Passed.Missed.Count);

        floor.Given(Accept("mina", 3), End(Mina, 1), WrapUp("mina", 1, "solved"));
        Assert.Equal(RonaRecord.Clean, floor.State.Agents["mina"].Passed);
        floor.Started("chat", "bob").Advance(Seconds(30)).ThenAmongOthers(
            new RonaCounted("mina", RonaCause.Missed, 1, RonaConsequence.CoolOff, floor.Now + Seconds(5)));
    }

    [Fact]
    public void The_end_of_the_shift_resets_the_count_and_ends_the_cool_off()
    {
        var floor = Offered(ThreeStrikes, "mina").Advance(Seconds(30)).Given(SignOut("mina"));

        Assert.Equal(RonaRecord.Clean, floor.State.Agents["mina"].Passed);
        Assert.Null(floor.State.Agents["mina"].CoolOffs);
        floor.Advance(Seconds(5)).ThenNothing();
    }

    [Fact]
    public void Where_no_number_matters_nothing_is_noted()
    {
        var floor = Offered(new RonaPolicy(), "mina").Advance(Seconds(30)).Then(
            new OfferClosed(1, OfferTrigger.Miss), Missed("mina"));

        Assert.Same(RonaRecord.Clean, floor.State.Agents["mina"].Passed);
    }

    [Fact, PeerScenario("WX-02"), Pain(54, 57)]
    public void A_miss_a_decline_and_a_failed_device_leave_three_different_states()
    {
        (Availability, string?)[] states =
        [
            .. Enum.GetValues<RonaCause>().Take(3).Select(cause =>
            {
                var floor = Offered(new RonaPolicy(), "mina");
                CameToNothing(floor, cause);
                return (floor.State.Agents["mina"].Availability, floor.State.Agents["mina"].Code);
            }),
        ];

        Assert.Equal(
            [(Availability.Rona, null), (Availability.Idle, IdleCode.Declined),
                (Availability.Idle, IdleCode.ChannelFailure)],
            states);
    }

    [Fact, PeerScenario("AZ-41")]
    public void A_declined_contact_goes_on_and_comes_back_to_whoever_declined_it_once_they_register_again()
    {
        var floor = Offered(new RonaPolicy(), "mina", "noor");
        floor.When(Decline("mina", 1)).Then(
            new OfferClosed(1, OfferTrigger.Decline),
            Changed("mina", AvailabilityTrigger.Suspend, IdleCode.Declined, Actor.System),
            Made(2, "noor", floor.Now + Seconds(30)));
        floor.Advance(Seconds(60));
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        floor.When(GoAvailable("mina")).ThenAmongOthers(Made(3, "mina", floor.Now + Seconds(30)));
    }

    [Fact, PeerScenario("AZ-41")]
    public void A_contact_that_the_only_agent_declines_waits_for_the_declared_time_and_no_longer()
    {
        var floor = Offered(ByCause, "mina").Given(Decline("mina", 1));

        floor.Advance(Seconds(20)).Then(
            new CoolOffEnded("mina", null, Actor.System), Made(2, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void Where_everybody_pauses_nobody_is_offered_anything_and_nobody_has_missed_it()
    {
        var floor = Floor(With(ThreeStrikes, Agent("mina"), Agent("noor"))).Available("mina", "noor")
            .Given(GoIdle("mina", "lunch"), GoIdle("noor", "lunch"));
        floor.When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .Advance(TimeSpan.FromMinutes(10)).ThenNothing()
            .When(End(Ana, 1)).Then("notice-shown", "chat-ended", "chat-closed");

        Assert.All(floor.State.Agents.Values, agent => Assert.Equal(RonaRecord.Clean, agent.Passed));
    }

    [Fact, PeerScenario("AQ-07")]
    public void Where_nobody_answers_each_is_asked_once_and_the_customer_leaves_once()
    {
        var floor = Offered(new RonaPolicy(), "mina", "noor").Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(2, floor.State.Last.Offer);

        floor.When(End(Ana, 1)).Then("notice-shown", "chat-ended", "chat-closed")
            .When(End(Ana, 1)).Refused("chat-unknown");
    }

    [Fact]
    public void A_rona_with_a_cool_off_is_over_by_itself_and_the_next_offer_is_in_the_same_batch()
    {
        var floor = Offered(Returning, "mina").Advance(Seconds(30)).Then(
            new OfferClosed(1, OfferTrigger.Miss),
            new RonaCounted("mina", RonaCause.Missed, 1, RonaConsequence.Rona, From(40)),
            Missed("mina"));

        floor.Advance(Seconds(10)).Then(
            new CoolOffEnded("mina", null, Actor.System),
            Changed("mina", AvailabilityTrigger.GoAvailable, null, Actor.System, "cooled-off"),
            Made(2, "mina", From(70)));
    }

    [Fact]
    public void An_idle_code_that_came_with_a_cool_off_is_over_with_it()
    {
        var floor = Offered(Returning, "mina").Given(Decline("mina", 1));
        Assert.Equal(IdleCode.Declined, floor.State.Agents["mina"].Code);

        floor.Advance(Seconds(10)).Then("cool-off-ended", "availability-changed", "offer-made");
    }

    [Theory, Pain(56)]
    [InlineData("mina")]
    [InlineData("boss")]
    public void Whoever_acts_before_is_cooled_off_at_once(string who)
    {
        var by = who == "boss" ? Boss : Mina;
        var floor = Offered(Returning, "mina").Advance(Seconds(31));
        floor.When(new MakeAvailable(by, "mina")).Then(
            Changed("mina", AvailabilityTrigger.GoAvailable, by: by), Made(2, "mina", floor.Now + Seconds(30)));
        Assert.Null(floor.State.Agents["mina"].CoolOffs);
        floor.Advance(Seconds(29)).ThenNothing();

        var available = Offered(ByCause, "mina").Advance(Seconds(31));
        available.When(new MakeAvailable(by, "mina")).Then(
            new CoolOffEnded("mina", null, by), Made(2, "mina", available.Now + Seconds(30)));
        available.When(new MakeAvailable(by, "mina")).Refused("not-allowed");
    }

    [Fact]
    public void Whoever_goes_idle_instead_stays_idle()
    {
        var floor = Offered(Returning, "mina").Advance(Seconds(30)).Given(GoIdle("mina", "lunch"));

        floor.Advance(TimeSpan.FromDays(1)).ThenNothing();
        Assert.Equal("lunch", floor.State.Agents["mina"].Code);
    }

    [Fact]
    public void A_cool_off_outlives_a_restart()
    {
        var floor = Offered(Returning, "mina").Advance(Seconds(30)).Restarted();
        Assert.Equal(From(40), floor.State.Agents["mina"].CoolsOffAt);

        floor.Advance(Seconds(10) - Tick).ThenNothing().Restarted()
            .Advance(Tick).Then("cool-off-ended", "availability-changed", "offer-made");
    }

    [Fact]
    public void One_that_fell_due_while_the_floor_was_down_is_over_when_it_is_back()
    {
        var floor = Offered(ByCause, "mina").Advance(Seconds(30)).Restarted().After(Seconds(300));

        floor.When(floor.State.Due(floor.Now)!).Then(
            new CoolOffEnded("mina", null, Actor.System), Made(2, "mina", From(330)));
    }

    [Fact]
    public void An_answer_at_the_very_instant_at_which_it_is_over_is_taken_before_and_after()
    {
        var floor = Floor(Configuration(
            [Queue("chat"), Queue("letters", Channel.Email, offerSeconds: 300)],
            Agent("mina", new MediaProfile { Chat = 1, Email = 1 })) with
        {
            RonaScope = RonaScope.OwnChannel,
            Rona = ByCause,
        }).Available("mina").Started("chat", "ana").Started("letters", "bob").Advance(Seconds(30));
        floor.After(Seconds(40)).When(Accept("mina", 2)).Then("offer-closed")
            .Advance(TimeSpan.Zero).Then("cool-off-ended", "offer-made");

        var late = Offered(ByCause, "mina").Advance(Seconds(30)).After(Seconds(40));
        late.When(GoAvailable("mina")).Then(new CoolOffEnded("mina", null, Mina), Made(2, "mina", From(70)))
            .When(new EndCoolOff("mina")).Refused("effect-gone");
    }

    [Fact]
    public void The_alarm_asks_in_vain_before_it_is_due_and_of_whom_nothing_keeps() =>
        Offered(ByCause, "mina", "noor").Advance(Seconds(30))
            .When(new EndCoolOff("mina")).Refused("effect-gone")
            .When(new EndCoolOff("noor")).Refused("effect-gone")
            .When(new EndCoolOff("nobody")).Refused("effect-gone");

    [Fact]
    public void A_cool_off_that_runs_keeps_its_end_when_the_policy_changes_and_the_next_has_the_new()
    {
        var floor = Offered(ByCause, "mina").Advance(Seconds(30)).Configured(now => now with
        {
            Rona = new RonaPolicy { Missed = ByCause.Missed with { CoolOff = Seconds(99) } },
        });

        floor.Advance(Seconds(10)).Then("cool-off-ended", "offer-made");
        floor.Advance(Seconds(30)).ThenAmongOthers(
            new RonaCounted("mina", RonaCause.Missed, 2, RonaConsequence.CoolOff, floor.Now + Seconds(99)));
    }

    [Fact]
    public void The_queues_policy_comes_before_the_floors()
    {
        var floor = Floor(Configuration([Queue("chat") with { Rona = ByCause }, Queue("other")], Agent("mina"))
            with
        { Rona = Returning }).Available("mina").Started("chat", "ana").Advance(Seconds(30));
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);

        floor.Given(End(Ana, 1)).Advance(Seconds(10)).Started("other", "bob").Advance(Seconds(30))
            .Then("offer-closed", "rona-counted", "availability-changed");
    }

    [Fact]
    public void Where_the_scope_is_the_own_channel_the_others_go_on()
    {
        var floor = Floor(Configuration(
            [Queue("chat"), Queue("letters", Channel.Email)],
            Agent("mina", new MediaProfile { Chat = 1, Email = 1 })) with
        {
            RonaScope = RonaScope.OwnChannel,
            Rona = Returning,
        }).Available("mina").Started("chat", "ana").Advance(Seconds(30));
        floor.When(Start("bob", "letters")).ThenAmongOthers(Made(2, "mina", From(60), chat: 2));
        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].AvailabilityFor(Channel.Chat));

        floor.Restarted().Advance(Seconds(10)).Then(
            new CoolOffEnded("mina", Channel.Chat, Actor.System), Made(3, "mina", From(70)));
        Assert.Null(floor.State.Agents["mina"].Pauses);
    }

    [Fact]
    public void One_channel_is_cooled_off_by_name()
    {
        var floor = Floor(With(ByCause, Agent("mina")) with { RonaScope = RonaScope.OwnChannel })
            .Available("mina").Started("chat", "ana").Advance(Seconds(30));

        floor.When(new MakeAvailable(Mina, "mina", Channel: Channel.Email)).Refused("not-allowed")
            .When(new MakeAvailable(Mina, "mina", Channel: Channel.Chat))
            .Then(new CoolOffEnded("mina", Channel.Chat, Mina), Made(2, "mina", From(60)));
    }

    [Fact]
    public void Nobody_brings_one_channel_back_who_is_not_there_for_any()
    {
        var floor = Floor(With(ByCause, Agent("mina", chats: 2)) with { RonaScope = RonaScope.OwnChannel })
            .Given(new OpenSession(Mina)).Available("mina").Started("chat", "ana").Accepted(1)
            .Started("chat", "bob").Advance(Seconds(30))
            .Given(new LoseSession(Mina, 1), new PostMessage(Mina, 1, Body("still here")));

        floor.When(new MakeAvailable(Mina, "mina", Channel: Channel.Chat)).Refused("not-allowed");
        Assert.Equal(Availability.Idle, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void Nobody_is_brought_back_whose_connection_is_lost_until_it_is_there_again()
    {
        var floor = Floor(With(Returning, Agent("mina"))).Given(new OpenSession(Mina)).Available("mina")
            .Started("chat", "ana").Advance(Seconds(30)).Given(new LoseSession(Mina, 1));

        floor.Advance(Seconds(10)).Then(
            new CoolOffEnded("mina", null, Actor.System),
            Changed("mina", AvailabilityTrigger.GoIdle, IdleCode.Disconnected, Actor.System, "connection-lost"));
        floor.When(new OpenSession(Mina)).Then("session-opened", "availability-changed", "offer-made");
    }

    [Fact]
    public void A_cool_off_waits_out_a_connection_that_is_lost_and_back()
    {
        var floor = Floor(With(ByCause, Agent("mina"))).Given(new OpenSession(Mina)).Available("mina")
            .Started("chat", "ana").Advance(Seconds(30))
            .Given(new LoseSession(Mina, 1), new OpenSession(Mina));

        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        floor.Advance(Seconds(10)).Then("cool-off-ended", "offer-made");
    }

    [Fact]
    public void Who_is_exempt_goes_on_getting_offers_and_nothing_is_counted()
    {
        var exempt = ByCause with { ExemptAgents = ["mina"], ExemptTeams = ["night"] };
        var floor = Floor(With(exempt, Agent("mina"), Agent("noor") with { Team = "night" }) with
        {
            Teams = [new TeamProfile { Name = "night" }],
        }).Available("mina", "noor").Started("chat", "ana");

        floor.Advance(Seconds(30)).Then(new OfferClosed(1, OfferTrigger.Miss), Made(2, "noor", From(60)));
        floor.Advance(Seconds(30)).Then(new OfferClosed(2, OfferTrigger.Miss), Made(3, "mina", From(90)));
        Assert.All(floor.State.Agents.Values, agent => Assert.Same(RonaRecord.Clean, agent.Passed));
    }

    [Fact]
    public void Whoever_cools_off_is_given_nothing_by_name_and_everybody_sees_why()
    {
        var floor = Offered(ByCause, "mina", "noor").Advance(Seconds(31)).Given(Accept("noor", 2));

        floor.When(new TransferChat(Noor, 1, null, "mina")).Refused("agent-unavailable");
        var entry = Assert.Single(floor.State.Directory(floor.State.Agents["noor"], Channel.Chat, null).Agents);
        Assert.Equal((From(40), false), (entry.CoolsOffUntil, entry.CanTake));
        floor.Given(Start("bob", "chat"));
        Assert.Equal(
            ["mina: cool-off", "noor: no-room"],
            floor.State.Explain(2, floor.Now)!.Candidates.Select(one => $"{one.Agent}: {one.RuledOutBy}").Order());
    }

    [Fact]
    public void A_missed_transfer_is_judged_by_the_queue_in_which_it_was_offered()
    {
        var floor = Floor(With(ByCause, Agent("mina"), Agent("noor"))).Available("mina", "noor")
            .Started("chat", "ana").Accepted(1)
            .Given(new TransferChat(Mina, 1, null, "noor")).Advance(Seconds(30));

        floor.ThenAmongOthers(new RonaCounted("noor", RonaCause.Missed, 1, RonaConsequence.CoolOff, From(40)));
    }

    private static FloorConfiguration With(RonaPolicy policy, params AgentProfile[] agents) =>
        Configuration([Queue("chat", allowDecline: true)], agents) with { Rona = policy };

    /// <summary>Everybody is available, and the first of them is offered Ana's chat at noon.</summary>
    private static Specification Offered(RonaPolicy policy, params string[] agents) =>
        Floor(With(policy, [.. agents.Select(agent => Agent(agent))])).Available(agents).Started("chat", "ana");

    private static DateTimeOffset CameToNothing(Specification floor, RonaCause cause)
    {
        _ = cause switch
        {
            RonaCause.Missed => floor.Advance(Seconds(30)),
            RonaCause.Declined => floor.When(Decline("mina", 1)),
            _ => floor.When(Fail(1)),
        };
        return floor.Now;
    }

    private static OfferTrigger TriggerOf(RonaCause cause) => cause switch
    {
        RonaCause.Missed => OfferTrigger.Miss,
        RonaCause.Declined => OfferTrigger.Decline,
        _ => OfferTrigger.Fail,
    };

    private static OfferMade Made(long offer, string agent, DateTimeOffset dueAt, long chat = 1) =>
        People.Offered(offer, chat, agent, dueAt);

    private static DateTimeOffset From(int seconds) => ManualTimeProvider.DefaultStart + Seconds(seconds);
}
