using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Tests.Floors;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Chats;

/// <summary>Every move of the table, and every one that is not in it, asked of a floor.</summary>
public sealed class ChatLifecycleWalkTests
{
    public static TheoryData<ChatState, ChatTrigger> EveryPair =>
        Pairs.Of(ChatStates.Seen, Enum.GetValues<ChatTrigger>());

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void A_chat_moves_as_the_table_says_or_not_at_all(ChatState state, ChatTrigger trigger)
    {
        var floor = ChatStates.Reach(state);
        var decision = floor.Ask(Command(trigger));
        var moves = decision.Events().Select(Move).OfType<ChatTrigger>().ToArray();

        if (ChatLifecycle.Table.Allows(state, trigger))
        {
            Assert.Contains(trigger, moves);
            Assert.Equal(moves.Aggregate(state, ChatLifecycle.Table.Next), ChatStates.Of(floor));
        }
        else
        {
            Assert.Empty(moves);
            Assert.Equal(state, ChatStates.Of(floor));

            // Offers are the floor's own doing: what asks for one is an agent, who is not refused.
            Assert.Equal(trigger == ChatTrigger.Present, decision.Rejection is null);
        }
    }

    [Theory]
    [InlineData(true, ChatState.Bot)]
    [InlineData(false, ChatState.Queued)]
    public void A_chat_is_never_seen_before_it_is_somewhere(bool withBot, ChatState expected) =>
        Assert.Equal(expected, ChatStates.Of(Floor(Agent("mina")).Given(Start("ana", "chat", withBot))));

    private static Command Command(ChatTrigger trigger) => trigger switch
    {
        ChatTrigger.AskBot => new AnswerForBot(1, Body: null, HandOver: false),
        ChatTrigger.Enqueue => new AskForAgent(Ana, 1),
        ChatTrigger.Present => GoAvailable("noor"),
        ChatTrigger.Accept => Accept("mina", 1),
        ChatTrigger.Return => Fail(1),
        ChatTrigger.Post => Say(Ana, 1, "hello"),
        ChatTrigger.End => End(Mina, 1),
        ChatTrigger.Leave => End(Ana, 1),
        _ => WrapUp("mina", 1, "solved"),
    };

    private static ChatTrigger? Move(Event happened) => happened switch
    {
        BotAsked => ChatTrigger.AskBot,
        ChatQueued => ChatTrigger.Enqueue,
        OfferMade => ChatTrigger.Present,
        OfferClosed { Trigger: OfferTrigger.Accept } => ChatTrigger.Accept,
        OfferClosed => ChatTrigger.Return,
        MessagePosted => ChatTrigger.Post,
        ChatEnded e => e.Trigger,
        ChatClosed => ChatTrigger.Close,
        _ => null,
    };
}
