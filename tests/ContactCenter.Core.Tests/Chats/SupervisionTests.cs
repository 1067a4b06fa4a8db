using System.Collections.Immutable;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Collaboration.Desk;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Chats;

/// <summary>What supervisors do in chats and for agents; each of it is an event that names them.</summary>
public sealed class SupervisionTests
{
    private static readonly Actor Chief = Actor.Supervisor("chief");

    [Fact]
    public void A_supervisor_reads_along_unseen()
    {
        var floor = MinaHas();
        var read = floor.ReadByCustomer();
        floor.When(Monitor(Boss)).Then(new ObserverMoved(1, "boss", ObserverTrigger.Monitor));

        Assert.True(floor.Chat().MayBeSeenBy(Boss));
        Assert.Equal(read, floor.ReadByCustomer());
        Assert.Empty(floor.Asides());
        floor.When(Say(Boss, 1, "hello")).Refused("not-permitted")
            .When(Monitor(Boss)).Refused("not-allowed")
            .When(Withdraw(Boss)).Then(new ObserverMoved(1, "boss", ObserverTrigger.Withdraw))
            .When(Withdraw(Boss)).Refused("not-allowed");
        Assert.Equal(read, floor.ReadByCustomer());
    }

    [Fact]
    public void A_whisper_is_kept_where_no_customer_reads()
    {
        var floor = MinaHas().Given(Monitor(Boss));
        var read = floor.ReadByCustomer();
        floor.When(Whispered(Boss, "offer a refund")).Then("aside-posted");

        Assert.Equal(Boss, floor.Happened.OfType<AsidePosted>().Single().Author);
        Assert.Equal(["offer a refund"], floor.Asides());
        Assert.Equal(read, floor.ReadByCustomer());
        Assert.Equal(2, floor.Chat().LastLine);

        // What the customer sees has no gap where the whisper was.
        floor.When(Say(Ana, 1, "well?")).Then(Said(Ana, 1, 3, "well?"));
    }

    [Fact]
    public void A_whisper_is_shown_to_the_agents_of_the_chat_and_whoever_watches_and_to_nobody_else()
    {
        var floor = MinaAndNoorHave().Given(Monitor(Boss), Whispered(Boss, "offer a refund"));
        var line = floor.Lines.Single(line => line.Kind == LineKind.Whisper);
        var shown = new List<Shown>();
        var happening = new Happening(
            new AsidePosted(1, line.Sequence, Boss, 0, default, Redacted: false), floor.Now, floor.Chat(), null);
        Visibility.Show(floor.State, happening, line, shown);

        var to = Assert.Single(shown).To;
        Assert.Equal(
            [Mina, Noor, Boss],
            ((Actor[])[Ana, Bob, Mina, Noor, Lena, Boss, Chief]).Where(viewer => to.Includes(viewer, floor.State)));
    }

    [Fact]
    public void Nobody_whispers_but_a_supervisor_who_is_there() =>
        MinaHas()
            .When(Whispered(Boss, "psst")).Refused("not-monitoring")
            .When(Whispered(Mina, "psst")).Refused("not-permitted")
            .When(Whispered(Ana, "psst")).Refused("not-permitted")
            .When(Whispered(Actor.Host, "psst")).Refused("not-permitted")
            .Given(Monitor(Boss), Withdraw(Boss)).When(Whispered(Boss, "psst")).Refused("not-monitoring");

    [Fact]
    public void A_supervisor_who_joins_is_announced_and_speaks_and_is_announced_when_they_go()
    {
        var floor = MinaHas().Given(Monitor(Boss)).When(BargeIn(Boss)).Then(
            new ObserverMoved(1, "boss", ObserverTrigger.BargeIn),
            new NoticeShown(1, 3, Notices.SupervisorJoined, "boss"));

        floor.When(Say(Boss, 1, "let me help")).Then("message-posted")
            .When(Whispered(Boss, "watch this")).Then("aside-posted")
            .When(BargeIn(Boss)).Refused("not-allowed")
            .When(Withdraw(Boss)).Then("notice-shown", "observer-moved")
            .When(Say(Boss, 1, "one more thing")).Refused("not-permitted");
        Assert.Equal(
            ["supervisor-joined boss", "let me help", "supervisor-left boss"], floor.ReadByCustomer()[^3..]);
    }

    [Fact]
    public void A_supervisor_is_no_agent_of_the_chat_and_owes_nothing()
    {
        var floor = MinaHas().Given(BargeIn(Boss));

        Assert.Equal(ChatState.Active, floor.Chat().State);
        floor.Ready("noor").Given(Invite(Mina, "noor")).Accepted(1);
        Assert.Equal(ChatState.Conference, floor.Chat().State);
        floor.When(End(Ana, 1))
            .Then("notice-shown", "chat-ended", "observer-moved", "wrap-up-started", "part-released")
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact]
    public void A_supervisor_stays_while_the_chat_goes_to_another_agent()
    {
        var floor = MinaHas().Given(Monitor(Boss)).Ready("noor").Given(ToAgent(Mina, "noor"), Accept("noor", 2));

        floor.When(Whispered(Boss, "welcome")).Then("aside-posted");
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("billing")]
    public void A_waiting_chat_is_reassigned_to_a_queue(string queue)
    {
        var floor = Floor(Desks()).Started("chat", "ana").When(ToQueue(Boss, queue)).ThenAccepted();

        Assert.Equal(Boss, floor.Happened.OfType<ChatTransferred>().Single().By);
        Assert.Equal((ChatState.Queued, queue), (floor.Chat().State, floor.Chat().WaitsIn.Value));
    }

    [Fact]
    public void A_chat_that_is_offered_to_one_agent_is_reassigned_to_another()
    {
        var floor = Floor(Desks()).Available("mina", "noor").Started("chat", "ana").When(ToAgent(Boss, "noor"))
            .Then("offer-closed", "chat-transferred", "notice-shown", "offer-made");

        Assert.Equal(Availability.Available, floor.AvailabilityOf("mina"));
        floor.When(Accept("mina", 1)).Refused("offer-gone")
            .When(Accept("noor", 2)).Then("offer-closed", "notice-shown");
    }

    [Fact]
    public void A_running_chat_is_reassigned_and_its_agent_wraps_up()
    {
        var floor = MinaHas().Ready("noor").When(ToAgent(Boss, "noor"))
            .Then("notice-shown", "chat-transferred", "wrap-up-started", "notice-shown", "offer-made");

        Assert.Equal(Boss, floor.Happened.OfType<ChatTransferred>().Single().By);
        Assert.Equal([ParticipationState.WrappingUp], floor.PartsOf("mina"));
    }

    [Fact]
    public void A_chat_is_not_reassigned_to_whoever_has_it_or_is_offered_it()
    {
        MinaHas(chats: 2).When(ToAgent(Boss, "mina")).Refused("target-not-permitted");
        Floor(Desks(chats: 2)).Available("mina").Started("chat", "ana")
            .When(ToAgent(Boss, "mina")).Refused("target-not-permitted");
        MinaAndNoorHave().Ready("lena").When(ToAgent(Boss, "lena")).Refused("not-allowed");
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("offered")]
    [InlineData("running")]
    [InlineData("conference")]
    [InlineData("handed over")]
    [InlineData("ended")]
    public void A_supervisor_completes_a_contact_wherever_it_is(string where)
    {
        var floor = where switch
        {
            "waiting" => Floor(Desks()).Started("chat", "ana"),
            "offered" => Floor(Desks()).Available("mina").Started("chat", "ana"),
            "running" => MinaHas(),
            "conference" => MinaAndNoorHave(new CollaborationPolicy { ConferenceWrapUp = ConferenceWrapUp.Both }),
            "handed over" => MinaHas(OnAccept).Ready("noor").Given(ToAgent(Mina, "noor")),
            _ => MinaHas().Given(End(Ana, 1)),
        };
        floor.When(new CompleteContact(Boss, 1, ["solved"])).ThenAccepted();

        Assert.Empty(floor.State.Chats);
        Assert.All(
            floor.Happened.OfType<WrapUpCompleted>(),
            done => Assert.Equal((Boss, "solved"), (done.By, done.Reasons[0])));
        Assert.All(floor.State.Agents.Values, agent => Assert.Equal(0, agent.Load.Total));
        Assert.DoesNotContain(floor.State.Agents.Values, agent => agent.Availability == Availability.Rona);
    }

    [Fact]
    public void A_contact_that_is_completed_with_wrong_reasons_goes_on() =>
        MinaHas()
            .When(new CompleteContact(Boss, 1, ["nonsense"])).Refused("reason-unknown")
            .When(new CompleteContact(Boss, 1, ["solved", "unsolved"])).Refused("too-many-reasons")
            .When(new CompleteContact(Mina, 1, ["solved"])).Refused("not-permitted")
            .When(Say(Mina, 1, "hello")).Then("message-posted");

    [Fact]
    public void A_contact_that_is_completed_without_reasons_gets_the_default() =>
        MinaHas().Given(End(Ana, 1)).When(new CompleteContact(Boss, 1, [])).Then(
            new WrapUpCompleted(1, 1, "mina", ["solved"], Boss), new ChatClosed(1));

    [Fact]
    public void A_supervisor_of_another_team_may_do_nothing_in_the_chat()
    {
        var floor = MinaHas(WithTeams(SupervisorRights.All)).Ready("noor").Given(BargeIn(Chief));

        floor.When(Monitor(Boss)).Refused("not-permitted")
            .When(BargeIn(Boss)).Refused("not-permitted")
            .When(Whispered(Boss, "psst")).Refused("not-permitted")
            .When(ToAgent(Boss, "noor")).Refused("not-permitted")
            .When(new CompleteContact(Boss, 1, ["solved"])).Refused("not-permitted")
            .When(new MakeIdle(Boss, "mina")).Refused("not-permitted")
            .When(new SignOutAgent(Boss, "mina")).Refused("not-permitted")
            .When(new MakeIdle(Boss, "noor")).Then("availability-changed");
    }

    [Fact]
    public void Whoever_is_not_a_supervisor_of_the_floor_may_do_nothing()
    {
        var stranger = Actor.Supervisor("stranger");
        MinaHas(WithTeams(SupervisorRights.All))
            .When(Monitor(stranger)).Refused("not-permitted")
            .When(BargeIn(stranger)).Refused("not-permitted")
            .When(new CompleteContact(stranger, 1, ["solved"])).Refused("not-permitted")
            .When(ToQueue(stranger, "billing")).Refused("not-permitted")
            .When(new MakeIdle(stranger, "mina")).Refused("not-permitted")
            .When(new SignOutAgent(stranger, "noor")).Refused("not-permitted");
    }

    [Fact]
    public void Each_right_opens_what_it_names_and_nothing_else()
    {
        var asked = new Dictionary<SupervisorRights, Command>
        {
            [SupervisorRights.ChangeState] = new MakeIdle(Chief, "mina", "lunch"),
            [SupervisorRights.SignOut] = new SignOutAgent(Chief, "noor"),
            [SupervisorRights.Monitor] = Monitor(Chief),
            [SupervisorRights.BargeIn] = BargeIn(Chief),
            [SupervisorRights.Reassign] = ToQueue(Chief, "billing"),
            [SupervisorRights.Complete] = new CompleteContact(Chief, 1, ["solved"]),
        };
        foreach (var (right, command) in asked)
        {
            MinaHas(WithTeams(right)).When(command).ThenAccepted();
            MinaHas(WithTeams(SupervisorRights.All & ~right)).When(command).Refused("not-permitted");
        }
    }

    [Fact]
    public void To_whisper_is_a_right_of_its_own()
    {
        MinaHas(WithTeams(SupervisorRights.Monitor)).Given(Monitor(Chief))
            .When(Whispered(Chief, "psst")).Refused("not-permitted");
        MinaHas(WithTeams(SupervisorRights.Monitor | SupervisorRights.Whisper)).Given(Monitor(Chief))
            .When(Whispered(Chief, "psst")).Then("aside-posted");
    }

    [Fact]
    public void A_supervisor_who_is_none_any_more_is_there_no_longer()
    {
        var floor = MinaHas(WithTeams(SupervisorRights.All)).Given(BargeIn(Chief))
            .Configured(now => now with { Supervisors = [now.Supervisors[0]] });

        floor.When(Say(Chief, 1, "still here")).Refused("not-permitted")
            .When(Whispered(Chief, "psst")).Refused("not-permitted");
        Assert.Null(floor.Chat().Observers);
        Assert.Equal("supervisor-left chief", floor.ReadByCustomer()[^1]);
    }

    [Fact]
    public void A_supervisor_is_there_no_longer_once_the_chat_has_gone_to_a_team_that_is_not_theirs()
    {
        var teams = WithTeams(SupervisorRights.All);
        var floor = MinaHas(teams with { Supervisors = [new SupervisorProfile { Id = "boss", Teams = ["goods"] }] })
            .Given(BargeIn(Boss)).Ready("noor").Given(ToAgent(Mina, "noor"))
            .When(Accept("noor", 2)).ThenAccepted();

        Assert.Null(floor.Chat().Observers);
        Assert.Contains("supervisor-left boss", floor.ReadByCustomer());
        floor.When(Whispered(Boss, "psst")).Refused("not-permitted")
            .When(Withdraw(Boss)).Refused("not-allowed")
            .When(BargeIn(Boss)).Refused("not-permitted");
    }

    [Fact, Scenario("S126")]
    public void A_supervisor_sets_an_agent_idle_who_is_offered_nothing_more()
    {
        var floor = Floor(Desks()).Available("mina")
            .When(new MakeIdle(Boss, "mina", "meeting", "team-talk")).Then(
                new AvailabilityChanged("mina", AvailabilityTrigger.GoIdle, "meeting", Boss, "team-talk"));

        floor.When(Start("ana", "chat")).Then("chat-started", "notice-shown", "chat-queued");
        Assert.Equal(Boss, floor.State.Agents["mina"].ChangedBy);
    }

    [Fact, Scenario("S127")]
    public void A_supervisor_signs_out_an_agent_with_nothing_in_hand() =>
        Floor(Desks()).Available("mina").When(new SignOutAgent(Boss, "mina"))
            .Then(new AvailabilityChanged("mina", AvailabilityTrigger.SignOut, null, Boss, null));

    [Fact, Scenario("S127")]
    public void An_agent_with_contacts_is_not_signed_out_where_the_floor_does_not_say_so()
    {
        MinaHas().When(new SignOutAgent(Boss, "mina")).Refused("contacts-open");
        Floor(Desks()).Available("mina").Started("chat", "ana")
            .When(new SignOutAgent(Boss, "mina")).Refused("contacts-open");
    }

    [Fact, Scenario("S127")]
    public void Where_the_floor_says_so_a_supervisor_signs_out_an_agent_whose_chats_wait_again()
    {
        var floor = Forced(chats: 3).Started("chat", "bob", "cleo").Accepted(2).Given(End(Bob, 2));
        var since = floor.Chat().QueuedAt;
        floor.When(SignOut("mina")).Refused("contacts-open").When(new SignOutAgent(Boss, "mina")).ThenAccepted();

        Assert.Equal(Availability.SignedOut, floor.AvailabilityOf("mina"));
        Assert.Equal((ChatState.Queued, since), (floor.Chat().State, floor.Chat().QueuedAt));
        Assert.Equal(ChatState.Queued, floor.Chat(3).State);
        Assert.False(floor.State.Chats.ContainsKey(2));
        Assert.All(floor.Happened.OfType<WrapUpCompleted>(), done => Assert.Equal(Boss, done.By));
        Assert.Equal("waiting-for-agent chat", floor.ReadByCustomer()[^1]);
    }

    [Fact]
    public void An_agent_who_is_signed_out_by_force_leaves_a_conference_to_the_other()
    {
        var floor = MinaAndNoorHave(Desks() with { ForcedSignOut = true })
            .When(new SignOutAgent(Boss, "mina")).ThenAccepted();

        Assert.Equal((ChatState.Active, "noor"), (floor.Chat().State, floor.Owner()));
        Assert.Empty(floor.PartsOf("mina"));
    }

    [Fact]
    public void An_agent_who_is_signed_out_by_force_while_invited_has_missed_nothing()
    {
        var floor = NoorIsInvited(Desks() with { ForcedSignOut = true })
            .When(new SignOutAgent(Boss, "noor")).ThenAccepted();

        Assert.Equal((ChatState.Active, "mina"), (floor.Chat().State, floor.Owner()));
        Assert.Equal("invitation-withdrawn noor", floor.Asides()[^1]);
    }

    [Fact]
    public void An_agent_with_two_wrap_ups_of_one_chat_is_signed_out_by_force_and_both_are_submitted()
    {
        var floor = Forced(chats: 2).Ready("noor")
            .Given(ToAgent(Mina, "noor"), Accept("noor", 2), ToAgent(Noor, "mina"), Accept("mina", 3))
            .When(new SignOutAgent(Boss, "mina")).ThenAccepted();

        Assert.Equal([1, 3], floor.Happened.OfType<WrapUpCompleted>().Select(done => done.Part));
        Assert.Equal(ChatState.Queued, floor.Chat().State);
    }

    [Fact, Scenario("S128")]
    public void The_three_lists_show_what_waits_what_runs_and_what_is_wrapped_up()
    {
        var floor = Floor(Desks(chats: 2)).Available("mina").Started("chat", "ana", "bob", "cleo")
            .Accepted(1).Accepted(2).Given(End(Ana, 1));

        Assert.Equal([3], Listed(floor, Boss, ContactList.Queued));
        Assert.Equal([2], Listed(floor, Boss, ContactList.Active));
        Assert.Equal([1], Listed(floor, Boss, ContactList.InWrapUp));
    }

    [Fact, Scenario("S128")]
    public void A_transferred_chat_is_in_wrap_up_with_one_agent_and_active_with_another()
    {
        var floor = MinaHas().Ready("noor").Given(ToAgent(Mina, "noor"));
        Assert.Equal([1], Listed(floor, Boss, ContactList.Queued));
        Assert.Empty(Listed(floor, Boss, ContactList.Active));

        floor.Given(Accept("noor", 2));
        Assert.Empty(Listed(floor, Boss, ContactList.Queued));
        Assert.Equal([1], Listed(floor, Boss, ContactList.Active));
        Assert.Equal([1], Listed(floor, Boss, ContactList.InWrapUp));
    }

    [Fact, Scenario("S128")]
    public void A_supervisor_sees_the_contacts_of_their_own_teams()
    {
        var floor = MinaHas(WithTeams(SupervisorRights.All));

        Assert.Equal([1], Listed(floor, Chief, ContactList.Active));
        Assert.Empty(Listed(floor, Boss, ContactList.Active));
    }

    private static long[] Listed(Specification floor, Actor viewer, ContactList list) =>
        [.. floor.State.Listed(viewer, list).Select(chat => chat.Number)];

    private static Specification Forced(int chats) => MinaHas(Desks(chats: chats) with { ForcedSignOut = true });

    /// <summary>Mina and Noor are of different teams; Chief supervises Mina's with these rights, Boss Noor's.</summary>
    private static FloorConfiguration WithTeams(SupervisorRights rights)
    {
        var desks = Desks();
        ImmutableArray<AgentProfile> agents = desks.Agents;
        return desks with
        {
            Teams = [new TeamProfile { Name = "goods" }, new TeamProfile { Name = "money" }],
            Agents =
            [
                agents[0] with { Team = "goods" }, agents[1] with { Team = "money" }, agents[2] with { Team = "money" },
            ],
            Supervisors =
            [
                new SupervisorProfile { Id = "boss", Teams = ["money"] },
                new SupervisorProfile { Id = "chief", Teams = ["goods", "money"], Rights = rights },
            ],
        };
    }
}
