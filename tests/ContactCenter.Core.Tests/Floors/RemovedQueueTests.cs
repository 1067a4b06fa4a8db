using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>A queue is removed while it has contacts, by the rule that it had declared.</summary>
public sealed class RemovedQueueTests
{
    private static readonly QueueProfile Moving =
        Queue("cards") with { WhenRemoved = QueueRemoval.MoveTo, ReplacedBy = "loans" };

    private static readonly QueueProfile Ending = Queue("cards") with { WhenRemoved = QueueRemoval.End };

    [Fact]
    public void Contacts_go_to_the_queue_that_replaces_theirs_with_their_age_and_place()
    {
        var floor = Scene(Moving).Started("cards", "ana")
            .After(Seconds(1)).Started("loans", "bob")
            .After(Seconds(2)).Started("cards", "cleo");

        floor.When(Without(floor, "cards")).Then("floor-configured", "chat-moved", "chat-moved", "queue-closed");
        Assert.Equal([1, 2, 3], floor.InLine("loans"));
        Assert.Equal(floor.Now - Seconds(2), floor.State.Chats[1].QueuedAt);
        floor.When(Start("dora", "cards")).Refused("queue-unknown");
    }

    [Fact]
    public void An_open_offer_is_withdrawn_which_is_no_miss_and_made_anew()
    {
        var floor = Scene(Moving).Available("mina").Started("cards", "ana");

        floor.When(Without(floor, "cards"))
            .Then("floor-configured", "offer-closed", "chat-moved", "queue-closed", "offer-made")
            .ThenAmongOthers(new OfferClosed(1, OfferTrigger.Withdraw), new ChatMoved(1, "cards", "loans"));
        Assert.Equal(Availability.Available, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void A_chat_that_runs_goes_on_and_falls_back_to_the_queue_that_replaces_its_own()
    {
        var floor = Scene(Moving).Available("mina").Started("cards", "ana").Accepted(1).Available("noor");

        floor.When(Without(floor, "cards")).Then("floor-configured", "chat-moved", "queue-closed")
            .Given(Say(Mina, 1, "hello"), new TransferChat(Mina, 1, null, "noor"));
        floor.Advance(Seconds(30));
        Assert.Equal((ChatState.Queued, "loans"), (floor.State.Chats[1].State, floor.State.Chats[1].WaitsIn.Value));
    }

    [Fact]
    public void A_chat_that_is_handed_to_the_queue_waits_in_the_other_and_its_agent_keeps_it_until_then()
    {
        var floor = HandedOver(Moving);

        floor.When(Without(floor, "cards")).Then("floor-configured", "chat-moved", "queue-closed");
        var chat = floor.State.Chats[1];
        Assert.Equal((ChatState.Transferring, "loans"), (chat.State, chat.WaitsIn.Value));
        Assert.Equal([1], floor.InLine("loans"));
    }

    [Fact]
    public void A_transfer_to_a_queue_that_ends_is_called_off()
    {
        var floor = HandedOver(Ending);

        floor.When(Without(floor, "cards"))
            .Then("floor-configured", "transfer-called-off", "aside-shown", "queue-closed");
        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
    }

    [Fact]
    public void Whoever_waits_in_a_queue_that_ends_is_told_so()
    {
        var floor = Scene(Ending).Started("cards", "ana");

        floor.When(Without(floor, "cards"))
            .Then("floor-configured", "notice-shown", "chat-ended", "chat-closed", "queue-closed")
            .ThenAmongOthers(
                new NoticeShown(1, 2, Notices.QueueClosed, string.Empty),
                new ChatEnded(1, ChatTrigger.End, Actor.System));
        Assert.Empty(floor.State.Chats);
    }

    [Fact]
    public void An_offer_of_a_queue_that_ends_can_be_accepted_and_its_chat_goes_on()
    {
        var floor = Scene(Ending).Available("mina").Started("cards", "ana");

        floor.When(Without(floor, "cards")).Then("floor-configured")
            .When(Accept("mina", 1)).Then("offer-closed", "notice-shown")
            .Given(Say(Mina, 1, "hello")).Restarted()
            .When(End(Ana, 1)).ThenAmongOthers(new QueueClosed("cards"))
            .When(WrapUp("mina", 1, "solved")).Then("wrap-up-completed", "chat-closed");
    }

    [Fact]
    public void A_missed_offer_of_a_queue_that_ends_ends_its_chat()
    {
        var floor = Scene(Ending).Available("mina").Started("cards", "ana");
        floor.Given(Without(floor, "cards")).Advance(Seconds(30));

        Assert.Empty(floor.State.Chats);
        Assert.Empty(floor.State.Closing);
        Assert.Equal(Notices.QueueClosed, floor.Lines[^1].Code);
        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);
    }

    [Fact]
    public void A_chat_of_a_queue_that_ends_can_still_be_given_to_an_agent()
    {
        var floor = Scene(Ending).Available("mina").Started("cards", "ana").Accepted(1).Available("noor");

        floor.When(Without(floor, "cards")).Then("floor-configured")
            .Given(new TransferChat(Mina, 1, null, "noor"), Accept("noor", 2), Say(Noor, 1, "hello"));
        Assert.Equal(ChatState.Active, floor.State.Chats[1].State);
    }

    [Fact]
    public void Whoever_is_with_the_bot_of_a_removed_queue_moves_too_or_ends()
    {
        var moves = Scene(Moving with { StartsWithBot = true }).Started("cards", "ana");
        moves.When(Without(moves, "cards")).Then("floor-configured", "chat-moved", "queue-closed");

        var ends = Scene(Ending with { StartsWithBot = true }).Started("cards", "ana");
        ends.When(Without(ends, "cards")).ThenAmongOthers(new ChatEnded(1, ChatTrigger.End, Actor.System));
    }

    [Fact]
    public void Two_queues_that_go_at_once_leave_their_contacts_to_the_one_that_stays()
    {
        var floor = Floor(
            [Moving, Queue("loans") with { WhenRemoved = QueueRemoval.MoveTo, ReplacedBy = "other" }, Queue("other")],
            Agent("mina", "other"));
        floor.Started("cards", "ana").Started("loans", "bob");

        floor.When(Without(floor, "cards", "loans")).ThenAmongOthers(
            new ChatMoved(1, "cards", "other"),
            new QueueClosed("cards"),
            new ChatMoved(2, "loans", "other"),
            new QueueClosed("loans"));
        Assert.Equal([1, 2], floor.InLine("other"));
    }

    [Fact]
    public void A_queue_is_not_removed_whose_contacts_would_have_nowhere_to_go()
    {
        var floor = Scene(Moving).Started("cards", "ana").Started("loans", "bob");

        floor.When(Without(floor, "cards", "loans")).Refused(Rejections.ConfigurationInvalid.About(
            "queue cards still has Chat contacts; queue loans still has Chat contacts"));
    }

    [Fact]
    public void A_queue_that_comes_back_keeps_those_who_had_not_moved_yet()
    {
        var floor = Scene(Moving).Started("cards", [.. Customers(100)]);
        var before = floor.State.Configuration;
        floor.Given(Without(floor, "cards"));
        Assert.True(floor.State.Leftover);

        floor.When(Revision.To(before)).Then("floor-configured");
        Assert.Equal((36, 64), (floor.InLine("cards").Length, floor.InLine("loans").Length));
    }

    [Fact]
    public void What_does_not_fit_into_one_batch_is_left_over_through_a_restart_and_no_offer_comes_before_it()
    {
        var floor = Scene(Moving).Started("cards", [.. Customers(150)]).Given(SignIn("mina"));
        floor.When(Without(floor, "cards"));
        Assert.Equal(64, floor.Happened.Count(happened => happened is ChatMoved));

        floor.Restarted().When(GoAvailable("mina"));
        Assert.Equal(64, floor.Happened.Count(happened => happened is ChatMoved));
        Assert.DoesNotContain(floor.Happened, happened => happened is OfferMade);
        floor.Drain();
        Assert.Equal(1, Assert.Single(floor.Happened.OfType<OfferMade>()).Chat);
        Assert.False(floor.State.Leftover);
    }

    [Fact]
    public void A_hundred_thousand_who_wait_move_in_bounded_batches_and_nobody_overtakes()
    {
        const int Waiting = 100_000;
        var floor = new ContactCenter.Floors.Floor("floor");
        var now = ManualTimeProvider.DefaultStart;
        var configuration = Configuration([Moving, Queue("loans")], Agent("mina", "loans")) with
        {
            Ceilings = [1_000_000, 1_000_000, 1_000_000, 1_000_000],
        };
        Do(Revision.To(configuration));
        for (var customer = 1; customer <= Waiting; customer++)
        {
            now += Tick;
            Do(Start("ana", customer % 2 == 0 ? "cards" : "loans"));
        }

        var edit = new ConfigurationEdit(EditKind.RemoveQueue, "cards");
        var most = Do(new EditConfiguration(Actor.Host, edit)).Events.Count;
        for (; floor.Leftover; most = Math.Max(most, Do(new ContinueOffering()).Events.Count))
        {
        }

        Assert.InRange(most, 1, ContactCenter.Floors.Floor.MaxMovedPerBatch + 2);
        Assert.Equal(
            Enumerable.Range(1, Waiting).Select(number => (long)number),
            floor.Router.Queues["loans"].Waiting.Select(place => place.Number));

        Batch Do(Command command) => floor.Handle(new Envelope(command), now).Batch!;
    }

    [Fact]
    public void A_rule_for_a_removal_that_cannot_be_followed_is_a_fault()
    {
        var floor = Scene(Queue("cards"));
        QueueProfile[] wrong =
        [
            Moving with { Name = "a", ReplacedBy = null }, Moving with { Name = "b", ReplacedBy = "b" },
            Moving with { Name = "c", ReplacedBy = "calls" }, Ending with { Name = "d", ReplacedBy = "loans" },
            Queue("e") with { WhenRemoved = (QueueRemoval)9 },
        ];

        var refused = floor.Ask(new Revision(floor).By(now => now with
        {
            Queues = [.. now.Queues, Queue("calls", Channel.Voice), .. wrong],
        }));
        Assert.Equal(
            "queue a: it is replaced by queue '', which is not there; queue b: it is replaced by itself; "
            + "queue c: it is replaced by queue calls of another channel; "
            + "queue d: it is replaced by another, and not moved to it; "
            + "queue e: rule 9 for its removal is not known",
            refused.Rejection!.Subject);
    }

    private static Specification Scene(QueueProfile cards) =>
        Floor([cards, Queue("loans")], Agent("mina"), Agent("noor"));

    private static Specification HandedOver(QueueProfile cards)
    {
        var floor = Scene(cards).Configured(now => now with
        {
            Collaboration = now.Collaboration with { TransferRelease = TransferRelease.OnAccept },
        });
        return floor.Available("mina").Started("loans", "ana").Accepted(1)
            .Given(new TransferChat(Mina, 1, "cards", null));
    }

    private static Configure Without(Specification floor, params string[] queues) => new Revision(floor).By(now =>
        queues.Aggregate(now, (left, queue) => new ConfigurationEdit(EditKind.RemoveQueue, queue).In(left)));

    private static IEnumerable<string> Customers(int many) =>
        Enumerable.Range(1, many).Select(number => string.Create(CultureInfo.InvariantCulture, $"customer-{number}"));
}
