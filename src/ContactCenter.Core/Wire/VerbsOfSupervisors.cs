using ContactCenter.Floors;

namespace ContactCenter.Wire;

/// <summary>A supervisor makes an agent available.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Reason">Why, as a code; null for no reason.</param>
/// <param name="Channel">One channel; null for all. With a channel no reason is kept.</param>
/// <param name="Queue">One queue, to resume; null for all. Not with a channel.</param>
public sealed record SetAgentAvailableVerb(
    AgentId Agent, string? Reason = null, Channel? Channel = null, QueueName? Queue = null) : Verb
{
    internal override string? FieldOutOfBounds => Channel is not null && Queue is not null ? "queue" : null;
}

/// <summary>A supervisor makes an agent idle.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Code">The idle code; null for the floor's default.</param>
/// <param name="Reason">Why, as a code; null for no reason.</param>
/// <param name="Channel">One channel; null for all. With a channel no reason is kept.</param>
/// <param name="Queue">One queue, to pause; null for all. Not with a channel.</param>
public sealed record SetAgentIdleVerb(
    AgentId Agent, string? Code = null, string? Reason = null, Channel? Channel = null, QueueName? Queue = null)
    : Verb
{
    internal override string? FieldOutOfBounds => Channel is not null && Queue is not null ? "queue" : null;
}

/// <summary>A supervisor signs an agent out.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Reason">Why, as a code; null for no reason.</param>
public sealed record SignAgentOutVerb(AgentId Agent, string? Reason = null) : Verb;

/// <summary>A supervisor asks what waits in a queue.</summary>
/// <param name="Queue">Which queue.</param>
/// <param name="Limit">How many contacts at most, 1 to 1,000.</param>
public sealed record WaitingVerb(QueueName Queue, int Limit = 100) : Verb
{
    internal override string? FieldOutOfBounds => Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>A supervisor asks when a queue is open, and whether it is now.</summary>
/// <param name="Queue">Which queue.</param>
public sealed record QueueHoursVerb(QueueName Queue) : Verb;

/// <summary>
/// A supervisor asks why a contact is still waiting, or is for later, set aside or with the bot; or why it is offered
/// to whom it is.
/// </summary>
/// <param name="Chat">Which contact.</param>
public sealed record ExplainVerb(ChatId Chat) : Verb;

/// <summary>A supervisor begins to read a chat along.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record MonitorVerb(ChatId Chat) : Verb;

/// <summary>A supervisor joins a conversation.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record BargeInVerb(ChatId Chat) : Verb;

/// <summary>A supervisor goes again.</summary>
/// <param name="Chat">Which chat.</param>
public sealed record StopMonitoringVerb(ChatId Chat) : Verb;

/// <summary>A supervisor says something to the agents of a chat.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Text">What, as it was typed.</param>
public sealed record WhisperVerb(ChatId Chat, string Text) : Verb;

/// <summary>
/// A supervisor with the right to it, or the host, asks what a token stands for; that they did is in the audit trail
/// first.
/// </summary>
/// <param name="Chat">The contact in which it was said.</param>
/// <param name="Token">The token as it stands in the transcript, <c>[card-number:KQXM…]</c>.</param>
/// <param name="Purpose">What for, as it was typed. 1 to 500 characters.</param>
public sealed record RevealVerb(ChatId Chat, string Token, string Purpose) : Verb;

/// <summary>A supervisor ends a chat and submits every wrap-up that is due for it.</summary>
/// <param name="Chat">Which chat.</param>
/// <param name="Reasons">Codes of the floor's wrap-up reasons; null for the default reason.</param>
public sealed record CompleteVerb(ChatId Chat, IReadOnlyList<string>? Reasons = null) : Verb
{
    internal override string? FieldOutOfBounds => Reasons?.Contains(null!) == true ? "reasons" : null;
}

/// <summary>A supervisor asks for the signed-in agents of their teams.</summary>
/// <param name="Limit">How many at most, 1 to 1,000.</param>
public sealed record AgentsVerb(int Limit = 500) : Verb
{
    internal override string? FieldOutOfBounds => Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>A supervisor asks for the contacts that wait, run, are in wrap-up, or are for later.</summary>
/// <param name="List">Which of the four.</param>
/// <param name="Limit">How many at most, 1 to 1,000.</param>
public sealed record ContactsVerb(ContactList List, int Limit = 100) : Verb
{
    internal override string? FieldOutOfBounds => Limit is < 1 or > 1_000 ? "limit" : null;
}
