using System.Collections.Immutable;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Floors;

/// <summary>Queues that ask for less and less: ring by ring, on the age of the contact.</summary>
internal sealed partial class Floor
{
    private ImmutableArray<RoutingRing> RingsOf(QueueName queue) => RuleOf(queue)?.Rings ?? [];

    /// <summary>After how long a wait its queue asks for less; null for never, or where nothing is asked for.</summary>
    private TimeSpan? RingEndsAfter(ChatSession chat) =>
        chat.Wishes.Requirements.IsEmpty ? null : RoutingRing.EndsAfter(RingsOf(chat.WaitsIn), chat.Waited);
}
