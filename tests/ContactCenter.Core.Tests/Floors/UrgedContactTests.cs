using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>Contacts that a queue makes more urgent, or asks more for, when they wait long or overflow.</summary>
public sealed class UrgedContactTests
{
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const string French = "french >= 3";

    private static readonly ContactWishes Urgent = new()
    {
        Priority = 100,
        Requirements = [(Requirement.Parse(French), null)],
    };

    [Fact]
    [PeerScenario("AZ-45")]
    public void Whoever_waits_too_long_comes_first_elsewhere_and_asks_for_more()
    {
        var floor = Scene(Rules(new WaitRule
        {
            After = Seconds(30),
            MoveTo = "rest",
            Priority = 100,
            Requirement = French,
        })).Started("rest", "bob").Started("q1", "ana");

        floor.Advance(Seconds(30)).Then(
            new WaitRuleFired(2, "q1", Seconds(30)),
            new ContactWished(2, Urgent, ByRule: true),
            new ChatDiverted(2, "q1", "rest", Diversion.WaitedLong));
        Assert.Equal([2, 1], floor.Restarted().InLine("rest"));
        Assert.Equal(ManualTimeProvider.DefaultStart, floor.State.Chats[2].QueuedAt);

        floor.Available("mina", "noor");
        Assert.Equal(
            ["1 mina", "2 noor"],
            floor.State.Offers.Values.Select(offer => $"{offer.Chat} {offer.Agent}").Order(StringComparer.Ordinal));
    }

    [Fact]
    [PeerScenario("AZ-46")]
    public void Each_rule_follows_once_in_order_on_the_age_that_the_contact_has()
    {
        var floor = Scene(Rules(
            new WaitRule { After = Seconds(60), Priority = 10 },
            new WaitRule { After = Seconds(300), MoveTo = "rest" })).Started("q1", "ana");

        floor.Advance(Seconds(60) - Tick).ThenNothing();
        floor.Advance(Tick).Then("wait-rule-fired", "contact-wished");
        Assert.Equal((10, "q1"), (floor.State.Chats[1].Wishes.Priority, floor.State.Chats[1].Queue.Value));

        floor.Restarted().Advance(Seconds(240) - Tick).ThenNothing();
        floor.Advance(Tick).Then("wait-rule-fired", "chat-diverted");
        Assert.Equal((10, "rest"), (floor.State.Chats[1].Wishes.Priority, floor.State.Chats[1].Queue.Value));
        floor.Advance(Minutes(60)).ThenNothing();
    }

    [Fact]
    [PeerScenario("AZ-47")]
    public void Only_the_one_above_the_limit_is_diverted_and_comes_first_where_it_goes()
    {
        var floor = Scene(Full with { MaxLength = 10, OverflowPriority = 10, OverflowRequirement = French });
        floor.Started("rest", "bob");
        foreach (var number in Enumerable.Range(1, 10))
        {
            floor.Started("q1", $"customer-{number}");
        }

        floor.When(Start("late", "q1")).ThenAmongOthers(
            new ContactWished(12, Urgent with { Priority = 10 }, ByRule: true),
            new ChatDiverted(12, "q1", "rest", Diversion.QueueFull));
        Assert.Equal(10, floor.InLine("q1").Length);
        Assert.All(
            floor.State.Chats.Values.Where(chat => chat.Queue == "q1"),
            chat => Assert.Same(ContactWishes.None, chat.Wishes));
        Assert.Equal([12, 1], floor.Restarted().InLine("rest"));

        floor.Available("noor");
        Assert.Equal(12, Assert.Single(floor.State.Offers.Values).Chat);
    }

    [Fact]
    public void Every_queue_on_the_way_has_its_say_the_last_on_the_priority()
    {
        var floor = Scene(
            Full with { OverflowTo = "q2", OverflowPriority = 5, OverflowRequirement = "vip" },
            Queue("q2") with
            {
                MaxLength = 1,
                WhenFull = FullQueue.Overflow,
                OverflowTo = "rest",
                OverflowPriority = 7,
                OverflowRequirement = French,
            }).Started("q1", "ana").Started("q2", "bob");

        var asked = new ContactWishes { Priority = 3, Requirements = [(Requirement.Parse("vip"), null)] };
        floor.When(Start("late", "q1") with { Wishes = asked }).ThenAccepted();

        // What it has asked for itself is asked once.
        Assert.Equal(("rest", 7), (floor.State.Chats[3].Queue.Value, floor.State.Chats[3].Wishes.Priority));
        Assert.Equal(["vip", French], Asked(floor, 3));
    }

    [Fact]
    public void Whoever_cannot_be_moved_stays_as_they_are()
    {
        var rule = new WaitRule { After = Seconds(30), MoveTo = "q2", Priority = 100, Requirement = French };
        var floor = Scene(Rules(rule), Queue("q2") with { MaxLength = 1 })
            .Started("q1", "ana").Started("q2", "bob");

        floor.Advance(Seconds(60)).Then(new WaitRuleFired(1, "q1", Seconds(30)));
        Assert.Same(ContactWishes.None, floor.State.Chats[1].Wishes);
    }

    [Fact]
    public void A_contact_that_asks_for_as_much_as_it_can_is_given_no_more()
    {
        var floor = Scene(Rules(
            [.. Enumerable.Range(1, 15).Select(second => new WaitRule
            {
                After = Seconds(second), Requirement = $"skill{second}",
            })]));
        var asked = new ContactWishes
        {
            Requirements =
                [.. Enumerable.Range(1, 10).Select(one => (Requirement.Parse($"own{one}"), (TimeSpan?)null))],
        };
        floor.Given(Start("ana", "q1") with { Wishes = asked }).Advance(Seconds(20));

        Assert.Equal(ContactWishes.MostRequirements, floor.State.Chats[1].Wishes.Requirements.Length);
        Assert.Equal("skill10", floor.State.Chats[1].Wishes.Requirements[^1].Requirement.ToString());
    }

    [Theory]
    [InlineData(null, 1, new long[] { 3, 1 })]
    [InlineData(French, 1, new long[] { 3, 1 })]
    [InlineData(French, 2, new long[] { 1, 3 })]
    public void Whatever_a_queue_adds_the_place_that_was_asked_for_is_given(
        string? requirement, int position, long[] line)
    {
        var floor = Scene(Full with { OverflowRequirement = requirement })
            .Started("rest", "bob").Started("q1", "ana");

        floor.Given(Start("late", "q1") with { Position = position });

        Assert.Equal(line, floor.Restarted().InLine("rest"));
    }

    [Fact]
    public void A_place_that_was_given_stays_unless_the_priority_is_another()
    {
        var floor = Scene(Rules(
                new WaitRule { After = Seconds(10), Requirement = French },
                new WaitRule { After = Seconds(20), Priority = 0 }))
            .Started("q1", "ana").Advance(Seconds(5)).Given(Start("late", "q1") with { Position = 1 });
        Assert.Equal([2, 1], floor.InLine("q1"));

        floor.Advance(Seconds(11));
        Assert.Equal([2, 1], floor.Restarted().InLine("q1"));

        floor.Advance(Seconds(10));
        Assert.Equal([1, 2], floor.Restarted().InLine("q1"));
    }

    [Fact]
    public void What_a_policy_asks_for_is_still_its_own_when_a_rule_has_added_to_it()
    {
        var policy = new ClassificationPolicy
        {
            FallbackQueue = "q1",
            Rules = [new ClassificationRule { AgentMatches = ["language"] }],
        };
        var floor = Scene(Rules(new WaitRule { After = Seconds(10), Priority = 5, Requirement = French }))
            .Configured(now => now with
            {
                Classifications = [new ClassificationProfile { Name = "words", Policy = policy }],
            });

        floor.Given(Start("ana", "q1") with { Classification = "words", Attributes = Speaks("fr") })
            .Advance(Seconds(10)).Given(new ClassifyContact(Actor.Host, 1, [("language", "de")], "words"));

        Assert.Equal([French, "language = de"], Asked(floor, 1));
    }

    [Fact]
    public void What_cannot_hold_is_refused()
    {
        var floor = Configuration(
            [
                Queue("a") with
                {
                    WaitRules =
                    [
                        new WaitRule { After = Seconds(1), End = true, Priority = 3 },
                        new WaitRule { After = Seconds(2), Priority = 1_001 },
                        new WaitRule { After = Seconds(3), Requirement = "french >" },
                    ],
                },
                Queue("b") with { OverflowPriority = 1 },
                Full with { Name = "c", OverflowTo = "a", OverflowPriority = -1, OverflowRequirement = "and" },
            ],
            Agent("mina"));

        Assert.Collection(
            ConfigurationFaults.Of(floor),
            fault => Assert.Equal(
                "queue a: after 00:00:01 a contact ends, and something else is to become of it", fault),
            fault => Assert.Equal(
                "queue a: after 00:00:02 a contact has priority 1001, which is not 0 to 1000", fault),
            fault => Assert.StartsWith(
                "queue a: after 00:00:03 a contact has requirement 'french >', which is none: ", fault, Ordinal),
            fault => Assert.Equal(
                "queue b: it says how urgent it is what overflows, and does not overflow", fault),
            fault => Assert.Equal("queue c: what overflows has priority -1, which is not 0 to 1000", fault),
            fault => Assert.StartsWith(
                "queue c: what overflows has requirement 'and', which is none: ", fault, Ordinal));
    }

    private static AttributeBag Speaks(string language) => AttributeBag.Of(("language", language));

    private static IEnumerable<string> Asked(Specification floor, long chat) =>
        floor.State.Chats[chat].Wishes.Requirements.Select(one => one.Requirement.ToString());

    private static readonly QueueProfile Full =
        Queue("q1") with { MaxLength = 1, WhenFull = FullQueue.Overflow, OverflowTo = "rest" };

    private static QueueProfile Rules(params WaitRule[] rules) => Queue("q1") with { WaitRules = [.. rules] };

    private static Specification Scene(params QueueProfile[] queues) => Specification.Floor(
        [.. queues, Queue("rest")],
        Agent("mina", "rest"),
        Agent("noor", "rest") with { Attributes = [new AttributeText("french", "3")] });
}
