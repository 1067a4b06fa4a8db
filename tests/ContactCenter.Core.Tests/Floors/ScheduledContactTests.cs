using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>Contacts that are for later: what they are before they are due, and what becomes of them then.</summary>
public sealed class ScheduledContactTests
{
    private static readonly OpeningHours Morning = new() { Zone = "UTC", EveryDay = "08:00-12:00" };

    [Fact]
    public void A_scheduled_contact_waits_nowhere_until_it_is_due_and_then_comes_by_itself()
    {
        var floor = Floor(Agent("mina")).Available("mina");
        floor.When(Later(10)).Then(
            new ChatStarted(1, "ana", "chat", Channel.Chat), new ContactScheduled(1, Noon.AddSeconds(10), false, Ana));
        Assert.Equal(ChatState.Scheduled, floor.State.Chats[1].State);
        Assert.Equal(0, floor.State.Router.Queues["chat"].WaitingCount);
        Assert.Equal(1, floor.State.Live(Channel.Chat));

        floor.Restarted().Advance(Seconds(10) - Tick).ThenNothing();
        floor.Advance(Tick).Then("notice-shown", "chat-queued", "offer-made");
        Assert.Equal(Noon.AddSeconds(10), floor.State.Chats[1].QueuedAt);
        floor.Accepted(1);
        Assert.Equal(Noon.AddSeconds(10), floor.State.Chats[1].Appointment?.DueAt);
    }

    [Fact]
    [PeerScenario("AZ-31")]
    public void One_that_is_suspended_once_due_waits_for_activation_and_keeps_the_time_for_which_it_was_scheduled()
    {
        var floor = Floor(Agent("mina")).Available("mina").Given(Later(10) with { SuspendWhenDue = true });
        Assert.Equal(ChatState.Scheduled, floor.State.Chats[1].State);
        Assert.Null(floor.State.Router.Find(1));

        floor.Advance(Seconds(10)).Then(new ContactSuspended(1, Actor.System));
        floor.Restarted().Advance(Minutes(30)).ThenNothing();
        floor.When(new ActivateContact(Actor.Host, 1)).Then("notice-shown", "contact-activated", "offer-made");
        Assert.Equal(floor.Now, floor.State.Chats[1].QueuedAt);
        Assert.Equal(Noon.AddSeconds(10), floor.State.Chats[1].Appointment?.DueAt);
        floor.Accepted(1);
    }

    [Fact]
    [PeerScenario("AZ-34")]
    public void Nobody_is_offered_what_is_suspended_while_all_are_idle_and_it_can_be_cancelled()
    {
        var floor = Floor(Agent("mina"), Agent("noor")).Available("mina", "noor")
            .Given(Later(10) with { SuspendWhenDue = true }).Advance(Minutes(60));
        Assert.Empty(floor.State.Offers);

        floor.When(new CancelContact(Actor.Host, 1, ["solved"])).Then(
            "contact-cancelled", "chat-ended", "chat-closed");
        floor.Restarted().Advance(Minutes(60)).ThenNothing();
    }

    [Theory]
    [PeerScenario("AZ-30")]
    [InlineData(ChatState.Queued)]
    [InlineData(ChatState.Offered)]
    [InlineData(ChatState.Scheduled)]
    [InlineData(ChatState.Suspended)]
    public void A_contact_that_no_agent_has_is_cancelled_for_a_reason_and_never_offered_again(ChatState state)
    {
        var floor = ChatStates.Reach(state);

        floor.When(new CancelContact(Boss, 1, ["solved"])).ThenAmongOthers(
            new ChatEnded(1, ChatTrigger.End, Boss), new ChatClosed(1));
        Assert.Equal("solved", Assert.Single(Assert.Single(floor.Happened.OfType<ContactCancelled>()).Reasons));
        Assert.Empty(floor.State.Chats);
        floor.Given(GoAvailable("noor")).Advance(Minutes(180));
        Assert.DoesNotContain(floor.Happened, happened => happened is OfferMade);
        floor.When(new CancelContact(Boss, 1, [])).Refused("chat-unknown");
    }

    [Fact]
    public void What_an_agent_has_is_not_cancelled_nor_set_aside()
    {
        var floor = ChatStates.Reach(ChatState.Active);

        floor.When(new CancelContact(Actor.Host, 1, [])).Refused("not-allowed");
        floor.When(new SuspendContact(Actor.Host, 1)).Refused("not-allowed");
        floor.When(new AskForCallback(Ana, 1, null)).Refused("not-allowed");
        floor.When(new ActivateContact(Mina, 1)).Refused("not-permitted");
    }

    [Fact]
    public void A_reason_must_be_one_of_the_floor()
    {
        var floor = ChatStates.Reach(ChatState.Queued);

        floor.When(new CancelContact(Actor.Host, 1, ["nonsense"])).Refused("reason-unknown");
        floor.When(new CancelContact(Actor.Host, 1, ["solved", "solved"])).Refused("too-many-reasons");
        floor.When(new CancelContact(Ana, 1, [])).Refused("not-permitted");
    }

    [Fact]
    public void A_contact_is_scheduled_from_now_to_90_days_ahead()
    {
        var floor = Floor(Agent("mina"));
        floor.When(Due(Noon - Minutes(1) - Tick)).Refused("due-out-of-bounds");
        floor.When(Due(Noon.AddDays(90) + Tick)).Refused("due-out-of-bounds");

        floor.When(Due(Noon.AddDays(90))).Then("chat-started", "contact-scheduled");
        floor.When(Due(Noon - Minutes(1))).Then("chat-started", "contact-scheduled", "notice-shown", "chat-queued");
        Assert.Equal(Noon, floor.State.Chats[2].Appointment?.DueAt);
        floor.Advance(TimeSpan.FromDays(90)).ThenAmongOthers(new ChatQueued(1));
    }

    [Fact]
    public void What_was_due_during_an_outage_comes_in_order_with_the_age_that_it_would_have()
    {
        var floor = Floor(Agent("mina")).Given(Later(30), Later(20, "bob")).After(Minutes(10)).Started("chat", "eve");

        floor.Restarted().Advance(TimeSpan.Zero);
        Assert.Equal([2L, 1, 3], floor.InLine("chat"));
        Assert.Equal(Noon.AddSeconds(20), floor.State.Chats[2].QueuedAt);
    }

    [Fact]
    [PeerScenario("SF-02")]
    public void Who_comes_back_keeps_the_place_of_the_first_request_and_who_comes_due_goes_to_the_back()
    {
        var floor = Floor(Agent("mina")).Given(Later(30)).Started("chat", "bob").After(Seconds(10))
            .Started("chat", "eve").Given(new SuspendContact(Boss, 2)).Advance(Seconds(20));
        Assert.Equal([3L, 1], floor.InLine("chat"));

        floor.When(new ActivateContact(Boss, 2)).Then(new ContactActivated(2, Boss));
        Assert.Equal([2L, 3, 1], floor.InLine("chat"));
    }

    [Fact]
    public void A_suspended_contact_keeps_its_age_and_what_waiting_had_changed()
    {
        var floor = Floor(
            [Queue("chat") with { WaitRules = [new WaitRule { After = Minutes(5), End = true }] }], Agent("mina"))
            .Available("mina").Started("chat", "ana");

        floor.When(new SuspendContact(Actor.Host, 1)).Then(
            new OfferClosed(1, OfferTrigger.Withdraw), new ContactSuspended(1, Actor.Host));
        floor.Restarted().Advance(Minutes(10)).ThenNothing();
        Assert.Null(floor.State.Alarms.NextDueAt);

        floor.Given(GoIdle("mina"), new ActivateContact(Actor.Host, 1));
        Assert.Equal(Noon, floor.State.Chats[1].QueuedAt);
        floor.Advance(TimeSpan.Zero).ThenAmongOthers(new WaitRuleFired(1, "chat", Minutes(5)));
    }

    [Fact]
    public void The_host_may_let_one_come_before_it_is_due_or_set_it_aside()
    {
        var floor = Floor(Agent("mina")).Given(Later(600), Later(600, "bob")).After(Minutes(1));

        floor.When(new ActivateContact(Boss, 1)).Then("notice-shown", "contact-activated");
        Assert.Equal(floor.Now, floor.State.Chats[1].QueuedAt);
        floor.When(new SuspendContact(Boss, 2)).Then(new ContactSuspended(2, Boss));
        floor.Advance(Minutes(60)).ThenNothing();
    }

    [Theory]
    [InlineData(ClosedAction.Wait, ChatState.Queued, "cards")]
    [InlineData(ClosedAction.Overflow, ChatState.Queued, "night")]
    public void One_that_comes_due_while_its_queue_is_closed_does_as_others_do(
        ClosedAction action, ChatState state, string queue)
    {
        var floor = Closed(action).Given(Start("ana", "cards") with { DueAt = Noon.AddHours(1) });

        floor.Advance(TimeSpan.FromHours(1));
        Assert.Equal((state, queue), (floor.State.Chats[1].State, floor.State.Chats[1].Queue.Value));
    }

    [Fact]
    public void Where_a_closed_queue_refuses_it_ends_and_whoever_would_activate_it_is_told()
    {
        var start = Start("ana", "cards") with { DueAt = Noon.AddHours(1) };
        var floor = Closed(ClosedAction.Refuse).Given(start, start with { SuspendWhenDue = true });

        floor.Advance(TimeSpan.FromHours(1)).ThenAmongOthers(
            new NoticeShown(1, 1, Notices.OutsideHours, string.Empty),
            new ChatEnded(1, ChatTrigger.Leave, Actor.System));
        floor.When(new ActivateContact(Actor.Host, 2)).Refused(Rejections.OutsideHours.About("2026-01-02T08:00:00Z"));
        Assert.Equal(ChatState.Suspended, floor.State.Chats[2].State);
    }

    [Fact]
    public void A_full_queue_takes_nobody_who_comes_back()
    {
        var floor = Floor([Queue("chat") with { MaxLength = 1 }], Agent("mina")).Given(Later(60))
            .Started("chat", "bob").Given(new SuspendContact(Actor.Host, 2)).Started("chat", "eve");

        floor.When(new ActivateContact(Actor.Host, 2)).Refused(Rejections.QueueFull.About("chat"));
        floor.Advance(Minutes(1)).ThenAmongOthers(new NoticeShown(1, 1, Notices.QueueFull, string.Empty));
        Assert.Equal([2L, 3], floor.State.Chats.Keys.Order());
    }

    [Fact]
    public void The_contacts_of_a_removed_queue_go_with_it_though_they_are_for_later()
    {
        var floor = Floor(
            [Queue("chat") with { WhenRemoved = QueueRemoval.MoveTo, ReplacedBy = "cards" }, Queue("cards")],
            Agent("mina", "cards")).Given(Later(60)).Started("chat", "bob").Given(new SuspendContact(Actor.Host, 2));

        floor.Configured(now => now with { Queues = [Queue("cards")] }).Drain();
        Assert.All(floor.State.Chats.Values, chat => Assert.Equal("cards", chat.Queue.Value));
        floor.Given(new ActivateContact(Actor.Host, 2)).Advance(Minutes(1));
        Assert.Equal([2L, 1], floor.InLine("cards"));
    }

    [Fact]
    public void Figures_say_who_left_the_line_and_who_came_back()
    {
        var floor = Floor(Agent("mina")).Given(Later(60)).Started("chat", "bob")
            .Given(new SuspendContact(Actor.Host, 2), new ActivateContact(Actor.Host, 2)).Advance(Minutes(2));

        var today = floor.State.StatisticsOf(floor.State.Queues["chat"], floor.Now).Today;
        Assert.Equal((3, 2, 1, 1), (today.Offered, today.Arrived, today.Resumed, today.Suspended));
    }

    private static StartContact Later(int seconds, string customer = "ana") =>
        Start(customer, "chat") with { DueAt = Noon.AddSeconds(seconds) };

    private static StartContact Due(DateTimeOffset at) => Start("ana", "chat") with { DueAt = at };

    private static Specification Closed(ClosedAction action) => Floor(
        [
            Queue("cards") with
            {
                Hours = Morning,
                ClosedAction = action,
                ClosedOverflow = action == ClosedAction.Overflow ? "night" : null,
            },
            Queue("night"),
        ],
        Agent("mina"));
}
