using System.Runtime.CompilerServices;
using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Routing;

namespace ContactCenter.Testing;

/// <summary>Where contacts stand, whom they ask for, and when waiting changes that.</summary>
internal static partial class Invariants
{
    // What is said of agents is text, and is read once.
    private static readonly ConditionalWeakTable<AgentProfile, AttributeBag> Bags = [];

    /// <summary>Told a second time: where a contact stands by its priority, and by how much that is worth.</summary>
    private static Place PlaceOf(FloorView view, ChatSession chat)
    {
        var queue = view.QueueOf(chat.WaitsIn)!;
        var given = chat.Seating?.Place;
        var since = (given?.Since ?? chat.QueuedAt.UtcTicks) - queue.HeadStart.Ticks;
        var order = given?.Order ?? chat.Number << 20;
        return queue.PriorityWorth is { } worth
            ? new Place(0, since - (chat.Wishes.Priority * worth.Ticks), order)
            : new Place(-chat.Wishes.Priority, since, order);
    }

    /// <summary>Told a second time: to how many agents a contact may be offered at the same time.</summary>
    internal static int Wanted(QueueProfile queue, int widened)
    {
        var (offers, isBroadcast) = (queue.ParallelOffers, queue.Mode == QueueMode.Broadcast);
        var first = offers.AddEvery is null ? offers.Max : offers.Min;
        return isBroadcast ? queue.BroadcastLimit : first + widened < offers.Max ? first + widened : offers.Max;
    }

    /// <summary>Told a second time: whether an agent is what a contact asks for, after so long a wait.</summary>
    internal static bool Suits(AgentProfile agent, QueueProfile queue, ContactWishes wishes, TimeSpan waited)
    {
        foreach (var membership in agent.Memberships)
        {
            if (membership.Queue == queue.Name && membership.Delay > waited)
            {
                return false;
            }
        }

        return !wishes.Excluded.Contains(agent.Id)
            && (wishes.Reserved is null || wishes.Reserved == agent.Id || wishes.ReservedFor <= waited)
            && (wishes.Requirements.IsEmpty || Fits(BagOf(agent), queue, wishes, waited));
    }

    private static AttributeBag BagOf(AgentProfile agent) => Bags.GetValue(agent, static profile => profile.Bag());

    private static bool Fits(AttributeBag agent, QueueProfile queue, ContactWishes wishes, TimeSpan waited)
    {
        var (dropped, end) = (default(HashSet<string>), TimeSpan.Zero);
        foreach (var ring in queue.Rings)
        {
            end += ring.For;
            if (end > waited)
            {
                break;
            }

            (dropped ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(ring.Drops);
        }

        foreach (var (requirement, period) in wishes.Requirements)
        {
            if (!(period <= waited) && !Holds(requirement, dropped, agent))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(Requirement requirement, HashSet<string>? dropped, AttributeBag agent)
    {
        foreach (var one in requirement.Conjuncts)
        {
            if ((dropped is null || one.Without(dropped) != Requirement.Anyone) && !one.Matches(agent))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Told a second time: when waiting next changes something for a contact.</summary>
    private static DateTimeOffset? NextChange(FloorView view, ChatSession chat)
    {
        var (wishes, waited, next) = (chat.Wishes, chat.Waited, default(TimeSpan?));
        foreach (var delay in view.DelaysOf(chat.WaitsIn))
        {
            Consider(delay);
        }

        foreach (var (_, period) in wishes.Requirements)
        {
            Consider(period);
        }

        Consider(wishes.Reserved is null ? null : wishes.ReservedFor);
        if (!wishes.Requirements.IsEmpty)
        {
            var over = TimeSpan.Zero;
            foreach (var ring in view.QueueOf(chat.WaitsIn)!.Rings)
            {
                over += ring.For;
                Consider(over);
            }
        }

        var until = chat.WaitedSince + next;
        foreach (var one in chat.Withheld ?? [])
        {
            until = Earliest(until, one.Until);
        }

        return until;

        void Consider(TimeSpan? after) => next = after > waited && !(next <= after) ? after : next;
    }

    /// <summary>
    /// A closed queue in which somebody waits who goes on to one that is open, and has room or overflows.
    /// </summary>
    private static QueueName? Overflowing(FloorView view)
    {
        foreach (var (queue, door) in view.Floor.Doors)
        {
            if (!door.IsOpen && view.Counts.Of(queue).Queued > 0
                && FirstOpen(view, view.Floor.Queues[queue], []) is { } open && TakesIn(view, open))
            {
                return queue;
            }
        }

        return null;
    }

    /// <summary>Told a second time: where contacts of a queue go on to while it is closed.</summary>
    private static QueueProfile? FirstOpen(FloorView view, QueueProfile queue, HashSet<string> seen) =>
        view.Floor.DoorOf(queue.Name).IsOpen ? queue
        : queue.ClosedAction == ClosedAction.Overflow && seen.Add(queue.Name)
            ? FirstOpen(view, view.Floor.Queues[queue.ClosedOverflow!], seen)
        : null;

    /// <summary>Told a second time: whether who comes to a queue finds room, there or where it overflows to.</summary>
    private static bool TakesIn(FloorView view, QueueProfile queue)
    {
        var length = view.Counts.Of(queue.Name).Length;
        return !(length >= queue.MaxLength)
            || (queue.OverflowTo is { } to
                && (view.Floor.DoorOf(to).IsOpen || view.Floor.Queues[to].ClosedAction == ClosedAction.Wait)
                && TakesIn(view, view.Floor.Queues[to]));
    }
}
