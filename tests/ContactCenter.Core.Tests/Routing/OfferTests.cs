using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

public sealed class OfferTests
{
    private static Specification MinaIsOffered =>
        Floor(Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana");

    [Fact, Scenario("S4"), Pain(28)]
    public void An_idle_agent_is_offered_nothing_and_an_available_one_at_once()
    {
        var floor = Floor(Agent("mina")).Given(SignIn("mina"));

        floor.When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued");
        floor.When(GoAvailable("mina")).Then(
            Changed("mina", AvailabilityTrigger.GoAvailable), Offered(1, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact, PeerScenario("RC-13", "CW-02"), Pain(93)]
    public void With_nobody_there_a_contact_is_taken_and_waits_and_nothing_else_happens()
    {
        var floor = Floor(Agent("mina"));

        floor.When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(new ContinueOffering()).ThenNothing()
            .Advance(Minutes(60)).ThenNothing();

        Assert.Equal((ChatState.Queued, null), (floor.State.Chats[1].State, floor.State.Chats[1].Owner));
    }

    [Fact, PeerScenario("CW-04")]
    public void Whoever_has_left_or_is_served_is_offered_to_nobody_however_many_come_free()
    {
        var floor = Floor(Agent("mina"), Agent("noor"), Agent("omar")).Started("chat", "ana", "bob", "eve")
            .Given(End(Ana, 1)).Available("mina").Accepted(2).Given(End(Bob, 2)).Available("noor");
        Assert.Equal([3L], floor.State.Offers.Values.Select(offer => offer.Chat));

        floor.Accepted(3).Given(WrapUp("mina", 2, "solved")).When(SignIn("omar")).ThenAccepted();
        floor.When(GoAvailable("omar")).Then(Changed("omar", AvailabilityTrigger.GoAvailable));
    }

    [Fact, PeerScenario("CW-06")]
    public void Each_answer_is_told_once_and_names_the_contact_and_its_agent()
    {
        var floor = Floor(Agent("mina", 2), Agent("noor")).Available("mina", "noor").Started("chat", "a", "b", "c");

        foreach (var offer in floor.State.Offers.Values.ToArray())
        {
            floor.When(Accept(offer.Agent.Value, offer.Number)).Then(
                new OfferClosed(offer.Number, OfferTrigger.Accept),
                new NoticeShown(offer.Chat, 2, Notices.AgentJoined, offer.Agent.Value));
        }

        Assert.Equal(3, floor.Lines.Count(line => line.Code == Notices.AgentJoined));
    }

    [Fact, PeerScenario("CW-08")]
    public void Whoever_waits_longest_is_first_and_what_they_write_meanwhile_costs_no_place()
    {
        var floor = Floor(Agent("mina", 2)).Started("chat", "ana").Advance(Seconds(1)).Started("chat", "bob")
            .Advance(Seconds(1)).Given(Say(Ana, 1, "anybody there?"));

        floor.Given(SignIn("mina")).When(GoAvailable("mina")).ThenAccepted();

        Assert.Equal([1L, 2L], floor.Happened.OfType<OfferMade>().Select(made => made.Chat));
    }

    [Fact, PeerScenario("SF-02")]
    public void A_contact_that_comes_back_keeps_its_place_and_one_that_begins_anew_is_last()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana", "bob").Accepted(1)
            .Advance(Seconds(60)).Started("chat", "eve").Given(GoIdle("mina"));

        floor.Given(new ReturnChat(Mina, 1), End(Bob, 2), Start("bob", "chat"));

        Assert.Equal([1, 3, 4], floor.InLine("chat"));
        Assert.Equal([1L], floor.Available("noor").State.Offers.Values.Select(offer => offer.Chat));
    }

    [Fact, Scenario("S6")]
    public void An_offer_cannot_be_declined_where_the_queue_does_not_say_so()
    {
        var floor = MinaIsOffered.When(Decline("mina", 1)).Refused("decline-not-allowed");

        Assert.Equal(ChatState.Offered, floor.State.Chats[1].State);
        floor.When(Accept("mina", 1)).Then("offer-closed", "notice-shown");
    }

    [Fact, Scenario("S7", "S111", "E1"), Pain(20)]
    public void A_customer_who_leaves_takes_the_offer_along_and_the_agent_stays_available()
    {
        var floor = MinaIsOffered.When(End(Ana, 1)).Then(
            new OfferClosed(1, OfferTrigger.Withdraw),
            new NoticeShown(1, 2, Notices.CustomerLeft, string.Empty),
            new ChatEnded(1, ChatTrigger.Leave, Ana),
            new ChatClosed(1));

        Assert.Empty(floor.State.Chats);
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        Assert.False(floor.State.Agents["mina"].IsEngaged);
        floor.When(Accept("mina", 1)).Refused("offer-gone");
    }

    [Fact]
    public void An_agent_whose_offer_was_withdrawn_keeps_the_place_among_the_available() =>
        Floor(Agent("mina"), Agent("noor"))
            .Available("mina").Advance(Seconds(60)).Available("noor")
            .Advance(Seconds(60)).Started("chat", "ana").Advance(Seconds(10)).Given(End(Ana, 1))
            .When(Start("bob", "chat"))
            .ThenAmongOthers(Offered(2, 2, "mina", ManualTimeProvider.DefaultStart + Seconds(160)));

    [Fact]
    public void An_agent_who_takes_one_of_two_offers_loses_the_place_although_the_other_is_withdrawn()
    {
        var floor = Floor(Agent("mina", chats: 2)).Available("mina").Advance(Seconds(60))
            .Started("chat", "ana").Started("chat", "bob");
        var offeredAt = floor.Now;

        floor.Advance(Seconds(1)).Given(Accept("mina", 1)).Given(End(Bob, 2));

        Assert.Equal(offeredAt, floor.State.Agents["mina"].LongestSince);
    }

    [Fact]
    public void An_agent_both_of_whose_offers_were_withdrawn_keeps_the_place()
    {
        var floor = Floor(Agent("mina", chats: 2)).Available("mina");
        var availableAt = floor.Now;

        floor.Advance(Seconds(10)).Started("chat", "ana").Advance(Seconds(10)).Started("chat", "bob")
            .Given(End(Ana, 1)).Given(End(Bob, 2));

        Assert.Equal(availableAt, floor.State.Agents["mina"].LongestSince);
    }

    [Theory, Scenario("S12", "E2")]
    [InlineData(-1)]
    public void An_answer_one_tick_before_the_deadline_is_in_time_and_the_alarm_too_late(long ticks)
    {
        var floor = MinaIsOffered;
        floor.At(floor.Now + Seconds(30) + TimeSpan.FromTicks(ticks))
            .When(Accept("mina", 1)).Then("offer-closed", "notice-shown")
            .At(ManualTimeProvider.DefaultStart + Seconds(30)).When(new MissOffer(1)).Refused("offer-gone");

        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
    }

    [Theory, Scenario("S12", "E2")]
    [InlineData(0)]
    [InlineData(1)]
    public void An_answer_at_the_deadline_or_after_it_is_late_and_the_offer_is_missed(long ticks)
    {
        var floor = MinaIsOffered;
        floor.At(floor.Now + Seconds(30) + TimeSpan.FromTicks(ticks))
            .When(Accept("mina", 1)).Refused("offer-expired")
            .When(new MissOffer(1)).Then(new OfferClosed(1, OfferTrigger.Miss), Missed("mina"))
            .When(Accept("mina", 1)).Refused("offer-gone");

        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
    }

    [Fact, Scenario("E3"), Pain(77)]
    public void A_customer_who_leaves_before_the_answer_leaves_no_wrap_up() =>
        MinaIsOffered.Given(End(Ana, 1))
            .When(Accept("mina", 1)).Refused("offer-gone")
            .When(WrapUp("mina", 1, "solved")).Refused("chat-unknown");

    [Fact, Scenario("E3")]
    public void A_customer_who_leaves_after_the_answer_leaves_a_wrap_up() =>
        MinaIsOffered.Given(Accept("mina", 1))
            .When(End(Ana, 1)).ThenAmongOthers(new WrapUpStarted(1, 1, "mina", DueAt: null));

    [Fact, Scenario("S13")]
    public void One_chat_is_offered_to_one_agent_however_many_are_available()
    {
        var floor = Floor(Agent("mina"), Agent("noor"), Agent("omar")).Available("noor", "mina", "omar");

        floor.When(Start("ana", "chat")).Then(
            new ChatStarted(1, "ana", "chat", Channel.Chat),
            new NoticeShown(1, 1, Notices.WaitingForAgent, "chat"),
            new ChatQueued(1),
            Offered(1, 1, "mina", floor.Now + Seconds(30)));
        Assert.Single(floor.State.Offers);
    }

    [Fact]
    public void A_chat_is_offered_to_the_agent_who_has_been_available_longest() =>
        Floor(Agent("mina"), Agent("noor"))
            .Available("noor").Advance(Tick).Available("mina")
            .When(Start("ana", "chat"))
            .ThenAmongOthers(Offered(1, 1, "noor", ManualTimeProvider.DefaultStart + Tick + Seconds(30)));

    [Fact, Scenario("S46")]
    public void An_open_offer_holds_the_slot_that_it_would_take()
    {
        var floor = MinaIsOffered;

        floor.When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued");
        floor.When(End(Ana, 1)).ThenAmongOthers(
            new ChatClosed(1), Offered(2, 2, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void An_offer_is_answered_by_its_own_agent_only() =>
        MinaIsOffered
            .When(Accept("noor", 1)).Refused("not-permitted")
            .When(new AcceptOffer(Ana, 1)).Refused("not-permitted")
            .When(new AcceptOffer(Boss, 1)).Refused("not-permitted")
            .When(new AcceptOffer(Actor.Host, 1)).Refused("not-permitted")
            .When(Accept("mina", 1)).Then(
                new OfferClosed(1, OfferTrigger.Accept), new NoticeShown(1, 2, Notices.AgentJoined, "mina"));

    [Fact, Scenario("E24")]
    public void An_offer_is_accepted_once_whatever_comes_twice() =>
        MinaIsOffered.Given(Accept("mina", 1))
            .When(Accept("mina", 1)).Refused("offer-gone")
            .When(Decline("mina", 1)).Refused("offer-gone")
            .When(Fail(1)).Refused("offer-gone");

    [Fact]
    public void An_accepted_chat_is_active_and_its_agent_engaged_and_still_available()
    {
        var floor = MinaIsOffered.Given(Accept("mina", 1));

        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
        Assert.Equal(ParticipationState.Connected, floor.State.Chats[1].Parts[0].State);
        Assert.True(floor.State.Agents["mina"].IsEngaged);
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void An_accepted_offer_never_runs_out() =>
        MinaIsOffered.Given(Accept("mina", 1)).Advance(TimeSpan.FromDays(1)).ThenNothing();
}
