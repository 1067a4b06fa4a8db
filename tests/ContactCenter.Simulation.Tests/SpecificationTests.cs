using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Simulation;

public sealed class SpecificationTests
{
    private static readonly Actor Mina = Actor.Agent("mina");
    private static readonly Actor Ana = Actor.Customer("ana");

    private static Specification MinaIsOffered =>
        Floor(Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana");

    [Fact]
    public void It_tells_what_happens() =>
        MinaIsOffered
            .When(new AcceptOffer(Mina, 1))
            .Then(new OfferClosed(1, OfferTrigger.Accept), new NoticeShown(1, 2, Notices.AgentJoined, "mina"));

    [Fact]
    public void It_tells_what_happens_by_name() =>
        MinaIsOffered
            .Advance(TimeSpan.FromSeconds(30))
            .Then("offer-closed", "availability-changed");

    [Fact]
    public void Events_that_hold_lists_are_compared_by_value() =>
        MinaIsOffered.Accepted(1).Given(new EndChat(Mina, 1))
            .When(new CompleteWrapUp(Mina, 1, ["solved"]))
            .Then(new WrapUpCompleted(1, 1, "mina", ["solved"], Mina), new ChatClosed(1));

    [Fact]
    public void Messages_are_compared_by_what_was_said() =>
        MinaIsOffered
            .When(Say(Ana, 1, "Hello?"))
            .Then(Said(Ana, 1, 2, "Hello?"));

    [Fact]
    public void It_tells_what_is_refused() =>
        MinaIsOffered
            .When(new AcceptOffer(Actor.Agent("noor"), 1)).Refused("not-permitted")
            .When(new AcceptOffer(Mina, 2)).Refused(Rejections.OfferGone);

    [Fact]
    public void An_answer_may_come_late_before_the_alarm_has_run() =>
        MinaIsOffered.After(TimeSpan.FromSeconds(30)).When(new AcceptOffer(Mina, 1)).Refused("offer-expired");

    [Fact]
    public void Alarms_run_in_due_order_each_at_its_own_instant()
    {
        var floor = Floor([Queue("slow", offerSeconds: 30), Queue("fast", offerSeconds: 20)], Agent("mina", 2))
            .Available("mina").Started("slow", "ana").Started("fast", "bob");
        var missedAt = floor.Now.AddSeconds(20);

        floor.Advance(TimeSpan.FromMinutes(5)).ThenAmongOthers(
            new OfferClosed(2, OfferTrigger.Miss),
            new AvailabilityChanged("mina", AvailabilityTrigger.Miss, null, Actor.System, null),
            new OfferClosed(1, OfferTrigger.Withdraw));

        Assert.Equal(missedAt, floor.State.Agents["mina"].Since);
        Assert.Equal(missedAt.AddSeconds(280), floor.Now);
    }

    [Fact]
    public void A_floor_that_is_lost_comes_back_as_it_was() =>
        MinaIsOffered.Restarted().When(new AcceptOffer(Mina, 1)).Then("offer-closed", "notice-shown");

    [Fact]
    public void A_retry_under_the_same_id_has_no_second_effect()
    {
        var id = CommandId.New(ManualTimeProvider.DefaultStart);
        var floor = MinaIsOffered.When(Say(Ana, 1, "Hello?"), id);
        var reply = floor.Reply;

        floor.When(Say(Ana, 1, "Hello?"), id).ThenNothing();

        Assert.Equal(reply, floor.Reply);
        floor.When(Say(Ana, 1, "Hello!"), id).Refused("command-id-conflict");
    }

    [Fact]
    public void A_change_of_the_configuration_is_taken_as_a_revision() =>
        Floor(Agent("mina"))
            .Configured(configuration => configuration with { MaxLines = 5 })
            .Started("chat", "ana")
            .Given(Say(Ana, 1, "1"), Say(Ana, 1, "2"), Say(Ana, 1, "3"), Say(Ana, 1, "4"))
            .When(Say(Ana, 1, "5")).Refused("chat-full");

    [Fact]
    public void It_fails_when_something_else_happens() =>
        Fails("offer-closed", () => MinaIsOffered.When(new AcceptOffer(Mina, 1)).Then("offer-closed"));

    [Fact]
    public void It_fails_when_the_events_say_something_else() =>
        Fails("Decline", () => MinaIsOffered.When(new AcceptOffer(Mina, 1)).Then(
            new OfferClosed(1, OfferTrigger.Decline), new NoticeShown(1, 2, Notices.AgentJoined, "mina")));

    [Fact]
    public void It_fails_when_something_happens_that_must_not() =>
        Fails("nothing", () => MinaIsOffered.When(new AcceptOffer(Mina, 1)).ThenNothing());

    [Fact]
    public void It_fails_when_the_others_come_in_another_order() =>
        Fails("among others", () => MinaIsOffered.When(new AcceptOffer(Mina, 1)).ThenAmongOthers(
            new NoticeShown(1, 2, Notices.AgentJoined, "mina"), new OfferClosed(1, OfferTrigger.Accept)));

    [Fact]
    public void It_fails_when_the_refused_was_expected_to_happen() =>
        Fails("offer-gone", () => MinaIsOffered.When(new AcceptOffer(Mina, 2)).Then("offer-closed"));

    [Fact]
    public void It_fails_when_the_expected_refusal_does_not_come() =>
        Fails("OfferClosed", () => MinaIsOffered.When(new AcceptOffer(Mina, 1)).Refused("offer-gone"));

    [Fact]
    public void It_fails_when_another_refusal_comes() =>
        Fails("offer-gone", () => MinaIsOffered.When(new AcceptOffer(Mina, 2)).Refused("offer-expired"));

    [Fact]
    public void It_fails_when_what_is_given_is_refused() =>
        Fails("offer-gone", () => MinaIsOffered.Given(new AcceptOffer(Mina, 2)));

    [Fact]
    public void It_fails_when_an_invariant_does_not_hold_whatever_was_expected()
    {
        var floor = MinaIsOffered;
        floor.State.Agents["mina"].Load = default;

        Fails("S2", () => floor.When(Say(Ana, 1, "Hello?")).ThenAccepted());
    }

    private static void Fails(string message, Action steps) =>
        Assert.Contains(message, Assert.Throws<SpecificationFailedException>(steps).Message, StringComparison.Ordinal);
}
