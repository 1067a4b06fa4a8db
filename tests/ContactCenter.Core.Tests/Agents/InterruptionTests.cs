using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>Work that gives way to a contact that comes before it, and goes on when that is over.</summary>
public sealed class InterruptionTests
{
    private static readonly QueueProfile[] Queues =
    [
        Queue("chat"), Queue("calls", Channel.Voice), Queue("posts", Channel.Social),
    ];

    private static readonly Actor Caller = Actor.Customer("caller");

    private static MediaProfile Media(Channels by = Channels.Voice) => new()
    {
        Mode = MediaMode.Exclusive,
        Voice = 1,
        Chat = 2,
        Social = 1,
        Interruptible = Channels.Chat,
        InterruptedBy = by,
    };

    /// <summary>Mina has a chat, which is all that she has room for.</summary>
    private static Specification Chatting(MediaProfile? media = null, params AgentProfile[] others) =>
        Floor(Queues, [Agent("mina", media ?? Media()), .. others])
            .Available("mina").Started("chat", "ana").Accepted(1);

    [Fact, PeerScenario("GX-02")]
    public void A_call_gets_through_at_full_capacity_and_the_chat_is_held_and_goes_on()
    {
        var floor = Chatting().Advance(Seconds(10));
        var since = floor.Now;

        floor.When(Start("caller", "calls")).Then(
            new ChatStarted(2, "caller", "calls", Channel.Voice),
            new ChatQueued(2),
            new WorkInterrupted(1, 1, "mina", By: 2),
            Offered(2, 2, "mina", since + Seconds(30)));
        Assert.Equal(new ChannelLoad(Voice: 1, Chat: 0, Email: 0, Social: 0), floor.State.Agents["mina"].Load);
        Assert.True(floor.Shown("mina").IsInterrupted);
        Assert.Equal(since, Assert.Single(floor.SeenBy(Mina).Agents).InterruptedSince);
        Assert.Equal(since, Assert.Single(floor.SeenBy(Boss).Agents).InterruptedSince);
        Assert.Null(Assert.Single(floor.SeenBy(Ana).Agents).InterruptedSince);

        floor.Accepted(2).Restarted().When(Say(Ana, 1, "are you there?")).Then("message-posted")
            .Advance(Seconds(60)).Given(End(Mina, 2)).Advance(Seconds(5))
            .When(WrapUp("mina", 2, "solved")).Then(
                new WrapUpCompleted(2, 2, "mina", ["solved"], Mina), new ChatClosed(2), new WorkResumed(1, 1, "mina"));
        Assert.Equal(new ChannelLoad(Voice: 0, Chat: 1, Email: 0, Social: 0), floor.State.Agents["mina"].Load);
        Assert.False(floor.Shown("mina").IsInterrupted);

        floor.Advance(Seconds(20)).Given(End(Mina, 1), WrapUp("mina", 1, "solved"));
        var figures = floor.State.StatisticsOf(floor.State.Agents["mina"], floor.Now);
        Assert.Equal((Seconds(65), TimeSpan.Zero), (figures.Held, figures.Idle));
        Assert.Equal(Seconds((30 + 60) / 2), figures.AverageTalk);
    }

    [Fact]
    public void Without_leave_to_interrupt_a_call_waits() =>
        Chatting(Media(Channels.None)).When(Start("caller", "calls")).Then("chat-started", "chat-queued");

    [Fact]
    public void A_call_that_is_not_answered_gives_the_chat_back_in_the_same_batch() =>
        Chatting().Started("calls", "caller").Advance(Seconds(30)).Then(
            new OfferClosed(2, OfferTrigger.Miss), Missed("mina"), new WorkResumed(1, 1, "mina"));

    [Fact]
    public void Whoever_has_room_without_is_asked_before_those_who_are_called_away()
    {
        var floor = Chatting(others: Agent("noor", Media())).Available("noor");

        floor.When(Start("caller", "calls")).ThenAmongOthers(Offered(2, 2, "noor", floor.Now + Seconds(30)));
        Assert.DoesNotContain(floor.Happened, happened => happened is WorkInterrupted);
        floor.When(Start("other", "calls")).Then("chat-started", "chat-queued", "work-interrupted", "offer-made");
    }

    [Fact]
    public void Who_is_called_away_is_offered_nothing_more_by_whatever_right()
    {
        Chatting(Media(Channels.Voice | Channels.Social), Agent("noor", Media())).Started("calls", "caller")
            .When(Start("poster", "posts")).Then("chat-started", "chat-queued")
            .When(Start("bob", "chat")).Then("chat-started", "notice-shown", "chat-queued")
            .Available("noor").Accepted(3)
            .When(new TransferChat(Noor, 3, null, "mina")).Refused("agent-full");
    }

    [Fact]
    public void A_chat_that_ends_while_it_is_interrupted_is_wrapped_up_and_takes_no_room_before_the_call_is_over()
    {
        var floor = Chatting().Started("calls", "caller").Accepted(2).Given(End(Ana, 1));

        Assert.Equal(1, floor.State.Agents["mina"].Load.Total);
        floor.Given(End(Caller, 2)).When(WrapUp("mina", 2, "solved"))
            .Then("wrap-up-completed", "chat-closed", "work-resumed");
        Assert.Equal(1, floor.State.Agents["mina"].Load.Total);
        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");

        var other = Chatting().Started("calls", "caller").Accepted(2).Given(End(Ana, 1), WrapUp("mina", 1, "solved"));
        Assert.False(other.Shown("mina").IsInterrupted);
        Assert.Equal(1, other.State.Agents["mina"].Load.Total);
    }

    [Fact]
    public void What_is_offered_and_what_is_in_wrap_up_is_not_interrupted()
    {
        Floor(Queues, Agent("mina", Media())).Available("mina").Started("chat", "ana")
            .When(Start("caller", "calls")).Then("chat-started", "chat-queued");
        Chatting().Given(End(Ana, 1)).When(Start("caller", "calls")).Then("chat-started", "chat-queued");
    }

    [Fact]
    public void A_call_whose_wrap_up_holds_no_slot_gives_the_chat_back_when_it_ends() =>
        Floor(Configuration(Queues, Agent("mina", Media())) is var floor
            ? floor with { WrapUp = floor.WrapUp with { HoldsSlot = false } }
            : floor)
            .Available("mina").Started("chat", "ana").Accepted(1).Started("calls", "caller").Accepted(2)
            .When(End(Mina, 2)).ThenAmongOthers(new WorkResumed(1, 1, "mina"));

    [Fact]
    public void The_silence_of_a_customer_does_not_count_while_their_agent_is_called_away()
    {
        var floor = Floor([Queue("chat") with { EndSilentAfter = Seconds(60) }, Queues[1]], Agent("mina", Media()))
            .Available("mina").Started("chat", "ana").Accepted(1).Given(Say(Mina, 1, "hello?"))
            .Started("calls", "caller").Accepted(2).Advance(Seconds(120)).ThenNothing();

        floor.Given(End(Mina, 2), WrapUp("mina", 2, "solved")).Advance(Seconds(59)).ThenNothing();
        floor.Advance(Seconds(1)).ThenAmongOthers(new ChatEnded(1, ChatTrigger.Leave, Actor.System));
    }

    [Fact]
    public void What_interrupts_is_not_interrupted()
    {
        var floor = Floor(Agent("mina"));

        floor.When(new Tests.Floors.Revision(floor).With(Agent("mina", Media(Channels.Voice | Channels.Chat))))
            .Refused(Rejections.ConfigurationInvalid with
            {
                Subject = "agent mina: Voice, Chat cannot interrupt Chat",
            });
    }
}
