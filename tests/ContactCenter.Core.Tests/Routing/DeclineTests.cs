using ContactCenter.Agents;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

public sealed class DeclineTests
{
    private static readonly AvailabilityChanged MinaIsSuspended =
        Changed("mina", AvailabilityTrigger.Suspend, IdleCode.Declined, Actor.System);

    private static Specification MinaIsOffered =>
        Floor([Queue("chat", allowDecline: true)], Agent("mina", 2), Agent("noor"))
            .Available("mina").Started("chat", "ana");

    [Fact]
    public void A_declined_offer_is_no_miss_and_its_agent_is_idle()
    {
        var floor = MinaIsOffered.When(Decline("mina", 1))
            .Then(new OfferClosed(1, OfferTrigger.Decline), MinaIsSuspended);

        Assert.Equal(Availability.Idle, floor.State.Agents["mina"].Availability);
        Assert.Equal(IdleCode.Declined, floor.State.Agents["mina"].Code);
    }

    [Fact]
    public void Whoever_declines_may_say_why()
    {
        MinaIsOffered.When(new DeclineOffer(Mina, 1, "wrong-language"))
            .ThenAmongOthers(MinaIsSuspended with { Reason = "wrong-language" });
        MinaIsOffered
            .When(new DeclineOffer(Mina, 1, "a reason, at length")).Refused("reason-unknown")
            .When(new DeclineOffer(Mina, 1, "4111111111111111")).Refused("id-holds-card-data")
            .When(Decline("mina", 1)).ThenAccepted();
    }

    [Fact]
    public void A_declined_chat_goes_to_another_agent_in_the_same_batch()
    {
        var floor = MinaIsOffered.Advance(Seconds(5)).Available("noor");

        floor.When(Decline("mina", 1)).Then(
            new OfferClosed(1, OfferTrigger.Decline), MinaIsSuspended, Offered(2, 1, "noor", floor.Now + Seconds(30)));
    }

    [Fact]
    public void A_declined_chat_comes_back_to_an_agent_who_is_the_only_one_available()
    {
        var floor = MinaIsOffered.Given(Decline("mina", 1)).Advance(Seconds(1));

        floor.When(GoAvailable("mina")).ThenAmongOthers(Offered(2, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void Declining_takes_back_the_agents_other_offers() =>
        MinaIsOffered.Started("chat", "bob").When(Decline("mina", 1)).Then(
            new OfferClosed(1, OfferTrigger.Decline), MinaIsSuspended, new OfferClosed(2, OfferTrigger.Withdraw));

    [Fact]
    public void Declining_is_the_offered_agents_alone() =>
        MinaIsOffered
            .When(Decline("noor", 1)).Refused("not-permitted")
            .When(new DeclineOffer(Boss, 1)).Refused("not-permitted")
            .When(new DeclineOffer(Ana, 1)).Refused("not-permitted");

    [Fact]
    public void Declining_one_tick_before_the_deadline_is_in_time() =>
        MinaIsOffered.After(Seconds(30) - Tick).When(Decline("mina", 1)).Then("offer-closed", "availability-changed");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Declining_at_the_deadline_or_after_it_is_late(long ticks) =>
        MinaIsOffered.After(Seconds(30) + TimeSpan.FromTicks(ticks)).When(Decline("mina", 1)).Refused("offer-expired");
}
