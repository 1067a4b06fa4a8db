namespace ContactCenter.Wire;

/// <summary>A supervisor, or an agent who serves it, asks how a queue stands and has done.</summary>
/// <param name="Queue">Which queue.</param>
public sealed record QueueStatisticsVerb(QueueName Queue) : Verb;

/// <summary>A supervisor asks how the queues stand, an agent how theirs do; by name, page by page.</summary>
/// <param name="Offset">How many to leave out from the beginning.</param>
/// <param name="Limit">How many at most, 1 to 100.</param>
public sealed record QueuesVerb(int Offset = 0, int Limit = 50) : Verb
{
    internal override string? FieldOutOfBounds => Offset < 0 ? "offset" : Limit is < 1 or > 100 ? "limit" : null;
}

/// <summary>Somebody asks where a contact stands in its line, and how long it will probably wait.</summary>
/// <param name="Chat">Which contact.</param>
public sealed record EstimateVerb(ChatId Chat) : Verb;

/// <summary>An agent asks what they have done today, or a supervisor what an agent has.</summary>
/// <param name="Agent">Which agent; null for the agent who asks.</param>
public sealed record AgentStatisticsVerb(AgentId? Agent = null) : Verb;

/// <summary>An agent asks why they are, or are not, offered something, or a supervisor why an agent is.</summary>
/// <param name="Agent">Which agent; null for the agent who asks.</param>
public sealed record ExplainAgentVerb(AgentId? Agent = null) : Verb;
