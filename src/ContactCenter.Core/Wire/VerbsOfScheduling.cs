namespace ContactCenter.Wire;

/// <summary>A supervisor sets a contact aside: it is offered to nobody until it is activated.</summary>
/// <param name="Chat">Which contact.</param>
public sealed record SuspendVerb(ChatId Chat) : Verb;

/// <summary>A supervisor lets a contact wait in its queue that was set aside, or is for later.</summary>
/// <param name="Chat">Which contact.</param>
public sealed record ActivateVerb(ChatId Chat) : Verb;

/// <summary>A customer, or a supervisor for them, asks to be called back instead of waiting.</summary>
/// <param name="Chat">Which contact.</param>
/// <param name="DueAt">When, at most 90 days ahead; null to keep its place.</param>
public sealed record CallBackVerb(ChatId Chat, DateTimeOffset? DueAt = null) : Verb;

/// <summary>A supervisor ends a contact that no agent has.</summary>
/// <param name="Chat">Which contact.</param>
/// <param name="Reasons">Codes of the floor's wrap-up reasons; null for no reason.</param>
public sealed record CancelVerb(ChatId Chat, IReadOnlyList<string>? Reasons = null) : Verb
{
    internal override string? FieldOutOfBounds => Reasons?.Contains(null!) == true ? "reasons" : null;
}

/// <summary>A supervisor asks for the contacts that are for later, or were set aside, page by page.</summary>
/// <param name="Queue">Only those of this queue; null for all.</param>
/// <param name="Channel">Only those of this channel; null for all.</param>
/// <param name="From">Only those scheduled for this instant or a later one; null for all.</param>
/// <param name="Last">The last contact of the page before; null for the first page.</param>
/// <param name="LastFor">For when that was scheduled; null where it never was.</param>
/// <param name="Limit">How many at most, 1 to 1,000.</param>
public sealed record ScheduledVerb(
    QueueName? Queue = null,
    Channel? Channel = null,
    DateTimeOffset? From = null,
    ChatId? Last = null,
    DateTimeOffset? LastFor = null,
    int Limit = 100) : Verb
{
    internal override string? FieldOutOfBounds => Limit is < 1 or > 1_000 ? "limit" : null;
}
