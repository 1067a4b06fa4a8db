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

public sealed class TransferTests
{
    [Fact, Scenario("S72")]
    public void A_chat_that_was_not_accepted_is_not_transferred() =>
        Floor(Desks()).Available("mina", "noor").Started("chat", "ana")
            .When(ToQueue(Mina, "billing")).Refused("not-permitted")
            .When(ToAgent(Mina, "noor")).Refused("not-permitted");

    [Fact, Scenario("S73", "E11")]
    public void A_chat_goes_to_another_queue_and_its_agent_wraps_up()
    {
        var floor = MinaHas().When(ToQueue(Mina, "billing"))
            .Then("notice-shown", "chat-transferred", "wrap-up-started", "notice-shown");

        Assert.Equal((ChatState.Queued, "billing"), (floor.Chat().State, floor.Chat().Queue.Value));
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("mina"));
        Assert.Equal(
            ["waiting-for-agent chat", "agent-joined mina", "agent-left mina", "waiting-for-agent billing"],
            floor.ReadByCustomer());
        floor.Advance(TimeSpan.FromHours(1)).ThenNothing();
    }

    [Fact, Scenario("S74")]
    public void A_chat_goes_to_one_agent_who_has_it_once_they_accept()
    {
        var floor = MinaHas().Given(Say(Ana, 1, "my bill is wrong")).Ready("noor").When(ToAgent(Mina, "noor"))
            .Then("notice-shown", "chat-transferred", "wrap-up-started", "notice-shown", "offer-made");
        Assert.Equal([("noor", OfferKind.Transfer)], floor.Offered());
        Assert.Equal("ana", floor.Chat(floor.State.Offers[2].Chat).Customer.Value);
        Assert.False(floor.Chat().MayBeSeenBy(Noor));

        floor.When(Accept("noor", 2)).Then(new OfferClosed(2, OfferTrigger.Accept), new NoticeShown(
            1, 6, Notices.AgentJoined, "noor"));
        Assert.Equal("noor", floor.Owner());
        Assert.True(floor.Chat().MayBeSeenBy(Noor));
        Assert.Equal(["agent-left mina", "waiting-for-agent chat", "agent-joined noor"], floor.ReadByCustomer()[^3..]);
    }

    [Fact, Scenario("S76", "E10"), Pain(65)]
    public void A_transfer_that_cannot_be_leaves_all_as_it_was()
    {
        var floor = MinaHas()
            .When(ToAgent(Mina, "noor")).Refused("agent-unavailable")
            .When(ToAgent(Mina, "nobody")).Refused("agent-unknown")
            .When(ToQueue(Mina, "nowhere")).Refused("queue-unknown")
            .When(ToQueue(Mina, "letters")).Refused("target-not-permitted")
            .When(new TransferChat(Mina, 1, null, null)).Refused("target-not-permitted")
            .When(new TransferChat(Mina, 1, (QueueName)"billing", (AgentId)"noor")).Refused("target-not-permitted");

        Assert.Equal([ParticipationState.Connected], floor.PartsOf("mina"));
        floor.When(Say(Mina, 1, "still here")).Then("message-posted");
    }

    [Fact]
    public void Nobody_transfers_to_themselves() =>
        MinaHas(chats: 2).When(ToAgent(Mina, "mina")).Refused("target-not-permitted");

    [Fact]
    public void An_offer_that_is_given_to_another_is_tried_there_and_where_nobody_can_be_tried_it_stays()
    {
        var floor = Floor(Agent("mina"), Agent("noor"), Agent("omar")).Available("mina", "noor")
            .Started("chat", "ana")
            .When(ToAgent(Mina, "noor")).Refused("not-permitted")
            .When(ToAgent(Boss, "nobody")).Refused("agent-unknown")
            .When(ToAgent(Boss, "omar")).Refused("agent-unavailable");
        Assert.Equal("mina", floor.State.Offers[1].Agent.Value);

        floor.When(ToAgent(Boss, "noor")).ThenAmongOthers(new OfferClosed(1, OfferTrigger.Withdraw));
        Assert.Equal([("noor", OfferKind.Transfer)], floor.Offered());
        Assert.Equal(Availability.Available, floor.AvailabilityOf("mina"));

        floor.Advance(Seconds(30)).ThenAmongOthers(new OfferClosed(2, OfferTrigger.Miss));
        Assert.Equal([("mina", OfferKind.Routed)], floor.Offered());
    }

    [Fact]
    public void An_agent_without_room_or_without_the_channel_is_refused_up_front()
    {
        MinaHas().Ready("noor").Started("billing", "bob").Accepted(2)
            .When(ToAgent(Mina, "noor")).Refused("agent-full");

        var configuration = Desks();
        var letters = Agent("noor", new MediaProfile { Chat = 0, Email = 1 }, "letters");
        MinaHas(configuration with { Agents = [configuration.Agents[0], letters, configuration.Agents[2]] })
            .Ready("noor").When(ToAgent(Mina, "noor")).Refused("agent-full");
    }

    [Fact, Scenario("S77", "E12")]
    public void A_customer_who_leaves_while_the_transfer_rings_takes_the_request_with_them()
    {
        var floor = MinaHas().Ready("noor").Given(ToAgent(Mina, "noor")).When(End(Ana, 1))
            .Then("offer-closed", "notice-shown", "chat-ended");

        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
        Assert.Empty(floor.State.Agents["noor"].Offers);
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("mina"));
        floor.When(Accept("noor", 2)).Refused("offer-gone")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact, Scenario("E12")]
    public void A_customer_who_leaves_the_target_queue_is_offered_to_nobody() =>
        MinaHas().Given(ToQueue(Mina, "billing"), End(Ana, 1))
            .When(GoAvailable("noor")).Then("availability-changed");

    [Fact, Scenario("S78")]
    public void The_directory_shows_how_each_agent_stands_whenever_it_is_asked()
    {
        var floor = MinaHas().Ready("noor").Ready("lena");
        Assert.Equal(
            [("lena", Availability.Available, true), ("noor", Availability.Available, true)], Listed(floor));

        floor.Given(GoIdle("noor", "lunch"));
        Assert.Equal([("lena", Availability.Available, true), ("noor", Availability.Idle, false)], Listed(floor));
        Assert.Equal("lunch", Directory(floor).Agents[1].IdleCode);

        floor.Started("billing", "bob");
        Assert.Equal([("lena", Availability.Available, false), ("noor", Availability.Idle, false)], Listed(floor));
    }

    [Fact, Scenario("S78")]
    public void The_directory_is_searched_and_holds_no_queue_of_another_channel()
    {
        var floor = MinaHas().Started("billing", "bob", "cleo");

        Assert.Equal([new DirectoryQueue("billing", 2, 0), new DirectoryQueue("chat", 0, 0)], Directory(floor).Queues);
        Assert.Equal(["billing"], Directory(floor, " BILL ").Queues.Select(queue => queue.Queue.Value));
        Assert.Equal(["noor"], Directory(floor, "oo").Agents.Select(agent => agent.Agent.Value));
        Assert.Empty(Directory(floor, "nobody of this name").Agents);
    }

    [Fact, Scenario("S78")]
    public void What_an_agent_may_not_reach_is_neither_shown_nor_taken()
    {
        var desks = Desks() with { Teams = [new TeamProfile { Name = "money" }, new TeamProfile { Name = "goods" }] };
        var floor = MinaHas(desks with
        {
            Agents =
            [
                desks.Agents[0] with
                {
                    Team = "goods",
                    TransferTeams = new Reach(ReachKind.Listed, ["goods"]),
                    TransferQueues = new Reach(ReachKind.None, []),
                },
                desks.Agents[1] with { Team = "money" },
                desks.Agents[2] with { Team = "goods" },
            ],
        }).Ready("noor").Ready("lena");

        Assert.Empty(Directory(floor).Queues);
        Assert.Equal(["lena"], Directory(floor).Agents.Select(agent => agent.Agent.Value));
        floor.When(ToQueue(Mina, "billing")).Refused("target-not-permitted")
            .When(ToAgent(Mina, "noor")).Refused("target-not-permitted")
            .When(Invite(Mina, "noor")).Refused("target-not-permitted")
            .When(ToAgent(Mina, "lena")).ThenAccepted();
    }

    [Fact, Scenario("S79")]
    public void A_chat_is_not_transferred_out_of_a_conference() =>
        MinaAndNoorHave().Ready("lena")
            .When(ToQueue(Mina, "billing")).Refused("not-allowed")
            .When(ToAgent(Mina, "lena")).Refused("not-allowed")
            .When(ToAgent(Noor, "lena")).Refused("not-permitted");

    [Fact]
    public void A_chat_is_not_transferred_while_an_invitation_is_open_or_once_it_has_ended()
    {
        NoorIsInvited().When(ToQueue(Mina, "billing")).Refused("not-allowed");
        MinaHas().Given(End(Ana, 1)).When(ToQueue(Mina, "billing")).Refused("not-allowed");
    }

    [Fact, Scenario("S81")]
    public void The_senders_part_is_completed_while_the_chat_goes_on()
    {
        var floor = MinaHas().Ready("noor").Given(ToAgent(Mina, "noor"), Accept("noor", 2))
            .When(WrapUp("mina", 1, "unsolved"))
            .Then(new WrapUpCompleted(1, 1, "mina", ["unsolved"], Mina));

        Assert.Equal(ChatState.Active, floor.Chat().State);
        Assert.Empty(floor.State.Agents["mina"].Contacts);
        floor.When(Say(Noor, 1, "hello")).Then("message-posted").When(Say(Mina, 1, "me too")).Refused("not-permitted");
    }

    [Fact, Scenario("S82")]
    public void A_second_click_transfers_nothing()
    {
        MinaHas().Given(ToQueue(Mina, "billing")).When(ToQueue(Mina, "billing")).Refused("not-allowed");
        MinaHas().Ready("noor").Given(ToAgent(Mina, "noor")).When(ToAgent(Mina, "noor")).Refused("not-allowed");
        MinaHas().Ready("noor").Given(ToQueue(Mina, "billing")).When(ToAgent(Mina, "noor")).Refused("not-allowed");
    }

    [Fact, Scenario("E9"), Pain(72)]
    public void A_target_who_does_not_answer_is_rona_and_the_chat_is_back_in_its_queue_with_its_age()
    {
        var floor = MinaHas().Ready("noor");
        var since = floor.Chat().QueuedAt;
        floor.Advance(Seconds(40)).Given(ToAgent(Mina, "noor"))
            .Advance(Seconds(30)).Then(new OfferClosed(2, OfferTrigger.Miss), Missed("noor"));

        Assert.Equal((ChatState.Queued, "chat", since), Waiting(floor));
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("mina"));
        floor.Given(WrapUp("mina", 1, "solved"));
        Assert.Equal(ChatState.Offered, floor.Chat().State);
    }

    [Fact, Pain(67)]
    public void A_transferred_chat_takes_the_place_in_the_new_queue_that_its_age_gives_it()
    {
        var floor = MinaHas().Advance(Seconds(10)).Started("billing", "bob").Given(ToQueue(Mina, "billing"));

        floor.When(GoAvailable("noor"));
        Assert.Equal([("noor", OfferKind.Routed)], floor.Offered());
        Assert.Equal(1, floor.Happened.OfType<OfferMade>().Single().Chat);
    }

    [Theory]
    [InlineData("idle")]
    [InlineData("fail")]
    public void A_target_who_cannot_take_it_any_more_misses_nothing_and_the_chat_waits_in_its_queue(string how)
    {
        var floor = MinaHas().Ready("noor").Given(ToAgent(Mina, "noor"))
            .When(how == "idle" ? GoIdle("noor", "lunch") : Fail(2)).ThenAccepted();

        Assert.Equal((ChatState.Queued, Availability.Idle), (floor.Chat().State, floor.AvailabilityOf("noor")));
        Assert.DoesNotContain(floor.Happened, happened => happened is AvailabilityChanged
        {
            Trigger: AvailabilityTrigger.Miss,
        });
    }

    [Fact]
    public void A_target_does_not_sign_out_while_the_transfer_rings() =>
        MinaHas().Ready("noor").Given(ToAgent(Mina, "noor"))
            .When(SignOut("noor")).Refused("contacts-open")
            .When(Accept("noor", 2)).Then("offer-closed", "notice-shown");

    [Fact]
    public void A_target_who_is_signed_out_by_a_supervisor_has_missed_nothing_and_the_chat_waits_in_its_queue()
    {
        var floor = MinaHas(Desks() with { ForcedSignOut = true }).Ready("noor").Given(ToAgent(Mina, "noor"))
            .When(new SignOutAgent(Boss, "noor")).ThenAccepted();

        Assert.Contains(new OfferClosed(2, OfferTrigger.Withdraw), floor.Happened);
        Assert.Equal((ChatState.Queued, Availability.SignedOut), (floor.Chat().State, floor.AvailabilityOf("noor")));
    }

    [Theory, Pain(70)]
    [InlineData("transfer end leave")]
    [InlineData("transfer leave end")]
    [InlineData("end transfer leave")]
    [InlineData("end leave transfer")]
    [InlineData("leave transfer end")]
    [InlineData("leave end transfer")]
    public void A_transfer_an_end_and_a_leave_at_one_instant_have_one_winner_each_time(string order)
    {
        var floor = MinaHas().Ready("noor");
        var done = new List<string>();
        foreach (var what in order.Split(' '))
        {
            Command asked = what switch
            {
                "transfer" => ToAgent(Mina, "noor"),
                "end" => End(Mina, 1),
                _ => End(Ana, 1),
            };
            try
            {
                floor.Given(asked);
                done.Add(what);
            }
            catch (SpecificationFailedException)
            {
                // Too late: another was first.
            }
        }

        // Whoever transfers has no say any more; the customer may still leave wherever the chat is.
        Assert.Equal(order.StartsWith('t') ? ["transfer", "leave"] : [order.Split(' ')[0]], done);
        Assert.Equal(ChatState.Ended, floor.Chat().State);
        floor.When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
    }

    [Fact]
    public void A_request_and_the_customer_who_leaves_at_its_very_deadline_end_without_a_miss()
    {
        var floor = MinaHas().Ready("noor").Given(ToAgent(Mina, "noor"));
        floor.At(floor.Now + Seconds(30)).When(End(Ana, 1)).Then("offer-closed", "notice-shown", "chat-ended")
            .Advance(TimeSpan.Zero).ThenNothing();

        Assert.Equal(Availability.Available, floor.AvailabilityOf("noor"));
    }

    [Fact, Scenario("S129")]
    public void A_supervisor_who_takes_chats_is_given_one_as_any_agent_is()
    {
        var desks = Desks() with
        {
            Teams = [new TeamProfile { Name = "goods" }],
            Supervisors = [new SupervisorProfile { Id = "lena", Teams = ["goods"] }],
        };
        var floor = MinaHas(desks with
        {
            Agents =
            [
                desks.Agents[0] with { Team = "goods", TransferTeams = new Reach(ReachKind.None, []) },
                desks.Agents[1],
                desks.Agents[2],
            ],
        }).Ready("noor").Ready("lena");

        var only = Assert.Single(Directory(floor).Agents);
        Assert.True(only.IsSupervisor && only.CanTake);
        floor.When(ToAgent(Mina, "noor")).Refused("target-not-permitted").When(ToAgent(Mina, "lena"));
        Assert.Equal([("lena", OfferKind.Transfer)], floor.Offered());
        floor.When(Accept("lena", 2)).Then("offer-closed", "notice-shown");
    }

    [Fact, Scenario("S129")]
    public void A_supervisor_who_is_not_available_is_refused_as_any_agent_is() =>
        MinaHas().When(ToAgent(Mina, "lena")).Refused("agent-unavailable");

    [Fact]
    public void A_chat_that_comes_back_to_its_first_agent_leaves_them_two_parts_and_two_wrap_ups()
    {
        var floor = MinaHas(chats: 2).Ready("noor")
            .Given(ToAgent(Mina, "noor"), Accept("noor", 2), ToAgent(Noor, "mina"), Accept("mina", 3));
        Assert.Equal([ParticipationState.WrappingUp, ParticipationState.Connected], floor.PartsOf("mina"));
        Assert.Equal(2, floor.State.Agents["mina"].Load.Chat);

        floor.When(Say(Mina, 1, "me again")).Then("message-posted")
            .When(WrapUp("mina", 1, "unsolved")).Then(new WrapUpCompleted(1, 1, "mina", ["unsolved"], Mina))
            .When(WrapUp("mina", 1, "solved")).Refused("not-allowed")
            .When(End(Mina, 1)).Then("notice-shown", "chat-ended", "wrap-up-started")
            .When(WrapUp("mina", 1, "solved")).Then(new WrapUpCompleted(1, 3, "mina", ["solved"], Mina))
            .When(WrapUp("noor", 1, "solved")).Then(
                new WrapUpCompleted(1, 2, "noor", ["solved"], Noor), new ChatClosed(1));
        Assert.Equal(0, floor.State.Agents["mina"].Load.Total);
    }

    [Fact]
    public void Two_wrap_ups_of_one_agent_for_one_chat_are_submitted_one_after_the_other()
    {
        var floor = MinaHas(chats: 2).Ready("noor")
            .Given(ToAgent(Mina, "noor"), Accept("noor", 2), ToAgent(Noor, "mina"), Accept("mina", 3), End(Ana, 1));

        Assert.Equal([ParticipationState.WrappingUp, ParticipationState.WrappingUp], floor.PartsOf("mina"));
        floor.Restarted()
            .When(WrapUp("mina", 1, "solved")).Then(new WrapUpCompleted(1, 1, "mina", ["solved"], Mina))
            .When(WrapUp("mina", 1, "solved")).Then(new WrapUpCompleted(1, 3, "mina", ["solved"], Mina))
            .When(WrapUp("mina", 1, "solved")).Refused("not-permitted");
    }

    [Fact]
    public void A_queue_that_a_transferred_chat_waits_in_is_not_taken_away()
    {
        var floor = MinaHas().Given(ToQueue(Mina, "billing"));
        var without = floor.State.Configuration with
        {
            Queues = [Queue("chat")],
            Agents = [.. floor.State.Configuration.Agents.Select(agent => agent with { Queues = ["chat"] })],
        };

        floor.When(new ContactCenter.Floors.Configure(Actor.Host, without, "without")).Refused("configuration-invalid");
        floor.When(GoAvailable("noor")).Then("availability-changed", "offer-made");
    }

    [Fact]
    public void An_email_is_transferred_without_a_word_to_anybody()
    {
        var both = new MediaProfile { Chat = 1, Email = 1 };
        Floor([Queue("letters", Channel.Email), Queue("complaints", Channel.Email)],
            Agent("mina", both, "letters"), Agent("noor", both, "complaints"))
            .Available("mina", "noor").Started("letters", "ana").Accepted(1)
            .When(ToQueue(Mina, "complaints")).Then("chat-transferred", "wrap-up-started", "offer-made")
            .When(Accept("noor", 2)).Then("offer-closed");
    }

    private static TransferDirectory Directory(Specification floor, string? search = null) =>
        floor.State.Directory(floor.State.Agents["mina"], Channel.Chat, search);

    private static (string, Availability, bool)[] Listed(Specification floor) =>
        [.. Directory(floor).Agents.Select(agent => (agent.Agent.Value, agent.Availability, agent.CanTake))];

    private static (ChatState, string, DateTimeOffset) Waiting(Specification floor) =>
        (floor.Chat().State, floor.Chat().WaitsIn.Value, floor.Chat().QueuedAt);
}
