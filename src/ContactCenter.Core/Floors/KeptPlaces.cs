using System.Collections;

namespace ContactCenter.Floors;

/// <summary>The place of a customer who has left the line.</summary>
/// <param name="QueuedAt">When they had begun to wait.</param>
/// <param name="LeftAt">When they left.</param>
/// <param name="Chat">The contact that they left.</param>
internal readonly record struct KeptPlace(
    CustomerId Customer, QueueName Queue, DateTimeOffset QueuedAt, DateTimeOffset LeftAt, long Chat)
{
    /// <summary>Of two places of a customer in a queue the later counts.</summary>
    internal bool IsLaterThan(KeptPlace other) => (LeftAt, Chat).CompareTo((other.LeftAt, other.Chat)) > 0;
}

/// <summary>
/// The places of customers who have left the line a moment ago, in the order in which they left: one for each customer
/// and queue. Whoever was moved by a rule has one in the queue they came to and one in the last, next to each other.
/// </summary>
internal sealed class KeptPlaces : IReadOnlyCollection<KeptPlace>
{
    /// <summary>More than leave a large floor in an hour, at some 200 bytes each.</summary>
    internal const int Most = 10_000;

    /// <summary>The longest that any queue keeps a place.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly LinkedList<KeptPlace> _places = [];
    private readonly Dictionary<(CustomerId, QueueName), LinkedListNode<KeptPlace>> _index = [];

    public int Count => _places.Count;

    internal KeptPlace? Of(CustomerId customer, QueueName queue) =>
        _index.TryGetValue((customer, queue), out var place) ? place.Value : null;

    /// <summary>Keeps a place; where there are too many, the oldest is forgotten.</summary>
    internal void Keep(KeptPlace place)
    {
        Forget(place.Customer, place.Queue);
        _index.Add((place.Customer, place.Queue), _places.AddLast(place));
        if (Count > Most)
        {
            Forget(_places.First!);
        }
    }

    /// <summary>They are back in a queue: the place is theirs no more, there or where else they had it.</summary>
    internal void ComeBack(CustomerId customer, QueueName queue)
    {
        if (_index.TryGetValue((customer, queue), out var place))
        {
            foreach (var other in new[] { place.Previous, place.Next, place })
            {
                if (other?.Value.Chat == place.Value.Chat)
                {
                    Forget(other);
                }
            }
        }
    }

    /// <summary>The places in queues that are replaced are kept in those that replace them.</summary>
    internal void Move(IReadOnlyDictionary<QueueName, QueueName> heirs)
    {
        for (var place = heirs.Count == 0 ? null : _places.First; place is not null;)
        {
            var (next, was) = (place.Next, place.Value);
            if (heirs.TryGetValue(was.Queue, out var heir))
            {
                Move(place, was with { Queue = heir });
            }

            place = next;
        }
    }

    private void Move(LinkedListNode<KeptPlace> place, KeptPlace moved)
    {
        if (_index.TryGetValue((moved.Customer, moved.Queue), out var other))
        {
            if (!moved.IsLaterThan(other.Value))
            {
                Forget(place);
                return;
            }

            Forget(other);
        }

        _index.Remove((moved.Customer, place.Value.Queue));
        _index.Add((moved.Customer, moved.Queue), place);
        place.Value = moved;
    }

    private void Forget(CustomerId customer, QueueName queue)
    {
        if (_index.TryGetValue((customer, queue), out var place))
        {
            Forget(place);
        }
    }

    /// <summary>Forgets those that nobody can come back to any more.</summary>
    internal void ForgetStale(DateTimeOffset now)
    {
        while (_places.First is { } oldest && oldest.Value.LeftAt + Longest <= now)
        {
            Forget(oldest);
        }
    }

    internal void Forget(Func<KeptPlace, bool> which)
    {
        for (var place = _places.First; place is not null;)
        {
            var next = place.Next;
            if (which(place.Value))
            {
                Forget(place);
            }

            place = next;
        }
    }

    public IEnumerator<KeptPlace> GetEnumerator() => _places.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Forget(LinkedListNode<KeptPlace> place)
    {
        _index.Remove((place.Value.Customer, place.Value.Queue));
        _places.Remove(place);
    }
}
