using System.Text.Json.Serialization;
using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Routing;
using ContactCenter.Sessions;

namespace ContactCenter.Floors;

/// <summary>One thing that a viewer may see: how something stands now, or what was said.</summary>
/// <remarks>The same items make up a snapshot and the changes after it. Immutable, safe for any thread.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AgentShown), "agent")]
[JsonDerivedType(typeof(QueueShown), "queue")]
[JsonDerivedType(typeof(OfferShown), "offer")]
[JsonDerivedType(typeof(ChatShown), "chat")]
[JsonDerivedType(typeof(LineShown), "line")]
[JsonDerivedType(typeof(LineRedacted), "line-redacted")]
[JsonDerivedType(typeof(MarkShown), "mark")]
[JsonDerivedType(typeof(TypingShown), "typing")]
[JsonDerivedType(typeof(AttachmentShown), "attachment")]
[JsonDerivedType(typeof(SessionShown), "session")]
[JsonDerivedType(typeof(ContactsOmitted), "omitted")]
[JsonDerivedType(typeof(StrategyFailedShown), "routing-strategy-failed")]
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
/// <param name="Team">Their team; null where they have none.</param>
/// <param name="Presence">Whether they are connected, where they work in sessions.</param>
/// <param name="Pauses">The channels that are out of rotation while they are available for the others.</param>
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
    ChannelLoad Load,
    string? Team,
    PresenceState Presence,
    IReadOnlyList<ChannelPause> Pauses) : FeedItem
{
    /// <summary>What keeps them from offers for a while, and until when; null for most.</summary>
    public IReadOnlyList<CoolOff>? CoolOffs { get; init; }

    /// <summary>
    /// The queue whose turn it is next with them, and for which they have no room yet; null for most.
    /// </summary>
    public QueueName? HeldFor { get; init; }

    /// <summary>They are called away from what they had in hand, and are offered nothing until they are back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInterrupted { get; init; }

    /// <summary>The queues from which they are offered nothing, while they serve the others; null for most.</summary>
    public IReadOnlyList<QueuePause>? QueuePauses { get; init; }
}

/// <summary>Whether a queue is open. Seen by supervisors, of queues that have opening hours.</summary>
/// <param name="Queue">Which queue.</param>
/// <param name="IsOpen">Contacts are offered from it.</param>
/// <param name="NextChange">When it closes, or opens; null for never.</param>
public sealed record QueueShown(QueueName Queue, bool IsOpen, DateTimeOffset? NextChange) : FeedItem;

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
/// <param name="DueAt">When it runs out; while it is connecting, when it presents itself.</param>
/// <param name="Purpose">A contact of a queue, a chat given to this very agent, or a place in a conference.</param>
/// <param name="IsExpiring">It is about to run out: a desk lets it blink.</param>
/// <param name="AutoAccept">The agent's desk accepts by itself, in its primary session.</param>
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
    DateTimeOffset DueAt,
    OfferKind Purpose,
    bool IsExpiring,
    bool AutoAccept) : FeedItem
{
    /// <summary>The customer does not wait on the line, and is called back by whoever accepts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCallback { get; init; }
}

/// <summary>How a contact stands. Seen by its customer, the agents who have it, and supervisors.</summary>
/// <param name="Chat">Which contact.</param>
/// <param name="State">
/// Where it is. A customer sees an offered contact as queued, and nothing of invitations and transfers before somebody
/// accepts; to an agent whose part is over it is closed.
/// </param>
/// <param name="Channel">Its channel.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="Agent">The agent who is responsible, or was and wraps up; null while nobody is.</param>
/// <param name="QueuedAt">When it began to wait; null while it is with the bot, or for later.</param>
/// <param name="LastLine">The sequence of its last line.</param>
/// <param name="WrapUp">The viewer's wrap-up; null unless one is due or was just completed.</param>
/// <param name="Role">What the viewer is in it.</param>
/// <param name="Agents">Everybody who takes part, earliest first.</param>
/// <param name="Actions">What the viewer may do now: the buttons of a desk.</param>
/// <param name="Marks">How far each party has come in it; to the customer and the agents in it, else empty.</param>
/// <param name="Name">What to call the customer, redacted; to agents and supervisors, null when not known.</param>
/// <param name="Email">Their address, redacted; to agents and supervisors, null when not known.</param>
public sealed record ChatShown(
    ChatId Chat,
    ChatState State,
    Channel Channel,
    CustomerId Customer,
    QueueName Queue,
    AgentId? Agent,
    DateTimeOffset? QueuedAt,
    int LastLine,
    WrapUpShown? WrapUp,
    ChatRole? Role,
    IReadOnlyList<PartShown> Agents,
    IReadOnlyList<ChatAction> Actions,
    IReadOnlyList<LineMark> Marks,
    string? Name = null,
    string? Email = null) : FeedItem
{
    /// <summary>For when it was scheduled last, past or to come; null where it never was.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>Its customer asked to be called back: calling them is the host's, when an agent accepts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCallback { get; init; }
}

/// <summary>One agent's, or one supervisor's, part in a contact.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Role">What they are in it.</param>
/// <param name="Since">Since when it is so; null for a supervisor.</param>
public sealed record PartShown(AgentId Agent, ChatRole Role, DateTimeOffset? Since)
{
    /// <summary>
    /// Since when the agent is called away to a contact that comes before this one; null while they are not, and to
    /// customers.
    /// </summary>
    public DateTimeOffset? InterruptedSince { get; init; }

    /// <summary>
    /// The customer has been silent for so long that the contact takes no room of the agent's; never to customers.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAsleep { get; init; }
}

/// <summary>How a wrap-up stands.</summary>
/// <param name="Since">Since when it has been due.</param>
/// <param name="DueAt">When it is submitted by itself; null where it waits for the agent.</param>
/// <param name="Reasons">What was submitted; null while it is due.</param>
/// <param name="IsAutomatic">It was submitted by the alarm.</param>
/// <param name="UrgentAt">From when a desk marks the countdown as urgent: its last 10 seconds.</param>
/// <remarks>Source: chat specification R140, R145.</remarks>
public sealed record WrapUpShown(
    DateTimeOffset Since,
    DateTimeOffset? DueAt,
    IReadOnlyList<string>? Reasons = null,
    bool IsAutomatic = false,
    DateTimeOffset? UrgentAt = null);

/// <summary>
/// A queue's strategy threw: until the next configuration the longest available is chosen there. Seen by supervisors.
/// </summary>
/// <param name="Queue">The queue.</param>
/// <param name="Strategy">The strategy that its configuration names.</param>
public sealed record StrategyFailedShown(QueueName Queue, string Strategy) : FeedItem;

/// <summary>One of the viewer's sessions was closed by the floor. Seen by whose it is.</summary>
/// <param name="Session">Which session.</param>
/// <param name="Cause">Why: another was opened where one is allowed, or the agent is signed out.</param>
public sealed record SessionShown(long Session, SessionEnd Cause) : FeedItem;

/// <summary>
/// A supervisor's snapshot lists 1,000 contacts at most, and so many are not in it. Each is shown once it changes.
/// </summary>
/// <param name="Count">How many.</param>
public sealed record ContactsOmitted(int Count) : FeedItem;

/// <summary>
/// A line was added to a conversation. Seen by everybody who is in the chat; a whisper and a notice to agents, not by
/// the customer.
/// </summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Line">The line.</param>
public sealed record LineShown(ChatId Chat, TranscriptLine Line) : FeedItem;

/// <summary>
/// A line that was shown before reads otherwise from now on: with what was said later it was part of a card number, or
/// of what goes with a card; or a rescan has masked it, or withdrawn the attachment that it was. Seen by whoever sees
/// such a line; it takes the place of the line with its sequence.
/// </summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Line">The line, masked.</param>
public sealed record LineRedacted(ChatId Chat, TranscriptLine Line) : FeedItem;

/// <summary>
/// Somebody has come further in a conversation: replaces their mark in <see cref="ChatShown.Marks"/>. Seen by the
/// customer and the agents in the chat.
/// </summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Mark">Whose, and how far.</param>
public sealed record MarkShown(ChatId Chat, LineMark Mark) : FeedItem;

/// <summary>
/// Somebody is typing. Seen by everybody else in the conversation; kept nowhere, and gone by itself.
/// </summary>
/// <param name="Chat">In which chat.</param>
/// <param name="Who">Who: never what.</param>
/// <param name="Until">When a screen takes it away, unless it is told again.</param>
public sealed record TypingShown(ChatId Chat, Actor Who, DateTimeOffset Until) : FeedItem;

/// <summary>
/// An attachment on its way. Seen by whoever sent it; everybody else in the chat sees it once it is delivered, as a
/// line.
/// </summary>
/// <param name="Chat">In which chat.</param>
/// <param name="File">Its number on the floor.</param>
/// <param name="Length">In bytes.</param>
/// <param name="State">Scanning, delivered as a line, or blocked.</param>
/// <param name="Code">
/// Why it is blocked: the scanner's code, as <c>card-number</c>; <c>unreadable</c>, <c>scan-timeout</c>,
/// <c>store-failed</c> or <c>chat-ended</c>. On its way to be delivered: <c>masked</c>, where a masked copy takes its
/// place. Null else.
/// </param>
/// <param name="Name">What it is called, redacted.</param>
public sealed record AttachmentShown(
    ChatId Chat, long File, long Length, AttachmentState State, string? Code, string? Name = null) : FeedItem;
