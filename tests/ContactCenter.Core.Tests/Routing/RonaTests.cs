using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

public sealed class RonaTests
{
    private static Specification MinaIsOffered =>
        Floor(Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana");

    private static Specification MinaMissed => MinaIsOffered.Advance(Seconds(30));

    [Fact, Scenario("S16")]
    public void An_unanswered_offer_returns_its_chat_to_the_queue_and_its_agent_is_rona()
    {
        var floor = MinaIsOffered.Advance(Seconds(30)).Then(new OfferClosed(1, OfferTrigger.Miss), Missed("mina"));

        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);
        Assert.Empty(floor.State.Offers);
    }

    [Fact, Scenario("S17"), Pain(15, 48)]
    public void An_offer_stands_until_the_very_tick_it_runs_out() =>
        MinaIsOffered
            .Advance(Seconds(30) - TimeSpan.FromMilliseconds(1)).ThenNothing()
            .Advance(TimeSpan.FromMilliseconds(1) - Tick).ThenNothing()
            .Advance(Tick).Then("offer-closed", "availability-changed");

    [Fact, Scenario("S18")]
    public void An_agent_in_rona_is_offered_nothing_on_any_channel() =>
        Floor(
            [Queue("chat"), Queue("letters", Channel.Email), Queue("calls", Channel.Voice)],
            Agent("mina", new MediaProfile { Voice = 1, Chat = 5, Email = 5 }))
            .Available("mina").Started("chat", "ana").Advance(Seconds(30))
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("bob", "letters")).Then("chat-started", "chat-queued")
            .When(Start("bob", "calls")).Then("chat-started", "chat-queued");

    [Fact, Scenario("S19")]
    public void An_agent_in_rona_stays_there_however_long_nobody_acts()
    {
        var floor = MinaMissed.Advance(TimeSpan.FromDays(365)).ThenNothing();

        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);
    }

    [Fact, Scenario("S21", "E7")]
    public void An_agent_who_becomes_available_after_a_rona_is_offered_the_same_chat()
    {
        var floor = MinaMissed.Advance(Seconds(10));

        floor.When(GoAvailable("mina")).Then(
            Changed("mina", AvailabilityTrigger.GoAvailable), Offered(2, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact, Scenario("S22")]
    public void An_agent_who_goes_idle_after_a_rona_gets_the_default_code_and_no_offer() =>
        MinaMissed.When(GoIdle("mina")).Then(Changed("mina", AvailabilityTrigger.GoIdle, IdleCode.SignedIn));

    [Theory, Scenario("S23")]
    [InlineData("rona")]
    [InlineData("Rona")]
    [InlineData(IdleCode.Declined)]
    [InlineData(IdleCode.ChannelFailure)]
    public void An_agent_cannot_choose_what_only_the_engine_assigns(string code) =>
        MinaIsOffered.When(GoIdle("mina", code)).Refused("idle-code-unknown");

    [Fact, Scenario("S24")]
    public void A_missed_chat_goes_to_another_available_agent_in_the_same_batch()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Available("mina", "noor").Started("chat", "ana");
        var missedAt = floor.Now + Seconds(30);

        floor.Advance(Seconds(30)).Then(
            new OfferClosed(1, OfferTrigger.Miss), Missed("mina"), Offered(2, 1, "noor", missedAt + Seconds(30)));
        Assert.Equal(missedAt, floor.State.LastAt);
    }

    [Fact]
    public void A_chat_that_everybody_misses_waits_at_its_place() =>
        Floor(Agent("mina"), Agent("noor")).Available("mina", "noor").Started("chat", "ana")
            .Advance(Seconds(60))
            .Then("offer-closed", "availability-changed", "offer-made", "offer-closed", "availability-changed")
            .Started("chat", "bob")
            .When(GoAvailable("noor")).ThenAmongOthers(Offered(3, 1, "noor", At(90)));

    [Fact, Scenario("S26", "E6")]
    public void An_agent_in_rona_goes_on_with_the_chat_at_hand()
    {
        var floor = Floor(Agent("mina", 2)).Available("mina").Started("chat", "ana").Accepted(1).Started("chat", "bob")
            .Advance(Seconds(30)).Then(new OfferClosed(2, OfferTrigger.Miss), Missed("mina"))
            .When(Say(Mina, 1, "I am still here")).Then("message-posted")
            .When(End(Mina, 1)).Then("notice-shown", "chat-ended", "wrap-up-started")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");

        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);
        Assert.False(floor.State.Agents["mina"].IsEngaged);
    }

    [Fact, Scenario("S27")]
    public void A_running_offer_keeps_the_timeout_it_was_made_with_and_the_next_gets_the_new()
    {
        var floor = MinaIsOffered.Advance(Seconds(10)).Configured(configuration => configuration with
        {
            Queues = [Queue("chat", offerSeconds: 5)],
        });

        floor.Advance(Seconds(20) - Tick).ThenNothing().Advance(Tick).Then("offer-closed", "availability-changed");
        floor.When(GoAvailable("mina")).ThenAmongOthers(Offered(2, 1, "mina", floor.Now + Seconds(5)));
    }

    [Fact, Scenario("S28")]
    public void Each_offer_runs_as_long_as_its_own_queue_says()
    {
        var floor = Floor(
            [Queue("chat", offerSeconds: 30), Queue("letters", Channel.Email, offerSeconds: 300)],
            Agent("mina", new MediaProfile { Chat = 1, Email = 1 }))
            .Available("mina");

        floor.When(Start("ana", "letters")).ThenAmongOthers(Offered(1, 1, "mina", floor.Now + Seconds(300)));
        floor.When(Start("bob", "chat")).ThenAmongOthers(Offered(2, 2, "mina", floor.Now + Seconds(30)));
    }

    [Fact, Scenario("S31", "E8")]
    public void A_missed_chat_whose_customer_leaves_is_offered_to_nobody() =>
        MinaMissed
            .When(End(Ana, 1)).Then("notice-shown", "chat-ended", "chat-closed")
            .When(GoAvailable("mina")).Then("availability-changed");

    [Fact]
    public void A_missed_chat_keeps_its_age_and_its_place()
    {
        var floor = MinaIsOffered;
        var since = floor.Now;

        floor.Advance(Seconds(5)).Started("chat", "bob").Advance(Seconds(25))
            .Given(SignIn("noor"))
            .When(GoAvailable("noor")).ThenAmongOthers(Offered(2, 1, "noor", At(60)));
        Assert.Equal(since, floor.State.Chats[1].QueuedAt);
    }

    [Fact]
    public void A_rona_takes_back_the_agents_other_offers_and_they_are_no_misses()
    {
        var floor = Floor([Queue("slow", offerSeconds: 60), Queue("fast")], Agent("mina", 2), Agent("noor", 2))
            .Available("mina").Started("slow", "ana").Started("fast", "bob")
            .Advance(Seconds(30))
            .Then(new OfferClosed(2, OfferTrigger.Miss), Missed("mina"), new OfferClosed(1, OfferTrigger.Withdraw));

        Assert.Null(floor.State.Router.Find(1)!.PassedBy);
        Assert.Equal(["mina"], floor.State.Router.Find(2)!.PassedBy);
    }

    [Fact]
    public void A_second_offer_that_runs_out_in_the_same_tick_is_withdrawn_with_the_first() =>
        Floor(Agent("mina", 2)).Available("mina").Started("chat", "ana", "bob")
            .Advance(Seconds(30))
            .Then(new OfferClosed(1, OfferTrigger.Miss), Missed("mina"), new OfferClosed(2, OfferTrigger.Withdraw));

    [Fact, Scenario("S111"), Pain(77)]
    public void A_rona_leaves_no_wrap_up()
    {
        var floor = MinaMissed;

        Assert.Empty(floor.State.Chats[1].Parts);
        Assert.Empty(floor.State.Agents["mina"].Contacts);
        floor.When(WrapUp("mina", 1, "solved")).Refused("not-permitted");
    }

    private static DateTimeOffset At(int seconds) => ManualTimeProvider.DefaultStart + Seconds(seconds);
}
