using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Floors;

/// <summary>Ana's chat, number 1, in each state that a chat can be seen in; Mina is the one who has it.</summary>
internal static class ChatStates
{
    /// <summary>Created is none: a chat moves on in the batch that creates it.</summary>
    internal static IReadOnlyList<ChatState> Seen { get; } =
        [.. Enum.GetValues<ChatState>().Where(state => state != ChatState.Created)];

    /// <summary>
    /// Both agents are signed in. Mina is available from Offered on; Noor from Active on, but not while Mina hands the
    /// chat over, or she would be offered it.
    /// </summary>
    internal static Specification Reach(ChatState state, bool onAccept = false)
    {
        onAccept |= state == ChatState.Transferring;
        var release = onAccept ? TransferRelease.OnAccept : TransferRelease.OnRequest;
        var configuration = Configuration([Queue("chat", allowDecline: true)], Agent("mina"), Agent("noor")) with
        {
            Collaboration = new CollaborationPolicy { TransferRelease = release },
            ForcedSignOut = true,
        };
        var floor = Floor(configuration)
            .Given(SignIn("mina"), SignIn("noor"), Start("ana", "chat", withBot: state == ChatState.Bot));
        return state switch
        {
            ChatState.Bot => floor.Given(Say(Ana, 1, "hello?")),
            ChatState.Queued => floor,
            ChatState.Scheduled => floor.Given(new AskForCallback(Ana, 1, floor.Now.AddHours(1))),
            ChatState.Suspended => floor.Given(new SuspendContact(Boss, 1)),
            ChatState.Offered => floor.Given(GoAvailable("mina")),
            ChatState.Transferring => floor.Given(
                GoAvailable("mina"), Accept("mina", 1), new TransferChat(Mina, 1, "chat", null)),
            _ => floor.Given(GoAvailable("mina"), Accept("mina", 1), GoAvailable("noor")).Given(From(state)),
        };
    }

    internal static ChatState Of(Specification floor) =>
        floor.State.Chats.TryGetValue(1, out var chat) ? chat.State : ChatState.Closed;

    private static Command[] From(ChatState state) => state switch
    {
        ChatState.ConferenceRequested => [new InviteAgent(Mina, 1, "noor")],
        ChatState.Conference => [new InviteAgent(Mina, 1, "noor"), Accept("noor", 2)],
        ChatState.Ended => [End(Ana, 1)],
        ChatState.Closed => [End(Ana, 1), WrapUp("mina", 1, "solved")],
        _ => [],
    };
}
