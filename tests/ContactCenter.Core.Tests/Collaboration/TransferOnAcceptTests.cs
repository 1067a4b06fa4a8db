using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Collaboration;

/// <summary>A floor where whoever hands a chat over is responsible for it until somebody accepts.</summary>
public sealed class TransferOnAcceptTests
{
    [Fact, Pain(69)]
    public void The_sender_goes_on_until_the_target_accepts_and_then_wraps_up()
    {
        var floor = NoorIsAsked(OnAccept);
        Assert.Equal((ChatState.Transferring, "mina"), (floor.Chat().State, floor.Owner()));
        Assert.Equal(["waiting-for-agent chat", "agent-joined mina"], floor.ReadByCustomer());
        Assert.Equal(["transfer-requested noor"], floor.Asides());

        floor.When(Say(Mina, 1, "one moment")).Then("message-posted")
            .When(Say(Noor, 1, "hello")).Refused("not-permitted")
            .When(Accept("noor", 2)).Then("offer-closed", "notice-shown", "wrap-up-started", "notice-shown");
        Assert.Equal("noor", floor.Owner());
        Assert.Equal(["agent-left mina", "agent-joined noor"], floor.ReadByCustomer()[^2..]);
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("mina"));
    }

    [Fact]
    public void To_a_queue_it_waits_there_with_its_age_and_the_sender_is_not_offered_it()
    {
        var desks = Desks(OnAccept, chats: 2);
        var floor = MinaHas(desks with
        {
            Agents = [desks.Agents[0] with { Queues = ["chat", "billing"] }, desks.Agents[1], desks.Agents[2]],
        });
        var since = floor.Chat().QueuedAt;

        floor.When(ToQueue(Mina, "billing")).Then("aside-shown", "chat-transferred");
        Assert.Equal(("billing", since), (floor.Chat().WaitsIn.Value, floor.Chat().QueuedAt));
        floor.Advance(Minutes(5)).ThenNothing()
            .When(GoAvailable("noor")).Then("availability-changed", "offer-made")
            .When(Accept("noor", 2)).Then("offer-closed", "notice-shown", "wrap-up-started", "notice-shown");
        Assert.Equal("billing", floor.Chat().Queue.Value);
    }

    [Fact]
    public void Somebody_behind_it_in_the_queue_is_served_when_only_the_sender_is_free()
    {
        var desks = Desks(OnAccept, chats: 2);
        var floor = MinaHas(desks with
        {
            Agents = [desks.Agents[0] with { Queues = ["chat", "billing"] }, desks.Agents[1], desks.Agents[2]],
        }).Given(ToQueue(Mina, "billing"));

        floor.When(Start("bob", "billing")).Then("chat-started", "notice-shown", "chat-queued", "offer-made");
        Assert.Equal([("mina", OfferKind.Routed)], floor.Offered());
        Assert.Equal(2, floor.Happened.OfType<OfferMade>().Single().Chat);
    }

    [Theory, Scenario("E9")]
    [InlineData(TransferFallback.Queue, ChatState.Transferring)]
    [InlineData(TransferFallback.Sender, ChatState.Active)]
    public void A_target_who_does_not_answer_is_rona_and_the_sender_is_still_there(
        TransferFallback fallback, ChatState state)
    {
        var floor = NoorIsAsked(OnAccept with { TransferFallback = fallback }).Advance(Seconds(30)).ThenAccepted();

        Assert.Equal(Availability.Rona, floor.AvailabilityOf("noor"));
        Assert.Equal((state, "mina", "chat"), (floor.Chat().State, floor.Owner(), floor.Chat().Queue.Value));
        Assert.Equal([ParticipationState.Connected], floor.PartsOf("mina"));
        floor.When(Say(Mina, 1, "still me")).Then("message-posted");
        Assert.Equal(
            fallback == TransferFallback.Sender
                ? ["transfer-requested noor", "transfer-called-off noor"]
                : ["transfer-requested noor"],
            floor.Asides());
    }

    [Theory]
    [InlineData(TransferFallback.Queue)]
    [InlineData(TransferFallback.Sender)]
    public void The_sender_takes_it_back_and_the_target_has_missed_nothing(TransferFallback fallback)
    {
        var floor = NoorIsAsked(OnAccept with { TransferFallback = fallback })
            .When(TakeBack(Noor)).Refused("not-permitted")
            .When(TakeBack(Mina)).ThenAmongOthers(
                new OfferClosed(2, OfferTrigger.Withdraw), new TransferCalledOff(1));

        Assert.Equal((ChatState.Active, Availability.Available), (floor.Chat().State, floor.AvailabilityOf("noor")));
        Assert.Single(floor.Happened.OfType<TransferCalledOff>());
        floor.When(TakeBack(Mina)).Refused("not-allowed")
            .When(Accept("noor", 2)).Refused("offer-gone")
            .When(ToAgent(Mina, "noor")).Then("aside-shown", "chat-transferred", "offer-made");
    }

    [Fact]
    public void A_transfer_to_a_queue_is_taken_back_though_nobody_was_asked() =>
        MinaHas(OnAccept).Given(ToQueue(Mina, "billing"))
            .When(TakeBack(Mina)).Then("transfer-called-off", "aside-shown")
            .When(GoAvailable("noor")).Then("availability-changed");

    [Fact, Scenario("S82")]
    public void A_second_click_transfers_nothing() =>
        NoorIsAsked(OnAccept)
            .When(ToAgent(Mina, "noor")).Refused("not-allowed").When(ToQueue(Mina, "billing")).Refused("not-allowed");

    [Theory, Scenario("S77", "E12")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_customer_who_leaves_ends_it_for_the_sender_who_alone_wraps_up(bool backToSender)
    {
        var floor = NoorIsAsked(backToSender ? OnAcceptOrBack : OnAccept).When(End(Ana, 1)).ThenAccepted();

        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
        Assert.Empty(floor.PartsOf("noor"));
        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact, Pain(70)]
    public void The_sender_may_end_it_while_it_is_being_handed_over() =>
        NoorIsAsked(OnAccept).When(End(Mina, 1))
            .Then("offer-closed", "notice-shown", "chat-ended", "wrap-up-started");

    [Fact]
    public void An_answer_at_the_very_deadline_is_late_and_the_sender_still_has_it()
    {
        var floor = NoorIsAsked(OnAcceptOrBack);
        floor.At(floor.Now + Seconds(30)).When(Accept("noor", 2)).Refused("offer-expired");
        floor.Advance(TimeSpan.Zero).ThenAccepted();

        Assert.Equal((ChatState.Active, Availability.Rona), (floor.Chat().State, floor.AvailabilityOf("noor")));
    }

    [Fact]
    public void An_answer_just_before_the_deadline_is_in_time()
    {
        var floor = NoorIsAsked(OnAcceptOrBack);
        floor.At(floor.Now + Seconds(30) - Tick).When(Accept("noor", 2)).ThenAccepted();

        Assert.Equal("noor", floor.Owner());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_target_who_goes_idle_has_missed_nothing(bool backToSender)
    {
        var floor = NoorIsAsked(backToSender ? OnAcceptOrBack : OnAccept).When(GoIdle("noor", "lunch")).ThenAccepted();

        Assert.Equal(backToSender ? ChatState.Active : ChatState.Transferring, floor.Chat().State);
        Assert.Equal(Availability.Idle, floor.AvailabilityOf("noor"));
        Assert.Equal("mina", floor.Owner());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sender_who_is_lost_for_good_leaves_it_waiting_in_the_queue_it_came_from(bool backToSender)
    {
        var floor = NoorIsAsked(backToSender ? OnAcceptOrBack : OnAccept, session: true);
        var since = floor.Chat().QueuedAt;
        floor.Given(new LoseSession(Mina, 1)).Advance(Seconds(29)).ThenNothing();

        // The offer runs out first: the target does not answer within 30 seconds, the grace is 50.
        floor.Advance(Seconds(21)).ThenAccepted();
        var chat = floor.Chat();
        Assert.Equal((ChatState.Queued, "chat", since), (chat.State, chat.WaitsIn.Value, chat.QueuedAt));
        Assert.Empty(floor.PartsOf("mina"));
        floor.Restarted().When(Accept("noor", 2)).Refused("offer-gone");
    }

    [Fact]
    public void A_sender_who_is_lost_for_good_while_the_target_is_asked_takes_the_request_with_them()
    {
        var floor = NoorIsAsked(OnAccept, session: true).Given(new LoseSession(Mina, 1), TakeBack(Mina))
            .Advance(Seconds(40)).Given(ToAgent(Mina, "noor")).Advance(Seconds(10)).ThenAccepted();

        Assert.Contains(new OfferClosed(3, OfferTrigger.Withdraw), floor.Happened);
        Assert.Equal(ChatState.Queued, floor.Chat().State);
        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
    }

    [Theory]
    [InlineData(false, ChatState.Transferring)]
    [InlineData(true, ChatState.Active)]
    public void A_target_who_is_signed_out_by_a_supervisor_has_missed_nothing(bool backToSender, ChatState state)
    {
        var floor = NoorIsAsked(backToSender ? OnAcceptOrBack : OnAccept)
            .Configured(now => now with { ForcedSignOut = true }).When(new SignOutAgent(Boss, "noor")).ThenAccepted();

        Assert.Equal((state, "mina"), (floor.Chat().State, floor.Owner()));
        Assert.Equal(Availability.SignedOut, floor.AvailabilityOf("noor"));
    }

    [Fact]
    public void A_sender_who_is_signed_out_by_a_supervisor_leaves_it_waiting()
    {
        var floor = NoorIsAsked(OnAccept).Configured(now => now with { ForcedSignOut = true })
            .When(new SignOutAgent(Boss, "mina")).ThenAccepted();

        Assert.Equal((ChatState.Queued, "chat"), (floor.Chat().State, floor.Chat().WaitsIn.Value));
        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
        Assert.Empty(floor.Chat().Parts);
    }

    [Fact]
    public void A_chat_that_comes_back_to_the_sender_whose_earlier_wrap_up_is_due_is_theirs_once_more()
    {
        var floor = MinaHas(OnAccept, chats: 2).Ready("noor")
            .Given(ToAgent(Mina, "noor"), Accept("noor", 2), ToAgent(Noor, "mina"), Accept("mina", 3));

        Assert.Equal([ParticipationState.WrappingUp, ParticipationState.Connected], floor.PartsOf("mina"));
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("noor"));
        floor.When(WrapUp("mina", 1, "unsolved")).Then(new WrapUpCompleted(1, 1, "mina", ["unsolved"], Mina));
        Assert.Equal("mina", floor.Owner());
    }

    [Fact]
    public void A_queue_to_which_a_chat_is_being_handed_over_is_not_taken_away()
    {
        var floor = MinaHas(OnAccept).Given(ToQueue(Mina, "billing"));
        foreach (var kept in (string[])["chat", "billing"])
        {
            var without = floor.State.Configuration with
            {
                Queues = [Queue(kept)],
                Agents = [.. floor.State.Configuration.Agents.Select(agent => agent with { Queues = [kept] })],
            };
            floor.When(new Configure(Actor.Host, without, "without")).Refused("configuration-invalid");
        }
    }

    [Fact]
    public void A_change_of_the_policy_lets_a_running_transfer_end_as_it_began()
    {
        var floor = NoorIsAsked(OnAccept).Configured(now => now with { Collaboration = new() });

        floor.When(Accept("noor", 2)).Then("offer-closed", "notice-shown", "wrap-up-started", "notice-shown");
    }

    [Fact]
    public void A_target_who_declines_where_the_queue_lets_them_has_missed_nothing()
    {
        var desks = Desks(OnAcceptOrBack);
        var floor = MinaHas(desks with { Queues = [Queue("chat", allowDecline: true), .. desks.Queues[1..]] })
            .Ready("noor").Given(ToAgent(Mina, "noor")).When(Decline("noor", 2)).ThenAccepted();

        Assert.Equal(ChatState.Active, floor.Chat().State);
        Assert.Equal(IdleCode.Declined, floor.State.Agents["noor"].Code);
    }

    [Fact, Pain(75)]
    public void A_floor_that_is_restarted_in_the_middle_hands_over_all_the_same() =>
        NoorIsAsked(OnAccept).Restarted()
            .When(Accept("noor", 2)).Then("offer-closed", "notice-shown", "wrap-up-started", "notice-shown");

    private static Specification NoorIsAsked(CollaborationPolicy policy, bool session = false)
    {
        var floor = MinaHas(policy).Ready("noor");
        floor = session ? floor.Given(new OpenSession(Mina)) : floor;
        return floor.Given(ToAgent(Mina, "noor"));
    }
}
