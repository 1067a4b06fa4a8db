using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using ContactCenter.Tests.Collaboration;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>One contact, offered to several agents at the same time.</summary>
public sealed class ParallelOfferTests
{
    private static readonly AgentProfile[] AllThree = [Agent("mina"), Agent("noor"), Agent("omar")];

    private static Specification Three => Of(new ParallelOffers { Max = 2 }, AllThree);

    /// <summary>Ana's chat is offered to Mina, by offer 1, and to Noor, by offer 2.</summary>
    private static Specification TwoAreAsked => Three.Available("mina", "noor").Started("chat", "ana");

    [Fact]
    [PeerScenario("AZ-06")]
    public void Two_free_agents_hold_an_open_offer_at_the_same_time()
    {
        var floor = Three.Available("mina", "noor");

        floor.When(Start("ana", "chat")).ThenAmongOthers(
            Offered(1, 1, "mina", floor.Now + Seconds(30)), Offered(2, 1, "noor", floor.Now + Seconds(30)));

        Assert.Equal([1L, 2L], floor.State.Offers.Keys.Order());
        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
    }

    [Fact, Pain(2, 60)]
    [PeerScenario("AZ-07")]
    public void The_first_who_accepts_has_it_and_the_other_has_lost_nothing()
    {
        var floor = TwoAreAsked.Advance(Seconds(3));

        floor.When(Accept("noor", 2)).ThenAmongOthers(
            new OfferClosed(1, OfferTrigger.Lose), new OfferClosed(2, OfferTrigger.Accept));

        var mina = floor.State.Agents["mina"];
        Assert.Equal((Availability.Available, 0, 0), (mina.Availability, mina.Load.Chat, mina.Offers.Count));
        Assert.Equal(ManualTimeProvider.DefaultStart, mina.LongestSince);
        Assert.Equal("noor", floor.State.Chats[1].Owner?.Agent.Value);
        Assert.Empty(floor.State.Offers);
    }

    [Fact, Pain(1)]
    public void Whoever_accepts_second_in_the_same_instant_is_told_that_it_is_gone() =>
        TwoAreAsked.Given(Accept("mina", 1))
            .When(Accept("noor", 2)).Refused("offer-gone")
            .When(Decline("noor", 2)).Refused("offer-gone")
            .When(Fail(2)).Refused("offer-gone");

    [Fact, Pain(14)]
    public void The_slot_that_a_lost_offer_held_is_free_for_the_next_in_the_same_batch()
    {
        var floor = TwoAreAsked.Started("chat", "bob");

        floor.When(Accept("mina", 1)).ThenAmongOthers(
            new OfferClosed(2, OfferTrigger.Lose),
            new OfferClosed(1, OfferTrigger.Accept),
            Offered(3, 2, "noor", floor.Now + Seconds(30)));
    }

    [Fact]
    public void A_miss_of_one_leaves_the_other_as_it_is_and_asks_a_third()
    {
        var floor = Three.Available("mina").Started("chat", "ana").Advance(Seconds(10)).Available("noor");
        floor.Available("omar").Advance(Seconds(20));

        Assert.Equal([Missed("mina")], floor.Happened.OfType<AvailabilityChanged>());
        Assert.Equal(["noor", "omar"], Asked(floor));
        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
        Assert.Equal(ManualTimeProvider.DefaultStart + Seconds(40), floor.State.Offers[2].DueAt);
    }

    [Fact]
    public void One_may_accept_while_another_misses_in_the_same_instant()
    {
        var floor = Three.Available("mina").Started("chat", "ana").Advance(Seconds(1)).Available("noor");
        floor.After(Seconds(30)).Given(Accept("noor", 2)).When(new MissOffer(1)).Refused("offer-gone");

        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void The_contact_is_back_in_line_once_the_last_offer_has_come_to_nothing()
    {
        var floor = TwoAreAsked;
        floor.When(Fail(1)).ThenAccepted();
        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);

        floor.When(Fail(2)).ThenAccepted();
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        Assert.Equal(ManualTimeProvider.DefaultStart, floor.State.Chats[1].QueuedAt);
    }

    [Fact]
    public void A_customer_who_leaves_takes_both_offers_back()
    {
        TwoAreAsked.When(End(Ana, 1)).ThenAmongOthers(
            new OfferClosed(1, OfferTrigger.Withdraw), new OfferClosed(2, OfferTrigger.Withdraw));
    }

    [Fact]
    public void An_agent_who_goes_idle_takes_nothing_from_the_other()
    {
        var floor = TwoAreAsked.When(GoIdle("mina", "lunch")).ThenAmongOthers(
            new OfferClosed(1, OfferTrigger.Withdraw));

        Assert.Equal(["noor"], Asked(floor));
        floor.When(Accept("noor", 2)).ThenAccepted();
    }

    [Fact]
    public void An_agent_whose_connection_is_lost_makes_room_for_a_third()
    {
        var floor = TwoAreAsked.Given(new OpenSession(Mina)).Available("omar").When(new LoseSession(Mina, 1));

        floor.ThenAmongOthers(
            new OfferClosed(1, OfferTrigger.Withdraw), Offered(3, 1, "omar", floor.Now + Seconds(30)));
    }

    [Fact]
    public void A_supervisor_who_gives_it_to_one_agent_takes_all_other_offers_back()
    {
        var floor = Three
            .Available("mina", "noor", "omar").Started("chat", "ana")
            .When(new TransferChat(Boss, 1, null, "omar"));

        floor.ThenAmongOthers(new OfferClosed(1, OfferTrigger.Withdraw), new OfferClosed(2, OfferTrigger.Withdraw));
        Assert.Equal([("omar", OfferKind.Transfer)], floor.Offered());
    }

    [Fact]
    public void Nobody_is_offered_to_a_second_agent_while_somebody_waits_for_a_first()
    {
        var floor = Three.Started("chat", "ana", "bob").Available("mina", "noor");
        Assert.Equal([1L, 2L], floor.State.Offers.Values.Select(offer => offer.Chat).Order());

        floor.Available("omar");
        Assert.Equal([1L, 1L, 2L], floor.State.Offers.Values.Select(offer => offer.Chat).Order());
    }

    [Fact]
    public void An_agent_with_room_for_two_is_not_asked_twice_for_one()
    {
        var floor = Of(new ParallelOffers { Max = 2 }, Agent("mina", 2)).Available("mina").Started("chat", "ana");

        Assert.Single(floor.State.Offers);
        Assert.False(floor.State.Leftover);
    }

    [Fact]
    public void A_restart_forgets_neither_offer_nor_that_more_are_wanted()
    {
        var floor = Three.Available("mina").Started("chat", "ana").Restarted().Available("noor").Restarted();

        Assert.Equal(["mina", "noor"], Asked(floor));
        floor.When(Accept("noor", 2)).ThenAmongOthers(new OfferClosed(1, OfferTrigger.Lose));
    }

    [Fact]
    public void More_are_asked_as_soon_as_the_configuration_says_so_and_fewer_from_the_next_on()
    {
        var floor = TwoAreAsked.Available("omar").Configured(With(new ParallelOffers { Max = 3 }));
        Assert.Equal(3, floor.State.Offers.Count);

        floor.Configured(With(new ParallelOffers())).Given(Fail(1));
        Assert.Equal(2, floor.State.Offers.Count);
    }

    [Fact]
    [PeerScenario("FS-09")]
    public void One_agent_more_is_asked_every_so_often_until_somebody_accepts()
    {
        var floor = Of(new ParallelOffers { Max = 3, AddEvery = Seconds(8) }, AllThree)
            .Available("mina", "noor", "omar").Started("chat", "ana");
        Assert.Equal(["mina"], Asked(floor));

        floor.Advance(Seconds(8)).Restarted();
        Assert.Equal(["mina", "noor"], Asked(floor));

        floor.Advance(Seconds(8));
        Assert.Equal(["mina", "noor", "omar"], Asked(floor));
        Assert.Equal(floor.Now + Seconds(14), floor.State.Alarms.NextDueAt);

        floor.Given(Accept("omar", 3)).Advance(Seconds(60));
        Assert.Empty(floor.State.Offers);
    }

    [Fact]
    public void As_many_as_it_begins_with_are_asked_at_once()
    {
        var floor = Of(new ParallelOffers { Min = 2, Max = 3, AddEvery = Seconds(8) }, AllThree)
            .Available("mina", "noor", "omar").Started("chat", "ana");

        Assert.Equal(["mina", "noor"], Asked(floor));
    }

    [Fact]
    public void Nobody_waits_because_fewer_are_free_than_it_begins_with()
    {
        var floor = Of(new ParallelOffers { Min = 2, Max = 2 }, Agent("mina"), Agent("noor"))
            .Available("mina").Started("chat", "ana");

        Assert.Equal(["mina"], Asked(floor));
    }

    [Fact]
    public void It_goes_on_growing_through_misses_and_begins_anew_once_it_was_taken()
    {
        var floor = Of(new ParallelOffers { Max = 2, AddEvery = Seconds(40) }, AllThree)
            .Available("mina", "noor", "omar").Started("chat", "ana").Advance(Seconds(40));
        Assert.Equal(["noor", "omar"], Asked(floor));
        Assert.Equal(1, floor.State.Chats[1].Widened);

        floor.Given(Accept("noor", 2), GoAvailable("mina"), new ReturnChat(Noor, 1));
        Assert.Equal(0, floor.State.Chats[1].Widened);
        Assert.Single(Asked(floor));
    }

    [Fact]
    public void Widening_before_its_time_or_of_what_was_taken_is_refused() =>
        Of(new ParallelOffers { Max = 2, AddEvery = Seconds(8) }, Agent("mina"), Agent("noor"))
            .Available("mina").Started("chat", "ana")
            .When(new WidenOffers(1)).Refused("effect-gone")
            .When(new WidenOffers(7)).Refused("effect-gone")
            .Given(Accept("mina", 1)).Advance(Seconds(60))
            .When(new WidenOffers(1)).Refused("effect-gone");

    [Fact]
    public void An_explanation_names_all_who_are_asked()
    {
        var record = TwoAreAsked.State.Explain(1, ManualTimeProvider.DefaultStart)!;

        Assert.Equal(["mina", "noor"], record.OfferedTo.Select(agent => agent.Value));
        Assert.Equal(0, record.Place);
    }

    [Fact, PeerScenario("FS-09")]
    public void Where_it_goes_on_to_as_many_are_asked_as_that_queue_begins_with()
    {
        var floor = Floor(
            [
                Growing("q1", 5) with { WaitRules = [new WaitRule { After = Seconds(40), MoveTo = "q2" }] },
                Growing("q2", 60),
            ],
            [
                .. Enumerable.Range(1, 3).Select(one => Agent($"m{one}", "q1")),
                .. Enumerable.Range(1, 3).Select(one => Agent($"n{one}", "q2")),
            ]).Available("m1", "m2", "m3", "n1", "n2", "n3").Started("q1", "ana");
        floor.Advance(Seconds(40));
        Assert.Equal("q2", floor.State.Chats[1].Queue.Value);
        Assert.Single(floor.Restarted().State.Offers);

        static QueueProfile Growing(string name, int every) => Queue(name, offerSeconds: 20) with
        {
            ParallelOffers = new ParallelOffers { Min = 1, Max = 3, AddEvery = TimeSpan.FromSeconds(every) },
        };
    }

    private static Specification Of(ParallelOffers offers, params AgentProfile[] agents) =>
        Floor([Queue("chat") with { ParallelOffers = offers }], agents);

    private static Func<FloorConfiguration, FloorConfiguration> With(ParallelOffers offers) =>
        now => now with { Queues = [Queue("chat") with { ParallelOffers = offers }] };

    private static IEnumerable<string> Asked(Specification floor) =>
        floor.State.Offers.Values.OrderBy(offer => offer.Number).Select(offer => offer.Agent.Value);
}
