using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>
/// A queue that is no longer configured and still has contacts. It takes no new ones, and is closed once the last is
/// looked after.
/// </summary>
/// <param name="was">How it worked.</param>
/// <param name="heir">Where its contacts go; null where they end.</param>
internal sealed class ClosingQueue(QueueProfile was, QueueName? heir)
{
    internal QueueProfile Was { get; } = was;

    internal QueueName? Heir { get; } = heir;

    /// <summary>The contacts that are not over and belong to it, or are handed to it. Derived from the chats.</summary>
    internal SortedSet<long> Contacts { get; } = [];

    /// <summary>Those of them for whom something is to be done now.</summary>
    internal SortedSet<long> Due { get; } = [];
}
