using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Simulation;

/// <summary>What the checks say where a pace is not kept: here of one contact in ten minutes.</summary>
public sealed class PaceChecksTests
{
    private static readonly DateTimeOffset Noon = ManualTimeProvider.DefaultStart;
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

    private static OfferMade Made(long offer, int minute) => new(
        offer, offer, "mina", Noon.AddMinutes(minute).AddSeconds(30), RoutingStrategies.LongestAvailable);

    private static IEnumerable<string> Violated(Action<Agent> harm)
    {
        var floor = Floor(Mina).Available("mina").State;
        harm(floor.Agents["mina"]);
        return Invariants.Violated(floor).Select(violation => violation.Invariant);
    }

    /// <summary>Mina takes a chat at noon, a second one waits, and so many minutes later this happens.</summary>
    private static IEnumerable<string> Broken(int minutes, params Event[][] batches)
    {
        var mina = Actor.Agent("mina");
        var checker = new JournalChecker();
        Event[][] history =
        [
            [new FloorConfigured(Configuration([Queue("chat")], Mina), "first")],
            [
                new AvailabilityChanged("mina", AvailabilityTrigger.SignIn, null, mina, null),
                new AvailabilityChanged("mina", AvailabilityTrigger.GoAvailable, null, mina, null),
            ],
            [
                new ChatStarted(1, "ana", "chat", Channel.Chat),
                new NoticeShown(1, 1, Notices.WaitingForAgent, "chat"),
                new ChatQueued(1),
                Made(1, 0),
            ],
            [new OfferClosed(1, OfferTrigger.Accept), new NoticeShown(1, 2, Notices.AgentJoined, "mina")],
            [
                new ChatStarted(2, "bob", "chat", Channel.Chat),
                new NoticeShown(2, 1, Notices.WaitingForAgent, "chat"),
                new ChatQueued(2),
            ],
            .. batches,
        ];
        foreach (var (index, events) in history.Index())
        {
            var at = index < 5 ? Noon : Noon.AddMinutes(minutes);
            checker.Fold(new Batch(index + 1, at, default, 0, default, events, [], Card: null));
        }

        return checker.Violations.Select(violation => violation.Invariant);
    }
}
