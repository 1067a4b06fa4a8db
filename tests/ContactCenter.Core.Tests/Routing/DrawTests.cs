using ContactCenter.Routing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Choosing by lot: as fair as its weights say, and always the same for the same seed.</summary>
public sealed class DrawTests
{
    private const int Draws = 10_000;

    [Fact, Pain(44)]
    public void By_lot_everybody_is_chosen_as_often_as_the_others()
    {
        var chosen = Count(RoutingStrategies.Random, ("mina", 1), ("noor", 7), ("omar", 1), ("pia", 1));

        Assert.All(chosen.Values, count => Assert.InRange(count, 2_300, 2_700));
    }

    [Fact]
    public void By_weight_agents_are_chosen_in_proportion()
    {
        var chosen = Count(RoutingStrategies.Weighted, ("mina", 1), ("noor", 2), ("omar", 7));

        Assert.InRange(chosen["mina"], 850, 1_150);
        Assert.InRange(chosen["noor"], 1_800, 2_200);
        Assert.InRange(chosen["omar"], 6_800, 7_200);
    }

    [Theory]
    [InlineData(RoutingStrategies.Random)]
    [InlineData(RoutingStrategies.Weighted)]
    public void The_same_seed_draws_the_same_lots_across_a_restart_too(string strategy)
    {
        var lots = Lots(strategy, seed: 7, restartAt: 0);

        Assert.Equal(lots, Lots(strategy, seed: 7, restartAt: 8));
        Assert.NotEqual(lots, Lots(strategy, seed: 8, restartAt: 0));
        Assert.Equal(4, lots.Distinct().Count());
    }

    private static string[] Lots(string strategy, long seed, int restartAt)
    {
        var floor = Floor(Configuration(
            [Queue("chat") with { Strategy = strategy }],
            Agent("mina", 5), Agent("noor", 5), Agent("omar", 5), Agent("pia", 5)) with
        { RoutingSeed = seed })
            .Available("mina", "noor", "omar", "pia");
        var lots = new List<string>();
        for (var contact = 1; contact <= 16; contact++)
        {
            floor = contact == restartAt ? floor.Restarted() : floor;
            var offers = floor.When(Start($"customer-{contact}", "chat")).Happened.OfType<OfferMade>();
            lots.Add(offers.Single().Agent.Value);
        }

        return [.. lots];
    }

    private static Dictionary<string, int> Count(string strategy, params (string Agent, int Weight)[] agents)
    {
        var router = new Router();
        router.AddQueue("chat", strategy: strategy);
        foreach (var (agent, weight) in agents)
        {
            router.Serve(agent, AttributeBag.Empty, new QueueMembership("chat") { Weight = weight });
            router.SetFree(agent, Noon, Channel.Chat);
        }

        var chosen = agents.ToDictionary(agent => agent.Agent, _ => 0);
        for (var contact = 1; contact <= Draws; contact++)
        {
            router.Wait(contact, "chat", Noon);
            chosen[router.Next(Noon)!.Value.Agent.Value]++;
            router.Forget(contact);
        }

        return chosen;
    }
}
