namespace ContactCenter.Wire;

/// <summary>A supervisor makes an agent available.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Reason">Why, as a code; null for no reason.</param>
public sealed record SetAgentAvailableVerb(AgentId Agent, string? Reason = null) : Verb;

/// <summary>A supervisor makes an agent idle.</summary>
/// <param name="Agent">Which agent.</param>
/// <param name="Code">The idle code; null for the floor's default.</param>
/// <param name="Reason">Why, as a code; null for no reason.</param>
public sealed record SetAgentIdleVerb(AgentId Agent, string? Code = null, string? Reason = null) : Verb;

/// <summary>A supervisor signs an agent out.</summary>
/// <param name="Agent">Which agent.</param>
public sealed record SignAgentOutVerb(AgentId Agent) : Verb;

/// <summary>A supervisor asks what waits in a queue.</summary>
/// <param name="Queue">Which queue.</param>
/// <param name="Limit">How many contacts at most, 1 to 1,000.</param>
public sealed record WaitingVerb(QueueName Queue, int Limit = 100) : Verb
{
    internal override string? FieldOutOfBounds => Limit is < 1 or > 1_000 ? "limit" : null;
}

/// <summary>A supervisor asks why a contact is still waiting, or why it is offered to whom it is.</summary>
/// <param name="Chat">Which contact.</param>
public sealed record ExplainVerb(ChatId Chat) : Verb;
