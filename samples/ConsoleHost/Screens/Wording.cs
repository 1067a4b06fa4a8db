using System.Globalization;
using ContactCenter;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Floors;
using ContactCenter.Routing;

namespace ConsoleHost.Screens;

/// <summary>Puts what a feed shows into words, as a desktop would put it into windows.</summary>
/// <param name="viewer">Whose screen it is.</param>
/// <param name="names">What to call people.</param>
internal sealed class Wording(Actor viewer, IReadOnlyDictionary<Actor, string> names)
{
    /// <summary>The sentence; null for what this screen does not show.</summary>
    internal string? Of(FeedItem item, DateTimeOffset now) => item switch
    {
        LineShown { Line: var line } => Of(line),
        OfferShown offer when viewer.Kind == ActorKind.Agent => ToAgent(offer),
        OfferShown offer => ToSupervisor(offer, now),
        AgentShown agent => Of(agent),
        ChatShown chat when viewer.Kind != ActorKind.Customer => Of(chat, now),
        _ => null,
    };

    internal static string Clock(TimeSpan time) =>
        TimeSpan.FromSeconds(Math.Round(time.TotalSeconds)).ToString(@"m\:ss", CultureInfo.InvariantCulture);

    internal string Name(OfferShown offer) => offer.Name ?? Name(offer.Customer);

    internal string Name(CustomerId customer) => Name(Actor.Customer(customer));

    private string Name(AgentId agent) => Name(Actor.Agent(agent));

    private string Name(Actor actor, string self = "I") => actor == viewer ? self
        : names.TryGetValue(actor, out var name) ? name
        : actor.Id.Length > 0 ? actor.Id : actor.ToString();

    private string Of(TranscriptLine line) => line.Notice switch
    {
        null => $"{Name(line.Author)}: {line.Text}{(line.IsRedacted ? "  [masked]" : string.Empty)}",
        Notices.AgentJoined => $"* {Name(line.Author)} joined the chat",
        Notices.AgentLeft => $"* {Name(line.Author)} left the chat",
        Notices.CustomerLeft => "* the customer left the chat",
        Notices.WaitingForAgent => "* waiting for an agent",
        var other => $"* {other}",
    };

    private string? ToAgent(OfferShown offer) => offer.State switch
    {
        OfferState.Open => $"REQUEST: {Name(offer)}, {offer.Queue}, {Clock(offer.DueAt - offer.OfferedAt)} to answer",
        OfferState.Missed => $"request missed: {Name(offer)}",
        OfferState.Accepted => null,
        _ => $"request taken back: {Name(offer)}",
    };

    private string ToSupervisor(OfferShown offer, DateTimeOffset now) => offer.State switch
    {
        OfferState.Open => $"{Name(offer)} is offered to {Name(offer.Agent)}",
        OfferState.Accepted => $"{Name(offer.Agent)} answered {Name(offer)} in {Clock(now - offer.OfferedAt)}",
        OfferState.Missed => $"{Name(offer.Agent)} missed {Name(offer)}",
        _ => $"{Name(offer)} is taken back from {Name(offer.Agent)}",
    };

    private string Of(AgentShown agent)
    {
        var who = viewer.Kind == ActorKind.Agent ? string.Empty : $"{Name(agent.Agent)}: ";
        var hands = agent.IsEngaged ? $", chats in hand: {agent.Load.Chat}" : string.Empty;
        var by = agent.ChangedBy is { Kind: ActorKind.Supervisor } boss ? $", set by {Name(boss, "me")}" : string.Empty;
        var why = agent.Reason is { } reason ? $" ({reason})" : string.Empty;
        var state = agent.Availability switch
        {
            Availability.SignedOut => "signed out",
            Availability.Idle => $"idle, {agent.IdleCode}",
            Availability.Rona => "RONA: no more requests until available or idle",
            _ => "available",
        };
        return who + state + hands + by + why;
    }

    private string? Of(ChatShown chat, DateTimeOffset now) => chat switch
    {
        { WrapUp.Reasons: { } reasons } => $"{Name(chat.Customer)}: wrapped up, {string.Join(", ", reasons)}",
        { State: ChatState.Queued } => $"{Name(chat.Customer)} waits in {chat.Queue}",
        { State: ChatState.Active, Agent: { } agent, QueuedAt: { } since } =>
            $"{Name(chat.Customer)}: with {Name(Actor.Agent(agent), "me")}, had waited {Clock(now - since)}",
        { State: ChatState.Ended, WrapUp: not null } => $"{Name(chat.Customer)}: chat over, wrap-up due",
        { State: ChatState.Ended, Agent: null } => $"{Name(chat.Customer)} left before anybody came",
        _ => null,
    };
}
