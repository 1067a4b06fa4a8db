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
        var begin = new Place(contact.Place.Band, long.MinValue, long.MinValue);
        var heads = new PriorityQueue<SortedRuns<Place, WaitingContact>.Enumerator, Place>();
        var ahead = 0;
        foreach (var need in _lists.All)
        {
            ahead += need.Contacts.CountBefore(begin);
            var contacts = need.Contacts.From(begin);
            if (contacts.MoveNext())
            {
                heads.Enqueue(contacts, contacts.Current.Key);
            }
        }

        Place? before = null;
        while (heads.TryDequeue(out var contacts, out var place) && place.Band == begin.Band)
        {
            if (contacts.Current.Value != contact)
            {
                if (ahead >= position - 1)
                {
                    return (before, place);
                }

                (before, ahead) = (place, ahead + 1);
            }

            if (contacts.MoveNext())
            {
                heads.Enqueue(contacts, contacts.Current.Key);
            }
        }

        return (before, null);
    }
}
