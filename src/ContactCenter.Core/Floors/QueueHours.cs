using ContactCenter.Hours;

namespace ContactCenter.Floors;

/// <summary>When a queue is open.</summary>
/// <param name="Queue">Which queue.</param>
/// <param name="Hours">Its opening hours as they were configured; null where it is always open.</param>
/// <param name="IsOpen">It is open now: contacts are offered from it.</param>
/// <param name="NextChange">When it closes, or opens; null for never.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record QueueHours(QueueName Queue, OpeningHours? Hours, bool IsOpen, DateTimeOffset? NextChange);
