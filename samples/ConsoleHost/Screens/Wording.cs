using System.Globalization;
using ContactCenter;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ConsoleHost.Screens;

/// <summary>Puts what a feed shows into words, as a desktop would put it into windows.</summary>
/// <param name="party">Whose screen it is.</param>
/// <param name="names">What to call people.</param>
internal sealed partial class Wording(Party party, IReadOnlyDictionary<Actor, string> names)
{
    private Actor Viewer => party.Actor;

    /// <summary>The sentence; null for what this screen does not show.</summary>
    /// <param name="before">How the item's chat stood before; null where the screen did not have it.</param>
    internal string? Of(FeedItem item, ChatShown? before, DateTimeOffset now) => item switch
    {
        LineShown { Line: var line } => Of(line),
        OfferShown offer when Viewer.Kind == ActorKind.Agent => ToAgent(offer),
        OfferShown offer => ToSupervisor(offer, now),
        AgentShown agent => Of(agent),
        AttachmentShown file => Of(file),
        TypingShown typing => $"({Name(typing.Who)} is typing)",
        ChatShown chat when Viewer.Kind != ActorKind.Customer => Of(chat, before, now),
        _ => null,
    };

    /// <summary>To whom a chat can go.</summary>
    internal IEnumerable<string> Of(TransferDirectory directory) =>
    [
        "DIRECTORY, queues: " + string.Join(", ", directory.Queues.Select(queue =>
            $"{queue.Queue} ({queue.Waiting} waiting, {queue.Free} free)")),
        "DIRECTORY, agents: " + string.Join(", ", directory.Agents.Select(agent =>
            $"{Name(agent.Agent)} ({Of(agent)})")),
    ];

    /// <summary>What was said before the viewer came.</summary>
    internal IEnumerable<string> Of(IEnumerable<TranscriptLine> before) =>
        before.Select(line => $"BEFORE, {Of(line)}");

    /// <summary>What became of a customer's earlier contacts.</summary>
    internal IEnumerable<string> Of(IEnumerable<PastContact> contacts) => contacts.Select(past =>
        $"HISTORY of {Name(past.Customer)}: {past.StartedAt:HH:mm}, {past.Queue}, "
        + $"{string.Join(" and ", past.Agents.Select(agent => Name(agent, "me")))}: {string.Join(", ", past.Reasons)}");

    internal static string Clock(TimeSpan time) =>
        TimeSpan.FromSeconds(Math.Round(time.TotalSeconds)).ToString(@"m\:ss", CultureInfo.InvariantCulture);

    internal string Name(OfferShown offer) => offer.Name ?? Name(offer.Customer);

    internal string Name(CustomerId customer) => Name(Actor.Customer(customer));

    private string Name(AgentId agent, string self = "I") => Name(Actor.Agent(agent), self);

    private string Name(Actor actor, string self = "I") => actor == Viewer ? self
        : names.TryGetValue(actor, out var name) ? name
        : actor.Id.Length > 0 ? actor.Id : actor.ToString();

    private string? ToAgent(OfferShown offer) => offer.State switch
    {
        OfferState.Open => $"{Asked(offer.Purpose)}: {Name(offer)}, {offer.Queue}, "
            + $"{Clock(offer.DueAt - offer.OfferedAt)} to answer",
        OfferState.Missed => $"request missed: {Name(offer)}",
        OfferState.Accepted => null,
        _ => $"request taken back: {Name(offer)}",
    };

    private static string Asked(OfferKind kind) => kind switch
    {
        OfferKind.Transfer => "TRANSFER",
        OfferKind.Invitation => "INVITATION",
        _ => "REQUEST",
    };

    private string? ToSupervisor(OfferShown offer, DateTimeOffset now) => offer.State switch
    {
        // How the chat stands says the same.
        OfferState.Open when offer.Purpose == OfferKind.Invitation => null,
        OfferState.Open => $"{Name(offer)} is offered to {Name(offer.Agent)}",
        OfferState.Accepted => $"{Name(offer.Agent)} answered {Name(offer)} in {Clock(now - offer.OfferedAt)}",
        OfferState.Missed => $"{Name(offer.Agent)} missed {Name(offer)}",
        _ => $"{Name(offer)} is taken back from {Name(offer.Agent)}",
    };

    private string Of(AgentShown agent)
    {
        var isMine = Viewer.Kind == ActorKind.Agent;
        var who = isMine ? string.Empty : $"{Name(agent.Agent)}: ";
        var hands = agent.IsEngaged ? $", chats in hand: {agent.Load.Chat}" : string.Empty;
        var by = agent.ChangedBy is { Kind: ActorKind.Supervisor } boss ? $", set by {Name(boss, "me")}" : string.Empty;
        var why = agent.Reason is { } reason ? $" ({reason})" : string.Empty;

        // A popover, until one of the two is chosen.
        var ways = isMine && agent.Availability == Availability.Rona ? "  [Go Available] [Go Idle]" : string.Empty;
        return who + State(agent.Availability, agent.IdleCode) + hands + by + why + ways;
    }

    private static string Of(DirectoryAgent agent) =>
        agent.Availability == Availability.Available && !agent.CanTake
            ? "no room"
            : State(agent.Availability, agent.IdleCode);

    private static string State(Availability availability, string? code) => availability switch
    {
        Availability.SignedOut => "signed out",
        Availability.Idle => $"idle, {code}",
        Availability.Rona => "RONA, no more requests",
        _ => "available",
    };
}
