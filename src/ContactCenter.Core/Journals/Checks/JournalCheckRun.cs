using System.Collections.Immutable;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;

namespace ContactCenter.Journals;

/// <summary>
/// One run of a <see cref="JournalCheck"/>: through the log for its hashes and for what was erased, then once more for
/// what stands beside it, and at last for what should not.
/// </summary>
internal sealed partial class JournalCheckRun(
    IJournal journal, FloorId floor, IPersonalDataProtector? protector, CancellationToken cancellationToken)
{
    /// <summary>How many bodies of a shelf are read at a time.</summary>
    private const int Page = 256;

    private readonly List<string> _faults = [];
    private readonly HashSet<long> _erased = [];

    // The last place on each shelf of each contact that the log knows of.
    private readonly Dictionary<(BodyShelf Shelf, long Chat), long> _last = [];
    private readonly Dictionary<ShelfPlace, UInt128> _reworded = [];

    // The digests of the record by which a name was masked last.
    private readonly Dictionary<ShelfPlace, ImmutableArray<UInt128>> _renamed = [];
    private readonly List<ShelfPlace> _otherwise = [];
    private readonly List<ShelfPlace> _missing = [];
    private readonly List<ShelfPlace> _unknown = [];
    private bool _isWhole;
    private long _start;
    private long _end;
    private long _records;
    private long _bodies;
    private long _gone;

    internal async Task<JournalCheck> RunAsync()
    {
        _isWhole = await CanAsync(ReadLogAsync).ConfigureAwait(false);
        _isWhole &= await CanAsync(ReadBesideAsync).ConfigureAwait(false);
        await CanAsync(LookForErasedAsync).ConfigureAwait(false);
        if (_isWhole)
        {
            await CanAsync(LookForMoreAsync).ConfigureAwait(false);
        }

        TellOfContacts();
        _otherwise.ForEach(place => Fault(place, "is not what the log says"));
        foreach (var place in _missing)
        {
            if (_erased.Contains(place.Chat))
            {
                _gone++;
            }
            else if (_isWhole)
            {
                // Of a log that cannot be read to its end nobody knows what it says was erased.
                Fault(place, "is missing");
            }
        }

        return new JournalCheck(_records, _bodies, _gone, _faults);
    }

    internal async Task<JournalCheck> OfLogAsync()
    {
        await CanAsync(ReadLogAsync).ConfigureAwait(false);
        return new JournalCheck(_records, _bodies, _gone, _faults);
    }

    private async Task ReadBesideAsync()
    {
        await foreach (var record in journal.ReadAsync(floor, _start, cancellationToken).ConfigureAwait(false))
        {
            if (record.Sequence > _end)
            {
                break;
            }

            var open = record with { Payload = RecordSeal.Open(record) };
            var (batch, enclosed) = (BatchCodec.Read(open), BatchCodec.ReadEnclosed(open));
            var hasCard = enclosed.Length
                > batch.Events.Count(happened => happened is FileSent or AuditNoted or ChatClosed);
            foreach (var happened in batch.Events)
            {
                if (happened is ChatClosed closed)
                {
                    await LookAtContactAsync(closed.Chat, enclosed).ConfigureAwait(false);
                }

                if (KeptBeside.PlaceOf(happened, hasCard) is { } place)
                {
                    Remember(place);
                    var reworded = _reworded.TryGetValue(place, out var digest) ? digest : default(UInt128?);
                    var sealedIn = _renamed.GetValueOrDefault(place, enclosed);
                    await LookAtAsync(
                        place, body => KeptBeside.IsTrue(body, happened, batch.At, sealedIn, reworded))
                        .ConfigureAwait(false);
                }
            }
        }
    }

    private async Task LookAtAsync(ShelfPlace place, Predicate<JournalBody> isTrue)
    {
        if (_erased.Contains(place.Chat))
        {
            _gone++;
            return;
        }

        if (await FindAsync(place with { Sequence = place.Sequence - 1 }).ConfigureAwait(false) is not [var found]
            || found.Sequence != place.Sequence)
        {
            _missing.Add(place);
            return;
        }

        try
        {
            if (await OpenAsync(found).ConfigureAwait(false) is not { } open)
            {
                _gone++;
                return;
            }

            if (isTrue(open))
            {
                _bodies++;
                return;
            }
        }
        catch (JournalFormatException)
        {
            // Not even a line.
        }

        _otherwise.Add(place);
    }

    /// <summary>What is said to be erased, and is there.</summary>
    private async Task LookForErasedAsync()
    {
        foreach (var chat in _erased)
        {
            foreach (var shelf in (BodyShelf[])[BodyShelf.Conversation, BodyShelf.Asides, BodyShelf.Files])
            {
                if (await FindAsync(new(shelf, chat, -1)).ConfigureAwait(false) is [var found, ..])
                {
                    Fault(new(shelf, chat, found.Sequence), "was erased, and is there");
                }
            }

            await CanAsync(async () =>
            {
                if (await journal.FindContactAsync(floor, chat, cancellationToken).ConfigureAwait(false) is not null)
                {
                    _faults.Add($"Contact {chat} of floor {floor} was erased, and is there.");
                }
            }).ConfigureAwait(false);
        }
    }

    /// <summary>What is there, and nothing in the log says so.</summary>
    private async Task LookForMoreAsync()
    {
        foreach (var ((shelf, chat), last) in _last)
        {
            if (!_erased.Contains(chat))
            {
                await LookThroughAsync(new(shelf, chat, last)).ConfigureAwait(false);
            }
        }

        await LookForStrangeContactsAsync().ConfigureAwait(false);
        if (_otherwise.Count + _missing.Count + _unknown.Count + _lost.Count + _strange.Count == 0)
        {
            return;
        }

        // The floor may have gone on meanwhile: what it has written, masked or erased since is true as well.
        _isWhole = await CanAsync(ReadOnAsync).ConfigureAwait(false);
        foreach (var place in _unknown)
        {
            if (!_erased.Contains(place.Chat) && place.Sequence > _last[(place.Shelf, place.Chat)])
            {
                Fault(place, "is in no record of the log");
            }
        }
    }

    private async Task LookThroughAsync(ShelfPlace last)
    {
        IReadOnlyList<JournalBody> page;
        var read = last with { Sequence = -1 };
        do
        {
            page = await FindAsync(read, Page).ConfigureAwait(false);
            foreach (var body in page)
            {
                var place = last with { Sequence = body.Sequence };
                if (place.Sequence <= read.Sequence)
                {
                    Fault(place, "is there twice");
                    continue;
                }

                read = place;
                if (place.Sequence > last.Sequence)
                {
                    _unknown.Add(place);
                }
            }
        }
        while (page.Count == Page);
    }

    private async Task ReadOnAsync()
    {
        await foreach (var record in journal.ReadAsync(floor, _end, cancellationToken).ConfigureAwait(false))
        {
            foreach (var happened in BatchCodec.Read(record with { Payload = RecordSeal.Open(record) }).Events)
            {
                Forget(happened, record);
                if (happened is ChatClosed closed)
                {
                    _closed.Add(closed.Chat);
                }

                if (KeptBeside.PlaceOf(happened, hasCard: false) is { } place)
                {
                    Remember(place);
                }
            }
        }
    }

    /// <summary>What an event takes back of what earlier ones say.</summary>
    private void Forget(Event happened, JournalRecord record)
    {
        if (happened is ContactsErased erased)
        {
            _erased.UnionWith(erased.Chats);
        }
        else if (happened is MessageRedacted masked)
        {
            var shelf = masked.IsAside ? BodyShelf.Asides : BodyShelf.Conversation;
            var place = new ShelfPlace(shelf, masked.Chat, masked.Sequence);
            _reworded[place] = masked.Digest;
            _otherwise.Remove(place);
        }
        else if (happened is CardRedacted named)
        {
            var place = KeptBeside.PlaceOf(named);
            _renamed[place] = BatchCodec.ReadEnclosed(record with { Payload = RecordSeal.Open(record) });
            _otherwise.Remove(place);
        }
    }

    private void Remember(ShelfPlace place) =>
        _last[(place.Shelf, place.Chat)] =
            Math.Max(place.Sequence, _last.GetValueOrDefault((place.Shelf, place.Chat)));

    private async Task<bool> CanAsync(Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
            return true;
        }
        catch (JournalFormatException exception)
        {
            _faults.Add(exception.Message);
            return false;
        }
    }

    private ValueTask<IReadOnlyList<JournalBody>> FindAsync(ShelfPlace after, int limit = 1) =>
        journal.ReadBodiesAsync(floor, after.Shelf, after.Chat, after.Sequence, limit, cancellationToken);

    private async ValueTask<JournalBody?> OpenAsync(JournalBody body) => body.Shelf == BodyShelf.Audit
        ? body
        : await OpenAsync(body.Chat, body.Content).ConfigureAwait(false) is { } content
            ? body with { Content = content }
            : null;

    /// <summary>Null where the key of the contact is destroyed.</summary>
    private async ValueTask<ReadOnlyMemory<byte>?> OpenAsync(long chat, ReadOnlyMemory<byte> content) =>
        protector is null
            ? content
            : await protector.UnprotectAsync(floor, chat, content, cancellationToken).ConfigureAwait(false);

    private void Fault(ShelfPlace place, string what) =>
        _faults.Add($"{place.Shelf} {place.Sequence} of contact {place.Chat} of floor {floor} {what}.");
}
