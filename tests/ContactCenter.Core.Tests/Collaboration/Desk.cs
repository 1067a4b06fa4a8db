using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Testing;
using static ContactCenter.Testing.Specification;

namespace ContactCenter.Tests.Collaboration;

/// <summary>
/// A floor where work is handed on: Mina serves the queue chat, Noor and Lena the queue billing. What they ask of one
/// another, and what can be read off the floor afterwards. The chat is number 1 unless said otherwise.
/// </summary>
internal static class Desk
{
    internal static Actor Lena { get; } = Actor.Agent("lena");

    internal static CollaborationPolicy OnAccept { get; } =
        new() { TransferRelease = TransferRelease.OnAccept };

    internal static CollaborationPolicy OnAcceptOrBack { get; } =
        OnAccept with { TransferFallback = TransferFallback.Sender };

    internal static FloorConfiguration Desks(CollaborationPolicy? policy = null, int chats = 1) => Configuration(
        [Queue("chat"), Queue("billing"), Queue("letters", Channel.Email)],
        Agent("mina", chats, "chat"),
        Agent("noor", chats, "billing"),
        Agent("lena", chats, "billing")) with
    { Collaboration = policy ?? new() };

    /// <summary>Mina has Ana's chat; Noor and Lena are signed in and nothing more.</summary>
    internal static Specification MinaHas(CollaborationPolicy? policy = null, int chats = 1) =>
        MinaHas(Desks(policy, chats));

    internal static Specification MinaHas(FloorConfiguration configuration) =>
        Floor(configuration).Available("mina").Given(new SignInAgent(Actor.Agent("noor"), "noor"))
            .Given(new SignInAgent(Lena, "lena")).Started("chat", "ana").Accepted(1);

    /// <summary>Mina has invited Noor, who has not answered yet.</summary>
    internal static Specification NoorIsInvited(CollaborationPolicy? policy = null, int chats = 1) =>
        NoorIsInvited(Desks(policy, chats));

    internal static Specification NoorIsInvited(FloorConfiguration configuration) =>
        MinaHas(configuration).Ready("noor").Given(Invite(People.Mina, "noor"));

    /// <summary>Mina and Noor are in Ana's chat together.</summary>
    internal static Specification MinaAndNoorHave(CollaborationPolicy? policy = null, int chats = 1) =>
        NoorIsInvited(policy, chats).Accepted(1);

    internal static Specification MinaAndNoorHave(FloorConfiguration configuration) =>
        NoorIsInvited(configuration).Accepted(1);

    internal static Specification Ready(this Specification floor, string agent) =>
        floor.Given(new MakeAvailable(Actor.Agent(agent), agent));

    internal static TransferChat ToQueue(Actor by, string queue, long chat = 1) =>
        new(by, chat, (QueueName)queue, null);

    internal static TransferChat ToAgent(Actor by, string agent, long chat = 1) => new(by, chat, null, (AgentId)agent);

    internal static WithdrawTransfer TakeBack(Actor by, long chat = 1) => new(by, chat);

    internal static InviteAgent Invite(Actor by, string agent, long chat = 1) => new(by, chat, agent);

    internal static WithdrawInvitation Uninvite(Actor by, long chat = 1) => new(by, chat);

    internal static EndConference Dismiss(Actor by, long chat = 1) => new(by, chat);

    internal static ExitConference Leave(Actor by, long chat = 1) => new(by, chat);

    internal static MoveObserver Monitor(Actor by, long chat = 1) => new(by, chat, ObserverTrigger.Monitor);

    internal static MoveObserver BargeIn(Actor by, long chat = 1) => new(by, chat, ObserverTrigger.BargeIn);

    internal static MoveObserver Withdraw(Actor by, long chat = 1) => new(by, chat, ObserverTrigger.Withdraw);

    internal static Whisper Whispered(Actor by, string text, long chat = 1) => new(by, chat, Body(text));

    internal static ChatSession Chat(this Specification floor, long chat = 1) => floor.State.Chats[chat];

    internal static string? Owner(this Specification floor, long chat = 1) => floor.Chat(chat).Owner?.Agent.Value;

    internal static Availability AvailabilityOf(this Specification floor, string agent) =>
        floor.State.Agents[agent].Availability;

    /// <summary>Where the parts of an agent in a chat are, the earliest first.</summary>
    internal static ParticipationState[] PartsOf(this Specification floor, string agent, long chat = 1) =>
        [.. floor.Chat(chat).Parts.Where(part => part.Agent.Value == agent).Select(part => part.State)];

    /// <summary>What the customer of a chat has read: words as they are, notices as code and subject.</summary>
    internal static string[] ReadByCustomer(this Specification floor, long chat = 1) =>
        [.. floor.Lines.Where(line => line.Chat == chat && !line.IsAside).Select(Words)];

    /// <summary>What only agents and supervisors have read.</summary>
    internal static string[] Asides(this Specification floor, long chat = 1) =>
        [.. floor.Lines.Where(line => line.Chat == chat && line.IsAside).Select(Words)];

    /// <summary>The offers that happened in the last step, as agent and kind.</summary>
    internal static (string Agent, OfferKind Kind)[] Offered(this Specification floor) =>
        [.. floor.Happened.OfType<OfferMade>().Select(offer => (offer.Agent.Value, offer.Kind))];

    private static string Words(Line line) =>
        line.Code is { } code ? $"{code} {line.Subject}".TrimEnd() : line.Text.Text;
}
