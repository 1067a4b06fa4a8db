using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Contacts that nobody is offered: agents take what they choose.</summary>
public sealed class ManualPickTests
{
    private static readonly QueueProfile Manual = Queue("chat") with { Mode = QueueMode.Manual };

    /// <summary>Mina serves both queues, Noor the other one only; one chat at a time.</summary>
    private static Specification Usual =>
        Floor([Manual, Manual with { Name = "other" }], Agent("mina"), Agent("noor", "other"))
            .Available("mina", "noor");

    [Fact, PeerScenario("CW-07")]
    public void Nothing_is_offered_however_many_are_free()
    {
        var floor = Usual.Started("chat", "ana").Advance(Seconds(600));

        Assert.Empty(floor.State.Offers);
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        Assert.False(floor.State.Leftover);
    }

    [Fact]
    public void What_a_queue_says_of_offers_is_ready_for_when_it_is_manual_no_longer()
    {
        var ready = Queue("chat", allowDecline: true) with
        {
            Mode = QueueMode.Manual,
            ParallelOffers = new ParallelOffers { Max = 2 },
            BroadcastLimit = 3,
            RetryDeclinedAfter = Minutes(5),
        };
        var floor = Floor([ready], Agent("mina"), Agent("noor"), Agent("omar")).Available("mina", "noor", "omar")
            .Started("chat", "ana");
        Assert.Empty(floor.State.Offers);

        floor.Configured(now => now with { Queues = [ready with { Mode = QueueMode.Automatic }] });
        Assert.Equal(["mina", "noor"], floor.State.Offers.Values.Select(offer => offer.Agent.Value));
        floor.Configured(now => now with { Queues = [ready with { Mode = QueueMode.Broadcast }] });
        Assert.Equal(3, floor.State.Offers.Count);
    }

    [Fact]
    [PeerScenario("CW-16")]
    public void What_agents_take_themselves_is_left_to_them_while_other_queues_of_theirs_are_offered()
    {
        var floor = Floor([Manual, Queue("other")], Agent("mina", 2)).Available("mina")
            .Started("chat", "ana").Advance(Seconds(60)).Started("other", "bob");

        Assert.Equal([2L], floor.State.Offers.Values.Select(offer => offer.Chat));
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
    }

    [Fact]
    [PeerScenario("RC-26")]
    public void Whoever_takes_a_contact_has_it_in_the_same_batch()
    {
        var floor = Usual.Started("chat", "ana").When(new PickContact(Mina, 1)).Then(
            new OfferMade(1, 1, "mina", ManualTimeProvider.DefaultStart + Seconds(30), "picked", OfferKind.Picked),
            new OfferClosed(1, OfferTrigger.Accept),
            new NoticeShown(1, 2, Notices.AgentJoined, "mina"));

        Assert.Equal((ChatState.Active, "mina"), (floor.State.Chats[1].State, floor.State.Chats[1].Owner?.Agent.Value));
        Assert.Equal((1, 0), (floor.Reply.Number, floor.Reply.Sequence));
    }

    [Fact]
    public void Of_two_who_take_the_same_the_first_has_it()
    {
        var floor = Usual.Started("other", "ana").Given(new PickContact(Noor, 1));

        floor.When(new PickContact(Mina, 1)).Refused("not-waiting");
    }

    [Fact]
    [PeerScenario("RC-25")]
    public void Whoever_is_not_an_agent_of_the_floor_takes_nothing() =>
        Usual.Started("chat", "ana")
            .When(new PickContact(Actor.Agent("nobody"), 1)).Refused("agent-unknown")
            .When(new PickContact(Boss, 1)).Refused("not-permitted")
            .When(new PickContact(Ana, 1)).Refused("not-permitted")
            .When(new PickContact(Actor.Host, 1)).Refused("not-permitted")
            .When(new PickContact(Mina, 7)).Refused("chat-unknown")
            .When(new PickContact(Mina, -1)).Refused("chat-unknown");

    [Fact]
    public void A_contact_of_a_queue_that_one_does_not_serve_is_not_to_be_had() =>
        Usual.Started("chat", "ana").When(new PickContact(Noor, 1)).Refused("not-permitted");

    [Fact]
    public void Where_the_floor_offers_nobody_takes() =>
        Floor(Agent("mina")).Given(SignIn("mina")).Started("chat", "ana")
            .When(new PickContact(Mina, 1)).Refused("not-permitted");

    [Fact]
    public void Whoever_takes_must_be_available_and_have_room() =>
        Usual.Started("chat", "ana", "bob").Given(GoIdle("mina", "lunch"))
            .When(new PickContact(Mina, 1)).Refused("agent-unavailable")
            .Given(GoAvailable("mina"), new PickContact(Mina, 2))
            .When(new PickContact(Mina, 1)).Refused("agent-full");

    [Fact]
    public void A_contact_that_has_ended_is_not_to_be_had() =>
        Usual.Started("chat", "ana").Given(End(Ana, 1)).When(new PickContact(Mina, 1)).Refused("chat-unknown");

    [Fact]
    public void A_contact_that_is_offered_by_name_is_not_to_be_had() =>
        Usual.Started("other", "ana").Given(new TransferChat(Boss, 1, null, "mina"))
            .When(new PickContact(Noor, 1)).Refused("not-waiting");

    [Fact]
    public void It_takes_no_stage_to_connect() =>
        Floor([Manual with { ConnectTimeout = Seconds(5) }], Agent("mina")).Available("mina").Started("chat", "ana")
            .When(new PickContact(Mina, 1)).Then("offer-made", "offer-closed", "notice-shown");

    [Fact]
    [PeerScenario("RC-27", "RC-29", "RC-30")]
    public void The_list_has_what_waits_in_ones_own_queues_each_once_oldest_first()
    {
        var floor = Usual.Started("other", "ana").Advance(Seconds(1)).Started("chat", "bob", "eve");
        Assert.Equal("1, 2, 3 of 3", List(floor, "mina"));
        Assert.Equal("1 of 1", List(floor, "noor"));

        floor.Given(new PickContact(Noor, 1), End(Bob, 2));
        Assert.Equal("3 of 1", List(floor, "mina"));
        Assert.Equal(" of 0", List(floor, "noor"));
    }

    [Fact]
    [PeerScenario("RC-23")]
    public void The_list_comes_in_pages()
    {
        var floor = Usual.Started("chat", "a", "b", "c", "d", "e");

        Assert.Equal("3, 4 of 5", List(floor, "mina", offset: 2, limit: 2));
        Assert.Equal(" of 5", List(floor, "mina", offset: 5, limit: 2));
    }

    [Fact]
    public void The_list_leaves_out_queues_where_the_floor_offers() =>
        Assert.Equal(" of 0", List(Floor(Agent("mina")).Started("chat", "ana"), "mina"));

    [Fact]
    [PeerScenario("RC-31")]
    public void A_return_of_what_one_does_not_have_is_refused_each_with_its_reason() =>
        Usual.Started("chat", "ana").When(new ReturnChat(Mina, 7)).Refused("chat-unknown")
            .Given(new PickContact(Mina, 1))
            .When(new ReturnChat(Noor, 1)).Refused("not-permitted")
            .When(new ReturnChat(Boss, 1)).Refused("not-permitted")
            .Given(End(Ana, 1)).When(new ReturnChat(Mina, 1)).Refused("not-allowed")
            .Given(WrapUp("mina", 1, "solved")).When(new ReturnChat(Mina, 1)).Refused("chat-unknown");

    [Fact]
    [PeerScenario("RC-33")]
    public void What_is_returned_waits_again_at_its_age_for_all_who_may_take_it()
    {
        var floor = Usual.Started("other", "ana").Advance(Seconds(5)).Started("other", "bob")
            .Given(new PickContact(Mina, 1)).Advance(Seconds(60));

        floor.When(new ReturnChat(Mina, 1)).ThenAccepted();

        Assert.Equal("1, 2 of 2", List(floor, "noor"));
        Assert.Equal(ManualTimeProvider.DefaultStart, floor.State.Chats[1].QueuedAt);
        floor.When(new PickContact(Noor, 1)).ThenAccepted();
    }

    [Fact]
    public void Whoever_may_transfer_nowhere_may_return()
    {
        var mina = Agent("mina") with { TransferQueues = new Reach(ReachKind.None, []) };
        var floor = Floor([Manual], mina).Available("mina").Started("chat", "ana").Given(new PickContact(Mina, 1));

        floor.When(new TransferChat(Mina, 1, "chat", null)).Refused("target-not-permitted");
        floor.When(new ReturnChat(Mina, 1)).ThenAccepted();
    }

    [Fact]
    public void Whoever_hands_it_over_does_not_see_it_wait_and_stays_responsible_until_somebody_takes_it()
    {
        var floor = Floor(
            Configuration([Manual], Agent("mina", 2), Agent("noor")) with
            {
                Collaboration = new CollaborationPolicy { TransferRelease = TransferRelease.OnAccept },
            })
            .Available("mina", "noor").Started("chat", "ana").Given(new PickContact(Mina, 1), new ReturnChat(Mina, 1));

        Assert.Equal(" of 0", List(floor, "mina"));
        Assert.Equal("1 of 1", List(floor, "noor"));
        floor.When(new PickContact(Mina, 1)).Refused("not-permitted");
        floor.Restarted().When(new PickContact(Noor, 1)).ThenAccepted();
        Assert.Equal("noor", floor.State.Chats[1].Owner?.Agent.Value);
    }

    [Fact]
    public void Once_the_queue_offers_again_what_waits_is_offered()
    {
        var floor = Usual.Started("chat", "ana")
            .Configured(now => now with { Queues = [Queue("chat"), Queue("other")] });
        Assert.Equal("mina", Assert.Single(floor.State.Offers.Values).Agent.Value);

        floor.Configured(now => now with { Queues = [Manual, Manual with { Name = "other" }] }).Given(Fail(1));
        Assert.Equal("1 of 1", List(floor.Given(GoAvailable("mina")), "mina"));
    }

    private static string List(
        Specification floor, AgentId agent, int offset = 0, int limit = 100)
    {
        var list = floor.State.PickList(floor.State.Agents[agent], offset, limit);
        return $"{string.Join(", ", list.Waiting.Select(chat => chat.Chat.Number))} of {list.Total}";
    }
}
