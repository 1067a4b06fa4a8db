using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Places in line that are asked for.</summary>
public sealed class PositionTests
{
    [Fact, PeerScenario("AQ-01", "AQ-03")]
    public void A_position_counts_over_the_line_and_never_crosses_a_band_of_priority()
    {
        var floor = Floor(Agent("mina"));
        (int Priority, int? Asked, int Entered)[] arrivals =
        [
            (0, null, 1), (0, null, 2), (1, null, 1), (1, null, 2), (2, null, 1), (8, 3, 1), (1, 7, 5), (1, 4, 4),
        ];

        foreach (var (number, (priority, asked, entered)) in arrivals.Index().Select(one => (one.Index + 1, one.Item)))
        {
            floor.Given(Asking(priority, asked));
            Assert.Equal(entered, Line(floor).IndexOf(number) + 1);
        }

        Assert.Equal([6, 5, 3, 8, 4, 7, 1, 2], Line(floor));
    }

    [Fact, PeerScenario("AQ-03")]
    public void A_position_above_ones_band_is_the_head_of_it()
    {
        var floor = Floor(Agent("mina")).Given(Asking(2, null), Asking(2, null), Asking(1, null), Asking(1, 1));

        Assert.Equal([1, 2, 4, 3], Line(floor));
    }

    [Fact]
    public void A_place_that_was_asked_for_is_kept_through_offers_transfers_and_a_restart()
    {
        var floor = Floor([Queue("chat"), Queue("rest")], Agent("mina", "chat"), Agent("noor", "rest"))
            .Started("chat", "ana", "bob").After(Seconds(5)).Given(Asking(1, 2));
        Assert.Equal([1, 3, 2], Line(floor));

        floor.Given(End(Ana, 1)).Available("mina").Advance(Seconds(30));
        Assert.Equal([3, 2], Line(floor.Restarted()));
        floor.Given(GoAvailable("mina")).Accepted(3)
            .Given(new TransferChat(Mina, 3, "rest", null), Start("eve", "rest"), Start("jim", "rest"));
        Assert.Equal([3, 4, 5], Line(floor.Restarted(), "rest"));
    }

    [Fact]
    public void Whoever_is_reclassified_comes_to_the_new_place_and_without_one_to_that_of_their_age()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana", "bob", "eve", "jim");

        floor.Given(new ReclassifyContact(Actor.Host, 1, ContactWishes.None) { Position = 3 });
        Assert.Equal([2, 3, 1, 4], Line(floor));
        floor.Given(new ReclassifyContact(Actor.Host, 4, ContactWishes.None) { Position = 1 });
        Assert.Equal([4, 2, 3, 1], Line(floor));
        floor.Given(new ReclassifyContact(Actor.Host, 1, ContactWishes.None) { Position = 900 });
        Assert.Equal([4, 2, 3, 1], Line(floor));
        floor.Given(new ReclassifyContact(Actor.Host, 1, ContactWishes.None));
        Assert.Equal([4, 1, 2, 3], Line(floor.Restarted()));
        floor.Given(new ReclassifyContact(Actor.Host, 4, ContactWishes.None));
        Assert.Equal([1, 2, 3, 4], Line(floor));
    }

    [Fact]
    public void A_position_that_is_asked_for_while_the_contact_is_set_aside_is_taken_once_it_is_activated()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana", "bob", "eve").Given(
            new SuspendContact(Actor.Host, 3),
            new ReclassifyContact(Actor.Host, 3, ContactWishes.None) { Position = 1 });

        Assert.Equal([1, 2], Line(floor));
        Assert.Equal([3, 1, 2], Line(floor.Given(new ActivateContact(Actor.Host, 3)).Restarted()));
    }

    [Fact]
    public void Neither_customers_nor_agents_reclassify() =>
        Floor(Agent("mina")).Started("chat", "ana")
            .When(new ReclassifyContact(Ana, 1, ContactWishes.None)).Refused("not-permitted")
            .When(new ReclassifyContact(Mina, 1, ContactWishes.None)).Refused("not-permitted");

    [Fact]
    public void A_position_that_was_asked_for_before_the_bot_is_taken_after_it()
    {
        var floor = Floor(Agent("mina")).Given(
            Start("ana", "chat", withBot: true) with { Position = 1 }, Start("bob", "chat"));

        floor.Restarted().After(Seconds(5)).When(new AskForAgent(Ana, 1)).ThenAccepted();
        Assert.Equal([1, 2], Line(floor));
        Assert.Null(floor.State.Chats[1].Seating?.Position);
    }

    [Fact]
    public void However_many_ask_for_the_same_place_each_gets_one_of_its_own()
    {
        var floor = Floor(Agent("mina")).Started("chat", "ana", "bob");
        for (var one = 0; one < 100; one++)
        {
            floor.Given(Asking(1, 2), Asking(1, one + 2));
        }

        Assert.Equal(1, Line(floor)[0]);
        Assert.Equal(202, Line(floor).Distinct().Count());
        Assert.Equal(Line(floor), Line(floor.Restarted()));
    }

    [Fact]
    public void Where_waiting_outweighs_priority_a_position_counts_over_the_whole_line()
    {
        var floor = Floor(
            [Queue("chat") with { PriorityWorth = Seconds(60), HeadStart = Seconds(7) }], Agent("mina"))
            .Given(Asking(3, null), Asking(1, null), Asking(0, 2));

        Assert.Equal([1, 3, 2], Line(floor.Restarted()));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void A_position_is_one_to_a_thousand(int position, bool isOne)
    {
        var refused = ContactWishes.Read(new RoutingWishes { Position = position }, out _);

        Assert.Equal(
            isOne ? null : Rejections.WishesInvalid.About($"position {position} is not 1 to 1000"), refused);
    }

    private static StartContact Asking(int priority, int? position) => Start("ana", "chat") with
    {
        Wishes = new ContactWishes { Priority = priority },
        Position = position,
    };

    private static List<int> Line(Specification floor, string queue = "chat") =>
        [.. floor.InLine(queue).Select(number => (int)number)];
}
