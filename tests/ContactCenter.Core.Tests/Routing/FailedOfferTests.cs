using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

public sealed class FailedOfferTests
{
    private static readonly AvailabilityChanged MinaIsSuspended =
        Changed("mina", AvailabilityTrigger.Suspend, IdleCode.ChannelFailure, Actor.System);

    private static Specification MinaIsOffered =>
        Floor(Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana");

    [Fact, Scenario("S14", "S111"), Pain(18, 58)]
    public void An_offer_that_cannot_be_connected_returns_its_chat_and_leaves_no_wrap_up()
    {
        var floor = MinaIsOffered.When(Fail(1)).Then(new OfferClosed(1, OfferTrigger.Fail), MinaIsSuspended);

        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        Assert.Empty(floor.State.Chats[1].Parts);
        Assert.Equal(IdleCode.ChannelFailure, floor.State.Agents["mina"].Code);
    }

    [Fact]
    public void A_chat_whose_offer_failed_goes_to_another_agent_first()
    {
        var floor = MinaIsOffered.Available("noor");

        floor.When(Fail(1)).Then(
            new OfferClosed(1, OfferTrigger.Fail), MinaIsSuspended, Offered(2, 1, "noor", floor.Now + Seconds(30)));
    }

    [Fact]
    public void Only_the_host_reports_a_failed_connection() =>
        MinaIsOffered
            .When(new FailOffer(Mina, 1)).Refused("not-permitted")
            .When(new FailOffer(Ana, 1)).Refused("not-permitted")
            .When(new FailOffer(Boss, 1)).Refused("not-permitted")
            .When(new FailOffer(Actor.Bot, 1)).Refused("not-permitted");

    [Fact]
    public void A_connection_that_was_accepted_fails_no_more() =>
        MinaIsOffered.Given(Accept("mina", 1)).When(Fail(1)).Refused("offer-gone");
}
