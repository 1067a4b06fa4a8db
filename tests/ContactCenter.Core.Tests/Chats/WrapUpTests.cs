using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

public sealed class WrapUpTests
{
    private static readonly WrapUpReason Solved = new("solved", "Solved");
    private static readonly WrapUpReason Refunded = new("refunded", "Refunded");
    private static readonly WrapUpReason Resolved = new("resolved", "Resolved", IsDefault: true);

    private static readonly WrapUpPolicy AfterHalfAMinute = new()
    {
        Reasons = [Solved, Refunded, Resolved],
        AutoAfter = Seconds(30),
        AllowExtension = true,
        MaxReasons = 2,
    };

    [Fact, Scenario("S104")]
    public void A_floor_that_takes_several_reasons_keeps_all_that_were_chosen() =>
        MinaWrapsUp(AfterHalfAMinute).When(WrapUp("mina", 1, "refunded", "solved")).Then(
            new WrapUpCompleted(1, 1, "mina", ["refunded", "solved"], Mina), new ChatClosed(1));

    [Fact, Scenario("S104")]
    public void A_floor_that_takes_one_reason_refuses_two() =>
        MinaWrapsUp(AfterHalfAMinute with { MaxReasons = 1 })
            .When(WrapUp("mina", 1, "refunded", "solved")).Refused("too-many-reasons")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");

    [Fact, Scenario("E27", "S114")]
    public void A_wrap_up_without_a_reason_or_with_a_wrong_one_stays_due()
    {
        var floor = MinaWrapsUp(AfterHalfAMinute)
            .When(WrapUp("mina", 1)).Refused("reason-required")
            .When(WrapUp("mina", 1, "nonsense")).Refused("reason-unknown")
            .When(WrapUp("mina", 1, "Solved")).Refused("reason-unknown")
            .When(WrapUp("mina", 1, "solved", "solved")).Refused("too-many-reasons")
            .When(WrapUp("mina", 1, "solved", "refunded", "resolved")).Refused("too-many-reasons");

        Assert.Equal(ParticipationState.WrappingUp, floor.State.Chats[1].Parts[0].State);
        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact, Scenario("S106")]
    public void A_wrap_up_is_submitted_by_itself_with_the_default_reason_when_its_time_is_over() =>
        MinaWrapsUp(AfterHalfAMinute)
            .Advance(Seconds(30) - Tick).ThenNothing()
            .Advance(Tick).Then(Submitted(1, "resolved"), new ChatClosed(1));

    [Fact, PeerScenario("AQ-23")]
    public void An_agent_whose_customer_has_left_goes_on_to_the_wrap_up_and_then_to_the_next_contact_each_once()
    {
        var floor = Floor(Configuration([Queue("chat")], Agent("mina")) with { WrapUp = AfterHalfAMinute })
            .Available("mina").Started("chat", "ana", "bob").Accepted(1);

        floor.When(End(Ana, 1)).Then("notice-shown", "chat-ended", "wrap-up-started");
        floor.Advance(Seconds(30)).Then("wrap-up-completed", "chat-closed", "offer-made");
        Assert.Equal(2, floor.State.Offers.Values.Single().Chat);
        floor.Accepted(2).Advance(Minutes(60)).ThenNothing();
    }

    [Fact, Scenario("S107", "E29")]
    public void A_floor_without_a_default_reason_submits_its_first() =>
        MinaWrapsUp(AfterHalfAMinute with { Reasons = [Refunded, Solved] })
            .Advance(Seconds(30)).Then(Submitted(1, "refunded"), new ChatClosed(1));

    [Fact, Scenario("S107", "E29")]
    public void A_floor_without_reasons_submits_nothing_by_itself_and_asks_for_none()
    {
        var floor = MinaWrapsUp(AfterHalfAMinute with { Reasons = [] }).Advance(TimeSpan.FromDays(1)).ThenNothing();

        Assert.Null(floor.State.Alarms.NextDueAt);
        floor.When(WrapUp("mina", 1, "solved")).Refused("reason-unknown")
            .When(WrapUp("mina", 1)).Then(new WrapUpCompleted(1, 1, "mina", [], Mina), new ChatClosed(1));
    }

    [Fact, Scenario("S108")]
    public void An_agent_cancels_the_countdown_where_the_floor_allows_it() =>
        MinaWrapsUp(AfterHalfAMinute)
            .Advance(Seconds(10))
            .When(HoldWrapUp("mina", 1)).Then(new WrapUpHeld(1, 1, "mina"))
            .Advance(TimeSpan.FromDays(1)).ThenNothing()
            .When(HoldWrapUp("mina", 1)).Refused("wrap-up-not-extendable")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");

    [Fact, Scenario("S108")]
    public void An_agent_does_not_cancel_the_countdown_where_the_floor_does_not_allow_it() =>
        MinaWrapsUp(AfterHalfAMinute with { AllowExtension = false })
            .Advance(Seconds(10))
            .When(HoldWrapUp("mina", 1)).Refused("wrap-up-not-extendable")
            .Advance(Seconds(20)).Then("wrap-up-completed", "chat-closed");

    [Fact]
    public void A_countdown_that_does_not_run_cannot_be_cancelled() =>
        MinaWrapsUp(AfterHalfAMinute with { AutoAfter = null })
            .When(HoldWrapUp("mina", 1)).Refused("wrap-up-not-extendable");

    [Fact, Scenario("S109")]
    public void A_wrap_up_submitted_by_hand_is_not_submitted_again() =>
        MinaWrapsUp(AfterHalfAMinute)
            .Advance(Seconds(10)).Given(WrapUp("mina", 1, "solved"))
            .Advance(TimeSpan.FromDays(1)).ThenNothing()
            .When(new AutoCompleteWrapUp(1, 1)).Refused("chat-unknown")
            .When(WrapUp("mina", 1, "solved")).Refused("chat-unknown");

    [Fact]
    public void A_refused_wrap_up_does_not_stop_the_countdown() =>
        MinaWrapsUp(AfterHalfAMinute)
            .Advance(Seconds(10)).When(WrapUp("mina", 1)).Refused("reason-required")
            .Advance(Seconds(20)).Then("wrap-up-completed", "chat-closed");

    [Fact, Pain(81)]
    public void A_running_countdown_keeps_its_time_and_submits_a_reason_that_is_still_there() =>
        MinaWrapsUp(AfterHalfAMinute).Advance(Seconds(10))
            .Configured(now => now with
            {
                WrapUp = AfterHalfAMinute with { AutoAfter = Seconds(5), Reasons = [Solved] },
            })
            .Advance(Seconds(20) - Tick).ThenNothing()
            .Advance(Tick).Then(Submitted(1, "solved"), new ChatClosed(1));

    [Fact]
    public void A_running_countdown_ends_the_wrap_up_even_when_all_reasons_are_gone() =>
        MinaWrapsUp(AfterHalfAMinute)
            .Configured(now => now with { WrapUp = new WrapUpPolicy() })
            .Advance(Seconds(30)).Then(Submitted(1), new ChatClosed(1));

    [Fact, Scenario("E45")]
    public void A_wrap_up_is_submitted_by_the_agent_who_owes_it_only()
    {
        foreach (var stranger in (Actor[])[Noor, Ana, Boss, Actor.Host, Actor.Bot])
        {
            MinaWrapsUp(AfterHalfAMinute)
                .When(new CompleteWrapUp(stranger, 1, ["solved"])).Refused("not-permitted")
                .When(new HoldWrapUp(stranger, 1)).Refused("not-permitted");
        }
    }

    [Fact, Scenario("E45")]
    public void A_chat_that_has_not_ended_is_not_wrapped_up() =>
        Floor(Agent("mina")).Available("mina").Started("chat", "ana").Accepted(1)
            .When(WrapUp("mina", 1, "solved")).Refused("not-allowed")
            .When(HoldWrapUp("mina", 1)).Refused("not-allowed")
            .When(Say(Mina, 1, "still here")).Then("message-posted");

    [Fact, Pain(32)]
    public void Each_chat_is_wrapped_up_on_its_own()
    {
        var floor = Specification.Floor(With(AfterHalfAMinute, chats: 2))
            .Available("mina").Started("chat", "ana", "bob").Accepted(1).Accepted(2)
            .Given(End(Ana, 1)).Advance(Seconds(10)).Given(End(Bob, 2));

        floor.Advance(Seconds(20)).Then(Submitted(1, "resolved"), new ChatClosed(1));
        floor.Advance(Seconds(10)).Then(Submitted(2, "resolved"), new ChatClosed(2));
    }

    [Fact]
    public void A_wrap_up_that_holds_no_slot_leaves_it_to_the_next_contact()
    {
        var floor = MinaWrapsUp(AfterHalfAMinute with { HoldsSlot = false });

        floor.When(Start("bob", "chat")).ThenAmongOthers(Offered(2, 2, "mina", floor.Now + Seconds(30)))
            .Given(Accept("mina", 2))
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed")
            .When(Start("cleo", "chat")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void A_slot_is_held_or_not_as_it_was_when_the_wrap_up_began() =>
        MinaWrapsUp(AfterHalfAMinute with { HoldsSlot = false })
            .Configured(now => now with { WrapUp = AfterHalfAMinute })
            .Restarted()
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued", "offer-made");

    [Theory]
    [InlineData(5, 5)]
    [InlineData(null, 30)]
    public void An_agents_own_countdown_goes_before_the_floors(int? own, int expected)
    {
        var floor = With(AfterHalfAMinute);
        var mina = floor.Agents[0] with { AutoWrapUp = own is { } seconds ? Seconds(seconds) : null };

        MinaWrapsUp(floor with { Agents = [mina] })
            .Advance(Seconds(expected) - Tick).ThenNothing()
            .Advance(Tick).Then(Submitted(1, "resolved"), new ChatClosed(1));
    }

    [Fact]
    public void An_agent_whose_countdown_is_zero_has_none()
    {
        var floor = With(AfterHalfAMinute);

        MinaWrapsUp(floor with { Agents = [floor.Agents[0] with { AutoWrapUp = TimeSpan.Zero }] })
            .Advance(TimeSpan.FromDays(1)).ThenNothing();
    }

    private static WrapUpCompleted Submitted(long chat, params string[] reasons) =>
        new(chat, chat, "mina", [.. reasons], Actor.System);

    private static Specification MinaWrapsUp(WrapUpPolicy policy) => MinaWrapsUp(With(policy));

    private static Specification MinaWrapsUp(FloorConfiguration configuration) =>
        Floor(configuration).Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1));

    private static FloorConfiguration With(WrapUpPolicy policy, int chats = 1) =>
        Configuration([Queue("chat")], Agent("mina", chats)) with { WrapUp = policy };
}
