using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>An offer in two stages: it connects, then it is a request; and the word before it runs out.</summary>
public sealed class ConnectingOfferTests
{
    private static readonly QueueProfile Slow = Queue("chat") with { ConnectTimeout = Seconds(5) };

    private static Specification Connecting => Floor([Slow], Agent("mina")).Available("mina").Started("chat", "ana");

    [Fact]
    public void A_connecting_request_is_not_answered_yet() =>
        Connecting
            .When(Accept("mina", 1)).Refused("offer-connecting")
            .When(Decline("mina", 1)).Refused("offer-connecting")
            .When(new MissOffer(1)).Refused("not-allowed")
            .When(SignOut("mina")).Refused("contacts-open");

    [Fact]
    public void A_request_that_has_reached_the_agent_runs_from_then_on()
    {
        var floor = Connecting.Advance(Seconds(2));
        floor.When(new PresentOffer(Mina, 1)).Then(new OfferPresented(1, floor.Now + Seconds(30)))
            .Advance(Seconds(30) - Tick).ThenNothing()
            .Advance(Tick).Then(new OfferClosed(1, OfferTrigger.Miss), Missed("mina"));
    }

    [Fact]
    public void The_host_may_say_that_it_has_reached_the_agent() =>
        Connecting.When(new PresentOffer(Actor.Host, 1)).Then("offer-presented")
            .When(Accept("mina", 1)).Then("offer-closed", "notice-shown");

    [Fact]
    public void Nobody_else_says_so_nor_the_alarm_before_its_time() =>
        Connecting
            .When(new PresentOffer(Noor, 1)).Refused("not-permitted")
            .When(new PresentOffer(Boss, 1)).Refused("not-permitted")
            .When(new PresentOffer(Ana, 1)).Refused("not-permitted")
            .When(new PresentOffer(Actor.System, 1)).Refused("not-permitted")
            .When(new PresentOffer(Mina, 9)).Refused("offer-gone");

    [Fact, Pain(15)]
    public void A_request_that_nobody_says_has_come_is_taken_to_have_come_and_is_no_miss() =>
        Connecting
            .Advance(Seconds(5) - Tick).ThenNothing()
            .Advance(Tick).Then(
                new OfferPresented(1, ManualTimeProvider.DefaultStart + Seconds(35)))
            .Advance(Seconds(30)).Then(new OfferClosed(1, OfferTrigger.Miss), Missed("mina"));

    [Fact]
    public void It_reaches_the_agent_once() =>
        Connecting.Given(new PresentOffer(Mina, 1))
            .Advance(Seconds(3)).When(new PresentOffer(Mina, 1)).Refused("not-allowed")
            .Advance(Seconds(27)).Then("offer-closed", "availability-changed");

    [Fact]
    public void The_agents_word_and_the_alarm_at_one_instant_present_it_once()
    {
        var floor = Connecting;
        floor.At(floor.Now + Seconds(5)).When(new PresentOffer(Mina, 1)).Then("offer-presented")
            .Advance(TimeSpan.Zero).ThenNothing();
    }

    [Fact]
    public void A_connecting_request_whose_customer_leaves_is_taken_back()
    {
        var floor = Connecting.When(End(Ana, 1)).Then("offer-closed", "notice-shown", "chat-ended", "chat-closed");

        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        Assert.Null(floor.State.Alarms.NextDueAt);
    }

    [Fact]
    public void A_connecting_request_that_fails_is_no_miss()
    {
        var floor = Connecting.When(Fail(1)).Then("offer-closed", "availability-changed");

        Assert.Equal(IdleCode.ChannelFailure, floor.State.Agents["mina"].Code);
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
    }

    [Fact]
    public void A_transfer_and_an_invitation_connect_too()
    {
        var desks = Desks();
        var slow = desks with { Queues = [Slow, .. desks.Queues[1..]] };
        var floor = Floor(slow).Available("mina").Started("chat", "ana").Given(new PresentOffer(Mina, 1)).Accepted(1)
            .Available("noor").Given(Invite(Mina, "noor"))
            .When(Accept("noor", 2)).Refused("offer-connecting")
            .Advance(Seconds(5)).Then("offer-presented").Accepted(1);

        Assert.Equal(ChatState.Conference, floor.Chat().State);
        floor.Given(Dismiss(Mina), ToAgent(Mina, "noor")).When(Accept("noor", 3)).Refused("offer-connecting")
            .Restarted().Advance(Seconds(5)).Then("offer-presented").When(Accept("noor", 3)).ThenAccepted();
    }

    [Fact]
    public void A_word_comes_before_a_request_runs_out() =>
        Warned().Available("mina").Started("chat", "ana")
            .Advance(Seconds(20) - Tick).ThenNothing()
            .Advance(Tick).Then(new OfferExpiring(1))
            .When(new WarnOfOffer(1)).Refused("effect-gone")
            .Advance(Seconds(10)).Then("offer-closed", "availability-changed");

    [Fact]
    public void An_answered_request_is_not_warned_of()
    {
        var floor = Warned().Available("mina").Started("chat", "ana").Accepted(1).Advance(Minutes(1)).ThenNothing();

        Assert.Null(floor.State.Alarms.NextDueAt);
    }

    [Fact]
    public void A_request_in_two_stages_is_warned_of_in_the_second() =>
        Warned(connect: true).Available("mina").Started("chat", "ana")
            .Advance(Seconds(5)).Then("offer-presented")
            .Advance(Seconds(20)).Then(new OfferExpiring(1))
            .Restarted()
            .Advance(Seconds(10)).Then("offer-closed", "availability-changed");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(30)]
    public void A_word_that_would_never_come_is_no_configuration(int seconds)
    {
        var now = Floor(Agent("mina")).State.Configuration;
        Floor(Agent("mina")).When(new ContactCenter.Floors.Configure(
            Actor.Host, now with { Queues = [Queue("chat") with { WarnBefore = Seconds(seconds) }] }, "wanted"))
            .Refused("configuration-invalid");
    }

    private static Specification Warned(bool connect = false) => Floor(
        [Queue("chat") with { WarnBefore = Seconds(10), ConnectTimeout = connect ? Seconds(5) : null }], Agent("mina"));
}
