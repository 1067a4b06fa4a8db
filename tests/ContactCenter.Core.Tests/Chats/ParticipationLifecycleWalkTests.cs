using ContactCenter.Chats;
using ContactCenter.Collaboration;
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
        // Mina's part, but for what only happens to whom she has invited.
        var isNoors = (state, trigger) is (ParticipationState.Offered, ParticipationTrigger.Join)
            or (ParticipationState.Conferencing, ParticipationTrigger.Release);
        var floor = isNoors && state == ParticipationState.Offered
            ? ChatStates.Reach(ChatState.ConferenceRequested)
            : Reach(state);
        var decision = floor.Ask(Command(state, trigger));

        if (ParticipationLifecycle.Table.TryNext(state, trigger, out var next))
        {
            Assert.Null(decision.Rejection);
            var part = floor.State.Chats.GetValueOrDefault(1)?.Parts.Find(part => part.Offer == (isNoors ? 2 : 1));
            var isOver = next is ParticipationState.Completed or ParticipationState.Terminated;
            Assert.Equal(isOver ? null : next, part?.State);
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
        ParticipationState.ConferenceRequested => ChatStates.Reach(ChatState.ConferenceRequested),
        ParticipationState.Conferencing => ChatStates.Reach(ChatState.Conference),
        ParticipationState.WrappingUp => ChatStates.Reach(ChatState.Ended),
        ParticipationState.Completed => ChatStates.Reach(ChatState.Closed),
        _ => ChatStates.Reach(ChatState.Offered).Given(GoIdle("mina", "lunch")),
    };

    private static Command Command(ParticipationState state, ParticipationTrigger trigger) => trigger switch
    {
        ParticipationTrigger.Connect => Accept("mina", 1),
        ParticipationTrigger.Invite => new InviteAgent(Mina, 1, "noor"),
        ParticipationTrigger.Join => Accept("noor", 2),
        ParticipationTrigger.Reduce when state == ParticipationState.Conferencing => new EndConference(Mina, 1),
        ParticipationTrigger.Reduce => new WithdrawInvitation(Mina, 1),
        ParticipationTrigger.Release when state == ParticipationState.Conferencing => new EndConference(Mina, 1),
        ParticipationTrigger.Release => Fail(1),
        ParticipationTrigger.WrapUp => End(Mina, 1),
        _ => WrapUp("mina", 1, "solved"),
    };
}
