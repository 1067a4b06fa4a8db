using ContactCenter.DependencyInjection;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>How an agent serves each of their queues: at which level, after which wait, in which order.</summary>
public sealed class MembershipTests
{
    private const string Level2 = "level-2";
    private const string Level3 = "level-3";

    [Fact, PeerScenario("FS-01")]
    public void A_level_comes_into_question_after_300_seconds_for_each_whatever_was_offered_meanwhile()
    {
        var floor = Levels().Advance(Seconds(100)).Available("level-1", Level2, Level3);
        var ana = floor.CustomerWaits("chat");
        floor.ShouldOffer(ana, to: "level-1");
        Assert.Single(ana.OfferedTo);

        floor.Advance(Seconds(600) - Tick);
        Assert.Empty(ana.OfferedTo);
        floor.Explain(ana).ShouldRuleOut("level-1", "rona");
        floor.Explain(ana).ShouldRuleOut(Level2, "delay");
        floor.Restarted().Advance(Tick).ShouldOffer(ana, to: Level2);

        floor.Advance(Seconds(300) - Tick);
        Assert.Empty(ana.OfferedTo);
        floor.Explain(ana).ShouldRuleOut(Level3, "delay");
        floor.Restarted().Advance(Tick).ShouldOffer(ana, to: Level3);
    }

    [Fact, PeerScenario("FS-01")]
    public void A_level_comes_into_question_for_each_contact_from_when_that_one_joined()
    {
        var floor = Levels().Available(Level2, Level3);
        var ana = floor.CustomerWaits("chat");
        var bob = floor.Advance(Seconds(60)).CustomerWaits("chat");

        floor.Advance(Seconds(540)).ShouldOffer(ana, to: Level2);
        floor.Accepts(Level2).Advance(Seconds(60) - Tick);
        Assert.Empty(bob.OfferedTo);
        floor.Advance(Tick).ShouldOffer(bob, to: Level2);
    }

    [Fact, PeerScenario("FS-01")]
    public void Of_two_levels_that_both_come_into_question_the_lower_is_asked()
    {
        var floor = Levels();
        var ana = floor.CustomerWaits("chat");

        floor.Advance(Seconds(900)).Available(Level3).ShouldOffer(ana, to: Level3);
        var bob = floor.CustomerWaits("chat");
        floor.Advance(Seconds(899)).Available(Level2).ShouldOffer(bob, to: Level2);
        floor.Pauses(Level2).Pauses(Level3).Advance(Seconds(1)).Available(Level3, Level2);
        Assert.Equal([Level3], ana.OfferedTo.Select(agent => agent.Value));
    }

    [Theory, PeerScenario("CN-01")]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Contacts_younger_than_the_delay_of_their_queue_are_not_seen_and_older_ones_are_equals(
        int seconds, bool isSeen)
    {
        var floor = SalesAndSupport();
        var support = floor.CustomerWaits("support");
        var sales = floor.Advance(Seconds(10)).CustomerWaits("sales");

        floor.Advance(Seconds(seconds - 10)).Available("mina").ShouldOffer(isSeen ? support : sales, to: "mina");
        floor.Explain(isSeen ? sales : support).ShouldRuleOut("mina", isSeen ? "no-room" : "delay");
    }

    [Fact, PeerScenario("CN-01")]
    public void Of_equals_the_older_is_first_whatever_its_queue()
    {
        var floor = SalesAndSupport();
        TestContact[] inOrder =
        [
            floor.CustomerWaits("sales"),
            floor.Advance(Seconds(1)).CustomerWaits("support"),
            floor.Advance(Seconds(1)).CustomerWaits("sales"),
            floor.Advance(Seconds(1)).CustomerWaits("support"),
        ];

        ShouldTake(floor.Advance(Seconds(30)), inOrder);
    }

    [Fact, PeerScenario("CN-01")]
    public void A_contact_that_is_not_seen_yet_is_offered_to_whoever_is_free_the_moment_it_is()
    {
        var floor = SalesAndSupport().Available("mina");
        var support = floor.CustomerWaits("support");

        floor.Advance(Seconds(30) - Tick).Explain(support).ShouldRuleOut("mina", "delay");
        floor.Restarted().Advance(Tick).ShouldOffer(support, to: "mina");
    }

    [Fact, PeerScenario("CN-02")]
    public void The_last_tier_is_never_taken_while_one_of_a_tier_before_it_can_be_however_old()
    {
        var floor = Tiers();
        var last = floor.CustomerWaits("p3");
        var lastToo = floor.Advance(Minutes(1)).CustomerWaits("p3");
        var second = floor.Advance(Minutes(60)).CustomerWaits("p2");
        var first = floor.Advance(Seconds(20)).CustomerWaits("p1-b");
        var firstToo = floor.Advance(Seconds(1)).CustomerWaits("p1-a");

        ShouldTake(floor, first, firstToo, second, last, lastToo);
    }

    [Theory, PeerScenario("CN-02")]
    [InlineData(19, "p3")]
    [InlineData(20, "p2")]
    public void A_tier_whose_contacts_are_too_young_keeps_nobody_from_the_next(int seconds, string taken)
    {
        var floor = Tiers();
        var last = floor.CustomerWaits("p3");
        var second = floor.Advance(Seconds(80)).CustomerWaits("p2");

        floor.Advance(Seconds(seconds)).Available("mina").ShouldOffer(taken == "p3" ? last : second, to: "mina");
    }

    /// <summary>Each is offered to Mina, who has room for one, only once the one before is over.</summary>
    private static void ShouldTake(TestFloor floor, params TestContact[] inOrder)
    {
        floor.Available("mina");
        foreach (var contact in inOrder)
        {
            floor.ShouldOffer(contact, to: "mina");
            floor.Accepts("mina").Ends("mina", contact).WrapsUp("mina", contact);
        }
    }

    private static TestFloor Levels() => TestFloor.From(floor => floor.AddQueue("chat")
        .AddAgent("level-1", agent => agent.Serves("chat"))
        .AddAgent(Level2, agent => Serving(agent, 2))
        .AddAgent(Level3, agent => Serving(agent, 3)));

    private static void Serving(AgentOptions agent, int level)
    {
        agent.ChatCapacity = 2;
        agent.Serves("chat", one => (one.Tier, one.Delay) = (level, Seconds(300 * level)));
    }

    private static TestFloor SalesAndSupport() => TestFloor.From(floor => floor.AddQueue("sales").AddQueue("support")
        .AddAgent("mina", agent => agent.Serves("sales").Serves("support", one => one.Delay = Seconds(30))));

    private static TestFloor Tiers() => TestFloor.From(
        floor => floor.AddQueue("p1-a").AddQueue("p1-b").AddQueue("p2").AddQueue("p3")
            .AddAgent("mina", agent => agent.Serves("p1-a", "p1-b")
                .Serves("p2", one => (one.Rank, one.Delay) = (2, Seconds(20)))
                .Serves("p3", one => (one.Rank, one.Delay) = (3, Seconds(80)))));
}
