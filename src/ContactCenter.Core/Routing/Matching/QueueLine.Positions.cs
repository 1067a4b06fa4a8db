namespace ContactCenter.Routing;

/// <summary>Who stands where in the line.</summary>
internal sealed partial class QueueLine
{
    /// <summary>
    /// Between whom a contact comes to stand at a position: counted over the whole line, from 1, and held within those
    /// of its own priority.
    /// </summary>
    /// <returns>The place before it and the one behind it, of its own priority; null where there is none.</returns>
    internal (Place? Before, Place? Behind) Around(WaitingContact contact, int position)
    {
        var (begin, before) = (Place.First with { Band = contact.Place.Band }, default(Place?));
        var ahead = CountBefore(begin);
        foreach (var (place, other) in From(begin).TakeWhile(entry => entry.Key.Band == begin.Band))
        {
            if (other == contact)
            {
                continue;
            }

            if (ahead >= position - 1)
            {
                return (before, place);
            }

            (before, ahead) = (place, ahead + 1);
        }

        return (before, null);
    }

    /// <summary>How many stand before a place.</summary>
    internal int CountBefore(Place place) => _lists.All.Sum(need => need.Contacts.CountBefore(place));

    /// <summary>Those who stand from a place on, in order: what each need has next, the soonest first.</summary>
    private IEnumerable<SortedRun<Place, WaitingContact>.Entry> From(Place place)
    {
        var heads = new PriorityQueue<SortedRuns<Place, WaitingContact>.Enumerator, Place>();
        foreach (var need in _lists.All)
        {
            Queue(need.Contacts.From(place));
        }

        while (heads.TryDequeue(out var contacts, out _))
        {
            yield return contacts.Current;
            Queue(contacts);
        }

        void Queue(SortedRuns<Place, WaitingContact>.Enumerator contacts)
        {
            if (contacts.MoveNext())
            {
                heads.Enqueue(contacts, contacts.Current.Key);
            }
        }
    }
}
