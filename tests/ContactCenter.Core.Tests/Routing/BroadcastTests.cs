using ContactCenter.Agents;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>A contact that everybody who is free is asked for.</summary>
public sealed class BroadcastTests
{
    private const int Most = ContactCenter.Floors.Floor.MaxOffersPerBatch;

    [Fact]
    public void Everybody_who_is_free_is_asked_and_the_first_has_it()
    {
        var floor = Of(5, limit: 20).Started("chat", "ana");
        Assert.Equal(5, floor.State.Offers.Count);

        floor.Given(Accept("agent-3", 3));
        Assert.Empty(floor.State.Offers);
        Assert.Equal("agent-3", floor.State.Chats[1].Owner?.Agent.Value);
        Assert.All(floor.State.Agents.Values, agent => Assert.Equal(Availability.Available, agent.Availability));
    }

    [Fact]
    public void No_more_are_asked_than_the_limit_says() =>
        Assert.Equal(3, Of(5, limit: 3).Started("chat", "ana").State.Offers.Count);

    [Fact]
    public void Whoever_comes_free_while_it_is_open_is_asked_too()
    {
        var floor = Of(2, limit: 3).Given(GoIdle("agent-1", "lunch")).Started("chat", "ana");
        floor.When(GoAvailable("agent-1")).ThenAmongOthers(Offered(2, 1, "agent-1", floor.Now + Seconds(30)));
    }

    [Fact]
    public void A_large_one_takes_more_than_one_batch_and_overtakes_nobody()
    {
        var floor = Of(Most + 6, limit: 100).When(Start("ana", "chat"));
        Assert.Equal(Most, floor.State.Offers.Count);
        Assert.True(floor.State.Leftover);

        floor.Restarted().Drain();
        Assert.Equal(Most + 6, floor.State.Offers.Count);

        floor.When(Accept("agent-70", floor.State.Agents["agent-70"].Offers[0])).ThenAccepted();
        Assert.Equal(
            Most + 5,
            floor.Happened.OfType<OfferClosed>().Count(closed => closed.Trigger == OfferTrigger.Lose));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_limit_out_of_bounds_is_a_fault(int limit) => Floor(Agent("mina")).When(new Configure(
        Actor.Host, Configuration([Queue("chat") with { BroadcastLimit = limit }], Agent("mina")), "wanted"))
        .Refused("configuration-invalid");

    [Theory]
    [InlineData(0, 1, null)]
    [InlineData(1, 21, null)]
    [InlineData(3, 2, null)]
    [InlineData(1, 2, 0.5)]
    [InlineData(1, 2, 3_601.0)]
    public void Parallel_offers_out_of_bounds_are_a_fault(int least, int most, double? seconds)
    {
        var every = seconds is { } given ? TimeSpan.FromSeconds(given) : default(TimeSpan?);
        var offers = new ParallelOffers { Min = least, Max = most, AddEvery = every };
        Floor(Agent("mina")).When(new Configure(
            Actor.Host, Configuration([Queue("chat") with { ParallelOffers = offers }], Agent("mina")), "wanted"))
            .Refused("configuration-invalid");
    }

    private static Specification Of(int agents, int limit)
    {
        var names = Enumerable.Range(1, agents).Select(number => $"agent-{number}").ToArray();
        return Floor(
            [Queue("chat") with { Mode = QueueMode.Broadcast, BroadcastLimit = limit }],
            [.. names.Select(name => Agent(name))]).Available(names);
    }
}
