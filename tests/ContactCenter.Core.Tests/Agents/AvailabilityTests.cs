using ContactCenter.Agents;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

public sealed class AvailabilityTests
{
    private static Specification MinaIsIdle => Floor(Agent("mina", 2), Agent("noor")).Given(SignIn("mina"));

    private static Specification MinaIsAvailable => MinaIsIdle.Given(GoAvailable("mina"));

    [Fact, Scenario("S32")]
    public void An_agent_who_signs_in_is_idle_and_offered_nothing()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana");

        floor.When(SignIn("mina")).Then(Changed("mina", AvailabilityTrigger.SignIn, IdleCode.SignedIn));
        Assert.Equal(Availability.Idle, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void An_agent_who_signs_in_gets_the_floors_own_default_code() =>
        Floor(Configuration([Queue("chat")], Agent("mina")) with { DefaultIdleCode = "meeting" })
            .When(SignIn("mina")).Then(Changed("mina", AvailabilityTrigger.SignIn, "meeting"))
            .Given(GoAvailable("mina"))
            .When(GoIdle("mina")).Then(Changed("mina", AvailabilityTrigger.GoIdle, "meeting"));

    [Fact, Scenario("S33")]
    public void An_agent_who_goes_idle_with_a_chat_at_hand_keeps_it_and_gets_no_other()
    {
        var floor = Floor(Agent("mina", 2)).Available("mina").Started("chat", "ana").Accepted(1)
            .When(GoIdle("mina", "lunch")).Then(Changed("mina", AvailabilityTrigger.GoIdle, "lunch"))
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Say(Mina, 1, "one moment")).Then("message-posted")
            .Given(End(Mina, 1))
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");

        var mina = floor.State.Agents["mina"];
        Assert.Equal((Availability.Idle, "lunch", false), (mina.Availability, mina.Code, mina.IsEngaged));
    }

    [Fact, Scenario("S34")]
    public void Moving_between_idle_codes_restarts_the_codes_timer_and_not_the_idle_one()
    {
        var floor = MinaIsIdle.Given(GoIdle("mina", "meeting")).Advance(Seconds(60))
            .Given(GoIdle("mina", "lunch")).Advance(Seconds(10));

        var mina = floor.State.Agents["mina"];
        Assert.Equal(Seconds(10), floor.Now - mina.CodeSince);
        Assert.Equal(Seconds(70), floor.Now - mina.Since);
    }

    [Fact, Scenario("S37")]
    public void An_agent_chooses_among_the_idle_codes_of_the_profile() =>
        Floor(Agent("mina") with { IdleCodes = ["lunch"] }).Given(SignIn("mina"))
            .When(GoIdle("mina", "meeting")).Refused(Rejections.IdleCodeNotExposed with { Subject = "meeting" })
            .When(GoIdle("mina", "lunch")).Then("availability-changed")
            .When(GoIdle("mina", "nap")).Refused("idle-code-unknown")
            .When(GoIdle("mina")).Then(Changed("mina", AvailabilityTrigger.GoIdle, IdleCode.SignedIn));

    [Fact, Scenario("S38")]
    public void A_change_by_a_supervisor_names_the_supervisor_and_the_reason()
    {
        var floor = MinaIsAvailable
            .When(new MakeIdle(Boss, "mina", "meeting", "team-talk"))
            .Then(Changed("mina", AvailabilityTrigger.GoIdle, "meeting", Boss, "team-talk"));

        var mina = floor.State.Agents["mina"];
        Assert.Equal((Boss, "team-talk"), (mina.ChangedBy, mina.Reason));
        floor.When(new MakeAvailable(Boss, "mina", "rush-hour"))
            .Then(Changed("mina", AvailabilityTrigger.GoAvailable, null, Boss, "rush-hour"));
    }

    [Fact]
    public void A_reason_is_a_code_and_never_words() =>
        MinaIsAvailable
            .When(new MakeIdle(Boss, "mina", "meeting", "card 4111 1111 1111 1111")).Refused("id-holds-card-data")
            .When(new MakeIdle(Boss, "mina", "meeting", "4111111111111111")).Refused("id-holds-card-data")
            .When(new SignOutAgent(Boss, "mina", "a4111-1111-1111-1111")).Refused("id-holds-card-data")
            .When(new MakeIdle(Actor.Supervisor("4111111111111111"), "mina")).Refused("id-holds-card-data")
            .When(new MakeIdle(Boss, "mina", "meeting", string.Empty)).Refused("reason-unknown")
            .When(new MakeAvailable(Boss, "mina", "because I say so")).Refused("reason-unknown");

    [Fact]
    public void An_agent_is_moved_by_themselves_and_supervisors_only()
    {
        foreach (var stranger in (Actor[])[Noor, Ana, Actor.Host, Actor.Bot, Actor.System])
        {
            MinaIsAvailable
                .When(new MakeIdle(stranger, "mina")).Refused("not-permitted")
                .When(new MakeAvailable(stranger, "mina")).Refused("not-permitted")
                .When(new SignOutAgent(stranger, "mina")).Refused("not-permitted");
        }
    }

    [Fact]
    public void Nobody_signs_in_for_somebody_else() =>
        Floor(Agent("mina"))
            .When(new SignInAgent(Boss, "mina")).Refused("not-permitted")
            .When(new SignInAgent(Noor, "mina")).Refused("not-permitted");

    [Fact]
    public void An_agent_whom_the_floor_does_not_know_is_told_so() =>
        MinaIsIdle
            .When(SignIn("zoe")).Refused("agent-unknown")
            .When(SignOut("zoe")).Refused("agent-unknown")
            .When(GoAvailable("zoe")).Refused("agent-unknown")
            .When(GoIdle("zoe")).Refused("agent-unknown")
            .When(SignIn("Mina")).Refused("agent-unknown");

    [Fact, Pain(48)]
    public void An_agent_who_goes_idle_loses_the_open_offers_without_a_miss()
    {
        var floor = MinaIsAvailable.Started("chat", "ana", "bob").Available("noor")
            .When(GoIdle("mina", "lunch"))
            .Then(
                Changed("mina", AvailabilityTrigger.GoIdle, "lunch"),
                new OfferClosed(1, OfferTrigger.Withdraw),
                new OfferClosed(2, OfferTrigger.Withdraw),
                Offered(3, 1, "noor", ManualTimeProvider.DefaultStart + Seconds(30)));

        Assert.Null(floor.State.Router.Find(1)!.PassedBy);
    }

    [Fact, Scenario("S11", "E5")]
    public void An_agent_cannot_sign_out_before_everything_is_wrapped_up() =>
        MinaIsAvailable.Started("chat", "ana")
            .When(SignOut("mina")).Refused("contacts-open")
            .Given(Accept("mina", 1))
            .When(SignOut("mina")).Refused("contacts-open")
            .When(new SignOutAgent(Boss, "mina")).Refused("contacts-open")
            .Given(End(Mina, 1))
            .When(SignOut("mina")).Refused("contacts-open")
            .Given(WrapUp("mina", 1, "solved"))
            .When(SignOut("mina")).Then(Changed("mina", AvailabilityTrigger.SignOut));

    [Fact]
    public void A_supervisor_signs_an_agent_out_who_has_nothing_at_hand() =>
        MinaIsAvailable
            .When(new SignOutAgent(Boss, "mina")).Then(Changed("mina", AvailabilityTrigger.SignOut, by: Boss))
            .When(new MakeAvailable(Boss, "mina")).Refused("not-allowed");

    [Fact]
    public void An_agent_who_asks_for_what_already_is_is_told_so() =>
        MinaIsAvailable
            .When(SignIn("mina")).Refused("not-allowed")
            .When(GoAvailable("mina")).Refused(Rejections.NotAllowed with { Subject = "GoAvailable while Available" });

    [Fact, Pain(80)]
    public void An_agent_gets_no_younger_among_the_available_by_an_answer_alone()
    {
        var floor = MinaIsAvailable.Advance(Seconds(5)).Started("chat", "ana").Advance(Seconds(5));
        var offeredAt = floor.Now - Seconds(5);
        floor.Given(Accept("mina", 1));

        Assert.Equal(offeredAt, floor.State.Agents["mina"].LongestSince);
        floor.Advance(Seconds(5)).Given(End(Ana, 1)).Advance(Seconds(5)).Given(WrapUp("mina", 1, "solved"));
        Assert.Equal(floor.Now, floor.State.Agents["mina"].LongestSince);
    }
}
