using ContactCenter.Agents;
using ContactCenter.Routing;
using ContactCenter.Testing;
using ContactCenter.Tests.Floors;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Agents;

/// <summary>Every move of the table, and every one that is not in it, asked of a floor.</summary>
public sealed class AgentLifecycleWalkTests
{
    public static TheoryData<Availability, AvailabilityTrigger> EveryPair =>
        Pairs.Of(Enum.GetValues<Availability>(), Enum.GetValues<AvailabilityTrigger>());

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void An_agent_moves_as_the_table_says_or_is_refused(Availability state, AvailabilityTrigger trigger)
    {
        var floor = In(state);
        floor.When(Ask(trigger, floor));

        if (AgentLifecycle.Table.TryNext(state, trigger, out var next))
        {
            floor.ThenAccepted();
            var moved = Assert.IsType<AvailabilityChanged>(
                Assert.Single(floor.Happened, happened => happened is AvailabilityChanged));
            Assert.Equal(trigger, moved.Trigger);
        }
        else
        {
            floor.Refused(
                trigger is AvailabilityTrigger.Miss or AvailabilityTrigger.Suspend ? "offer-gone" : "not-allowed");
        }

        Assert.Equal(next, floor.State.Agents["mina"].Availability);
    }

    /// <summary>Mina in a state. Where she is available she has an offer, which is due; else she had one.</summary>
    private static Specification In(Availability state)
    {
        var floor = Floor(Agent("mina")).Available("mina").Started("chat", "ana");
        return state switch
        {
            Availability.SignedOut => floor.Given(GoIdle("mina"), SignOut("mina")),
            Availability.Idle => floor.Given(GoIdle("mina", "lunch")),
            Availability.Rona => floor.Advance(Seconds(30)),
            _ => floor,
        };
    }

    private static Command Ask(AvailabilityTrigger trigger, Specification floor)
    {
        switch (trigger)
        {
            case AvailabilityTrigger.SignIn:
                return SignIn("mina");
            case AvailabilityTrigger.GoAvailable:
                return GoAvailable("mina");
            case AvailabilityTrigger.GoIdle:
                return GoIdle("mina", "meeting");
            case AvailabilityTrigger.Miss:
                floor.After(Seconds(30));
                return new MissOffer(1);
            case AvailabilityTrigger.Suspend:
                return Fail(1);
            default:
                // Offers must be answered before sign-out; here the customer has gone.
                floor.Given(End(Ana, 1));
                return SignOut("mina");
        }
    }
}
