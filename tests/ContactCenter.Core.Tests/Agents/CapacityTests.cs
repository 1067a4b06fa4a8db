using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

public sealed class CapacityTests
{
    private static readonly QueueProfile[] EveryChannel =
    [
        Queue("chat"), Queue("letters", Channel.Email), Queue("calls", Channel.Voice), Queue("posts", Channel.Social),
    ];

    [Fact, Scenario("S41"), PeerScenario("RC-14"), Pain(4, 27)]
    public void An_agent_with_two_chats_of_two_gets_a_third_when_one_is_finished()
    {
        var floor = Floor(Agent("mina", 2)).Available("mina").Started("chat", "ana", "bob").Accepted(1).Accepted(2);

        floor.When(Start("cleo", "chat")).Then("chat-started", "notice-shown", "chat-queued");
        floor.Given(End(Mina, 1)).When(WrapUp("mina", 1, "solved")).Then(
            new WrapUpCompleted(1, 1, "mina", ["solved"], Mina),
            new ChatClosed(1),
            Offered(3, 3, "mina", floor.Now + Seconds(30)));
    }

    [Fact, Scenario("S42")]
    public void An_exclusive_agent_takes_one_contact_at_a_time_whatever_its_channel() =>
        Floor(EveryChannel, Agent("mina", new MediaProfile
        {
            Mode = MediaMode.Exclusive,
            Voice = 1,
            Chat = 5,
            Email = 5,
            Social = 5,
        }))
            .Available("mina").Started("letters", "ana").Accepted(1)
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("bob", "calls")).Then("chat-started", "chat-queued")
            .When(Start("bob", "posts")).Then("chat-started", "chat-queued")
            .When(Start("bob", "letters")).Then("chat-started", "chat-queued");

    [Fact, Scenario("S43", "E40")]
    public void A_blended_agent_takes_each_channel_up_to_its_own_capacity()
    {
        var floor = Floor(EveryChannel, Agent("mina", new MediaProfile { Voice = 1, Chat = 5, Email = 5, Social = 5 }))
            .Available("mina");
        foreach (var queue in (string[])["chat", "letters", "posts"])
        {
            floor.Started(queue, "a", "b", "c", "d", "e").When(Start("f", queue));
            Assert.DoesNotContain(floor.Happened, happened => happened is OfferMade);
        }

        floor.Started("calls", "a").When(Start("b", "calls")).Then("chat-started", "chat-queued");
        Assert.Equal(new ChannelLoad(Voice: 1, Chat: 5, Email: 5, Social: 5), floor.State.Agents["mina"].Load);
    }

    [Fact]
    public void A_blended_real_time_agent_takes_a_call_or_chats_with_letters_beside()
    {
        var media = new MediaProfile { Mode = MediaMode.BlendedRealTime, Voice = 1, Chat = 2, Email = 1 };
        Floor(EveryChannel, Agent("mina", media)).Available("mina").Started("calls", "ana")
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Start("bob", "letters")).Then("chat-started", "chat-queued", "offer-made");
        Floor(EveryChannel, Agent("mina", media)).Available("mina").Started("chat", "ana")
            .When(Start("bob", "calls")).Then("chat-started", "chat-queued")
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued", "offer-made");
    }

    [Theory, Pain(5)]
    [InlineData(MediaMode.Blended, 2, 1)]
    [InlineData(MediaMode.Exclusive, 1, 0)]
    public void The_room_of_a_channel_and_the_room_of_all_together_are_two_limits_each_of_its_own(
        MediaMode mode, byte chats, byte letters)
    {
        var floor = Floor(EveryChannel, Agent("mina", new MediaProfile { Mode = mode, Chat = 2, Email = 1 }))
            .Available("mina").Started("chat", "a", "b", "c").Started("letters", "d", "e");

        Assert.Equal(new ChannelLoad(0, chats, letters, 0), floor.State.Agents["mina"].Load);
    }

    [Theory, Scenario("S44")]
    [InlineData(0, 6, 0, 0, "Chat capacity 6 is not 0 to 5")]
    [InlineData(0, -1, 0, 0, "Chat capacity -1 is not 0 to 5")]
    [InlineData(2, 1, 0, 0, "voice capacity 2 is not 0 or 1")]
    [InlineData(-1, 1, 0, 0, "voice capacity -1 is not 0 or 1")]
    [InlineData(0, 1, 6, 0, "Email capacity 6 is not 0 to 5")]
    [InlineData(0, 1, 0, 6, "Social capacity 6 is not 0 to 5")]
    public void A_profile_beyond_what_a_person_can_do_is_refused(
        int voice, int chat, int email, int social, string fault)
    {
        var media = new MediaProfile { Voice = voice, Chat = chat, Email = email, Social = social };
        var floor = Floor(Agent("mina"));

        floor.When(new Floors.Revision(floor).With(Agent("mina", media)))
            .Refused(Rejections.ConfigurationInvalid with { Subject = $"agent mina: {fault}" });
    }

    [Fact]
    public void An_agent_without_room_for_a_channel_is_never_offered_it() =>
        Floor(Agent("mina", new MediaProfile { Chat = 0, Email = 5 })).Available("mina")
            .When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued");

    [Fact, Scenario("S47")]
    public void A_wrap_up_holds_its_slot_until_it_is_submitted()
    {
        var floor = Floor(Agent("mina")).Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1));

        floor.When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued");
        floor.When(WrapUp("mina", 1, "solved")).ThenAmongOthers(Offered(2, 2, "mina", floor.Now + Seconds(30)));
    }

    [Fact, Scenario("S48")]
    public void The_eleventh_chat_of_ten_is_refused_and_another_channel_is_not()
    {
        var floor = Floor(Configuration(EveryChannel) with { Ceilings = [1_000, 10, 1_000, 1_000] })
            .Started("chat", [.. Enumerable.Range(1, 10).Select(customer => $"c-{customer}")]);

        floor.When(Start("c-11", "chat")).Refused(Rejections.ChannelFull with { Subject = "Chat" })
            .When(Start("c-11", "letters")).Then("chat-started", "chat-queued")
            .Given(End(Actor.Customer("c-4"), 4))
            .When(Start("c-11", "chat")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void A_chat_in_wrap_up_counts_among_the_live_ones() =>
        Floor(Configuration([Queue("chat")], Agent("mina")) with { Ceilings = [1, 1, 1, 1] })
            .Available("mina").Started("chat", "ana").Accepted(1).Given(End(Ana, 1))
            .When(Start("bob", "chat")).Refused("channel-full")
            .Given(WrapUp("mina", 1, "solved"))
            .When(Start("bob", "chat")).ThenAccepted();

    [Fact]
    public void Capacity_below_the_load_drops_nothing_and_offers_nothing()
    {
        var floor = Floor(Agent("mina", 3)).Available("mina").Started("chat", "ana", "bob").Accepted(1);

        floor.When(new Floors.Revision(floor).With(Agent("mina", 1))).Then("floor-configured")
            .When(Start("cleo", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .When(Accept("mina", 2)).Then("offer-closed", "notice-shown")
            .Given(End(Mina, 1))
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed")
            .Given(End(Mina, 2))
            .When(WrapUp("mina", 2, "solved")).Then("wrap-up-completed", "chat-closed", "offer-made");
    }

    [Fact, Scenario("E40")]
    public void An_agent_is_engaged_until_the_last_contact_of_any_channel_is_wrapped_up()
    {
        var floor = Floor(EveryChannel, Agent("mina", new MediaProfile { Voice = 1, Chat = 1, Email = 1 }))
            .Available("mina").Started("calls", "ana").Started("chat", "ana").Started("letters", "ana")
            .Accepted(1).Accepted(2).Accepted(3);
        foreach (var contact in (long[])[2, 1, 3])
        {
            Assert.True(floor.State.Agents["mina"].IsEngaged);
            floor.Given(End(Mina, contact), WrapUp("mina", contact, "solved"));
        }

        Assert.False(floor.State.Agents["mina"].IsEngaged);
        Assert.Equal(default, floor.State.Agents["mina"].Load);
    }
}
