using System.Collections;

namespace ContactCenter.Floors;

/// <summary>The place of a customer who has left the line.</summary>
/// <param name="QueuedAt">When they had begun to wait.</param>
/// <param name="LeftAt">When they left.</param>
internal readonly record struct KeptPlace(
    CustomerId Customer, QueueName Queue, DateTimeOffset QueuedAt, DateTimeOffset LeftAt);

/// <summary>
/// The places of customers who have left the line a moment ago, in the order in which they left: one for each customer
/// and queue.
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

    internal void Forget(CustomerId customer, QueueName queue)
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
