using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Routing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Queues that ask for less and less, so that more and more agents come into question.</summary>
public sealed class RingTests
{
    [Fact, PeerScenario("GX-01")]
    public void Each_of_six_rings_drops_what_it_names_and_takes_in_everybody_of_those_before()
    {
        var queue = Queue("chat", offerSeconds: 3_600) with
        {
            Rings = [.. Enumerable.Range(1, 6).Select(ring => Ring(10, $"s{ring}"))],
            ParallelOffers = new ParallelOffers { Min = 10, Max = 10 },
        };
        var floor = Floor([queue], [.. Enumerable.Range(0, 7).Select(dropped => Skilled(
            $"a{dropped}", ["base", .. Enumerable.Range(1, 6).Where(s => s > dropped).Select(s => $"s{s}")]))]);
        floor.Available("a6", "a5", "a4", "a3", "a2", "a1", "a0")
            .Given(Asking("ana", "base and s1 and s2 and s3 and s4 and s5 and s6"));

        for (var ring = 0; ring < 6; ring++)
        {
            Assert.Equal(Enumerable.Range(0, ring + 1).Select(one => $"a{one}"), floor.OfferedTo(1));
            floor.Advance(Seconds(10) - Tick).ThenNothing();
            floor.Advance(Tick).Then("contact-aged", "offer-made");
        }

        Assert.Equal(7, floor.OfferedTo(1).Count());
        floor.Advance(TimeSpan.FromMinutes(30)).ThenNothing();
    }

    [Fact, PeerScenario("GX-01", "SF-03")]
    public void What_no_ring_names_is_asked_for_good()
    {
        var floor = Floor([Queue("chat") with { Rings = [Ring(10, "gold")] }], Skilled("mina", "gold"), Agent("noor"))
            .Available("mina", "noor").Given(Asking("ana", "french and gold"));

        floor.Advance(TimeSpan.FromDays(2));
        Assert.Empty(floor.OfferedTo(1));
    }

    [Fact, PeerScenario("SF-03")]
    public void An_additional_skill_drops_after_its_time_beside_the_rings()
    {
        var floor = Floor([Queue("chat") with { Rings = [Ring(30, "gold")] }], Skilled("mina", "french"))
            .Available("mina").Given(Start("ana", "chat") with
            {
                Wishes = new ContactWishes
                {
                    Requirements =
                    [
                        (Requirement.Parse("french"), null), (Requirement.Parse("vip"), Seconds(20)),
                        (Requirement.Parse("gold"), null),
                    ],
                },
            });

        floor.Advance(Seconds(30) - Tick).Then("contact-aged");
        floor.Advance(Tick).Then("contact-aged", "offer-made");
    }

    [Fact]
    public void A_part_that_speaks_of_several_attributes_is_dropped_with_the_last_of_them()
    {
        var floor = Floor([Queue("chat") with { Rings = [Ring(10, "gold"), Ring(10, "vip")] }], Agent("mina"))
            .Available("mina").Given(Asking("ana", "not (gold < 3) and (gold or vip)"));

        floor.Advance(Seconds(10)).Then("contact-aged");
        floor.Advance(Seconds(10)).Then("contact-aged", "offer-made");
    }

    [Fact]
    public void Whoever_asks_for_nothing_is_in_no_ring()
    {
        var floor = Floor([Queue("chat") with { Rings = [Ring(10, "gold")] }], Agent("mina")).Started("chat", "ana");

        Assert.Null(floor.State.Alarms.NextDueAt);
        floor.Advance(Seconds(60)).ThenNothing();
    }

    [Fact]
    public void In_another_queue_a_contact_is_in_the_ring_of_its_age()
    {
        var early = Queue("early") with { WaitRules = [new WaitRule { After = Seconds(25), MoveTo = "late" }] };
        var late = Queue("late") with { Rings = [Ring(10, "gold"), Ring(10, "vip"), Ring(10, "french")] };
        var floor = Floor([early, late], Skilled("mina", "french")).Available("mina")
            .Given(Asking("ana", "french and gold and vip", "early"));

        floor.Advance(Seconds(25)).Then(
            "wait-rule-fired", "chat-diverted", "contact-aged", "contact-aged", "offer-made");
    }

    [Fact]
    public void A_ring_goes_on_counting_through_an_offer_and_a_restart()
    {
        var floor = Floor([Queue("chat") with { Rings = [Ring(40, "gold")] }], Skilled("mina", "gold"), Agent("noor"))
            .Available("mina", "noor").Given(Asking("ana", "gold"));

        floor.Advance(Seconds(30)).ThenAmongOthers(new OfferClosed(1, OfferTrigger.Miss), Missed("mina"));
        floor.Restarted().Advance(Seconds(10)).Then("contact-aged", "offer-made");
        Assert.Equal(["noor"], floor.OfferedTo(1));
    }

    [Fact]
    public void A_ring_that_is_new_counts_at_once_and_one_that_is_gone_no_longer()
    {
        var floor = Floor([Queue("chat")], Agent("mina")).Given(Asking("ana", "gold")).After(Seconds(50));

        floor.Configured(now => now with { Queues = [now.Queues[0] with { Rings = [Ring(40, "gold")] }] })
            .Advance(TimeSpan.Zero).Then("contact-aged");
        floor.Configured(now => now with { Queues = [now.Queues[0] with { Rings = [] }] })
            .Available("mina").Advance(Seconds(60));
        Assert.Empty(floor.OfferedTo(1));
        floor.Restarted();
    }

    [Fact]
    public void Rings_that_cannot_hold_are_refused()
    {
        var floor = Configuration(
            [
                Queue("a") with { Rings = [.. Enumerable.Repeat(Ring(1, "gold"), 7)] },
                Queue("b") with { Rings = [Ring(0, "and"), Ring(5, "4111 1111 1111 1111")] },
                Queue("c") with { Rings = [Ring(90_000, [.. Enumerable.Range(0, 21).Select(one => $"n{one}")])] },
            ],
            Agent("mina"));

        Assert.Equal(
            [
                "queue a: 7 rings are not at most 6",
                "queue b: a ring of 00:00:00 is not one of 1 s to 1 day",
                "queue b: a ring drops 'and', which is the name of no attribute",
                "queue b: a name or code reads as a card number",
                "queue c: a ring of 1.01:00:00 is not one of 1 s to 1 day",
                "queue c: a ring drops 21 attributes, and not at most 20",
                "a name or code reads as a card number",
            ],
            ConfigurationFaults.Of(floor));
    }

    [Fact]
    public void A_host_says_rings_and_reads_them_back()
    {
        var options = new QueueOptions { Rings = { Ring(10, "gold"), Ring(20, "french", "vip") } };
        var profile = FloorBlueprint.Of("chat", options);

        Assert.Equal(options.Rings, FloorBlueprint.OptionsOf(profile).Rings);
        Assert.Equal(ConfigurationJson.ReadQueue(ConfigurationJson.Write(profile)).Rings.AsEnumerable(), profile.Rings);
    }

    private static RoutingRing Ring(int seconds, params string[] drops) =>
        new() { For = TimeSpan.FromSeconds(seconds), Drops = [.. drops] };

    private static AgentProfile Skilled(string id, params string[] skills) =>
        Agent(id) with { Attributes = [.. skills.Select(skill => new AttributeText(skill, "true"))] };

    private static StartContact Asking(string customer, string requirement, string queue = "chat") =>
        Start(customer, queue) with
        {
            Wishes = new ContactWishes { Requirements = [(Requirement.Parse(requirement), null)] },
        };
}
