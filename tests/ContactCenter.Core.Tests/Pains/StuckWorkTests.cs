using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Tests.Redaction;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Pains;

/// <summary>What waits for ever elsewhere.</summary>
public sealed class StuckWorkTests
{
    [Fact, Pain(13)]
    public void A_list_whose_last_agent_is_away_begins_again_at_its_top()
    {
        var floor = Floor(
            [Queue("chat") with { Strategy = RoutingStrategies.TopDown }],
            [.. ((string[])["mina", "noor", "omar"]).Index().Select(one => Agent(one.Item, 2) with
            {
                Memberships = [new MembershipProfile { Queue = "chat", Position = one.Index + 1 }],
            })])
            .Available("mina", "noor", "omar").Given(GoIdle("omar")).Started("chat", "a", "b", "c", "d");

        Assert.Equal(["mina", "mina", "noor", "noor"], floor.State.Offers.Values
            .OrderBy(offer => offer.Number).Select(offer => offer.Agent.Value));
        floor.Given(Accept("mina", 1)).Given(End(Mina, 1)).Started("chat", "e")
            .When(WrapUp("mina", 1, "solved")).ThenAccepted();
        Assert.Equal("mina", floor.Happened.OfType<OfferMade>().Single().Agent.Value);
    }

    [Fact, Pain(19)]
    public void A_request_that_is_rejected_before_it_is_through_goes_to_the_next_at_once()
    {
        var floor = Floor(
            [Queue("chat", allowDecline: true) with { ConnectTimeout = Seconds(5) }], Agent("mina"), Agent("noor"))
            .Available("mina").Started("chat", "ana").Available("noor");

        // The device rejects it while it connects, or the agent does as soon as it shows.
        floor.When(Fail(1)).ThenAccepted();
        Assert.Equal(["noor"], floor.OfferedTo(1));
        floor.Given(new PresentOffer(Noor, 2), GoAvailable("mina")).When(Decline("noor", 2)).ThenAccepted();
        Assert.Equal(["mina"], floor.OfferedTo(1));
    }

    [Fact, Pain(23)]
    public void Whoever_has_handed_a_chat_on_is_free_as_soon_as_they_have_wrapped_up()
    {
        var floor = MinaHas().Ready("noor").Given(ToAgent(Mina, "noor"), Accept("noor", 2)).Started("chat", "bob");
        Assert.True(floor.State.Agents["mina"].IsEngaged);

        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "offer-made");
        var mina = floor.State.Agents["mina"];
        Assert.Equal((false, 0, 1), (mina.IsEngaged, mina.Contacts.Count, mina.Load.Total));
        Assert.Equal("mina", floor.Happened.OfType<OfferMade>().Single().Agent.Value);
    }

    [Theory, Pain(31)]
    [InlineData(1)]
    [InlineData(2)]
    public void Ten_thousand_who_wait_are_served_in_the_order_of_priority_and_age(ulong seed)
    {
        var (dice, router) = (new Dice(seed), new Router());
        router.AddQueue("chat");
        var waiting = new List<(int Priority, DateTimeOffset Since, long Number)>();
        for (var number = 1; number <= 10_000; number++)
        {
            var (priority, since) = (1 + dice.Roll(5), Noon + Seconds(dice.Roll(3_600)));
            waiting.Add((priority, since, number));
            router.Wait(number, "chat", since, new ContactNeeds { Priority = priority });
        }

        var served = new List<long>();
        router.Serve("mina", "chat");
        while (served.Count < waiting.Count)
        {
            router.SetFree("mina", Noon, Channel.Chat);
            var match = router.Next()!.Value;
            served.Add(match.Contact);
            router.Forget(match.Contact);
        }

        Assert.Equal(
            waiting.OrderByDescending(one => one.Priority).ThenBy(one => one.Since).ThenBy(one => one.Number)
                .Select(one => one.Number),
            served);
    }

    [Fact, Pain(33)]
    public void A_join_that_fails_leaves_the_requests_of_the_others_as_they_are()
    {
        var floor = Floor(
            [Queue("chat") with { ParallelOffers = new ParallelOffers { Max = 2 } }], Agent("mina"), Agent("noor"))
            .Available("mina", "noor").Started("chat", "ana");
        var (before, since) = (floor.State.Offers[2], floor.State.Chats[1].QueuedAt);

        floor.Advance(Seconds(10)).When(Fail(1)).Then("offer-closed", "availability-changed");
        Assert.Equal((before.Agent, before.DueAt), (floor.State.Offers[2].Agent, floor.State.Offers[2].DueAt));
        Assert.Equal((ChatState.Offered, since), (floor.State.Chats[1].State, floor.State.Chats[1].QueuedAt));
        floor.When(Accept("noor", 2)).ThenAccepted();
        Assert.Equal(Availability.Available, floor.State.Agents["noor"].Availability);
    }
}
