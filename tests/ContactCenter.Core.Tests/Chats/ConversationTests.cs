using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Chats;

public sealed class ConversationTests
{
    private static Specification MinaHasAna =>
        Floor(Agent("mina", 2), Agent("noor")).Available("mina").Started("chat", "ana").Accepted(1);

    [Fact, Scenario("S51")]
    public void An_agents_message_is_in_the_chat_once_with_the_agent_as_its_author()
    {
        var floor = MinaHasAna.When(Say(Mina, 1, "hello")).Then(Said(Mina, 1, 3, "hello"));

        var line = Assert.Single(floor.Lines, line => line.Kind == LineKind.Message);
        Assert.Equal((1L, 3, Mina, "hello"), (line.Chat, line.Sequence, line.Author, line.Text.Text));
    }

    [Fact]
    public void A_chat_counts_its_lines_without_a_gap_messages_and_notices_together()
    {
        var floor = Floor(Agent("mina")).Available("mina").Started("chat", "ana")
            .Given(Say(Ana, 1, "anybody?"), Accept("mina", 1), Say(Mina, 1, "yes"), Say(Ana, 1, "good"), End(Mina, 1));

        Assert.Equal(Enumerable.Range(1, 6), floor.Lines.Select(line => line.Sequence));
        Assert.Equal(
            [Notices.WaitingForAgent, null, Notices.AgentJoined, null, null, Notices.AgentLeft],
            floor.Lines.Select(line => line.Code));
    }

    [Fact]
    public void A_posted_message_gives_back_its_place_in_the_chat() =>
        Assert.Equal(new Reply(Number: 1, Sequence: 3), MinaHasAna.When(Say(Ana, 1, "hello")).Reply);

    [Fact]
    public void A_customer_writes_while_waiting_and_while_offered() =>
        Floor(Agent("mina")).Started("chat", "ana")
            .When(Say(Ana, 1, "hello?")).Then(Said(Ana, 1, 2, "hello?"))
            .Available("mina")
            .When(Say(Ana, 1, "hello??")).Then(Said(Ana, 1, 3, "hello??"));

    [Fact]
    public void An_agent_writes_only_once_the_chat_is_theirs() =>
        Floor(Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana")
            .When(Say(Mina, 1, "hello")).Refused("not-permitted")
            .Given(Accept("mina", 1))
            .When(Say(Mina, 1, "hello")).Then("message-posted");

    [Fact, Scenario("E45")]
    public void A_stranger_does_not_write_in_a_chat_whoever_they_are()
    {
        foreach (var stranger in (Actor[])[Noor, Bob, Boss, Actor.Host, Actor.System])
        {
            MinaHasAna.When(Say(stranger, 1, "hello")).Refused("not-permitted");
        }
    }

    [Fact, Scenario("S52")]
    public void A_message_in_one_chat_is_no_message_in_another()
    {
        var floor = MinaHasAna.Started("chat", "bob").Accepted(2);
        var lines = floor.State.Chats[2].LastLine;

        floor.When(Say(Mina, 1, "for ana only")).Then(Said(Mina, 1, 3, "for ana only"));
        Assert.Equal(lines, floor.State.Chats[2].LastLine);
        Assert.DoesNotContain(floor.Lines, line => line.Chat == 2 && line.Kind == LineKind.Message);
        floor.When(Say(Ana, 2, "wrong room")).Refused("not-permitted");
    }

    [Fact, Scenario("S53")]
    public void A_chat_that_has_ended_takes_no_more_messages() =>
        MinaHasAna.Given(End(Ana, 1))
            .When(Say(Mina, 1, "one more thing")).Refused("chat-ended")
            .When(Say(Ana, 1, "wait")).Refused("chat-ended")
            .Given(WrapUp("mina", 1, "solved"))
            .When(Say(Mina, 1, "one more thing")).Refused("chat-unknown");

    [Fact, Scenario("E25")]
    public void A_chat_that_never_was_takes_no_message() =>
        MinaHasAna
            .When(Say(Ana, 0, "hello")).Refused("chat-unknown")
            .When(Say(Ana, 2, "hello")).Refused("chat-unknown")
            .When(Say(Ana, -1, "hello")).Refused("chat-unknown");

    [Theory, Scenario("E26")]
    [InlineData(Channel.Voice)]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Social)]
    public void A_contact_of_another_channel_has_no_conversation_and_no_notices(Channel channel)
    {
        var floor = Floor(
            [Queue("other", channel)], Agent("mina", new MediaProfile { Voice = 1, Email = 1, Social = 1 }))
            .Available("mina").Started("other", "ana")
            .When(Accept("mina", 1)).Then("offer-closed")
            .When(Say(Ana, 1, "hello")).Refused("no-conversation")
            .When(Say(Mina, 1, "hello")).Refused("no-conversation")
            .When(Say(Bob, 1, "hello")).Refused("not-permitted")
            .When(End(Mina, 1)).Then("chat-ended", "wrap-up-started");

        Assert.Empty(floor.Lines);
    }

    [Fact]
    public void A_chat_as_long_as_a_chat_may_be_takes_no_further_message_and_still_ends()
    {
        var floor = Floor(Configuration([Queue("chat")], Agent("mina")) with { MaxLines = 4 })
            .Available("mina").Started("chat", "ana").Accepted(1);

        floor.When(Say(Ana, 1, "3")).Then("message-posted")
            .When(Say(Ana, 1, "4")).Then("message-posted")
            .When(Say(Ana, 1, "5")).Refused("chat-full")
            .When(Say(Mina, 1, "5")).Refused("chat-full")
            .When(End(Mina, 1)).ThenAccepted();
    }

    [Fact]
    public void A_contact_begins_in_the_name_of_its_own_customer_or_of_the_host() =>
        Floor(Agent("mina"))
            .When(Start("ana", "chat") with { By = Bob }).Refused("not-permitted")
            .When(Start("ana", "chat") with { By = Mina }).Refused("not-permitted")
            .When(Start("ana", "chat") with { By = Boss }).Refused("not-permitted")
            .When(Start("ana", "chat") with { By = Actor.Host }).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("ana", "nowhere")).Refused("queue-unknown");

    [Fact]
    public void A_contact_of_nobody_does_not_begin() =>
        Floor(Agent("mina"))
            .When(Start(default, "chat")).Refused("not-permitted")
            .When(Start(default, "chat") with { By = Actor.Host }).Refused("not-permitted");

    [Fact]
    public void A_customer_may_have_several_chats_at_once()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana", "ana", "bob", "ana");

        Assert.Equal([4, 2, 1], floor.State.ChatsOf("ana").Select(chat => chat.Number));
        floor.Given(End(Ana, 2));
        Assert.Equal([4, 1], floor.State.ChatsOf("ana").Select(chat => chat.Number));
        floor.Given(End(Ana, 4), End(Ana, 1));
        Assert.Empty(floor.State.ChatsOf("ana"));
        Assert.Equal([3], floor.State.ChatsOf("bob").Select(chat => chat.Number));
    }
}
