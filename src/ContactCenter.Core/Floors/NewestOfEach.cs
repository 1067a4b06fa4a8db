using System.Collections;

namespace ContactCenter.Floors;

/// <summary>
/// What is kept of many: the newest for each key, in the order in which it was kept, and so many at most.
/// </summary>
internal sealed class NewestOfEach<TKey, T>(Func<T, TKey> keyOf, int most) : IReadOnlyCollection<T>
    where TKey : notnull
{
    private readonly LinkedList<T> _kept = [];
    private readonly Dictionary<TKey, LinkedListNode<T>> _index = [];

    public int Count => _kept.Count;

    internal LinkedListNode<T>? Oldest => _kept.First;

    internal LinkedListNode<T>? Of(TKey key) => _index.GetValueOrDefault(key);

    /// <summary>Keeps one as the newest; where there are too many, the oldest is forgotten.</summary>
    internal void Keep(T one)
    {
        var key = keyOf(one);
        if (Of(key) is { } before)
        {
            Forget(before);
        }

        _index.Add(key, _kept.AddLast(one));
        if (Count > most)
        {
            Forget(_kept.First!);
        }
    }

    /// <summary>Puts another in the place of one, under a key that is free.</summary>
    internal void Change(LinkedListNode<T> kept, T one)
    {
        _index.Remove(keyOf(kept.Value));
        _index.Add(keyOf(one), kept);
        kept.Value = one;
    }

    internal void Forget(LinkedListNode<T> kept)
    {
        _index.Remove(keyOf(kept.Value));
        _kept.Remove(kept);
    }

    internal void Forget(Func<T, bool> which)
    {
        for (var kept = _kept.First; kept is not null;)
        {
            var next = kept.Next;
            if (which(kept.Value))
            {
                Forget(kept);
            }

            kept = next;
        }
    }

    public IEnumerator<T> GetEnumerator() => _kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
