using ContactCenter.Chats;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Chats;

public sealed class EndingTests
{
    private static Specification MinaHasAna =>
        Floor(Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana").Accepted(1);

    [Fact, Scenario("S101")]
    public void A_customer_who_leaves_is_said_to_have_left_and_the_agent_wraps_up() =>
        MinaHasAna.When(End(Ana, 1)).Then(
            new NoticeShown(1, 3, Notices.CustomerLeft, string.Empty),
            new ChatEnded(1, ChatTrigger.Leave, Ana),
            new WrapUpStarted(1, 1, "mina", DueAt: null));

    [Fact, Scenario("S102")]
    public void An_agent_who_ends_a_chat_is_said_to_have_left_and_wraps_up() =>
        MinaHasAna.When(End(Mina, 1)).Then(
            new NoticeShown(1, 3, Notices.AgentLeft, "mina"),
            new ChatEnded(1, ChatTrigger.End, Mina),
            new WrapUpStarted(1, 1, "mina", DueAt: null));

    [Fact]
    public void The_host_ends_a_chat_for_its_customer() =>
        MinaHasAna.When(End(Actor.Host, 1)).Then(
            new NoticeShown(1, 3, Notices.CustomerLeft, string.Empty),
            new ChatEnded(1, ChatTrigger.Leave, Actor.Host),
            new WrapUpStarted(1, 1, "mina", DueAt: null));

    [Fact, Scenario("S103", "E45")]
    public void An_end_that_is_refused_leaves_the_chat_connected()
    {
        var floor = MinaHasAna;
        foreach (var stranger in (Actor[])[Noor, Bob, Boss, Actor.Bot, Actor.System])
        {
            floor.When(End(stranger, 1)).Refused("not-permitted");
            Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
        }

        floor.When(Say(Mina, 1, "still here")).Then("message-posted");
    }

    [Fact]
    public void An_agent_does_not_end_a_chat_that_is_only_offered_to_them() =>
        Floor(Agent("mina")).Available("mina").Started("chat", "ana")
            .When(End(Mina, 1)).Refused("not-permitted");

    [Fact, Scenario("E24"), Pain(78)]
    public void A_chat_ends_once() =>
        MinaHasAna.Given(End(Mina, 1))
            .When(End(Mina, 1)).Refused(Rejections.NotAllowed with { Subject = "End while Ended" })
            .When(End(Ana, 1)).Refused(Rejections.NotAllowed with { Subject = "End while Ended" })
            .When(End(Actor.Host, 1)).Refused("not-allowed")
            .Given(WrapUp("mina", 1, "solved"))
            .When(End(Ana, 1)).Refused("chat-unknown");

    [Fact, Scenario("E32", "S111")]
    public void A_chat_that_was_never_answered_closes_without_a_wrap_up() =>
        Floor(Agent("mina")).Started("chat", "ana")
            .When(End(Ana, 1)).Then(
                new NoticeShown(1, 2, Notices.CustomerLeft, string.Empty),
                new ChatEnded(1, ChatTrigger.Leave, Ana),
                new ChatClosed(1));

    [Fact]
    public void A_closed_chat_is_gone_and_its_number_is_never_used_again()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana").Given(End(Ana, 1));

        Assert.Empty(floor.State.Chats);
        Assert.Equal(2, floor.When(Start("ana", "chat")).Reply.Number);
    }
}
