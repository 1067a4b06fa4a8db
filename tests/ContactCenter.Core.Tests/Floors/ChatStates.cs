using ContactCenter.Chats;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Floors;

/// <summary>Ana's chat, number 1, in each state that a chat can be seen in; Mina is the one who has it.</summary>
internal static class ChatStates
{
    /// <summary>Created is none: a chat moves on in the batch that creates it.</summary>
    internal static IReadOnlyList<ChatState> Seen { get; } =
        [ChatState.Bot, ChatState.Queued, ChatState.Offered, ChatState.Active, ChatState.Ended, ChatState.Closed];

    /// <summary>Both agents are signed in. Nobody is available but Mina, from Offered on.</summary>
    internal static Specification Reach(ChatState state)
    {
        var floor = Floor([Queue("chat", allowDecline: true)], Agent("mina"), Agent("noor"))
            .Given(SignIn("mina"), SignIn("noor"), Start("ana", "chat", withBot: state == ChatState.Bot));
        if (state is ChatState.Bot)
        {
            return floor.Given(Say(Ana, 1, "hello?"));
        }

        Command[] steps = [GoAvailable("mina"), Accept("mina", 1), End(Ana, 1), WrapUp("mina", 1, "solved")];
        return floor.Given(steps.AsSpan(0, state - ChatState.Queued));
    }

    internal static ChatState Of(Specification floor) =>
        floor.State.Chats.TryGetValue(1, out var chat) ? chat.State : ChatState.Closed;
}
