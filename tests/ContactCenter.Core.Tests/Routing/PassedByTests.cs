using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Contacts that everybody who is there has passed by, and nothing has followed from that.</summary>
public sealed class PassedByTests
{
    private static readonly RonaRule Ignored = new() { Counts = false };

    [Fact]
    public void Whoever_missed_a_contact_longest_ago_is_asked_first()
    {
        var floor = Missing(RoutingStrategies.LongestAvailable).Advance(Seconds(30 * 4));
        Assert.Equal(["noor", "omar", "mina", "noor"], Asked(floor));

        Assert.Equal(["omar", "mina", "noor", "omar"], Asked(floor.Restarted().Advance(Seconds(30 * 4))));
    }

    [Theory]
    [InlineData(RoutingStrategies.Random)]
    [InlineData(RoutingStrategies.BestSkilled)]
    [InlineData(RoutingStrategies.TopDown)]
    public void However_a_queue_chooses_nobody_is_asked_twice_before_the_others(string strategy)
    {
        var asked = Asked(Missing(strategy).Advance(Seconds(30 * 60)));

        Assert.All(asked.Chunk(3).SkipLast(1), round => Assert.Equal(3, round.Distinct().Count()));
    }

    [Fact]
    public void Whoever_declined_a_contact_longest_ago_is_asked_first()
    {
        var floor = Scene(Queue("chat", allowDecline: true), new RonaPolicy { Declined = Ignored });
        foreach (var agent in (string[])["mina", "noor", "omar", "mina", "noor", "omar"])
        {
            var offer = Assert.Single(floor.State.Offers.Values);
            Assert.Equal(agent, offer.Agent.Value);
            floor.Given(Decline(agent, offer.Number));
        }
    }

    [Fact]
    public void An_exempt_agent_who_is_away_does_not_keep_a_contact_from_the_others()
    {
        var asked = Asked(Scene(Queue("chat"), new RonaPolicy { ExemptAgents = ["mina", "noor", "omar"] })
            .Advance(Minutes(60)));

        Assert.All(asked.CountBy(agent => agent), one => Assert.InRange(one.Value, 40, 41));
    }

    [Fact]
    public void Whoever_was_not_asked_yet_still_comes_first()
    {
        var floor = Missing(RoutingStrategies.LongestAvailable).Given(GoIdle("omar")).Advance(Seconds(30 * 3));
        Assert.Equal(["noor", "mina", "noor"], Asked(floor));

        Assert.Equal(["omar", "mina"], Asked(floor.Given(GoAvailable("omar")).Advance(Seconds(30 * 2))));
    }

    private static Specification Missing(string strategy) =>
        Scene(Queue("chat") with { Strategy = strategy }, new RonaPolicy { Missed = Ignored });

    private static Specification Scene(QueueProfile queue, RonaPolicy policy) => Floor(
        Configuration([queue], Agent("mina"), Agent("noor"), Agent("omar")) with { Rona = policy })
        .Available("mina", "noor", "omar").Started("chat", "ana");

    /// <summary>Who has been asked since, one after the other.</summary>
    private static IEnumerable<string> Asked(Specification floor) =>
        floor.Happened.OfType<OfferMade>().Select(made => made.Agent.Value);
}
