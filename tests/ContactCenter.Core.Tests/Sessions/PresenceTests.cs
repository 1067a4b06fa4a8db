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

namespace ContactCenter.Tests.Sessions;

/// <summary>What sessions that open, close and are lost mean on the floor.</summary>
public sealed class PresenceTests
{
    private static readonly OpenSession MinaOpens = new(Mina);

    [Fact, Pain(39)]
    public void An_agent_works_in_several_sessions_at_once()
    {
        var floor = Floor(Agent("mina"))
            .When(MinaOpens).Then(new SessionOpened(1, Mina))
            .When(MinaOpens).Then(new SessionOpened(2, Mina));

        Assert.Equal(2, floor.State.Last.Session);
        floor.When(new LoseSession(Mina, 1)).Then(new SessionClosed(1, Mina, SessionEnd.Lost))
            .When(new LoseSession(Mina, 1)).Refused("session-closed");
        Assert.Equal(PresenceState.Connected, floor.State.PresenceOf(Mina));
    }

    [Fact, Scenario("S116")]
    public void A_rona_that_is_answered_in_one_session_is_over_in_all()
    {
        var floor = Floor(Agent("mina")).Given(MinaOpens, MinaOpens).Available("mina").Started("chat", "ana")
            .Advance(Seconds(30)).When(GoIdle("mina")).Then("availability-changed");

        Assert.Equal(Availability.Idle, floor.State.Agents["mina"].Availability);
        Assert.Equal([1L, 2L], floor.State.Presences[Mina].Sessions);
        floor.When(GoIdle("mina")).Then("availability-changed");
    }

    [Fact, Scenario("S117")]
    public void Where_one_session_is_allowed_a_second_closes_the_first()
    {
        var floor = Single().Given(MinaOpens).Available("mina").When(MinaOpens).Then(
            new SessionOpened(2, Mina), new SessionClosed(1, Mina, SessionEnd.Replaced));

        Assert.Equal([2L], floor.State.Presences[Mina].Sessions);
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
        floor.When(new LoseSession(Mina, 1)).Refused("session-closed")
            .When(MinaOpens).ThenAmongOthers(new SessionClosed(2, Mina, SessionEnd.Replaced));
    }

    [Fact]
    public void Where_one_session_is_allowed_a_customer_may_still_have_several() =>
        Single().Given(new OpenSession(Ana)).When(new OpenSession(Ana)).Then("session-opened");

    [Fact, Scenario("S118")]
    public void A_sign_out_closes_every_session()
    {
        var floor = Floor(Agent("mina")).Given(MinaOpens, MinaOpens).Available("mina").When(SignOut("mina")).Then(
            Changed("mina", AvailabilityTrigger.SignOut),
            new SessionClosed(1, Mina, SessionEnd.SignedOut),
            new SessionClosed(2, Mina, SessionEnd.SignedOut),
            new PresenceEnded(Mina, GivenUp: false));

        Assert.Empty(floor.State.Presences);
    }

    [Fact, Scenario("E33", "S119", "E35")]
    public void An_available_agent_who_is_lost_and_back_in_time_is_available()
    {
        var floor = Floor(Agent("mina")).Given(MinaOpens).Available("mina").When(new LoseSession(Mina, 1)).Then(
            new SessionClosed(1, Mina, SessionEnd.Lost),
            new PresenceLost(Mina, ManualTimeProvider.DefaultStart + Seconds(50)),
            new AvailabilityChanged(
                "mina", AvailabilityTrigger.Suspend, IdleCode.Disconnected, Actor.System, "connection-lost"));
        floor.When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued");

        floor.Advance(Seconds(50) - Tick).ThenNothing()
            .When(MinaOpens).Then("session-opened", "availability-changed", "offer-made")
            .Advance(Seconds(29)).ThenNothing();
    }

    [Fact, Scenario("S119", "E34")]
    public void An_idle_agent_who_is_lost_and_back_in_time_has_their_code_and_their_timers()
    {
        var floor = Floor(Agent("mina")).Given(MinaOpens, SignIn("mina"), GoIdle("mina", "meeting"));
        var since = floor.State.Agents["mina"].CodeSince;
        floor.Advance(Seconds(20)).When(new LoseSession(Mina, 1)).Then("session-closed", "presence-lost")
            .Advance(Seconds(20)).When(MinaOpens).Then("session-opened");

        var agent = floor.State.Agents["mina"];
        Assert.Equal((Availability.Idle, "meeting", since), (agent.Availability, agent.Code, agent.CodeSince));
    }

    [Fact, Scenario("S121", "E4")]
    public void An_agent_who_is_lost_while_a_request_shows_has_missed_nothing_and_the_chat_goes_to_the_next()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Given(MinaOpens).Available("mina").Started("chat", "ana")
            .Available("noor").Advance(Seconds(10)).When(new LoseSession(Mina, 1))
            .Then("session-closed", "presence-lost", "availability-changed", "offer-closed", "offer-made");

        Assert.Contains(new OfferClosed(1, OfferTrigger.Withdraw), floor.Happened);
        Assert.Equal(IdleCode.Disconnected, floor.State.Agents["mina"].Code);
        Assert.Equal("noor", floor.State.Offers[2].Agent.Value);
    }

    [Fact, Scenario("E36", "S122"), Pain(40)]
    public void An_agent_who_is_lost_for_good_leaves_the_chat_waiting_with_its_age_and_the_customer_is_told()
    {
        var floor = Lost().Advance(Seconds(50) - Tick).ThenNothing();
        var since = floor.State.Chats[1].QueuedAt;
        floor.Advance(Tick).Then(
            "presence-ended", "notice-shown", "chat-requeued", "wrap-up-started", "notice-shown", "wrap-up-completed",
            "availability-changed");

        Assert.Equal((ChatState.Queued, since), (floor.State.Chats[1].State, floor.State.Chats[1].QueuedAt));
        Assert.Equal(["agent-left mina", "waiting-for-agent chat"], floor.ReadByCustomer()[^2..]);
        floor.Available("noor").Accepted(1);
        Assert.Equal("hello", floor.ReadByCustomer()[2]);
        Assert.True(floor.State.Chats[1].MayBeSeenBy(Noor));
    }

    [Fact]
    public void A_requeued_chat_goes_before_those_that_came_after_it()
    {
        var floor = Lost().Started("chat", "bob").Advance(Seconds(50)).ThenAccepted();

        floor.When(SignIn("noor")).ThenAccepted().When(GoAvailable("noor")).ThenAccepted();
        Assert.Equal([1L, 2L], floor.Happened.OfType<OfferMade>().Select(offer => offer.Chat));
    }

    [Fact]
    public void An_agent_who_is_back_before_the_grace_is_over_has_their_chat() =>
        Lost().Advance(Seconds(40)).When(MinaOpens).Then("session-opened", "availability-changed")
            .Advance(Minutes(10)).ThenNothing()
            .When(Say(Mina, 1, "back")).Then("message-posted");

    [Fact]
    public void An_agent_who_is_lost_again_has_the_whole_grace_again() =>
        Lost().Advance(Seconds(40)).Given(MinaOpens, new LoseSession(Mina, 2))
            .Advance(Seconds(50) - Tick).ThenNothing()
            .Advance(Tick).ThenAmongOthers(new PresenceEnded(Mina, GivenUp: true));

    [Fact, Pain(94)]
    public void An_agent_with_nothing_in_hand_who_is_lost_for_good_is_signed_out() =>
        Floor(Agent("mina")).Given(MinaOpens).Available("mina").Given(new LoseSession(Mina, 1))
            .Advance(Seconds(50)).Then("presence-ended", "availability-changed")
            .When(new GiveUpOnPresence(Mina)).Refused("effect-gone");

    [Fact]
    public void An_agent_in_rona_who_is_lost_and_back_is_in_rona_still()
    {
        var floor = Floor(Agent("mina")).Given(MinaOpens).Available("mina").Started("chat", "ana").Advance(Seconds(30))
            .Given(new LoseSession(Mina, 1)).When(MinaOpens).Then("session-opened");

        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void What_a_supervisor_sets_meanwhile_stays()
    {
        var floor = Floor(Agent("mina")).Given(MinaOpens).Available("mina").Given(new LoseSession(Mina, 1))
            .Given(new MakeIdle(Boss, "mina", "meeting")).When(MinaOpens).Then("session-opened");

        Assert.Equal("meeting", floor.State.Agents["mina"].Code);
    }

    [Fact]
    public void Nobody_makes_an_agent_available_who_is_not_connected()
    {
        Floor(Agent("mina")).Given(MinaOpens).Available("mina").Given(new LoseSession(Mina, 1))
            .When(new MakeAvailable(Boss, "mina")).Refused("not-allowed");
        Lost().Advance(Seconds(60)).When(new MakeAvailable(Boss, "mina")).Refused("not-allowed");
    }

    [Fact]
    public void An_agent_who_is_not_connected_does_not_ask_for_work_but_once_given_up_may_sign_in_again()
    {
        var floor = Lost().When(GoAvailable("mina")).Refused("not-allowed").Advance(Seconds(50)).ThenAccepted();

        Assert.Equal(
            (ChatState.Queued, Availability.SignedOut), (floor.State.Chats[1].State, floor.AvailabilityOf("mina")));
        floor.When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(SignIn("mina")).ThenAccepted()
            .When(GoAvailable("mina")).Then("availability-changed", "offer-made", "offer-made");
    }

    [Fact, Scenario("E19")]
    public void In_a_conference_the_chat_passes_to_the_other_agent()
    {
        var floor = MinaAndNoorHave().Given(MinaOpens, new LoseSession(Mina, 1)).Advance(Seconds(50))
            .Then(
                "presence-ended", "notice-shown", "aside-shown", "conference-reduced", "wrap-up-started",
                "wrap-up-completed", "availability-changed");

        Assert.Equal((ChatState.Active, "noor"), (floor.Chat().State, floor.Owner()));
        Assert.Equal("agent-left mina", floor.ReadByCustomer()[^1]);
    }

    [Fact]
    public void An_invitation_of_an_agent_who_is_lost_is_withdrawn_and_theirs_when_they_are_given_up()
    {
        var invited = NoorIsInvited().Given(new OpenSession(Noor)).When(new LoseSession(Noor, 1)).ThenAccepted();
        Assert.Equal(ChatState.Active, invited.Chat().State);

        var inviting = NoorIsInvited().Given(MinaOpens, new LoseSession(Mina, 1)).Advance(Seconds(29)).ThenNothing();
        inviting.Given(Uninvite(Mina)).Advance(Seconds(20)).Given(Invite(Mina, "noor")).Advance(Seconds(1));
        Assert.Equal(ChatState.Queued, inviting.Chat().State);
        Assert.Equal(Availability.Available, inviting.AvailabilityOf("noor"));
    }

    [Fact]
    public void A_customer_who_is_lost_is_waited_for_and_the_agent_is_told()
    {
        var floor = MinaHas().Given(new OpenSession(Ana)).When(new LoseSession(Ana, 1))
            .Then("session-closed", "presence-lost", "aside-shown");
        Assert.Equal(["customer-disconnected"], floor.Asides());

        floor.Advance(Minutes(5) - Tick).ThenNothing()
            .When(new OpenSession(Ana)).Then("session-opened", "aside-shown");
        Assert.Equal("customer-returned", floor.Asides()[^1]);
        floor.Advance(Minutes(10)).ThenNothing();
    }

    [Fact, Pain(24)]
    public void A_customer_who_does_not_come_back_has_left()
    {
        var floor = MinaHas().Given(new OpenSession(Ana), new LoseSession(Ana, 1)).Advance(Minutes(5))
            .Then("notice-shown", "chat-ended", "wrap-up-started", "presence-ended");

        Assert.Equal("customer-left", floor.ReadByCustomer()[^1]);
        floor.When(Say(Ana, 1, "hello?")).Refused("chat-ended");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_customer_who_does_not_come_back_is_no_longer_waiting_or_being_handed_over(bool handedOver)
    {
        var floor = handedOver
            ? MinaHas(OnAcceptOrBack).Ready("noor").Given(new OpenSession(Ana), new LoseSession(Ana, 1))
                .Advance(Minutes(5) - Seconds(1)).Given(ToAgent(Mina, "noor"))
            : Floor(Desks()).Started("chat", "ana").Given(new OpenSession(Ana), new LoseSession(Ana, 1))
                .Advance(Minutes(5) - Seconds(1)).Given(SignIn("mina"), GoAvailable("mina"));
        floor.Advance(Seconds(1)).ThenAccepted();

        Assert.Empty(floor.State.Offers);
        Assert.DoesNotContain(floor.State.Agents.Values, agent => agent.Availability == Availability.Rona);
        Assert.Empty(floor.State.Presences);
    }

    [Fact]
    public void A_customer_without_a_chat_is_not_waited_for() =>
        Floor(Agent("mina")).Given(new OpenSession(Ana)).When(new LoseSession(Ana, 1))
            .Then("session-closed", "presence-ended");

    [Fact]
    public void A_customer_whose_chats_end_meanwhile_is_waited_for_no_longer_than_that() =>
        MinaHas().Given(new OpenSession(Ana), new LoseSession(Ana, 1), End(Mina, 1)).Advance(Minutes(5))
            .Then(new PresenceEnded(Ana, GivenUp: true));

    [Fact]
    public void A_customer_with_more_chats_than_one_batch_ends_has_left_them_all()
    {
        var floor = Floor(Agent("mina"));
        for (var chat = 0; chat < 70; chat++)
        {
            floor.Given(Start("ana", "chat"));
        }

        floor.Given(new OpenSession(Ana), new LoseSession(Ana, 1)).Advance(Minutes(5)).ThenAccepted();
        Assert.Empty(floor.State.Chats);
        Assert.Empty(floor.State.Presences);
    }

    [Fact]
    public void One_party_has_so_many_sessions_and_no_more()
    {
        var floor = Floor(Agent("mina"));
        for (var session = 0; session < Presence.MaxSessions; session++)
        {
            floor.Given(MinaOpens);
        }

        floor.When(MinaOpens).Refused("session-limit")
            .Given(new LoseSession(Mina, 7)).When(MinaOpens).Then("session-opened");
    }

    [Fact]
    public void Only_agents_of_the_floor_and_customers_have_sessions_that_count() =>
        Floor(Agent("mina"))
            .When(new OpenSession(Actor.Agent("nobody"))).Refused("agent-unknown")
            .When(new OpenSession(Boss)).Refused("not-permitted")
            .When(new OpenSession(Actor.Host)).Refused("not-permitted")
            .Given(MinaOpens).When(new LoseSession(Noor, 1)).Refused("session-closed")
            .When(new GiveUpOnPresence(Mina)).Refused("effect-gone");

    [Fact]
    public void A_desk_accepts_by_itself_in_the_first_session_only()
    {
        var floor = Floor(Agent("mina") with { AutoAccept = true }).Given(MinaOpens, MinaOpens).Available("mina")
            .Started("chat", "ana")
            .When(new AcceptOffer(Mina, 1, Session: 2)).Refused("not-primary-session")
            .When(new AcceptOffer(Mina, 1, Session: 9)).Refused("not-primary-session")
            .When(new AcceptOffer(Mina, 1, Session: 1)).Then("offer-closed", "notice-shown")
            .When(new AcceptOffer(Mina, 1, Session: 2)).Refused("offer-gone");

        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
    }

    [Fact]
    public void When_the_first_session_is_gone_the_next_is_the_first() =>
        Floor(Agent("mina")).Given(MinaOpens, MinaOpens).Available("mina").Given(new LoseSession(Mina, 1))
            .Started("chat", "ana")
            .When(new AcceptOffer(Mina, 1, Session: 2)).Then("offer-closed", "notice-shown");

    [Fact]
    public void Two_sessions_that_accept_at_one_instant_have_one_chat() =>
        Floor(Agent("mina")).Given(MinaOpens, MinaOpens).Available("mina").Started("chat", "ana")
            .Given(Accept("mina", 1)).When(Accept("mina", 1)).Refused("offer-gone");

    [Fact]
    public void An_agent_who_is_taken_out_of_the_configuration_has_no_session_any_more()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Given(MinaOpens);
        var without = floor.State.Configuration with { Agents = [floor.State.Configuration.Agents[1]] };

        floor.When(new Configure(Actor.Host, without, "without"))
            .Then("session-closed", "presence-ended", "floor-configured");
    }

    [Fact]
    public void A_floor_that_is_restarted_keeps_the_grace() =>
        Lost().Advance(Seconds(20)).Restarted().Advance(Seconds(30) - Tick).ThenNothing()
            .Advance(Tick).ThenAmongOthers(new ChatRequeued(1));

    private static Specification Single() => Floor(Configuration([Queue("chat")], Agent("mina")) with
    {
        Sessions = new SessionPolicy { Logins = LoginPolicy.Single },
    });

    /// <summary>Mina has Ana's chat, and has just lost her only session.</summary>
    private static Specification Lost() =>
        Floor(Agent("mina", 2), Agent("noor", 2)).Given(MinaOpens)
            .Available("mina").Started("chat", "ana").Accepted(1).Given(Say(Ana, 1, "hello"), new LoseSession(Mina, 1));
}
