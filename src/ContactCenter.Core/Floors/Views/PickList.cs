namespace ContactCenter.Floors;

/// <summary>What an agent may choose from: the contacts that wait in their manual queues, in order.</summary>
/// <param name="Waiting">One page of them.</param>
/// <param name="Offset">How many come before this page.</param>
/// <param name="Total">How many there are on all pages; counted up to 11,000.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record PickList(IReadOnlyList<ChatShown> Waiting, int Offset, int Total);
