using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Hours;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>A queue in which only so many may wait, and whoever comes above that.</summary>
public sealed class FullQueueTests
{
    private static readonly QueueProfile Overflowing =
        Queue("cards") with { MaxLength = 2, WhenFull = FullQueue.Overflow, OverflowTo = "loans" };

    [Fact]
    [PeerScenario("AQ-04")]
    public void Whoever_comes_to_a_full_queue_is_refused_and_nobody_who_waits_is_displaced()
    {
        var floor = Specification.Floor([Queue("cards") with { MaxLength = 11 }], Agent("mina"));
        foreach (var number in Enumerable.Range(1, 11))
        {
            floor.Started("cards", $"customer-{number}");
        }

        floor.When(Start("late", "cards")).Refused(Rejections.QueueFull.About("cards"));
        Assert.Equal(11, floor.State.Router.Queues["cards"].WaitingCount);

        floor.When(End(Actor.Customer("customer-4"), 4)).ThenAccepted()
            .When(Start("late", "cards")).ThenAccepted();
    }

    [Fact]
    [PeerScenario("AZ-47")]
    public void Only_the_one_above_the_limit_is_diverted()
    {
        var floor = Scene(Overflowing with { MaxLength = 10 });
        foreach (var number in Enumerable.Range(1, 10))
        {
            floor.Started("cards", $"customer-{number}");
        }

        floor.When(Start("late", "cards"))
            .Then("chat-started", "chat-diverted", "notice-shown", "chat-queued")
            .ThenAmongOthers(
                new ChatStarted(11, "late", "cards", Channel.Chat),
                new ChatDiverted(11, "cards", "loans", Diversion.QueueFull),
                new NoticeShown(11, 1, Notices.WaitingForAgent, "loans"));
        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), floor.InLine("cards"));
        Assert.Equal([11], floor.InLine("loans"));
    }

    [Fact, Pain(29)]
    [PeerScenario("SF-04")]
    public void What_is_too_much_goes_to_the_queue_that_takes_the_rest_and_is_not_lost()
    {
        var floor = Specification.Floor(
            [
                Overflowing with { MaxLength = 1 },
                Queue("loans") with { MaxLength = 1, WhenFull = FullQueue.Overflow, OverflowTo = "rest" },
                Queue("rest"),
            ],
            Agent("mina", "rest"));
        floor.Started("cards", "ana", "bob", "cleo").Available("mina");

        Assert.Equal([1], floor.InLine("cards"));
        Assert.Equal([2], floor.InLine("loans"));
        Assert.Equal((ChatState.Offered, "rest"), (floor.State.Chats[3].State, floor.State.Chats[3].Queue.Value));
    }

    [Fact]
    public void Where_the_other_queue_is_full_too_it_is_refused()
    {
        var floor = Specification.Floor(
            [Overflowing with { MaxLength = 1 }, Queue("loans") with { MaxLength = 1 }], Agent("mina"));

        floor.Started("cards", "ana", "bob").When(Start("cleo", "cards")).Refused("queue-full");
    }

    [Fact]
    public void What_is_offered_counts_and_comes_back_above_the_limit()
    {
        var floor = Specification.Floor([Queue("cards") with { MaxLength = 1 }], Agent("mina", chats: 2));
        floor.Available("mina").Started("cards", "ana");

        floor.When(Start("bob", "cards")).Refused("queue-full")
            .Given(Accept("mina", 1)).Started("cards", "bob")
            .Given(new ReturnChat(Mina, 1));
        Assert.Equal(2, floor.State.Router.Queues["cards"].Length);
        floor.Restarted().Advance(Seconds(30));
        Assert.Equal([1, 2], floor.InLine("cards"));
        floor.When(Start("cleo", "cards")).Refused("queue-full");
    }

    [Fact]
    public void What_comes_back_to_a_queue_that_has_closed_stays_where_the_other_one_is_full()
    {
        var floor = Specification.Floor(
            [
                Queue("cards") with
                {
                    Hours = new OpeningHours { Zone = "UTC", EveryDay = "08:00-12:30" },
                    ClosedAction = ClosedAction.Overflow,
                    ClosedOverflow = "night",
                },
                Queue("night") with { MaxLength = 1 },
            ],
            Agent("mina", "cards"));
        floor.Available("mina").Started("cards", "ana").Accepted(1).Started("night", "bob").Advance(Minutes(60));

        floor.When(new ReturnChat(Mina, 1)).ThenAccepted();
        Assert.Equal([1], floor.InLine("cards"));
        Assert.Equal([2], floor.InLine("night"));
        floor.Given(End(Actor.Customer("bob"), 2)).Drain();
        Assert.Equal([1], floor.InLine("night"));
    }

    [Fact, Pain(67)]
    public void A_transfer_to_a_full_queue_is_refused_or_overflows_by_the_same_rule()
    {
        var full = Scene(Queue("cards") with { MaxLength = 1 }).Started("cards", "ana")
            .Available("noor").Started("loans", "bob").Accepted(2);
        full.When(new TransferChat(Noor, 2, "cards", null)).Refused("queue-full");

        var floor = Scene(Overflowing with { MaxLength = 1, OverflowTo = "rest" }).Started("cards", "ana")
            .Available("noor").Started("loans", "bob").Accepted(2);
        floor.When(new TransferChat(Noor, 2, "cards", null)).ThenAmongOthers(
            new ChatTransferred(2, ChatTrigger.Transfer, "cards", null, Noor),
            new ChatDiverted(2, "cards", "rest", Diversion.QueueFull),
            new NoticeShown(2, 4, Notices.WaitingForAgent, "rest"));
        Assert.Equal([2], floor.Restarted().InLine("rest"));
    }

    [Fact]
    public void What_an_agent_hands_over_does_not_count_and_overflows_as_well()
    {
        var floor = Scene(Overflowing with { MaxLength = 1, OverflowTo = "rest" })
            .Configured(now => now with
            {
                Collaboration = new CollaborationPolicy { TransferRelease = TransferRelease.OnAccept },
            });
        floor.Available("noor").Started("loans", "bob").Accepted(1)
            .Given(new TransferChat(Noor, 1, "cards", null)).Started("cards", "ana");
        Assert.Equal([1, 2], floor.InLine("cards"));

        floor.Given(new WithdrawTransfer(Noor, 1))
            .When(new TransferChat(Noor, 1, "cards", null)).ThenAmongOthers(
                new ChatDiverted(1, "cards", "rest", Diversion.QueueFull));
        Assert.Equal("rest", floor.State.Chats[1].HandedTo?.Value);
        Assert.Equal("loans", floor.State.Chats[1].Queue.Value);
    }

    [Fact]
    public void Whoever_waits_in_a_full_queue_may_be_given_to_it_once_more()
    {
        var floor = Scene(Queue("cards") with { MaxLength = 1 }).Started("cards", "ana");

        floor.When(new TransferChat(Boss, 1, "cards", null)).ThenAccepted();
        Assert.Equal([1], floor.InLine("cards"));
    }

    [Fact]
    public void A_bot_keeps_whom_a_full_queue_does_not_take_until_it_has_no_more_to_say()
    {
        var floor = Scene(Queue("cards") with { MaxLength = 1, StartsWithBot = true })
            .Started("cards", "ana").Given(Start("bob", "cards", withBot: false));

        floor.When(new AskForAgent(Ana, 1)).Refused(Rejections.QueueFull.About("cards"))
            .When(new AnswerForBot(1, Body("hello"), HandOver: true)).ThenAmongOthers(
                new NoticeShown(1, 2, Notices.QueueFull, string.Empty),
                new ChatEnded(1, ChatTrigger.Leave, Actor.System),
                new ChatClosed(1));
    }

    [Fact]
    public void A_chat_that_its_bot_hands_over_overflows()
    {
        var floor = Scene(Overflowing with { MaxLength = 1, StartsWithBot = true })
            .Started("cards", "ana").Given(Start("bob", "cards", withBot: false));

        floor.When(new AskForAgent(Ana, 1)).ThenAmongOthers(
            new ChatDiverted(1, "cards", "loans", Diversion.QueueFull), new ChatQueued(1));
    }

    [Fact]
    public void A_lower_limit_sends_nobody_away()
    {
        var floor = Scene(Queue("cards")).Started("cards", "ana", "bob", "cleo");

        floor.Configured(now => now with { Queues = [now.Queues[0] with { MaxLength = 1 }, .. now.Queues.Skip(1)] })
            .When(Start("dora", "cards")).Refused("queue-full");
        Assert.Equal([1, 2, 3], floor.InLine("cards"));
    }

    [Fact]
    public void What_cannot_hold_is_refused()
    {
        var floor = Configuration(
            [
                Queue("long") with { MaxLength = 0 },
                Queue("odd") with { WhenFull = (FullQueue)9 },
                Queue("nowhere") with { WhenFull = FullQueue.Overflow },
                Queue("gone") with { WhenFull = FullQueue.Overflow, OverflowTo = "none" },
                Queue("idle") with { OverflowTo = "gone" },
                Queue("calls", Channel.Voice) with { WhenFull = FullQueue.Overflow, OverflowTo = "gone" },
                Queue("one") with { WhenFull = FullQueue.Overflow, OverflowTo = "two" },
                Queue("two") with { WhenFull = FullQueue.Overflow, OverflowTo = "one" },
            ],
            Agent("mina"));

        Assert.Equal(
            [
                "queue long: length 0 is not 1 to 1000000",
                "queue odd: rule 9 for when it is full is not known",
                "queue nowhere: it overflows to no queue",
                "queue gone: it overflows to queue 'none', which is not there",
                "queue idle: it names a queue to overflow to, and does not overflow",
                "queue calls: it overflows to queue gone of another channel",
                "queue one: it overflows to itself in the end",
                "queue two: it overflows to itself in the end",
            ],
            ConfigurationFaults.Of(floor));
    }

    private static Specification Scene(QueueProfile cards) => Specification.Floor(
        [cards, Queue("loans"), Queue("rest")], Agent("mina", "cards"), Agent("noor", "loans"));
}
