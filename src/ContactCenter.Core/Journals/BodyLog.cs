using System.Runtime.InteropServices;

namespace ContactCenter.Journals;

/// <summary>The bodies and closed contacts of one floor in memory. Not safe for more than one thread.</summary>
internal sealed class BodyLog
{
    /// <summary>How many entries of the audit trail are kept.</summary>
    private const int MaxAudit = 100_000;

    // The audit trail outlives what stands beside it, and one entry would keep all of a chunk.
    private readonly (ByteLog Bodies, ByteLog Audit) _bytes = (new(), new());
    private readonly Dictionary<(BodyShelf, long), List<(long Sequence, BytePlace Place)>> _bodies = [];
    private readonly Dictionary<long, JournalContact> _contacts = [];
    private readonly Dictionary<CustomerId, List<long>> _ofCustomer = [];
    private readonly SortedSet<(DateTimeOffset At, long Chat)> _closed = [];

    internal void Add(in JournalBody body)
    {
        if (body.Replaces)
        {
            Replace(body);
            return;
        }

        ref var shelf = ref CollectionsMarshal.GetValueRefOrAddDefault(_bodies, (body.Shelf, body.Chat), out _);
        (shelf ??= []).Add((body.Sequence, On(body.Shelf).Write(body.Content.Span)));
        if (body.Shelf == BodyShelf.Audit && shelf.Count > 2 * MaxAudit)
        {
            Wipe(body.Shelf, shelf[..MaxAudit]);
            shelf.RemoveRange(0, MaxAudit);
        }
    }

    internal void Add(in JournalContact contact)
    {
        // What is given is the caller's again afterwards.
        _contacts[contact.Chat] = contact with { Content = contact.Content.ToArray() };
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofCustomer, contact.Customer, out _);
        (same ??= []).Add(contact.Chat);
        _closed.Add((contact.ClosedAt, contact.Chat));
    }

    internal void Erase(long chat)
    {
        foreach (var shelf in (BodyShelf[])[BodyShelf.Conversation, BodyShelf.Asides, BodyShelf.Files])
        {
            if (_bodies.Remove((shelf, chat), out var gone))
            {
                Wipe(shelf, gone);
            }
        }

        if (_contacts.Remove(chat, out var contact))
        {
            _closed.Remove((contact.ClosedAt, chat));
            var same = _ofCustomer[contact.Customer];
            same.Remove(chat);
            if (same.Count == 0)
            {
                _ofCustomer.Remove(contact.Customer);
            }
        }
    }

    internal JournalBody[] Read(BodyShelf shelf, long chat, long after, int limit)
    {
        if (!_bodies.TryGetValue((shelf, chat), out var bodies))
        {
            return [];
        }

        var start = FirstAfter(bodies, after);
        var read = new JournalBody[Math.Min(limit, bodies.Count - start)];
        for (var index = 0; index < read.Length; index++)
        {
            var (sequence, place) = bodies[start + index];

            // A copy: what is wiped meanwhile must not be wiped under whoever reads it.
            read[index] = new JournalBody(shelf, chat, sequence, On(shelf).Read(place).ToArray());
        }

        return read;
    }

    internal JournalContact? Find(long chat) =>
        _contacts.TryGetValue(chat, out var contact) ? contact : default(JournalContact?);

    internal JournalContact[] Of(CustomerId customer, long before, int limit) =>
    [
        .. (_ofCustomer.GetValueOrDefault(customer) ?? []).Where(chat => chat < before)
            .OrderDescending().Take(limit).Select(chat => _contacts[chat]),
    ];

    internal JournalContact[] ClosedBefore(DateTimeOffset instant, int skip, int limit) =>
    [
        .. _closed.TakeWhile(closed => closed.At < instant)
            .Skip(skip).Take(limit).Select(closed => _contacts[closed.Chat]),
    ];

    private void Replace(in JournalBody body)
    {
        if (_bodies.TryGetValue((body.Shelf, body.Chat), out var shelf)
            && FirstAfter(shelf, body.Sequence - 1) is var index
            && index < shelf.Count && shelf[index].Sequence == body.Sequence)
        {
            On(body.Shelf).Wipe(shelf[index].Place);
            shelf[index] = (body.Sequence, On(body.Shelf).Write(body.Content.Span));
        }
    }

    private ByteLog On(BodyShelf shelf) => shelf == BodyShelf.Audit ? _bytes.Audit : _bytes.Bodies;

    private void Wipe(BodyShelf shelf, List<(long Sequence, BytePlace Place)> bodies)
    {
        foreach (var (_, place) in bodies)
        {
            On(shelf).Wipe(place);
        }
    }

    private static int FirstAfter(List<(long Sequence, BytePlace Place)> bodies, long after)
    {
        var (low, high) = (0, bodies.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = bodies[middle].Sequence > after ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
