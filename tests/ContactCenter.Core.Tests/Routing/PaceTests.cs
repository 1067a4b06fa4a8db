using ContactCenter.Agents;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Mina is offered two contacts in two hours, and no more; she has room for five.</summary>
public sealed class PaceTests
{
    private static readonly AgentPace TwoInTwoHours = new() { Contacts = 2, Within = Minutes(120) };

    private static Specification MinaIsPaced => Of(Queue("chat"));

    /// <summary>At noon she took Ana's, a minute later Bob's.</summary>
    private static Specification MinaTookTwo => MinaIsPaced.Available("mina").Started("chat", "ana").Accepted(1)
        .Advance(Minutes(1)).Started("chat", "bob").Accepted(2);

    [Fact, PeerScenario("CW-10"), Pain(46)]
    public void Whoever_has_taken_as_many_as_their_pace_allows_is_passed_over()
    {
        var floor = MinaTookTwo.Advance(Minutes(1)).Available("noor");

        floor.When(Start("eve", "chat")).ThenAccepted();

        Assert.Equal("noor", floor.Happened.OfType<OfferMade>().Single().Agent.Value);
        var why = floor.State.Explain(3, floor.Now)!.Candidates;
        Assert.Equal("pace", why.Single(one => one.Agent == "mina").RuledOutBy);
    }

    [Fact, PeerScenario("CW-11")]
    public void A_contact_counts_once_and_an_offer_that_comes_to_nothing_counts_not_at_all()
    {
        var floor = MinaIsPaced.Available("mina").Started("chat", "ana", "bob", "eve");
        Assert.Equal([1L, 2L], floor.State.Offers.Values.Select(offer => offer.Chat));

        floor.When(End(Ana, 1)).ThenAccepted();
        Assert.Equal([3L], floor.Happened.OfType<OfferMade>().Select(made => made.Chat));
        floor.Accepted(2).Accepted(3).Given(End(Bob, 2), WrapUp("mina", 2, "solved")).Restarted();
        Assert.Equal(2, floor.State.Agents["mina"].Taken!.Count);
        floor.When(Start("max", "chat")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact, PeerScenario("CW-12")]
    public void Once_a_contact_is_long_enough_ago_the_next_is_offered()
    {
        var floor = MinaTookTwo.Started("chat", "eve", "max").Restarted();

        floor.Advance(Minutes(119) - Tick).ThenNothing();
        floor.Advance(Tick).Then("pace-eased", "offer-made");
        floor.Accepted(3).Advance(Minutes(1)).Then("pace-eased", "offer-made");
        Assert.Equal([4L], floor.State.Offers.Values.Select(offer => offer.Chat));
    }

    [Fact]
    public void What_is_overdue_after_an_outage_eases_at_once()
    {
        var floor = MinaTookTwo.Started("chat", "eve").Restarted().After(TimeSpan.FromHours(9));

        floor.Advance(TimeSpan.Zero).Then("pace-eased", "offer-made");
        Assert.Null(floor.State.Agents["mina"].Taken);
    }

    [Fact]
    public void What_is_given_by_name_counts_and_is_not_held_back()
    {
        var floor = MinaTookTwo.Started("chat", "eve").When(new TransferChat(Boss, 3, null, "mina"));

        floor.ThenAccepted().Accepted(3).Advance(Minutes(119));
        Assert.Equal(2, floor.State.Agents["mina"].Taken!.Count);
        floor.When(Start("max", "chat")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void What_agents_take_themselves_is_theirs_to_take()
    {
        var floor = Of(Queue("chat") with { Mode = QueueMode.Manual }).Available("mina")
            .Started("chat", "ana", "bob", "eve")
            .Given(new PickContact(Mina, 1), new PickContact(Mina, 2), new PickContact(Mina, 3));

        Assert.Equal(3, floor.State.Agents["mina"].Taken!.Count);
    }

    [Fact]
    public void Another_pace_counts_at_once_and_without_one_nothing_counts()
    {
        var floor = MinaTookTwo.Started("chat", "eve", "max");

        floor.Configured(now => Paced(now, TwoInTwoHours with { Contacts = 3 }));
        Assert.Equal([3L], floor.State.Offers.Values.Select(offer => offer.Chat));
        floor.Configured(now => Paced(now, null));
        Assert.Equal([3L, 4L], floor.State.Offers.Values.Select(offer => offer.Chat).Order());
        floor.Accepted(3).Accepted(4);
        Assert.Null(floor.State.Agents["mina"].Taken);
        floor.When(new EasePace("mina")).Refused("effect-gone");
    }

    [Fact]
    public void A_shorter_time_eases_what_is_long_enough_ago_by_now()
    {
        var floor = MinaTookTwo.Advance(Minutes(9)).Started("chat", "eve")
            .Configured(now => Paced(now, TwoInTwoHours with { Within = Minutes(10) }));

        floor.Advance(TimeSpan.Zero).Then("pace-eased", "offer-made");
    }

    [Fact]
    public void A_pace_that_cannot_be_kept_is_refused() =>
        Assert.Equal(
            [
                "agent mina: a pace of 0 contacts is not one of 1 to 1000",
                "agent mina: a pace within 1.00:00:01 is not one within 1 minute to 1 day",
                "agent noor: a pace of 1001 contacts is not one of 1 to 1000",
                "agent noor: a pace within 00:00:59 is not one within 1 minute to 1 day",
            ],
            ConfigurationFaults.Of(Configuration(
                [Queue("chat")],
                Agent("mina") with { Pace = new AgentPace { Within = TimeSpan.FromDays(1) + Seconds(1) } },
                Agent("noor") with { Pace = new AgentPace { Contacts = 1_001, Within = Seconds(59) } })));

    private static Specification Of(QueueProfile queue) =>
        Floor([queue], Agent("mina", 5) with { Pace = TwoInTwoHours }, Agent("noor", 5));

    private static FloorConfiguration Paced(FloorConfiguration floor, AgentPace? pace) =>
        floor with { Agents = [floor.Agents[0] with { Pace = pace }, .. floor.Agents.Skip(1)] };
}
