using System.Globalization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Floors;

/// <summary>More offers than one batch holds: a revision gives available agents a queue in which many wait.</summary>
public sealed class LeftoverTests
{
    private const int Most = ContactCenter.Floors.Floor.MaxOffersPerBatch;

    [Fact, PeerScenario("CW-03"), Pain(7)]
    public void Offers_come_in_bounded_batches_and_in_the_order_of_the_line()
    {
        var scene = Waiting(customers: 300, agents: 200);

        var offered = new List<OfferMade>(scene.When(Open(scene)).Happened.OfType<OfferMade>());
        Assert.Equal(Most, offered.Count);
        Assert.True(scene.State.Leftover);
        scene.Drain();
        offered.AddRange(scene.Happened.OfType<OfferMade>());

        Assert.False(scene.State.Leftover);
        Assert.Equal(Enumerable.Range(1, 200).Select(chat => (long)chat), offered.Select(offer => offer.Chat));
        Assert.Equal(200, offered.Select(offer => offer.Agent).Distinct().Count());
    }

    [Fact]
    public void Nobody_overtakes_those_who_are_left_over()
    {
        var scene = Waiting(customers: 100, agents: 120);
        scene.Given(Open(scene));

        var started = scene.When(Start("late", "chat"))
            .Happened.OfType<OfferMade>()
            .Select(offer => offer.Chat).ToArray();
        Assert.Equal(Enumerable.Range(65, 37).Select(chat => (long)chat), started);
    }

    [Fact]
    public void Commands_are_answered_between_the_batches_and_nobody_overtakes()
    {
        var scene = Waiting(customers: 700, agents: 500);
        var offered = new List<OfferMade>(scene.When(Open(scene)).Happened.OfType<OfferMade>());
        var answered = 0;
        while (scene.State.Leftover)
        {
            offered.AddRange(scene.When(new ContinueOffering()).Happened.OfType<OfferMade>());
            answered += scene.When(Start($"late-{answered}", "chat")).Happened.OfType<ChatQueued>().Count();
            offered.AddRange(scene.Happened.OfType<OfferMade>());
        }

        Assert.InRange(answered, 3, 500 / Most);
        Assert.Equal(Enumerable.Range(1, 500).Select(chat => (long)chat), offered.Select(offer => offer.Chat));
    }

    [Fact]
    public void A_transfer_that_makes_an_offer_of_its_own_leaves_one_more_over()
    {
        var scene = Waiting(customers: 200, agents: 200);
        scene.Given(Open(scene));
        var free = scene.State.Agents.Values.First(agent => agent.Offers.Count == 0).Id;

        scene.When(new TransferChat(Boss, 200, null, free));
        var made = scene.Happened.OfType<OfferMade>().ToArray();
        Assert.Equal((Most, OfferKind.Transfer), (made.Length, made[0].Kind));
        scene.Drain();
        Assert.All(scene.State.Chats.Values, chat => Assert.Equal(ChatState.Offered, chat.State));
    }

    [Fact]
    public void What_is_left_over_survives_a_restart()
    {
        var scene = Waiting(customers: 100, agents: 120);
        scene.Given(Open(scene)).Restarted();

        Assert.True(scene.State.Leftover);
        Assert.Equal(36, scene.Drain().Happened.OfType<OfferMade>().Count());
        Assert.False(scene.State.Leftover);
    }

    [Fact]
    public void Going_on_with_nothing_left_over_changes_nothing() =>
        Waiting(customers: 1, agents: 1).When(new ContinueOffering()).ThenNothing();

    [Fact, Pain(90)]
    public void Ten_thousand_waiting_are_offered_without_one_batch_out_of_bounds()
    {
        var floor = new Floor("crowded");
        Handle(floor, Revision.To(Closed(agents: 400) with { Ceilings = [20_000, 20_000, 20_000, 20_000] }));
        foreach (var agent in floor.Agents.Keys.Order(Comparer<AgentId>.Create(
            (one, other) => string.CompareOrdinal(one.Value, other.Value))))
        {
            Handle(floor, SignIn(agent.Value));
            Handle(floor, GoAvailable(agent.Value));
        }

        for (var customer = 0; customer < 10_000; customer++)
        {
            Handle(floor, Start(Name("c", customer), "chat"));
        }

        var batches = new List<int> { Offers(Handle(floor, Revision.To(Opened(floor.Configuration)))) };
        while (floor.Leftover)
        {
            batches.Add(Offers(Handle(floor, new ContinueOffering())));
        }

        Assert.All(batches, made => Assert.InRange(made, 1, Most));
        Assert.Equal(2_000, batches.Sum());
        Assert.Empty(Invariants.Violated(floor));
    }

    private static Specification Waiting(int customers, int agents) => Floor(Closed(agents) with
    {
        Agents = [.. Closed(agents).Agents.Select(agent => agent with { Media = new MediaProfile() })],
    })
        .Given([.. Enumerable.Range(0, agents).SelectMany(agent => ComesToWork(Name("a", agent)))])
        .Given([.. Enumerable.Range(0, customers).Select(customer => Start(Name("c", customer), "chat"))]);

    private static Command[] ComesToWork(string agent) => [SignIn(agent), GoAvailable(agent)];

    private static Configure Open(Specification scene) => Revision.To(Opened(scene.State.Configuration));

    /// <summary>A floor whose agents serve another queue than the one in which customers wait.</summary>
    private static FloorConfiguration Closed(int agents) => Configuration(
        [Queue("chat"), Queue("other")],
        [.. Enumerable.Range(0, agents).Select(agent => Agent(Name("a", agent), chats: 5, "other"))]);

    private static FloorConfiguration Opened(FloorConfiguration now) => now with
    {
        Agents = [.. now.Agents.Select(agent => agent with { Queues = ["chat", "other"] })],
    };

    private static Decision Handle(Floor floor, Command command)
    {
        var decision = floor.Handle(new Envelope(command), Noon);
        Assert.Null(decision.Rejection);
        return decision;
    }

    private static int Offers(Decision decision) => decision.Batch!.Events.Count(happened => happened is OfferMade);

    private static string Name(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:0000}");
}
