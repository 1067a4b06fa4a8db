using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Testing;
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
        var floor = ChatStates.Reach(state, onAccept: trigger == ChatTrigger.HandOver);
        if (state == ChatState.Transferring && trigger is ChatTrigger.Accept or ChatTrigger.Return)
        {
            floor.Given(GoAvailable("noor"));
        }

        if (state == ChatState.Offered && trigger == ChatTrigger.Present)
        {
            floor.Configured(now => now with { Queues = [Queue("chat") with { ParallelOffers = new() { Max = 2 } }] });
        }

        if (state == ChatState.Scheduled && trigger == ChatTrigger.Enqueue)
        {
            floor.At(floor.Now.AddHours(1));
        }

        var decision = floor.Ask(Command(state, trigger));
        var (moves, next) = Moves(state, decision.Events());

        Assert.Equal(ChatStates.Of(floor), next);
        if (ChatLifecycle.Table.Allows(state, trigger))
        {
            Assert.Contains(trigger, moves);
        }
        else
        {
            // What leads there by another way is legal, and checked step by step.
            Assert.NotEqual(trigger, moves.FirstOrDefault(ChatTrigger.Activate + 1));
        }
    }

    [Theory]
    [InlineData(true, ChatState.Bot)]
    [InlineData(false, ChatState.Queued)]
    public void A_chat_is_never_seen_before_it_is_somewhere(bool withBot, ChatState expected) =>
        Assert.Equal(expected, ChatStates.Of(Floor(Agent("mina")).Given(Start("ana", "chat", withBot))));

    private static Command Command(ChatState state, ChatTrigger trigger) => trigger switch
    {
        ChatTrigger.AskBot => new AnswerForBot(1, Body: null, HandOver: false),
        ChatTrigger.Enqueue when state == ChatState.Scheduled => new ComeDue(1),
        ChatTrigger.Enqueue => new AskForAgent(Ana, 1),
        ChatTrigger.Schedule => new AskForCallback(Ana, 1, ManualTimeProvider.DefaultStart.AddHours(2)),
        ChatTrigger.Suspend => new SuspendContact(Boss, 1),
        ChatTrigger.Activate => new ActivateContact(Boss, 1),
        ChatTrigger.Present => GoAvailable("noor"),
        ChatTrigger.Accept => state == ChatState.Transferring ? Accept("noor", 2) : Accept("mina", 1),
        ChatTrigger.Return => Fail(state == ChatState.Transferring ? 2 : 1),
        ChatTrigger.Post => Say(Ana, 1, "hello"),
        ChatTrigger.Transfer when state is ChatState.Queued or ChatState.Offered =>
            new TransferChat(Boss, 1, "chat", null),
        ChatTrigger.Transfer or ChatTrigger.HandOver => new TransferChat(Mina, 1, "chat", null),
        ChatTrigger.Invite => new InviteAgent(Mina, 1, "noor"),
        ChatTrigger.Join => Accept("noor", 2),
        ChatTrigger.CallOff when state == ChatState.Transferring => new WithdrawTransfer(Mina, 1),
        ChatTrigger.CallOff => new WithdrawInvitation(Mina, 1),
        ChatTrigger.Exit => new ExitConference(Noor, 1),
        ChatTrigger.Requeue => SignOut("mina") with { By = Boss },
        ChatTrigger.End when state is ChatState.Scheduled or ChatState.Suspended =>
            new CancelContact(Actor.Host, 1, []),
        ChatTrigger.End when state is ChatState.Bot or ChatState.Queued => new CompleteContact(Boss, 1, []),
        ChatTrigger.End => End(Mina, 1),
        ChatTrigger.Leave => End(Ana, 1),
        _ => WrapUp("mina", 1, "solved"),
    };

    /// <summary>The moves that the events tell of, each of which must be in the table, and where they lead.</summary>
    private static (List<ChatTrigger> Moves, ChatState Next) Moves(ChatState state, IReadOnlyList<Event> events)
    {
        var moves = new List<ChatTrigger>();
        foreach (var happened in events)
        {
            if (Move(state, happened) is { } trigger)
            {
                moves.Add(trigger);
                state = ChatLifecycle.Table.Next(state, trigger);
            }
        }

        return (moves, state);
    }

    private static ChatTrigger? Move(ChatState state, Event happened) => happened switch
    {
        BotAsked => ChatTrigger.AskBot,
        ChatQueued => ChatTrigger.Enqueue,
        ContactScheduled => ChatTrigger.Schedule,
        ContactSuspended => ChatTrigger.Suspend,
        ContactActivated => ChatTrigger.Activate,
        OfferMade { Kind: OfferKind.Invitation } => ChatTrigger.Invite,
        OfferMade => ChatTrigger.Present,
        OfferClosed { Trigger: OfferTrigger.Accept } when state == ChatState.ConferenceRequested => ChatTrigger.Join,
        OfferClosed when state == ChatState.ConferenceRequested => ChatTrigger.CallOff,
        OfferClosed { Trigger: OfferTrigger.Accept } => ChatTrigger.Accept,
        OfferClosed => ChatTrigger.Return,
        MessagePosted => ChatTrigger.Post,
        ChatTransferred e => e.Trigger,
        TransferCalledOff => ChatTrigger.CallOff,
        ChatRequeued => ChatTrigger.Requeue,
        ConferenceReduced => ChatTrigger.Exit,
        ChatEnded e => e.Trigger,
        ChatClosed => ChatTrigger.Close,
        _ => null,
    };
}
