using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Who has declined a contact, and when they are asked again.</summary>
public sealed class RetryDeclinedTests
{
    [Fact, PeerScenario("AZ-41")]
    public void A_declined_contact_goes_to_the_next_and_not_again_to_whoever_has_declined_it()
    {
        var floor = Scene(TimeSpan.FromMinutes(10)).Available("mina", "noor").Started("chat", "ana");

        floor.When(Decline("mina", 1)).Then(
            new OfferClosed(1, OfferTrigger.Decline),
            new ContactWithheld(1, "mina", floor.Now + TimeSpan.FromMinutes(10)),
            Offered(2, 1, "noor", floor.Now + Seconds(30)));
        floor.Advance(Seconds(30)).ThenAmongOthers(new OfferClosed(2, OfferTrigger.Miss));
        Assert.Empty(floor.State.Offers);
        Assert.Equal("declined", floor.State.Explain(1, floor.Now)!.Candidates
            .Single(one => one.Agent == "mina").RuledOutBy);
    }

    [Fact, PeerScenario("AZ-41"), Pain(59)]
    public void Whoever_is_the_only_one_is_asked_again_once_the_queues_time_is_over()
    {
        var floor = Scene(Seconds(60)).Available("mina").Started("chat", "ana").Given(Decline("mina", 1));

        floor.Restarted().Advance(Seconds(60) - Tick).ThenNothing();
        floor.Advance(Tick).Then("contact-offerable", "offer-made");
    }

    [Fact, PeerScenario("AZ-41")]
    public void Whoever_declines_says_when_they_may_be_asked_again()
    {
        var floor = Scene(Seconds(60)).Available("mina").Started("chat", "ana");

        floor.When(new DeclineOffer(Mina, 1, RetryAfter: Seconds(5))).ThenAccepted();
        floor.Advance(Seconds(5) - Tick).ThenNothing();
        floor.Advance(Tick).Then("contact-offerable", "offer-made");
    }

    [Fact, PeerScenario("AZ-41")]
    public void Whoever_becomes_available_anew_is_asked_again_at_once()
    {
        var floor = Scene(TimeSpan.FromHours(1)).Available("mina").Started("chat", "ana").Given(Decline("mina", 1));

        floor.Given(GoIdle("mina")).Restarted().When(GoAvailable("mina")).Then("availability-changed", "offer-made");
        Assert.Null(floor.State.Chats[1].Withheld);
    }

    [Theory, PeerScenario("AZ-41")]
    [InlineData(RonaScope.AllChannels, RonaConsequence.CoolOff)]
    [InlineData(RonaScope.OwnQueue, RonaConsequence.Idle)]
    public void Whoever_asks_for_work_before_their_cool_off_is_over_is_asked_again(
        RonaScope scope, RonaConsequence then)
    {
        var rule = new RonaRule
        {
            Then = then,
            CoolOff = then == RonaConsequence.CoolOff ? TimeSpan.FromMinutes(30) : null,
        };
        var chat = Queue("chat", allowDecline: true) with { RetryDeclinedAfter = TimeSpan.FromHours(1) };
        var floor = Floor(Configuration([chat], Agent("mina")) with
        {
            RonaScope = scope,
            Rona = new RonaPolicy { Declined = rule },
        }).Available("mina").Started("chat", "ana").Given(Decline("mina", 1)).After(TimeSpan.FromMinutes(1));

        floor.Restarted().When(GoAvailable("mina")).ThenAccepted();

        Assert.Single(floor.State.Offers);
        Assert.Null(floor.State.Chats[1].Withheld);
    }

    [Fact]
    public void Where_the_queue_says_nothing_whoever_declines_comes_after_all_others_and_is_asked_again()
    {
        var floor = Scene(null).Available("mina", "noor").Started("chat", "ana");

        floor.When(Decline("mina", 1)).ThenAmongOthers(Offered(2, 1, "noor", floor.Now + Seconds(30)));
        floor.When(Decline("noor", 2)).ThenAmongOthers(Offered(3, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void Other_contacts_are_offered_to_whoever_has_declined_one()
    {
        var floor = Scene(Seconds(60)).Available("mina").Started("chat", "ana").Given(Decline("mina", 1));

        floor.When(Start("bob", "chat")).ThenAmongOthers(Offered(2, 2, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void What_somebody_else_has_taken_is_withheld_from_nobody()
    {
        var floor = Scene(Seconds(60)).Available("mina", "noor").Started("chat", "ana")
            .Given(Decline("mina", 1)).Accepted(1);

        Assert.Null(floor.State.Chats[1].Withheld);
        floor.When(new ReturnChat(Noor, 1)).ThenAmongOthers(Offered(3, 1, "mina", floor.Now + Seconds(30)));
    }

    [Fact]
    public void One_of_several_who_are_asked_may_decline_while_the_others_stay_asked()
    {
        var queue = Retrying(Seconds(60)) with { ParallelOffers = new ParallelOffers { Min = 2, Max = 2 } };
        var floor = Floor([queue], Agent("mina"), Agent("noor")).Available("mina", "noor").Started("chat", "ana");

        floor.When(Decline("mina", 1)).Then("offer-closed", "contact-withheld");
        floor.Advance(Seconds(29)).ThenNothing().When(End(Ana, 1)).ThenAccepted();
        floor.Advance(Seconds(60));
        Assert.Empty(floor.State.Offers);
    }

    [Theory]
    [InlineData(0, "retry-invalid")]
    [InlineData(-1, "retry-invalid")]
    [InlineData(86_400, null)]
    [InlineData(86_401, "retry-invalid")]
    public void A_retry_is_above_nothing_and_at_most_a_day(int seconds, string? code)
    {
        var floor = Scene(null).Available("mina").Started("chat", "ana")
            .When(new DeclineOffer(Mina, 1, RetryAfter: TimeSpan.FromSeconds(seconds)));

        Assert.Equal(code, floor.Rejection?.Code);
        Assert.Equal(code is not null, ConfigurationFaults.Of(Configuration(
            [Retrying(TimeSpan.FromSeconds(seconds))], Agent("mina"))).Any());
    }

    [Fact]
    public void A_retry_where_nobody_may_decline_is_a_fault_of_its_queue()
    {
        var floor = Configuration(
            [
                Retrying(Seconds(60)) with { AllowDecline = false },
                Retrying(Seconds(60)) with { Name = "other" },
                Retrying(null) with { Name = "third", AllowDecline = false },
            ],
            Agent("mina"));

        Assert.Equal(
            ["queue chat: RetryDeclinedAfter is for who declines, and AllowDecline lets nobody"],
            ConfigurationFaults.Of(floor));
    }

    private static QueueProfile Retrying(TimeSpan? after) => Queue("chat", allowDecline: true) with
    {
        RetryDeclinedAfter = after,
        Rona = new RonaPolicy { Declined = new RonaRule { Counts = false } },
    };

    private static Specification Scene(TimeSpan? after) => Floor([Retrying(after)], Agent("mina"), Agent("noor"));
}
