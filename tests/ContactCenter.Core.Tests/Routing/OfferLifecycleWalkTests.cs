using ContactCenter.Routing;
using ContactCenter.Testing;
using ContactCenter.Tests.Floors;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Routing;

/// <summary>Every move of the table, and every one that is not in it, asked of a floor.</summary>
public sealed class OfferLifecycleWalkTests
{
    public static TheoryData<OfferState, OfferTrigger> EveryPair =>
        Pairs.Of(Enum.GetValues<OfferState>(), Enum.GetValues<OfferTrigger>());

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void An_offer_has_one_outcome_and_no_second(OfferState state, OfferTrigger trigger)
    {
        var queue = Queue("chat", allowDecline: true) with
        {
            ConnectTimeout = state == OfferState.Connecting ? Seconds(60) : null,
            ParallelOffers = new ParallelOffers { Max = 2 },
        };

        // Somebody else is asked too where the offer is, or was, lost to them; connected at once.
        var floor = Floor([queue], Agent("mina"), Agent("noor")).Available("mina").Started("chat", "ana");
        if (trigger == OfferTrigger.Lose || state == OfferState.Lost)
        {
            floor.Available("noor").Given(state == OfferState.Connecting ? [new PresentOffer(Actor.Host, 2)] : []);
        }

        if (state > OfferState.Open)
        {
            floor.Ask(Command((OfferTrigger)(state - 1), floor));
        }

        var decision = floor.Ask(Command(trigger, floor));
        var moves = decision.Events().OfType<RoutingEvent>().Where(happened => happened.Offer == 1).Select(Move);

        if (OfferLifecycle.Table.Allows(state, trigger))
        {
            Assert.Equal([trigger], moves);
        }
        else
        {
            Assert.Empty(moves);

            // Withdrawing is the floor's own doing: what sets it off is an agent who goes idle, and may. What loses an
            // offer is a colleague, who may accept whatever became of this one.
            Assert.Equal(
                trigger == OfferTrigger.Withdraw,
                decision.Rejection is null && trigger != OfferTrigger.Lose);
        }
    }

    private static OfferTrigger Move(RoutingEvent happened) =>
        happened is OfferClosed closed ? closed.Trigger : OfferTrigger.Present;

    private static Command Command(OfferTrigger trigger, Specification floor)
    {
        switch (trigger)
        {
            case OfferTrigger.Present:
                return new PresentOffer(Actor.Host, 1);
            case OfferTrigger.Accept:
                return Accept("mina", 1);
            case OfferTrigger.Miss:
                floor.After(Seconds(30));
                return new MissOffer(1);
            case OfferTrigger.Decline:
                return Decline("mina", 1);
            case OfferTrigger.Withdraw:
                return GoIdle("mina", "lunch");
            case OfferTrigger.Lose:
                return Accept("noor", 2);
            default:
                return Fail(1);
        }
    }
}
