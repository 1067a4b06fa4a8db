using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Sessions;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Collaboration;

/// <summary>How a conference ends: one goes, both go, or the customer does.</summary>
public sealed class ConferenceEndingTests
{
    private static readonly CollaborationPolicy OwnerMayExit = new() { OwnerMayExitConference = true };

    [Fact, Scenario("S91", "E18")]
    public void The_second_agent_leaves_and_the_first_goes_on_with_the_customer()
    {
        var floor = MinaAndNoorHave().When(Leave(Noor)).Then(
            new NoticeShown(1, 4, Notices.AgentLeft, "noor"),
            new ConferenceReduced(1),
            new PartReleased(1, 2, "noor"));

        Assert.Equal((ChatState.Active, "mina"), (floor.Chat().State, floor.Owner()));
        Assert.Equal(0, floor.State.Agents["noor"].Load.Total);
        floor.When(Say(Noor, 1, "wait")).Refused("not-permitted")
            .When(ToQueue(Mina, "billing")).ThenAccepted();
    }

    [Fact, Scenario("S98", "E22"), Pain(71)]
    public void The_other_agents_leaving_does_not_close_ones_own_part()
    {
        var floor = MinaAndNoorHave().Given(Leave(Noor));

        Assert.Equal([ParticipationState.Connected], floor.PartsOf("mina"));
        Assert.Equal("agent-left noor", floor.ReadByCustomer()[^1]);
        floor.When(Say(Mina, 1, "just us again")).Then("message-posted")
            .When(Leave(Mina)).Refused("not-allowed").When(Dismiss(Mina)).Refused("not-allowed");
    }

    [Fact, Scenario("S92")]
    public void The_second_agent_may_leave_and_nothing_more() =>
        MinaAndNoorHave().Ready("lena")
            .When(End(Noor, 1)).Refused("not-permitted")
            .When(Dismiss(Noor)).Refused("not-permitted")
            .When(ToAgent(Noor, "lena")).Refused("not-permitted")
            .When(ToQueue(Noor, "billing")).Refused("not-permitted")
            .When(Invite(Noor, "lena")).Refused("not-permitted")
            .When(WrapUp("noor", 1, "solved")).Refused("not-allowed");

    [Fact]
    public void A_customer_and_a_stranger_have_no_say_in_a_conference()
    {
        foreach (var who in (Actor[])[Ana, Bob, Lena, Actor.Bot])
        {
            MinaAndNoorHave()
                .When(Dismiss(who)).Refused("not-permitted").When(Leave(who)).Refused("not-permitted");
        }
    }

    [Fact, Scenario("S93")]
    public void The_first_agent_ends_the_chat_and_alone_wraps_up()
    {
        var floor = MinaAndNoorHave().When(End(Mina, 1))
            .Then("notice-shown", "chat-ended", "wrap-up-started", "part-released");

        Assert.Equal("agent-left mina", floor.ReadByCustomer()[^1]);
        Assert.Empty(floor.PartsOf("noor"));
        floor.When(WrapUp("noor", 1, "solved")).Refused("not-permitted")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact, Scenario("S94", "E20")]
    public void The_customer_leaves_and_it_is_over_for_both()
    {
        var floor = MinaAndNoorHave().When(End(Ana, 1))
            .Then("notice-shown", "chat-ended", "wrap-up-started", "part-released");

        Assert.Equal("customer-left", floor.ReadByCustomer()[^1]);
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("mina"));
        Assert.Empty(floor.PartsOf("noor"));
    }

    [Fact]
    public void The_first_agent_ends_the_conference_and_goes_on_with_the_customer()
    {
        var floor = MinaAndNoorHave().When(Dismiss(Mina)).Then("notice-shown", "conference-reduced", "part-released");

        Assert.Equal((ChatState.Active, "mina"), (floor.Chat().State, floor.Owner()));
        Assert.Equal("agent-left noor", floor.ReadByCustomer()[^1]);
        floor.When(Dismiss(Mina)).Refused("not-allowed").When(Invite(Mina, "noor")).Then("aside-shown", "offer-made");
    }

    [Fact]
    public void Ending_the_conference_ends_the_contact_where_the_floor_says_so()
    {
        var floor = MinaAndNoorHave(new CollaborationPolicy { EndConferenceEndsContact = true })
            .When(Dismiss(Mina)).Then("notice-shown", "chat-ended", "wrap-up-started", "part-released");

        Assert.Equal(ChatState.Ended, floor.Chat().State);
        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact]
    public void The_first_agent_does_not_just_leave_unless_the_floor_lets_them() =>
        MinaAndNoorHave().When(Leave(Mina)).Refused("not-allowed");

    [Fact, Scenario("E19")]
    public void Where_the_first_agent_may_leave_the_second_is_responsible_and_the_first_wraps_up()
    {
        var floor = MinaAndNoorHave(OwnerMayExit).When(Leave(Mina))
            .Then("notice-shown", "aside-shown", "conference-reduced", "wrap-up-started");

        Assert.Equal((ChatState.Active, "noor"), (floor.Chat().State, floor.Owner()));
        Assert.Equal("owner-changed noor", floor.Asides()[^1]);
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("mina"));
        floor.When(End(Noor, 1)).Then("notice-shown", "chat-ended", "wrap-up-started");
    }

    [Fact]
    public void Whoever_has_become_responsible_has_every_right_of_the_first_agent()
    {
        var floor = MinaAndNoorHave(OwnerMayExit).Given(Leave(Mina)).Ready("lena");

        floor.When(Invite(Noor, "lena")).Then("aside-shown", "offer-made").Accepted(1)
            .When(End(Lena, 1)).Refused("not-permitted")
            .When(Dismiss(Noor)).Then("notice-shown", "conference-reduced", "part-released")
            .When(ToQueue(Noor, "chat")).ThenAccepted();
    }

    [Fact]
    public void Both_leave_at_one_instant_and_the_second_of_them_still_has_the_chat()
    {
        MinaAndNoorHave(OwnerMayExit).Given(Leave(Mina)).When(Leave(Noor)).Refused("not-allowed");
        MinaAndNoorHave(OwnerMayExit).Given(Leave(Noor)).When(Leave(Mina)).Refused("not-allowed");
        MinaAndNoorHave().Given(Leave(Noor)).When(Dismiss(Mina)).Refused("not-allowed");
        MinaAndNoorHave().Given(Dismiss(Mina)).When(Leave(Noor)).Refused("not-permitted");
    }

    [Fact]
    public void The_customer_and_an_agent_go_at_one_instant()
    {
        MinaAndNoorHave().Given(End(Ana, 1)).When(Leave(Noor)).Refused("not-permitted");
        MinaAndNoorHave().Given(End(Ana, 1)).When(End(Mina, 1)).Refused("not-allowed");
        MinaAndNoorHave().Given(Leave(Noor))
            .When(End(Ana, 1)).Then("notice-shown", "chat-ended", "wrap-up-started");
    }

    [Fact, Scenario("E19")]
    public void A_first_agent_who_is_lost_for_good_leaves_the_chat_to_the_second()
    {
        var floor = MinaAndNoorHave().Given(new OpenSession(Mina), new LoseSession(Mina, 1))
            .Advance(Seconds(50)).ThenAccepted();

        Assert.Equal((ChatState.Active, "noor"), (floor.Chat().State, floor.Owner()));
        Assert.Empty(floor.PartsOf("mina"));
        floor.When(Say(Noor, 1, "I am still here")).Then("message-posted");
    }

    [Fact, Scenario("E18")]
    public void A_second_agent_who_is_lost_for_good_leaves_the_chat_to_the_first()
    {
        var floor = MinaAndNoorHave().Given(new OpenSession(Noor), new LoseSession(Noor, 1))
            .Advance(Seconds(50)).ThenAccepted();

        Assert.Equal((ChatState.Active, "mina"), (floor.Chat().State, floor.Owner()));
        Assert.Equal(ContactCenter.Agents.Availability.SignedOut, floor.AvailabilityOf("noor"));
    }

    [Fact, Scenario("E21")]
    public void Both_agents_are_lost_for_good_and_the_chat_waits_again_with_its_age()
    {
        var floor = MinaAndNoorHave();
        var since = floor.Chat().QueuedAt;
        floor.Given(new OpenSession(Mina), new OpenSession(Noor), new LoseSession(Mina, 1), new LoseSession(Noor, 2))
            .Advance(Seconds(50)).ThenAccepted();

        Assert.Equal((ChatState.Queued, since), (floor.Chat().State, floor.Chat().QueuedAt));
        Assert.Empty(floor.PartsOf("mina"));
        Assert.Empty(floor.PartsOf("noor"));
        Assert.Equal("waiting-for-agent chat", floor.ReadByCustomer()[^1]);
    }

    [Fact, Scenario("E21")]
    public void The_last_agent_is_lost_for_good_and_the_chat_waits_again()
    {
        var floor = MinaAndNoorHave().Given(Leave(Noor), new OpenSession(Mina), new LoseSession(Mina, 1))
            .Advance(Seconds(50)).ThenAccepted();

        Assert.Equal((ChatState.Queued, "chat"), (floor.Chat().State, floor.Chat().Queue.Value));
        Assert.Empty(floor.PartsOf("mina"));
    }
}
