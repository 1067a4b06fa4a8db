using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Statistics;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>Customers who leave the line and are back a moment later.</summary>
public sealed class KeptPlaceTests
{
    [Fact]
    public void Whoever_comes_back_in_time_waits_at_the_place_they_had()
    {
        var floor = AnaHasLeft().After(Seconds(100)).Restarted();

        floor.When(Start("ana", "cards")).Then("chat-started", "notice-shown", "chat-queued", "place-regained")
            .ThenAmongOthers(new PlaceRegained(3, Noon));
        Assert.Equal([3, 2], floor.Restarted().InLine("cards"));
        Assert.Equal(Noon, floor.State.Chats[3].QueuedAt);
        Assert.Empty(floor.State.KeptPlaces);

        floor.Available("mina");
        Assert.Equal(3, Assert.Single(floor.State.Offers.Values).Chat);
    }

    [Fact]
    public void The_window_ends_at_its_end()
    {
        var (inTime, late) = (AnaHasLeft(), AnaHasLeft());

        inTime.After(Seconds(140) - Tick).When(Start("ana", "cards")).ThenAmongOthers(new PlaceRegained(3, Noon));
        late.After(Seconds(140)).When(Start("ana", "cards")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void Nobody_else_comes_to_it_and_nobody_in_another_queue_or_for_a_second_time()
    {
        var floor = AnaHasLeft();
        foreach (var other in (StartContact[])[Start("cleo", "cards"), Start("ana", "loans")])
        {
            floor.When(other).Then("chat-started", "notice-shown", "chat-queued");
        }

        floor.When(Start("ana", "cards")).ThenAmongOthers(new PlaceRegained(5, Noon));
        floor.When(Start("ana", "cards")).Then("chat-started", "notice-shown", "chat-queued");
    }

    [Fact]
    public void A_contact_for_later_comes_back_to_no_place()
    {
        var floor = AnaHasLeft().Given(Start("ana", "cards") with { DueAt = Noon.AddSeconds(100) });

        floor.Advance(Seconds(80) - Tick).ThenNothing();
        floor.Advance(Tick).Then("notice-shown", "chat-queued");
        Assert.Equal(Noon.AddSeconds(100), floor.State.Chats[3].QueuedAt);
        Assert.Single(floor.State.KeptPlaces);
    }

    [Fact]
    public void Whoever_leaves_once_more_keeps_the_age_of_the_first_wait()
    {
        var floor = AnaHasLeft().After(Seconds(100)).Given(Start("ana", "cards")).After(Seconds(130))
            .Given(End(Ana, 3)).After(Seconds(200));

        floor.When(Start("ana", "cards")).ThenAmongOthers(new PlaceRegained(4, Noon));
    }

    [Fact]
    public void Whoever_has_had_an_agent_or_was_sent_away_has_no_place()
    {
        var floor = Scene(Cards with { WaitRules = [new WaitRule { After = Seconds(30), End = true }] })
            .Available("mina").Started("cards", "ana").Accepted(1).Given(End(Ana, 1))
            .Started("cards", "bob").Advance(Seconds(60));

        Assert.Empty(floor.State.KeptPlaces);
    }

    [Fact]
    public void The_rules_for_a_long_wait_begin_anew()
    {
        var floor = Scene(Cards with { WaitRules = [new WaitRule { After = Seconds(60), End = true }] })
            .Started("cards", "ana").After(Seconds(50)).Given(End(Ana, 1))
            .After(Seconds(80)).Given(Start("ana", "cards"));

        floor.Restarted().Advance(Seconds(60) - Tick).ThenNothing();
        floor.Advance(Tick).ThenAmongOthers(new WaitRuleFired(2, "cards", Seconds(60)));
    }

    [Theory]
    [InlineData("cards")]
    [InlineData("loans")]
    public void Whoever_was_moved_by_a_rule_has_their_place_where_they_came_to_and_where_they_were_moved_once(
        string queue)
    {
        var rule = new WaitRule { After = Minutes(5), MoveTo = "loans" };
        var floor = Specification.Floor(
            [Cards with { WaitRules = [rule] }, Queue("loans") with { ReturnWithin = Minutes(2) }], Agent("mina"))
            .Started("cards", "ana").Advance(Minutes(6)).Restarted().Given(End(Ana, 1)).Restarted();

        floor.Advance(Seconds(100)).When(Start("ana", queue)).ThenAmongOthers(new PlaceRegained(2, Noon));
        Assert.Empty(floor.State.KeptPlaces);
    }

    [Fact]
    public void A_place_in_a_queue_that_is_replaced_is_kept_in_the_one_that_replaces_it()
    {
        var cards = Cards with { WhenRemoved = QueueRemoval.MoveTo, ReplacedBy = "cards-2" };
        var floor = Specification.Floor([cards, Cards with { Name = "cards-2" }], Agent("mina", "cards-2"))
            .Started("cards", "ana").After(Seconds(10)).Given(End(Ana, 1));

        floor.Configured(now => now with { Queues = [now.Queues[1]] }).Restarted();
        floor.After(Seconds(20)).When(Start("ana", "cards-2")).ThenAmongOthers(new PlaceRegained(2, Noon));
    }

    [Fact]
    public void Of_two_places_that_come_together_in_one_queue_the_later_counts()
    {
        var places = new KeptPlaces();
        places.Keep(new KeptPlace("ana", "cards", Noon, Noon.AddSeconds(1), 1));
        places.Keep(new KeptPlace("ana", "cards-2", Noon, Noon.AddSeconds(2), 2));
        places.Keep(new KeptPlace("bob", "cards-2", Noon, Noon.AddSeconds(3), 3));
        places.Keep(new KeptPlace("bob", "cards", Noon, Noon.AddSeconds(4), 4));

        places.Move(new Dictionary<QueueName, QueueName> { ["cards"] = "cards-2" });
        Assert.Equal([2L, 4L], places.Select(place => place.Chat));
        Assert.All(places, place => Assert.Equal("cards-2", place.Queue.Value));
    }

    [Fact]
    public void A_place_is_no_room()
    {
        var floor = Scene(Cards with { MaxLength = 1 }).Started("cards", "ana").Given(End(Ana, 1))
            .Started("cards", "bob");

        floor.When(Start("ana", "cards")).Refused("queue-full");
    }

    [Fact]
    public void The_figures_count_the_time_in_line_and_not_the_age()
    {
        var floor = AnaHasLeft().After(Seconds(100)).Given(Start("ana", "cards"))
            .After(Seconds(107)).Available("mina").Accepted(3);

        var tally = floor.State.Tallies.Queues["cards"];
        Assert.Equal(
            (3L, 1L, 1L, Seconds(7).Ticks),
            (Today(QueueFigure.Arrived), Today(QueueFigure.Abandoned), Today(QueueFigure.Answered),
                Today(QueueFigure.WaitOfAnswered)));

        long Today(QueueFigure figure) => tally.Today(figure, floor.Now);
    }

    [Fact]
    public void With_the_customer_their_place_is_erased()
    {
        var floor = AnaHasLeft().Given(new EraseCustomer(Actor.Host, "ana", Text("on request")));

        Assert.Empty(floor.State.KeptPlaces);
    }

    [Fact]
    public void Where_the_queue_keeps_none_any_more_they_are_forgotten()
    {
        var floor = AnaHasLeft().Configured(now => now with
        {
            Queues = [now.Queues[0] with { ReturnWithin = null }, now.Queues[1]],
        });

        Assert.Empty(floor.State.KeptPlaces);
    }

    [Fact]
    public void After_an_hour_nothing_is_left_of_it_and_of_too_many_the_oldest_is_forgotten()
    {
        var floor = AnaHasLeft().After(Seconds(3_620)).Started("loans", "bob");
        Assert.Empty(floor.State.KeptPlaces);

        var places = new KeptPlaces();
        foreach (var number in Enumerable.Range(0, KeptPlaces.Most + 1))
        {
            places.Keep(new KeptPlace($"customer-{number}", "cards", Noon, Noon, number));
        }

        Assert.Equal((KeptPlaces.Most, "customer-1"), (places.Count, places.First().Customer.Value));
        Assert.Null(places.Of("customer-0", "cards"));
    }

    /// <summary>A customer who loses the connection leaves all lines at one instant, the last contact first.</summary>
    [Fact]
    public void Places_of_one_customer_that_become_one_keep_nobody_behind_them_from_theirs()
    {
        var places = new KeptPlaces();
        places.Keep(new KeptPlace("ana", "old", Noon, Noon, 2));
        places.Keep(new KeptPlace("ana", "cards", Noon, Noon, 1));
        places.Keep(new KeptPlace("bob", "old", Noon, Noon, 3));

        places.Move(new Dictionary<QueueName, QueueName> { ["old"] = "cards" });

        Assert.Equal([2, 3], places.Select(place => place.Chat));
        Assert.All(places, place => Assert.Equal("cards", place.Queue.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_601)]
    public void A_window_that_cannot_be_is_refused(int seconds)
    {
        var floor = Configuration([Cards with { ReturnWithin = Seconds(seconds) }], Agent("mina"));

        Assert.Equal(
            $"queue cards: a place is kept for {Seconds(seconds)}, not for more than 0 and at most 01:00:00",
            Assert.Single(ConfigurationFaults.Of(floor)));
    }

    private static QueueProfile Cards => Queue("cards") with { ReturnWithin = Minutes(2) };

    /// <summary>Bob came after Ana, who left at 20 seconds past noon.</summary>
    private static Specification AnaHasLeft() => Scene(Cards).Started("cards", "ana").After(Seconds(10))
        .Started("cards", "bob").After(Seconds(20)).Given(End(Ana, 1));

    private static Specification Scene(QueueProfile cards) =>
        Specification.Floor([cards, Queue("loans")], Agent("mina", "cards"));
}
