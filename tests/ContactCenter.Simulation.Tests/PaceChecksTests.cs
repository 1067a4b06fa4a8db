using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.Simulation.History;

namespace ContactCenter.Tests.Simulation;

/// <summary>What the checks say where a pace is not kept: here of one contact in ten minutes.</summary>
public sealed class PaceChecksTests
{
    private static readonly AgentProfile Mina = Agent("mina", 2, "chat") with
    {
        Pace = new AgentPace { Contacts = 1, Within = TimeSpan.FromMinutes(10) },
    };

    private static readonly PaceEased Eased = new("mina");

    [Fact]
    public void An_offer_once_the_first_contact_is_long_enough_ago_breaks_no_rule() =>
        Assert.Empty(Broken(10, [Eased, Made(2, 10)]));

    [Fact]
    public void S6_an_offer_to_whoever_has_taken_enough() => Assert.Contains("S6", Broken(9, [Made(2, 9)]));

    [Fact]
    public void S45_a_contact_that_counts_no_more_too_early() => Assert.Contains("S45", Broken(9, [Eased]));

    [Fact]
    public void S45_a_contact_that_counts_no_more_twice() => Assert.Contains("S45", Broken(10, [Eased], [Eased]));

    [Fact]
    public void S11_an_agent_who_is_free_for_the_router_and_has_taken_enough() => Assert.Contains("S11", Violated(
        agent => agent.Taken = [Noon]));

    [Fact]
    public void S41_a_contact_that_counts_for_ever() => Assert.Contains("S41", Violated(
        agent => agent.Taken = [Noon]));

    private static OfferMade Made(long offer, int minute) => History.Made(offer, offer, "mina", minute * 60);

    private static IEnumerable<string> Violated(Action<Agent> harm)
    {
        var floor = Floor(Mina).Available("mina").State;
        harm(floor.Agents["mina"]);
        return Invariants.Violated(floor).Select(violation => violation.Invariant);
    }

    /// <summary>Mina takes a chat at noon, a second one waits, and so many minutes later this happens.</summary>
    private static IEnumerable<string> Broken(int minutes, params Event[][] batches) =>
        Offered(Configuration([Queue("chat")], Mina))
            .Next(new OfferClosed(1, OfferTrigger.Accept), new NoticeShown(1, 2, Notices.AgentJoined, "mina"))
            .Next(Started(2, "bob"))
            .After(minutes * 60).Broken(batches);
}
