using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Collaboration;

/// <summary>How a second agent comes into a chat, or does not.</summary>
public sealed class ConferenceTests
{
    [Fact, Scenario("S83")]
    public void An_invited_agent_has_a_request_and_the_customer_sees_nothing()
    {
        var floor = MinaHas().Ready("noor").When(Invite(Mina, "noor")).Then(
            new AsideShown(1, 1, Notices.InvitationSent, "noor"),
            new OfferMade(2, 1, "noor", ManualTimeProvider.DefaultStart + Seconds(30), "", OfferKind.Invitation));

        Assert.Equal(ChatState.ConferenceRequested, floor.Chat().State);
        Assert.Equal([ParticipationState.ConferenceRequested], floor.PartsOf("mina"));
        Assert.Equal([ParticipationState.Offered], floor.PartsOf("noor"));
        Assert.Equal(["waiting-for-agent chat", "agent-joined mina"], floor.ReadByCustomer());
        floor.When(Say(Mina, 1, "one moment")).Then("message-posted").When(Say(Ana, 1, "fine")).Then("message-posted");
    }

    [Fact, Scenario("S84")]
    public void An_invited_agent_who_accepts_is_in_the_conference_and_everybody_is_told()
    {
        var floor = NoorIsInvited().When(Accept("noor", 2)).Then(
            new OfferClosed(2, OfferTrigger.Accept), new NoticeShown(1, 3, Notices.AgentJoined, "noor"));

        Assert.Equal(ChatState.Conference, floor.Chat().State);
        Assert.Equal([ParticipationState.Conferencing], floor.PartsOf("mina"));
        Assert.Equal([ParticipationState.Conferencing], floor.PartsOf("noor"));
        Assert.Equal("mina", floor.Owner());
        Assert.True(floor.Chat().MayBeSeenBy(Noor));
    }

    [Fact, Scenario("S86")]
    public void Whatever_one_of_the_three_says_stands_once_in_the_one_conversation()
    {
        var floor = MinaAndNoorHave()
            .When(Say(Ana, 1, "a")).Then("message-posted")
            .When(Say(Mina, 1, "b")).Then("message-posted")
            .When(Say(Noor, 1, "c")).Then("message-posted")
            .When(Say(Lena, 1, "d")).Refused("not-permitted");

        Assert.Equal(["a", "b", "c"], floor.ReadByCustomer()[^3..]);
        Assert.All([Ana, Mina, Noor], who => Assert.True(floor.Chat().MayBeSeenBy(who)));
        Assert.False(floor.Chat().MayBeSeenBy(Lena));
    }

    [Fact, Scenario("S87", "E13")]
    public void An_invited_agent_who_does_not_answer_is_rona_and_the_chat_is_a_plain_one()
    {
        var floor = NoorIsInvited()
            .Advance(Seconds(30) - Tick).ThenNothing()
            .Advance(Tick).Then("offer-closed", "aside-shown", "availability-changed");

        Assert.Equal(Availability.Rona, floor.AvailabilityOf("noor"));
        IsPlain(floor);
        Assert.Equal(["invitation-sent noor", "invitation-missed noor"], floor.Asides());
    }

    [Fact, Scenario("S88", "E14")]
    public void An_invitation_that_is_withdrawn_leaves_no_trace_with_the_invited_agent()
    {
        var floor = NoorIsInvited()
            .When(Uninvite(Noor)).Refused("not-permitted")
            .When(Uninvite(Mina)).Then(
                new OfferClosed(2, OfferTrigger.Withdraw), new AsideShown(1, 2, Notices.InvitationWithdrawn, "noor"));

        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
        Assert.Equal(0, floor.State.Agents["noor"].Load.Total);
        IsPlain(floor);
        floor.When(Accept("noor", 2)).Refused("offer-gone").When(Uninvite(Mina)).Refused("not-allowed");
    }

    [Fact, Scenario("S89")]
    public void A_conference_has_room_for_two_agents() =>
        MinaAndNoorHave().Ready("lena")
            .When(Invite(Mina, "lena")).Refused("not-allowed")
            .When(Invite(Noor, "lena")).Refused("not-permitted");

    [Fact]
    public void A_second_invitation_waits_until_the_first_has_its_answer()
    {
        NoorIsInvited().Ready("lena")
            .When(Invite(Mina, "noor")).Refused("not-allowed")
            .When(Invite(Mina, "lena")).Refused("not-allowed")
            .Given(Uninvite(Mina)).When(Invite(Mina, "lena")).Then("aside-shown", "offer-made");
    }

    [Theory, Scenario("S96", "E15"), Pain(73)]
    [InlineData("missed")]
    [InlineData("withdrawn")]
    [InlineData("failed")]
    public void A_late_word_about_a_failed_invitation_does_not_touch_the_chat(string how)
    {
        var floor = NoorIsInvited();
        floor = how switch
        {
            "missed" => floor.Advance(Seconds(30)),
            "withdrawn" => floor.Given(Uninvite(Mina)),
            _ => floor.Given(Fail(2)),
        };

        floor.When(Dismiss(Mina)).Refused("not-allowed")
            .When(Leave(Noor)).Refused("not-permitted")
            .When(Uninvite(Mina)).Refused("not-allowed")
            .When(Fail(2)).Refused("offer-gone");
        IsPlain(floor);
    }

    [Fact, Scenario("S97", "E16")]
    public void A_customer_who_leaves_while_an_invitation_is_open_takes_it_with_them()
    {
        var floor = NoorIsInvited().When(End(Ana, 1))
            .Then("offer-closed", "aside-shown", "notice-shown", "chat-ended", "wrap-up-started");

        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
        Assert.Empty(floor.PartsOf("noor"));
        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact, Scenario("E17")]
    public void An_agent_who_ends_the_chat_while_an_invitation_is_open_takes_it_back()
    {
        var floor = NoorIsInvited().When(End(Mina, 1))
            .Then("offer-closed", "aside-shown", "notice-shown", "chat-ended", "wrap-up-started");

        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
        Assert.Equal("agent-left mina", floor.ReadByCustomer()[^1]);
    }

    [Fact, Scenario("S99")]
    public void An_agent_without_room_is_refused_up_front() =>
        MinaHas().Ready("noor").Started("billing", "bob")
            .When(Invite(Mina, "noor")).Refused("agent-full")
            .Accepted(2).When(Invite(Mina, "noor")).Refused("agent-full")
            .Given(End(Bob, 2)).When(Invite(Mina, "noor")).Refused("agent-full")
            .Given(WrapUp("noor", 2, "solved")).When(Invite(Mina, "noor")).ThenAccepted();

    [Fact]
    public void An_agent_who_is_away_unknown_or_the_one_who_asks_is_not_invited() =>
        MinaHas(chats: 2)
            .When(Invite(Mina, "noor")).Refused("agent-unavailable")
            .When(Invite(Mina, "nobody")).Refused("agent-unknown")
            .When(Invite(Mina, "mina")).Refused("target-not-permitted")
            .When(Invite(Noor, "lena")).Refused("not-permitted");

    [Fact]
    public void An_invitation_holds_a_slot_from_the_moment_it_is_made()
    {
        var floor = NoorIsInvited();

        Assert.Equal(1, floor.State.Agents["noor"].Load.Chat);
        floor.When(Start("bob", "billing")).Then("chat-started", "notice-shown", "chat-queued");
        floor.Given(Uninvite(Mina));
        Assert.Equal(ChatState.Offered, floor.Chat(2).State);
    }

    [Fact, Pain(11, 73)]
    public void Two_agents_who_invite_the_same_third_have_one_invitation_between_them()
    {
        var desks = Desks();
        var floor = MinaHas(desks with { Agents = [.. desks.Agents.Select(agent => agent with { Queues = ["chat"] })] })
            .Ready("noor").Started("chat", "bob").Accepted(2).Ready("lena")
            .Given(Invite(Mina, "lena")).When(Invite(Noor, "lena", chat: 2)).Refused("agent-full");

        Assert.Equal(ChatState.Active, floor.Chat(2).State);
    }

    [Fact]
    public void An_invited_agent_who_goes_idle_has_missed_nothing()
    {
        var floor = NoorIsInvited().When(GoIdle("noor", "lunch"))
            .Then("availability-changed", "offer-closed", "aside-shown");

        IsPlain(floor);
        Assert.Equal("invitation-withdrawn noor", floor.Asides()[^1]);
    }

    [Fact]
    public void An_invited_agent_does_not_sign_out() =>
        NoorIsInvited().When(SignOut("noor")).Refused("contacts-open");

    [Fact]
    public void An_invitation_is_declined_where_the_floor_lets_it_and_that_is_no_miss()
    {
        NoorIsInvited().When(Decline("noor", 2)).Refused("decline-not-allowed");

        var floor = NoorIsInvited(new CollaborationPolicy { AllowDeclineInvitation = true })
            .When(Decline("noor", 2)).Then(
                new OfferClosed(2, OfferTrigger.Decline), new AsideShown(1, 2, Notices.InvitationDeclined, "noor"));
        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
        IsPlain(floor);
    }

    [Fact]
    public void An_answer_at_the_very_deadline_is_late()
    {
        var floor = NoorIsInvited();
        floor.At(floor.Now + Seconds(30)).When(Accept("noor", 2)).Refused("offer-expired")
            .Advance(TimeSpan.Zero).Then("offer-closed", "aside-shown", "availability-changed");

        IsPlain(floor);
    }

    [Fact]
    public void An_answer_and_a_withdrawal_at_one_instant_have_one_outcome_whichever_comes_first()
    {
        NoorIsInvited().Given(Accept("noor", 2)).When(Uninvite(Mina)).Refused("not-allowed");
        NoorIsInvited().Given(Uninvite(Mina)).When(Accept("noor", 2)).Refused("offer-gone");
    }

    [Fact]
    public void An_agent_who_wraps_up_an_earlier_part_may_be_invited_again()
    {
        var floor = MinaHas(chats: 2).Ready("noor").Given(ToAgent(Mina, "noor"), Accept("noor", 2))
            .Given(Invite(Noor, "mina"), Accept("mina", 3));

        Assert.Equal([ParticipationState.WrappingUp, ParticipationState.Conferencing], floor.PartsOf("mina"));
        floor.When(Leave(Mina)).Then("notice-shown", "conference-reduced", "part-released")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed");
        Assert.Empty(floor.PartsOf("mina"));
    }

    [Fact]
    public void An_email_has_no_conversation_to_invite_to()
    {
        var both = new MediaProfile { Chat = 1, Email = 1 };
        Floor([Queue("letters", Channel.Email)], Agent("mina", both), Agent("noor", both))
            .Available("mina").Started("letters", "ana").Accepted(1).Available("noor")
            .When(Invite(Mina, "noor")).Refused("no-conversation");
    }

    [Fact]
    public void A_missed_invitation_leaves_the_agents_other_chats_alone()
    {
        var floor = MinaHas(chats: 2).Ready("noor").Started("billing", "bob").Accepted(2)
            .Given(Invite(Mina, "noor")).Advance(Seconds(30)).ThenAccepted();

        Assert.Equal([ParticipationState.Connected], floor.PartsOf("noor", chat: 2));
        floor.When(Say(Noor, 2, "hello")).Then("message-posted");
    }

    private static void IsPlain(Specification floor)
    {
        Assert.Equal(ChatState.Active, floor.Chat().State);
        Assert.Equal([ParticipationState.Connected], floor.PartsOf("mina"));
        Assert.Empty(floor.PartsOf("noor"));
        Assert.Equal(["waiting-for-agent chat", "agent-joined mina"], floor.ReadByCustomer());
    }
}
