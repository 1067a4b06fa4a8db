using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>What becomes of contacts while their queue is closed: refused, kept waiting, or sent on.</summary>
public sealed class ClosedQueueTests
{
    // Noon is when these floors begin.
    private static readonly OpeningHours Morning = new() { Zone = "UTC", EveryDay = "08:00-12:00" };
    private static readonly OpeningHours Lunch = new() { Zone = "UTC", EveryDay = "12:00-13:00" };
    private static readonly OpeningHours Afternoon = new() { Zone = "UTC", EveryDay = "14:00-18:00" };

    [Fact]
    public void Who_comes_is_refused_and_told_when_it_opens()
    {
        var floor = Floor([Closed(ClosedAction.Refuse)], Agent("mina"));

        floor.When(Start("ana", "cards")).Refused(Rejections.OutsideHours.About("2026-01-02T08:00:00Z"));
    }

    [Fact]
    public void Who_waits_already_waits_on_with_their_age()
    {
        var floor = Floor([Queue("cards") with { Hours = Lunch }], Agent("mina")).Started("cards", "ana", "bob")
            .Advance(Minutes(90)).Available("mina");
        Assert.Empty(floor.State.Offers);

        floor.Advance(TimeSpan.FromDays(1) - Minutes(90));
        Assert.Equal(1, Assert.Single(floor.State.Offers).Value.Chat);
        Assert.Equal(ManualTimeProvider.DefaultStart, floor.State.Chats[1].QueuedAt);
    }

    [Fact]
    public void A_queue_may_let_everybody_wait_until_it_opens()
    {
        var floor = Floor([Closed(ClosedAction.Wait)], Agent("mina")).Available("mina");

        floor.When(Start("ana", "cards")).Then("chat-started", "notice-shown", "chat-queued");
        floor.Started("cards", "bob").Advance(TimeSpan.FromHours(20)).Then("hours-began", "offer-made");
        Assert.Equal(1, floor.State.Offers[1].Chat);
    }

    [Fact]
    public void Who_comes_goes_on_to_another_queue_that_is_open()
    {
        var floor = Floor([Closed(ClosedAction.Overflow), Queue("night")], Agent("mina", "night")).Available("mina");

        floor.When(Start("ana", "cards")).Then(
            "chat-started", "notice-shown", "chat-queued", "chat-transferred", "notice-shown", "offer-made");
        Assert.Equal("night", floor.State.Chats[1].Queue.Value);
        floor.Accepted(1);
    }

    [Fact]
    public void Who_waits_when_it_closes_goes_on_in_order_and_in_bounded_batches()
    {
        var floor = Floor(
            [Closed(ClosedAction.Overflow) with { Hours = Lunch }, Queue("night")],
            Agent("mina", "night"), Agent("noor", "night"))
            .Started("cards", [.. Enumerable.Range(1, 100).Select(number => $"customer-{number}")])
            .Available("mina", "noor");

        floor.After(Minutes(60)).When(new MindHours("cards")).ThenAccepted();
        Assert.Equal(64, floor.Happened.OfType<ChatTransferred>().Count());
        Assert.Empty(floor.State.Offers);
        floor.Restarted().Drain();
        Assert.Equal(36, floor.Happened.OfType<ChatTransferred>().Count());
        Assert.Equal([1L, 2L], floor.Happened.OfType<OfferMade>().Select(offer => offer.Chat));
        Assert.All(floor.State.Chats.Values, chat => Assert.Equal(ManualTimeProvider.DefaultStart, chat.QueuedAt));
    }

    [Fact]
    public void While_both_are_closed_nobody_comes_in_and_who_waits_goes_on_once_the_other_opens()
    {
        var floor = Floor(
            [
                Closed(ClosedAction.Overflow) with { Hours = Lunch, ClosedOverflow = "later" },
                Queue("later") with { Hours = Afternoon },
            ],
            Agent("mina", "later")).Available("mina").Started("cards", "ana").Advance(Minutes(90));

        Assert.Equal("cards", floor.State.Chats[1].Queue.Value);
        floor.When(Start("bob", "cards")).Refused(Rejections.OutsideHours.About("2026-01-01T14:00:00Z"));
        floor.Advance(Minutes(30)).Then("hours-began", "chat-transferred", "notice-shown", "offer-made");
    }

    [Fact]
    public void Who_waits_when_it_closes_makes_no_full_queue_longer_and_goes_on_once_that_has_room()
    {
        var floor = Floor(
            [Closed(ClosedAction.Overflow) with { Hours = Lunch }, Queue("night") with { MaxLength = 1 }],
            Agent("mina", "night")).Started("night", "bob").Started("cards", "ana", "cleo");

        floor.Advance(Minutes(61)).Then("hours-ended");
        Assert.Equal(["cards", "cards"], QueuesOf(floor, 2, 3));

        floor.Restarted().Available("mina").Accepted(1);
        Assert.Equal(["night", "cards"], QueuesOf(floor, 2, 3));
    }

    [Fact]
    public void Who_waits_when_it_closes_goes_where_the_full_queue_overflows_to()
    {
        var night = Queue("night") with { MaxLength = 1, WhenFull = FullQueue.Overflow, OverflowTo = "rest" };
        var floor = Floor(
            [Closed(ClosedAction.Overflow) with { Hours = Lunch }, night, Queue("rest")], Agent("mina", "night"))
            .Started("cards", "ana", "cleo");

        floor.Advance(Minutes(61)).ThenAmongOthers(new ChatDiverted(2, "night", "rest", Diversion.QueueFull));
        Assert.Equal(["night", "rest"], QueuesOf(floor, 1, 2));
    }

    [Fact]
    public void Who_waits_long_stays_where_the_other_queue_is_closed_and_leads_to_one_that_is_full()
    {
        var rest = Queue("rest") with { WaitRules = [new WaitRule { After = Minutes(1), MoveTo = "cards" }] };
        var floor = Floor([Closed(ClosedAction.Overflow), Queue("night") with { MaxLength = 1 }, rest], Agent("mina"))
            .Started("night", "bob").Started("rest", "ana");

        floor.Advance(Minutes(1)).Then(new WaitRuleFired(2, "rest", Minutes(1)));
        Assert.Equal(["rest"], QueuesOf(floor, 2));
    }

    [Fact]
    public void Who_comes_goes_on_along_a_chain_of_closed_queues_to_the_first_that_is_open()
    {
        var floor = Floor(
            [
                Closed(ClosedAction.Overflow) with { ClosedOverflow = "later" },
                Closed(ClosedAction.Overflow) with { Name = "later", Hours = Afternoon, ClosedOverflow = "night" },
                Queue("night"),
            ],
            Agent("mina"));

        floor.When(Start("ana", "cards")).ThenAmongOthers(
            new ChatTransferred(1, ChatTrigger.Transfer, "night", null, Actor.System));
        floor.Restarted().Advance(Minutes(120) + Tick).When(Start("bob", "cards")).ThenAmongOthers(
            new ChatTransferred(2, ChatTrigger.Transfer, "later", null, Actor.System));
    }

    [Fact]
    public void Queues_that_lead_to_each_other_while_closed_refuse_until_the_first_of_them_opens()
    {
        var floor = Floor(
            [
                Closed(ClosedAction.Overflow) with { ClosedOverflow = "later" },
                Closed(ClosedAction.Overflow) with { Name = "later", Hours = Afternoon, ClosedOverflow = "cards" },
            ],
            Agent("mina"));

        floor.When(Start("ana", "cards")).Refused(Rejections.OutsideHours.About("2026-01-01T14:00:00Z"));
        floor.When(Start("ana", "later")).Refused(Rejections.OutsideHours.About("2026-01-01T14:00:00Z"));
        floor.Advance(Minutes(120)).When(Start("ana", "cards")).ThenAccepted();
        Assert.Equal(["later"], QueuesOf(floor, 1));
        floor.Advance(Minutes(240)).Then("hours-ended");
    }

    [Fact]
    public void A_rule_that_came_due_during_an_offer_waits_with_its_contact_until_the_queue_opens()
    {
        var ends = new WaitRule { After = Seconds(10), End = true };
        var floor = Floor(
            [Queue("cards") with { Hours = Lunch, ClosedAction = ClosedAction.Wait, WaitRules = [ends] }],
            Agent("mina"));
        floor.Advance(Minutes(60) - Seconds(15));

        floor.Available("mina").Started("cards", "ana").Advance(Seconds(30))
            .Then("contact-overdue", "hours-ended", "offer-closed", "availability-changed");
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);

        floor.Advance(TimeSpan.FromHours(23) - Seconds(15)).Then("hours-began");
        floor.Advance(Seconds(10)).ThenAmongOthers(new WaitRuleFired(1, "cards", Seconds(10)));
    }

    [Fact]
    public void Who_waits_for_a_queue_to_open_follows_its_rules_for_a_long_wait_from_then_on_and_keeps_their_age()
    {
        var ends = new WaitRule { After = Minutes(10), End = true };
        var floor = Floor(
            [Queue("cards") with { Hours = Afternoon, ClosedAction = ClosedAction.Wait, WaitRules = [ends] }],
            Agent("mina")).Started("cards", "ana");

        floor.Advance(Minutes(120)).Then("hours-began");
        floor.Restarted().Advance(Minutes(10) - Tick).ThenNothing();
        Assert.Equal(Noon, floor.State.Chats[1].QueuedAt);
        floor.Advance(Tick).ThenAmongOthers(new WaitRuleFired(1, "cards", Minutes(10)));
    }

    [Fact]
    public void Who_is_being_handed_over_stays_where_they_were_handed()
    {
        var cards = Closed(ClosedAction.Overflow) with { Hours = Lunch };
        var floor = Floor(Configuration([cards, Queue("night")], Agent("mina", "night"), Agent("noor", "night")) with
        {
            Collaboration = new CollaborationPolicy { TransferRelease = TransferRelease.OnAccept },
        });
        floor.Available("mina").Started("night", "ana").Accepted(1).Available("noor")
            .Given(new TransferChat(Mina, 1, "cards", null));

        floor.Advance(Minutes(61)).Then("hours-ended");
        var chat = floor.State.Chats[1];
        Assert.Equal(("cards", ChatState.Transferring), (chat.WaitsIn.Value, chat.State));
        floor.When(new WithdrawTransfer(Mina, 1)).ThenAccepted();
    }

    [Fact]
    public void Who_transfers_to_a_queue_that_overflows_is_not_the_first_to_be_offered_it_again()
    {
        var floor = Floor([Closed(ClosedAction.Overflow), Queue("night")], Agent("mina", 2), Agent("noor"))
            .Available("mina").Started("night", "ana").Accepted(1).Advance(Seconds(1)).Available("noor");

        floor.When(ToCards).ThenAccepted();
        Assert.Equal("noor", floor.State.Offers[2].Agent.Value);
    }

    [Fact]
    public void A_transfer_to_a_closed_queue_is_as_if_the_contact_came_by_itself()
    {
        WithMina(ClosedAction.Refuse).When(ToCards).Refused("outside-hours");
        WithMina(ClosedAction.Wait).When(ToCards).ThenAccepted();

        var floor = WithMina(ClosedAction.Overflow);
        floor.When(ToCards).ThenAmongOthers(new ChatTransferred(1, ChatTrigger.Transfer, "night", null, Mina));
        Assert.Equal("night", floor.State.Chats[1].Queue.Value);
    }

    [Fact]
    public void A_queue_in_the_directory_says_whether_it_is_open()
    {
        var floor = WithMina(ClosedAction.Refuse);

        Assert.Equal(
            ["cards: False", "night: True"],
            floor.State.Directory(floor.State.Agents["mina"], Channel.Chat, search: null)
                .Queues.Select(queue => $"{queue.Queue}: {queue.IsOpen}"));
    }

    [Fact]
    public void The_bot_talks_at_night_and_lets_nobody_into_a_closed_queue_who_asks()
    {
        var floor = Floor([Closed(ClosedAction.Refuse) with { StartsWithBot = true }], Agent("mina")).Available("mina");

        floor.When(Start("ana", "cards")).ThenAccepted()
            .When(new AskForAgent(Ana, 1)).Refused("outside-hours")
            .When(Say(Ana, 1, "then you")).ThenAccepted();
        floor.When(Start("bob", "cards", withBot: false)).Refused("outside-hours");

        // What the bot decides is not refused: nobody would hear of it.
        floor.When(new AnswerForBot(1, Body("one moment"), HandOver: true)).ThenAccepted();
        Assert.Equal(ChatState.Queued, floor.State.Chats[1].State);
        Assert.Empty(floor.State.Offers);
        floor.Advance(TimeSpan.FromHours(20)).Then("hours-began", "offer-made");
    }

    private static string[] QueuesOf(Specification floor, params long[] chats) =>
        [.. chats.Select(chat => floor.State.Chats[chat].Queue.Value)];

    private static TransferChat ToCards => new(Mina, 1, "cards", null);

    private static QueueProfile Closed(ClosedAction action) => Queue("cards") with
    {
        Hours = Morning,
        ClosedAction = action,
        ClosedOverflow = action == ClosedAction.Overflow ? "night" : null,
    };

    private static Specification WithMina(ClosedAction action) =>
        Floor([Closed(action), Queue("night")], Agent("mina")).Available("mina").Started("night", "ana").Accepted(1);
}
