using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Each way of choosing among free agents, on a floor.</summary>
public sealed class StrategyTests
{
    public static TheoryData<string> All { get; } =
    [
        RoutingStrategies.LongestAvailable, RoutingStrategies.RoundRobin, RoutingStrategies.LeastOccupied,
        RoutingStrategies.MostIdle, RoutingStrategies.TopDown, RoutingStrategies.BestSkilled,
        RoutingStrategies.Weighted, RoutingStrategies.Random, "by-score",
    ];

    [Fact, PeerScenario("AZ-01")]
    public void The_longest_available_is_asked_and_nobody_else()
    {
        var floor = Of(RoutingStrategies.LongestAvailable, Agent("mina"), Agent("noor")).Available("mina")
            .Advance(Seconds(5)).Available("noor").Advance(Seconds(1));

        Assert.Equal("mina", Next(floor));
        Assert.Empty(floor.State.Agents["noor"].Offers);
    }

    [Fact, PeerScenario("AZ-02")]
    public void Going_round_the_second_contact_goes_to_the_second_agent_whatever_room_the_first_has()
    {
        var floor = Of(RoutingStrategies.RoundRobin, Agent("mina", 5), Agent("noor", 5)).Available("mina", "noor");

        Assert.Equal(["mina", "noor"], Next(floor, 2));
    }

    [Fact, PeerScenario("AZ-05")]
    public void Equal_scores_go_to_the_longest_available_and_the_lowest_comes_last()
    {
        var scores = new ByScore { ["mina"] = 200, ["noor"] = 200, ["omar"] = 1 };
        var floor = Of(scores, Agent("mina"), Agent("noor"), Agent("omar")).Available("omar", "noor")
            .Advance(Seconds(1)).Available("mina");

        Assert.Equal(["noor", "mina", "omar"], Next(floor, 3));
    }

    [Fact, PeerScenario("CW-14"), Pain(44)]
    public void Four_contacts_go_round_two_agents_two_each()
    {
        var floor = Of(RoutingStrategies.RoundRobin, Agent("mina", 5), Agent("noor", 2)).Available("mina", "noor");

        Assert.Equal(["mina", "noor", "mina", "noor"], Next(floor, 4));
        Assert.Equal((2, 2), (floor.State.Agents["mina"].Load.Chat, floor.State.Agents["noor"].Load.Chat));
    }

    [Fact, PeerScenario("CW-14")]
    public void Whose_turn_it_is_outlives_a_restart()
    {
        var floor = Of(RoutingStrategies.RoundRobin, Agent("mina", 5), Agent("noor", 5), Agent("omar", 5))
            .Available("mina", "noor", "omar");
        Assert.Equal(["mina", "noor"], Next(floor, 2));

        Assert.Equal(["omar", "mina", "noor", "omar"], Next(floor.Restarted(), 4));
    }

    [Fact, PeerScenario("CW-20")]
    public void Only_who_is_free_is_a_candidate_the_chosen_goes_to_the_back_and_the_others_keep_their_order()
    {
        var floor = Of(RoutingStrategies.RoundRobin, Agent("mina", 5), Agent("noor", 5), Agent("omar", 5))
            .Available("mina", "noor", "omar");
        Assert.Equal(["mina", "noor", "omar"], Next(floor, 3));

        floor.Accepted(1).Given(GoIdle("mina"));
        Assert.Equal(["noor", "omar"], Next(floor, 2));
        floor.Given(GoAvailable("mina"));
        Assert.Equal(["mina", "noor", "omar", "mina"], Next(floor, 4));
    }

    [Fact, PeerScenario("CW-22")]
    public void Turns_that_are_lost_begin_anew_with_whoever_serves_the_queue()
    {
        var floor = Of(RoutingStrategies.RoundRobin, Agent("mina", 5), Agent("noor", 5)).Available("mina", "noor");
        Assert.Equal(["mina", "noor"], Next(floor, 2));
        floor.Accepted(1).Accepted(2).Given(End(Noor, 2), WrapUp("noor", 2, "solved")).Advance(Seconds(1))
            .Given(End(Mina, 1), WrapUp("mina", 1, "solved"));
        var with = floor.State.Configuration;

        floor.Configured(now => now with { Agents = [.. now.Agents.Select(one => one with { Queues = [] })] })
            .Configured(with with { RoutingSeed = 1 });

        Assert.Equal(["noor", "mina", "noor"], Next(floor, 3));
    }

    [Fact, PeerScenario("CW-23"), Pain(45)]
    public void Turns_of_who_has_left_are_in_nobodys_way()
    {
        var floor = Of(RoutingStrategies.RoundRobin, Agent("mina", 5), Agent("noor", 5), Agent("omar", 5))
            .Available("mina", "noor", "omar");
        Assert.Equal(["mina", "noor", "omar"], Next(floor, 3));
        var with = floor.State.Configuration;
        floor.When(GoIdle("mina"));
        Assert.Equal("noor", floor.Happened.OfType<OfferMade>().Single().Agent.Value);
        floor.Configured(now => now with { Agents = [.. now.Agents.Where(one => one.Id != "mina")] });

        Assert.Equal("omar", Next(floor));
        floor.Configured(with with { RoutingSeed = 1 }).Available("mina");
        Assert.Equal(["mina", "noor", "omar"], Next(floor, 3));
    }

    [Fact, PeerScenario("RC-19")]
    public void Two_contacts_in_a_row_go_to_who_is_less_busy()
    {
        var floor = Of(RoutingStrategies.LeastOccupied, Agent("mina", 4), Agent("noor", 4)).Available("mina");
        Assert.Equal(["mina", "mina"], Next(floor, 2));
        floor.Accepted(1).Accepted(2).Available("noor");

        Assert.Equal(["noor", "noor"], Next(floor, 2));
    }

    [Fact, PeerScenario("RC-11")]
    public void Whoever_has_served_a_customer_before_is_not_asked_for_that_where_others_are_less_busy()
    {
        var floor = Of(RoutingStrategies.LeastOccupied, Agent("mina", 3), Agent("noor", 3)).Available("mina");
        Served(floor, "mina", 1);
        Assert.Equal(["mina", "mina"], Next(floor, 2));
        floor.Accepted(2).Accepted(3).Available("noor");

        floor.When(Start("customer-1", "chat")).ThenAccepted();

        Assert.Equal("noor", floor.Happened.OfType<OfferMade>().Single().Agent.Value);
    }

    [Fact]
    public void The_least_occupied_has_the_smallest_share_of_their_room_taken_not_the_fewest_contacts()
    {
        var floor = Of(RoutingStrategies.LeastOccupied, Agent("mina", 5), Agent("noor", 2)).Available("mina", "noor");

        Assert.Equal(["mina", "noor", "mina", "mina", "noor", "mina", "mina"], Next(floor, 7));
    }

    [Fact]
    public void A_break_makes_nobody_less_idle()
    {
        var floor = Of(RoutingStrategies.MostIdle, Agent("mina"), Agent("noor")).Available("mina");
        Served(floor, "mina", 1);
        floor.Given(GoIdle("mina")).Available("noor");
        Served(floor, "noor", 2);
        floor.Advance(Seconds(1)).Given(GoAvailable("mina")).Advance(Seconds(1));

        Assert.Equal(["mina", "noor"], Next(floor.Restarted(), 2));
    }

    [Theory, PeerScenario("RC-21"), Pain(43)]
    [MemberData(nameof(All))]
    public void Who_is_idle_missed_one_or_has_no_room_is_offered_nothing_under_any_strategy(string strategy)
    {
        var floor = Of(strategy, Agent("mina"), Agent("noor"), Agent("omar"), Agent("pia")).Available("mina");
        Assert.Equal("mina", Next(floor));
        floor.Advance(Seconds(31)).Available("noor").Accepted(1).Available("omar").Given(GoIdle("omar", "lunch"));
        Assert.Equal(Availability.Rona, floor.State.Agents["mina"].Availability);

        Assert.Null(Next(floor));
        floor.When(SignIn("pia")).Then("availability-changed").When(GoAvailable("pia")).ThenAccepted();

        Assert.Equal("pia", floor.Happened.OfType<OfferMade>().Single().Agent.Value);
    }

    [Theory, PeerScenario("FS-11"), Pain(87)]
    [MemberData(nameof(All))]
    public void Whoever_waits_while_the_strategy_is_changed_is_offered_by_the_new_one(string strategy)
    {
        var before = strategy == RoutingStrategies.RoundRobin ? RoutingStrategies.Random : RoutingStrategies.RoundRobin;
        var floor = Of(before, Agent("mina", 3), Agent("noor", 3)).Available("noor").Given(GoIdle("noor"));
        floor.Started("chat", "a", "b", "c", "d").Configured(now => now with
        {
            Queues = [Queue("chat") with { Strategy = strategy }],
        });

        var offers = new List<OfferMade>();
        foreach (var agent in (string[])["mina", "noor"])
        {
            floor.When(agent == "mina" ? SignIn("mina") : GoAvailable("noor"));
            offers.AddRange(floor.When(GoAvailable(agent)).Happened.OfType<OfferMade>());
        }

        Assert.Equal(4, floor.State.Offers.Count);
        Assert.All(floor.State.Offers.Values, offer => Assert.Equal(strategy, offer.Why));
        Assert.True(floor.State.Router.IsQuiescent);
    }

    /// <summary>An agent takes the chat, ends it and submits the wrap-up.</summary>
    private static void Served(Specification floor, string agent, long chat)
    {
        Assert.Equal(agent, Next(floor));
        floor.Accepted(chat).Advance(Seconds(1)).Given(End(Actor.Agent(agent), chat), WrapUp(agent, chat, "solved"));
    }

    private static string[] Next(Specification floor, int contacts) =>
        [.. Enumerable.Range(0, contacts).Select(_ => Next(floor)!)];

    /// <summary>Somebody comes: who is offered it?</summary>
    private static string? Next(Specification floor) => floor
        .When(Start($"customer-{floor.State.Last.Chat + 1}", "chat")).ThenAccepted()
        .Happened.OfType<OfferMade>().SingleOrDefault()?.Agent.Value;

    private static Specification Of(string strategy, params AgentProfile[] agents) =>
        Of(new ByScore(), strategy, agents);

    private static Specification Of(ByScore scores, params AgentProfile[] agents) => Of(scores, scores.Name, agents);

    private static Specification Of(ByScore scores, string strategy, params AgentProfile[] agents) => new(
        Configuration([Queue("chat") with { Strategy = strategy }], agents), strategies: new([scores]));

    /// <summary>The host's own: the highest score first.</summary>
    private sealed class ByScore : Dictionary<string, double>, IRoutingStrategy
    {
        public string Name => "by-score";

        public RoutingScore Score(in RoutingContact contact, in RoutingCandidate agent, DateTimeOffset now) =>
            RoutingScore.ByHighest(this.GetValueOrDefault(agent.Id.Value), Name);
    }
}
