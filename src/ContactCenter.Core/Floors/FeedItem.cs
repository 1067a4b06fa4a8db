using System.Text.Json.Serialization;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>One thing that a viewer may see: how something stands now, or what was said.</summary>
/// <remarks>The same items make up a snapshot and the changes after it. Immutable, safe for any thread.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AgentShown), "agent")]
[JsonDerivedType(typeof(OfferShown), "offer")]
[JsonDerivedType(typeof(ChatShown), "chat")]
[JsonDerivedType(typeof(LineShown), "line")]
public abstract record FeedItem
{
    private protected FeedItem()
    {
    }
}

/// <summary>How an agent stands. Seen by the agent and by supervisors.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Name">What to call them; null where the configuration does not say.</param>
/// <param name="Availability">Whether they get work.</param>
/// <param name="IdleCode">Why they are idle; null unless they are.</param>
/// <param name="Since">Since when they have been in this availability; from one idle code to the next it stays.</param>
/// <param name="CodeSince">Since when they have had this idle code.</param>
/// <param name="ChangedBy">Who changed it last: the agent, a supervisor or the system.</param>
/// <param name="Reason">Why, as a code, where one was given.</param>
/// <param name="IsEngaged">They have a contact, running or in wrap-up, whatever their availability.</param>
/// <param name="Load">The contacts that hold their slots.</param>
public sealed record AgentShown(
    AgentId Agent,
    string? Name,
    Availability Availability,
    string? IdleCode,
    DateTimeOffset Since,
    DateTimeOffset CodeSince,
    Actor ChangedBy,
    string? Reason,
    bool IsEngaged,
    ChannelLoad Load) : FeedItem;

/// <summary>A contact request: a contact presented to one agent. Seen by the agent and by supervisors.</summary>
/// <param name="Offer">Names the offer in the answer.</param>
/// <param name="Chat">The contact offered.</param>
/// <param name="Agent">To whom.</param>
/// <param name="State">Open, or what became of it.</param>
/// <param name="Channel">The contact's channel.</param>
/// <param name="Customer">Who it is.</param>
/// <param name="Name">What to call them, redacted; null when not known: then the id is shown.</param>
/// <param name="Email">Their address, redacted; null when not known.</param>
/// <param name="Queue">The queue that routed it.</param>
/// <param name="OfferedAt">When it reached this agent: the waiting timer counts up from here.</param>
/// <param name="DueAt">When it runs out.</param>
public sealed record OfferShown(
    OfferId Offer,
    ChatId Chat,
    AgentId Agent,
    OfferState State,
    Channel Channel,
    CustomerId Customer,
    string? Name,
    string? Email,
    QueueName Queue,
    DateTimeOffset OfferedAt,
    DateTimeOffset DueAt) : FeedItem;

/// <summary>How a contact stands. Seen by its customer, the agent who has it, and supervisors.</summary>
/// <param name="Chat">Which contact.</param>
/// <param name="State">Where it is. A customer sees an offered contact as queued.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="Agent">The agent who has it; null while nobody does.</param>
/// <param name="QueuedAt">When it began to wait; null while it is with the bot.</param>
/// <param name="LastLine">The sequence of its last line.</param>
/// <param name="WrapUp">The agent's wrap-up; null unless one is due or was just completed.</param>
public sealed record ChatShown(
    ChatId Chat,
    ChatState State,
    Channel Channel,
    CustomerId Customer,
    QueueName Queue,
    AgentId? Agent,
    DateTimeOffset? QueuedAt,
    int LastLine,
    WrapUpShown? WrapUp) : FeedItem;

/// <summary>How a wrap-up stands.</summary>
/// <param name="Since">Since when it has been due.</param>
/// <param name="DueAt">When it is submitted by itself; null where it waits for the agent.</param>
/// <param name="Reasons">What was submitted; null while it is due.</param>
/// <param name="IsAutomatic">It was submitted by the alarm.</param>
public sealed record WrapUpShown(
    DateTimeOffset Since, DateTimeOffset? DueAt, IReadOnlyList<string>? Reasons = null, bool IsAutomatic = false);

/// <summary>A line was added to a conversation. Seen by the customer and the agent who is in the chat.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Line">The line.</param>
public sealed record LineShown(ChatId Chat, TranscriptLine Line) : FeedItem;
