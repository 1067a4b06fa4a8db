using ContactCenter.Agents;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Simulation.History;

namespace ContactCenter.Tests.Simulation;

/// <summary>What the checks say of floors and logs that do not keep to the policy.</summary>
public sealed class RonaChecksTests
{
    private static readonly OfferClosed Missed = new(1, OfferTrigger.Miss);
    private static readonly RonaCounted Counted =
        new("mina", RonaCause.Missed, 1, RonaConsequence.CoolOff, Noon.AddSeconds(40));

    private static readonly RonaPolicy Policy = new()
    {
        Missed = new RonaRule { Threshold = 2, CoolOffBelowThreshold = TimeSpan.FromSeconds(10) },
    };

    [Fact]
    public void What_the_policy_says_breaks_no_rule() => Assert.Empty(Broken([Missed, Counted]));

    [Fact]
    public void S7_a_miss_that_is_not_counted() => Assert.Contains("S7", Broken([Missed]));

    [Fact]
    public void S7_a_miss_that_is_counted_twice() => Assert.Contains("S7", Broken([Missed, Counted, Counted]));

    [Fact]
    public void S7_another_count_consequence_or_end_than_the_policy_says()
    {
        Assert.Contains("S7", Broken([Missed, Counted with { Count = 2 }]));
        Assert.Contains("S7", Broken([Missed, Counted with { Until = Noon.AddSeconds(41) }]));
        Assert.Contains("S7", Broken([Missed, Counted with { Channel = Channel.Chat }]));
        Assert.Contains("S7", Broken([Missed, Counted with { Consequence = RonaConsequence.Rona }]));
    }

    [Fact]
    public void S7_a_count_after_an_offer_that_was_withdrawn() =>
        Assert.Contains("S7", Broken([new OfferClosed(1, OfferTrigger.Withdraw), Counted]));

    [Fact]
    public void S6_an_offer_to_whoever_cools_off() => Assert.Contains("S6", Broken(
        [Missed, Counted], [new OfferMade(2, 1, "mina", Noon.AddSeconds(60), RoutingStrategies.LongestAvailable)]));

    [Fact]
    public void S45_a_cool_off_that_the_system_ends_too_early() => Assert.Contains("S45", Broken(
        [Missed, Counted], [new CoolOffEnded("mina", null, Actor.System)]));

    [Fact]
    public void S7_the_end_of_a_cool_off_that_there_is_not() =>
        Assert.Contains("S7", Broken([new CoolOffEnded("mina", null, Actor.Agent("mina"))]));

    [Fact]
    public void S7_a_way_out_of_a_rona_that_the_system_finds() => Assert.Contains("S7", Broken(
        [
            Missed, Counted, new CoolOffEnded("mina", null, Actor.Agent("mina")),
            new AvailabilityChanged("mina", AvailabilityTrigger.Miss, null, Actor.System, null),
        ],
        [new AvailabilityChanged("mina", AvailabilityTrigger.GoAvailable, null, Actor.System, null)]));

    [Fact]
    public void S6_an_open_offer_of_whoever_cools_off() => Assert.Contains("S6", Violated(
        agent => agent.CoolOffs = [Lasting(Noon, Noon.AddSeconds(1))]));

    [Fact]
    public void S7_a_cool_off_without_a_length_and_a_count_below_nothing()
    {
        Assert.Contains("S7", Violated(agent => agent.CoolOffs = [Lasting(Noon, Noon)]));
        Assert.Contains("S7", Violated(agent => agent.Passed = new RonaRecord { Missed = new RonaTally(-1, Noon) }));
        Assert.Contains("S7", Violated(agent => agent.Passed = new RonaRecord { Failed = new RonaTally(1, default) }));
    }

    [Fact]
    public void S41_an_end_without_an_alarm() => Assert.Contains("S41", Violated(
        agent => agent.CoolOffs = [Lasting(Noon, Noon.AddSeconds(1))]));

    private static CoolOff Lasting(DateTimeOffset since, DateTimeOffset until) =>
        new(Channel.Chat, RonaCause.Missed, RonaConsequence.CoolOff, 1, since, until);

    private static IEnumerable<string> Violated(Action<Agent> harm)
    {
        var floor = Floor(Agent("mina")).Available("mina").Started("chat", "ana").State;
        harm(floor.Agents["mina"]);
        return Invariants.Violated(floor).Select(violation => violation.Invariant);
    }

    /// <summary>Mina is offered a chat at noon, and half a minute later this happens, batch by batch.</summary>
    private static IEnumerable<string> Broken(params Event[][] batches) =>
        Offered(Configuration([Queue("chat")], Agent("mina")) with { Rona = Policy }).After(30).Broken(batches);
}
