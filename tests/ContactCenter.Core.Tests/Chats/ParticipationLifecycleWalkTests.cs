using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Testing;
using ContactCenter.Tests.Floors;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Chats;

/// <summary>Every move of the table, and every one that is not in it, asked of a floor.</summary>
public sealed class ParticipationLifecycleWalkTests
{
    public static TheoryData<ParticipationState, ParticipationTrigger> EveryPair =>
        Pairs.Of(Enum.GetValues<ParticipationState>(), Enum.GetValues<ParticipationTrigger>());

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void An_agents_part_moves_as_the_table_says_or_is_refused(
        ParticipationState state, ParticipationTrigger trigger)
    {
        var decision = Reach(state).Ask(Command(trigger));
        var moves = decision.Events().Select(Move).OfType<ParticipationTrigger>().ToArray();

        if (ParticipationLifecycle.Table.Allows(state, trigger))
        {
            Assert.Equal([trigger], moves);
        }
        else
        {
            Assert.NotNull(decision.Rejection);
        }
    }

    private static Specification Reach(ParticipationState state) => state switch
    {
        ParticipationState.Offered => ChatStates.Reach(ChatState.Offered),
        ParticipationState.Connected => ChatStates.Reach(ChatState.Active),
        ParticipationState.WrappingUp => ChatStates.Reach(ChatState.Ended),
        ParticipationState.Completed => ChatStates.Reach(ChatState.Closed),
        _ => ChatStates.Reach(ChatState.Offered).Given(GoIdle("mina", "lunch")),
    };

    private static Command Command(ParticipationTrigger trigger) => trigger switch
    {
        ParticipationTrigger.Connect => Accept("mina", 1),
        ParticipationTrigger.Release => Fail(1),
        ParticipationTrigger.WrapUp => End(Mina, 1),
        _ => WrapUp("mina", 1, "solved"),
    };

    private static ParticipationTrigger? Move(Event happened) => happened switch
    {
        OfferClosed { Trigger: OfferTrigger.Accept } => ParticipationTrigger.Connect,
        OfferClosed => ParticipationTrigger.Release,
        WrapUpStarted => ParticipationTrigger.WrapUp,
        WrapUpCompleted => ParticipationTrigger.Complete,
        _ => null,
    };
}
