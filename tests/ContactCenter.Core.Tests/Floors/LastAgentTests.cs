using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>Customers who are to come back to the agent they had last.</summary>
public sealed class LastAgentTests
{
    [Fact]
    public void Whoever_had_the_customer_last_is_asked_first()
    {
        Assert.Equal("noor", OfferedTo(MinaHadAna().Given(Asks("ana", LastAgentWish.None)), 2));

        var floor = MinaHadAna().Restarted();
        floor.When(Asks("ana", LastAgentWish.Prefer)).ThenAmongOthers(
            new ContactWished(2, new ContactWishes { Preferred = ["mina"], ReservedFor = Seconds(30) }));
        Assert.Equal("mina", OfferedTo(floor.Restarted(), 2));
    }

    [Fact]
    public void Preferred_is_whoever_is_free_where_the_last_agent_is_not()
    {
        var floor = MinaHadAna().Given(GoIdle("mina"), Asks("ana", LastAgentWish.Prefer));

        Assert.Equal("noor", OfferedTo(floor, 2));
    }

    [Fact, Pain(41)]
    public void A_contact_is_reserved_for_the_last_agent_for_so_long_and_then_it_is_anybodys()
    {
        var floor = MinaHadAna().Given(GoIdle("mina"), Asks("ana", LastAgentWish.Reserve)).Restarted();
        Assert.Equal("reserved", WhyNot(floor, "noor"));

        floor.Advance(Seconds(30) - Tick).ThenNothing();
        floor.Restarted().Advance(Tick);
        Assert.Equal("noor", OfferedTo(floor, 2));
    }

    [Fact]
    public void The_last_agent_has_it_as_soon_as_they_are_free()
    {
        var floor = MinaHadAna().Given(GoIdle("mina"), Asks("ana", LastAgentWish.Reserve))
            .Advance(Seconds(29)).Given(GoAvailable("mina"));

        Assert.Equal("mina", OfferedTo(floor, 2));
    }

    [Theory, Pain(35)]
    [InlineData(LastAgentWish.Prefer)]
    [InlineData(LastAgentWish.Reserve)]
    public void Nobody_waits_for_an_agent_who_is_not_there(LastAgentWish wish)
    {
        var signedOut = MinaHadAna().Given(SignOut("mina"), Asks("ana", wish));
        var gone = MinaHadAna().Given(SignOut("mina"))
            .Configured(now => now with { Agents = [.. now.Agents.Where(agent => agent.Id != "mina")] })
            .Given(Asks("ana", wish));
        var elsewhere = MinaHadAna()
            .Configured(now => now with
            {
                Agents =
                [
                    .. now.Agents.Select(agent => agent.Id == "mina" ? agent with { Queues = ["loans"] } : agent),
                ],
            })
            .Given(Asks("ana", wish));
        var excluded = MinaHadAna().Given(Asks("ana", wish) with
        {
            Wishes = new ContactWishes { LastAgent = wish, ReservedFor = Seconds(30), Excluded = ["mina"] },
        });

        foreach (var floor in (Specification[])[signedOut, gone, elsewhere, excluded])
        {
            Assert.Equal("noor", OfferedTo(floor, 2));
            Assert.Empty(floor.State.Chats[2].Wishes.Preferred);
            Assert.Null(floor.State.Chats[2].Wishes.Reserved);
        }
    }

    [Fact, Pain(41)]
    public void A_reservation_runs_out_for_whoever_signs_out_meanwhile()
    {
        var floor = MinaHadAna().Given(GoIdle("mina"), Asks("ana", LastAgentWish.Reserve), SignOut("mina"));

        floor.Advance(Seconds(30));
        Assert.Equal("noor", OfferedTo(floor, 2));
    }

    [Fact]
    public void Whoever_is_named_is_the_one_and_the_last_agent_is_asked_first_after_that()
    {
        var floor = MinaHadAna().Given(Asks("ana", LastAgentWish.Reserve) with
        {
            Wishes = new ContactWishes
            {
                LastAgent = LastAgentWish.Reserve,
                Reserved = "noor",
                ReservedFor = Seconds(30),
                Preferred = ["noor", "mina"],
            },
        });

        Assert.Equal("noor", OfferedTo(floor, 2));
        Assert.Equal(["mina", "noor"], floor.State.Chats[2].Wishes.Preferred.Select(agent => agent.Value));
    }

    [Fact]
    public void Another_customer_or_channel_has_another_last_agent()
    {
        var floor = MinaHadAna().Given(Asks("bob", LastAgentWish.Reserve));
        Assert.Equal("noor", OfferedTo(floor, 2));

        floor.Given(Start("ana", "calls") with { Wishes = new ContactWishes { LastAgent = LastAgentWish.Reserve } });
        Assert.Null(floor.State.Chats[3].Wishes.Reserved);
    }

    [Fact]
    public void The_last_is_whoever_ended_it_and_a_contact_without_an_agent_does_not_count()
    {
        var floor = MinaHadAna().Given(Asks("ana", LastAgentWish.Prefer)).Accepted(2)
            .Given(new TransferChat(Mina, 2, null, "noor")).Accepted(2).Given(End(Ana, 2));
        Assert.Equal("noor", Last(floor));

        floor.Given(GoIdle("noor"), GoIdle("mina"), Start("ana", "cards"), End(Ana, 3));
        Assert.Equal("noor", Last(floor.Restarted()));
    }

    [Fact]
    public void A_contact_that_waits_is_reserved_when_it_is_classified_anew()
    {
        var floor = MinaHadAna().Given(GoIdle("mina"), GoIdle("noor"), Start("ana", "cards"));

        floor.When(new ReclassifyContact(Actor.Host, 2, Asks("ana", LastAgentWish.Reserve).Wishes)).ThenAmongOthers(
            new ContactWished(
                2, new ContactWishes { Preferred = ["mina"], Reserved = "mina", ReservedFor = Seconds(30) }));
    }

    [Fact]
    public void With_the_customer_and_with_the_histories_it_is_forgotten()
    {
        var erased = MinaHadAna().Given(new EraseCustomer(Actor.Host, "ana", Text("on request")));
        Assert.Empty(erased.State.LastAgents);

        var old = MinaHadAna().Advance(TimeSpan.FromHours(26));
        Assert.Equal("mina", Last(old));
        old.Configured(now => now with { HistoryRetention = TimeSpan.FromDays(1) }).Advance(TimeSpan.FromHours(2));
        Assert.Empty(old.Restarted().State.LastAgents);
    }

    [Fact]
    public void Of_too_many_the_oldest_is_forgotten()
    {
        var agents = LastAgent.None();
        foreach (var number in Enumerable.Range(0, LastAgent.Most + 1))
        {
            agents.Keep(new LastAgent($"customer-{number}", Channel.Chat, "mina", Noon));
        }

        Assert.Equal((LastAgent.Most, "customer-1"), (agents.Count, agents.First().Customer.Value));
        Assert.Null(agents.Of(("customer-0", Channel.Chat)));
        agents.Keep(new LastAgent("customer-1", Channel.Chat, "noor", Noon));
        Assert.Equal(
            (LastAgent.Most, (AgentId?)"noor"), (agents.Count, agents.Of(("customer-1", Channel.Chat))?.Value.Agent));
    }

    [Fact]
    public void A_host_asks_for_it_where_it_starts_the_contact()
    {
        var floor = TestFloor.From(options => options.AddQueue("cards")
            .AddAgent("mina", agent => agent.Serves("cards"))
            .AddAgent("noor", agent => agent.Serves("cards")));
        var first = floor.Available("mina").CustomerWaits("cards", "ana");
        floor.Accepts("mina").Advance(Seconds(1)).Available("noor").Advance(Seconds(1)).Leaves(first);

        var again = floor.Pauses("mina").Starts(new StartChat
        {
            Queue = "cards",
            Customer = "ana",
            Wishes = new RoutingWishes { LastAgent = LastAgentWish.Reserve, ReservedFor = Minutes(1) },
        });
        floor.Explain(again).ShouldRuleOut("noor", "reserved");
        floor.Advance(Minutes(1)).ShouldOffer(again, to: "noor");
        floor.Starts(new StartChat
        {
            Queue = "cards",
            Customer = "bob",
            Wishes = new RoutingWishes { LastAgent = (LastAgentWish)7 },
        }).ShouldGet("wishes-invalid");
    }

    private static StartContact Asks(string customer, LastAgentWish wish) => Start(customer, "cards") with
    {
        Wishes = new ContactWishes { LastAgent = wish, ReservedFor = Seconds(30) },
    };

    private static string OfferedTo(Specification floor, long chat) =>
        Assert.Single(floor.State.Offers.Values, offer => offer.Chat == chat).Agent.Value;

    private static string? WhyNot(Specification floor, AgentId agent) =>
        floor.State.Explain(2, floor.Now)!.Candidates.Single(one => one.Agent == agent).RuledOutBy;

    private static string Last(Specification floor) => Assert.Single(floor.State.LastAgents).Agent.Value;

    /// <summary>Mina has had Ana and wrapped up; both agents are free, Noor for longer.</summary>
    private static Specification MinaHadAna() => Specification.Floor(
            [Queue("cards"), Queue("loans"), Queue("calls", Channel.Voice)],
            Agent("mina", "cards", "loans"),
            Agent("noor", "cards"))
        .Available("mina").After(Seconds(1)).Available("noor").Started("cards", "ana").Accepted(1)
        .After(Seconds(10)).Given(End(Ana, 1), WrapUp("mina", 1, "solved")).After(Seconds(20));
}
