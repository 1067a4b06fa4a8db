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

    private readonly NewestOfEach<(CustomerId, QueueName), KeptPlace> _places =
        new(static place => (place.Customer, place.Queue), Most);

    public int Count => _places.Count;

    internal KeptPlace? Of(CustomerId customer, QueueName queue) => _places.Of((customer, queue))?.Value;

    /// <summary>Keeps a place; where there are too many, the oldest is forgotten.</summary>
    internal void Keep(KeptPlace place) => _places.Keep(place);

    /// <summary>They are back in a queue: the place is theirs no more, there or where else they had it.</summary>
    internal void ComeBack(CustomerId customer, QueueName queue)
    {
        if (_places.Of((customer, queue)) is { } place)
        {
            foreach (var other in new[] { place.Previous, place.Next, place })
            {
                if (other?.Value.Chat == place.Value.Chat)
                {
                    _places.Forget(other);
                }
            }
        }
    }

    /// <summary>The places in queues that are replaced are kept in those that replace them.</summary>
    internal void Move(IReadOnlyDictionary<QueueName, QueueName> heirs)
    {
        // Listed before: the one that comes next may be the other place of a customer, and be gone.
        var moving = heirs.Count == 0 ? [] : _places.Where(place => heirs.ContainsKey(place.Queue)).ToArray();
        foreach (var was in moving)
        {
            if (_places.Of((was.Customer, was.Queue)) is { } place)
            {
                Move(place, was with { Queue = heirs[was.Queue] });
            }
        }
    }

    /// <summary>Forgets those that nobody can come back to any more.</summary>
    internal void ForgetStale(DateTimeOffset now)
    {
        while (_places.Oldest is { } oldest && oldest.Value.LeftAt + Longest <= now)
        {
            _places.Forget(oldest);
        }
    }

    internal void Forget(Func<KeptPlace, bool> which) => _places.Forget(which);

    public IEnumerator<KeptPlace> GetEnumerator() => _places.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Move(LinkedListNode<KeptPlace> place, KeptPlace moved)
    {
        var other = _places.Of((moved.Customer, moved.Queue));
        if (other is not null && !moved.IsLaterThan(other.Value))
        {
            _places.Forget(place);
            return;
        }

        if (other is not null)
        {
            _places.Forget(other);
        }

        _places.Change(place, moved);
    }
}
