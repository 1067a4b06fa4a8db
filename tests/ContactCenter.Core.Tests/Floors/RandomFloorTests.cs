using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Floors;

/// <summary>
/// A small random run against accounts of its own; the simulator runs longer ones, with faults.
/// </summary>
public sealed class RandomFloorTests
{
    private const int Steps = 3_000;

    [Theory, Scenario("S131"), Pain(26, 68)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_chat_is_in_exactly_one_place_at_all_times(ulong seed)
    {
        var scene = new RandomScene(seed);
        foreach (var _ in scene.Play(Steps))
        {
            var floor = scene.Floor;
            foreach (var chat in floor.Chats.Values)
            {
                var places =
                    (chat.State == ChatState.Bot ? 1 : 0)
                    + floor.Router.Queues.Values.Count(line => line.Waiting.Any(one => one.Number == chat.Number))
                    + floor.Offers.Values.Count(offer => offer.Chat == chat.Number)
                    + floor.Agents.Values.Count(agent => agent.Contacts.Contains(chat.Number));
                Assert.Equal(1, places);
            }

            Assert.Empty(Invariants.Violated(floor));
        }
    }

    [Theory, Scenario("S132"), Pain(4, 14)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_slot_is_taken_within_capacity_and_freed_once(ulong seed)
    {
        var scene = new RandomScene(seed);
        var taken = new Dictionary<(long Chat, AgentId Agent), int>();
        var offers = new Dictionary<long, OfferMade>();
        foreach (var happened in scene.Play(Steps).SelectMany(batch => batch.Events))
        {
            switch (happened)
            {
                case OfferMade e:
                    offers.Add(e.Offer, e);
                    Count((e.Chat, e.Agent), 1);
                    break;
                case OfferClosed { Trigger: not OfferTrigger.Accept } e:
                    Count((offers[e.Offer].Chat, offers[e.Offer].Agent), -1);
                    break;
                case WrapUpCompleted e:
                    Count((e.Chat, e.Agent), -1);
                    break;
                default:
                    break;
            }

            foreach (var agent in scene.Floor.Agents.Values)
            {
                foreach (var channel in Enum.GetValues<Channel>())
                {
                    Assert.InRange(agent.Load[channel], 0, agent.Media.Capacity(channel));
                }
            }
        }

        Assert.Equal(
            scene.Floor.Agents.Values.Sum(agent => agent.Load.Total), taken.Values.Sum());

        void Count((long, AgentId) slot, int by)
        {
            taken[slot] = taken.GetValueOrDefault(slot) + by;
            Assert.InRange(taken[slot], 0, 1);
        }
    }

    [Theory, Scenario("S133")]
    [InlineData(6)]
    [InlineData(7)]
    public void Every_offer_has_exactly_one_outcome(ulong seed)
    {
        var scene = new RandomScene(seed);
        var events = scene.Play(Steps).SelectMany(batch => batch.Events).ToArray();
        var made = events.OfType<OfferMade>().Select(offer => offer.Offer).ToArray();
        var closed = events.OfType<OfferClosed>().ToArray();

        Assert.Equal(Enumerable.Range(1, made.Length).Select(number => (long)number), made);
        Assert.Equal(closed.Length, closed.Select(offer => offer.Offer).Distinct().Count());
        Assert.Equal(made.Except(closed.Select(offer => offer.Offer)), scene.Floor.Offers.Keys.Order());
        Assert.Equal(
            Enum.GetValues<OfferTrigger>().Except([OfferTrigger.Present, OfferTrigger.Lose]),
            closed.Select(offer => offer.Trigger).Distinct().Order());
    }

    [Fact]
    public void The_same_commands_at_the_same_instants_make_the_same_floor()
    {
        var (one, other) = (new RandomScene(8), new RandomScene(8));
        foreach (var (first, second) in one.Play(Steps).Zip(other.Play(Steps)))
        {
            Assert.Equal(first.Events.Select(EventText.Of), second.Events.Select(EventText.Of));
        }

        Assert.Equal(one.Floor.Head, other.Floor.Head);
    }
}
