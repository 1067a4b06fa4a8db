using System.Runtime.InteropServices;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Runtime;

/// <summary>Encodes batches and appends them, and finds out what became of an append that gave no answer.</summary>
internal sealed class JournalAppender(
    FloorId floor, IJournal journal, JournalHead head, byte[] link, JournalWatch? watch = null)
{
    // Records stand right after one another, so that their append is hashed in one go.
    private readonly RecordWriter _log = new();
    private readonly RecordWriter _beside = new();
    private readonly List<JournalRecord> _records = [];
    private readonly List<JournalBody> _bodies = [];
    private readonly List<JournalContact> _contacts = [];
    private readonly List<long> _erased = [];
    private readonly List<Range> _recordPlaces = [];
    private readonly List<Range> _bodyPlaces = [];
    private readonly List<Range> _contactPlaces = [];
    private readonly List<UInt128> _digests = [];
    private JournalHead _head = head;
    private long _acknowledged = head.Sequence;
    private byte[] _link = link;

    /// <summary>The last record that somebody may have been told of.</summary>
    internal long Acknowledged => Volatile.Read(ref _acknowledged);

    internal async ValueTask AppendAsync(List<Batch> batches)
    {
        Encode(batches);
        var append = new JournalAppend(_head, _records, _bodies, _contacts, _erased);
        try
        {
            if (!await journal.AppendAsync(floor, append, CancellationToken.None).ConfigureAwait(false))
            {
                throw new FloorStoppedException($"Floor {floor} is written by another owner.");
            }
        }
        catch (Exception exception) when (exception is not FloorStoppedException)
        {
            await ResolveAsync(append, exception).ConfigureAwait(false);
        }

        _head = _head with { Sequence = _head.Sequence + _records.Count };
        Volatile.Write(ref _acknowledged, _head.Sequence);
    }

    /// <summary>What was acknowledged is not there any more: whoever goes on here would lose it for ever.</summary>
    internal static FloorStoppedException TailLost(FloorId floor, long acknowledged, long end) => new(
        $"JournalTailLost: floor {floor} has acknowledged record {acknowledged}, and its journal ends at {end}.");

    /// <summary>
    /// The append may have happened. The head tells: moved as far as ours would, it did; unmoved, the identical
    /// append is sent once more, and the fence keeps it from counting twice. Nothing is asked where the journal has
    /// been given up: whoever did so has said that the outcome is not known.
    /// </summary>
    private async Task ResolveAsync(JournalAppend append, Exception cause)
    {
        try
        {
            var now = await Asked().ReadHeadAsync(floor, CancellationToken.None).ConfigureAwait(false);
            if (now.Sequence < _head.Sequence)
            {
                throw TailLost(floor, _head.Sequence, now.Sequence);
            }

            var committed = now == _head with { Sequence = _head.Sequence + append.Records.Count };
            if (committed
                || (now == _head && await Asked().AppendAsync(floor, append, CancellationToken.None)
                    .ConfigureAwait(false)))
            {
                return;
            }
        }
        catch (Exception exception) when (exception is not FloorStoppedException)
        {
            throw new FloorStoppedException($"The journal of floor {floor} gives no answer.", exception);
        }

        throw new FloorStoppedException($"The journal of floor {floor} holds something else.", cause);
    }

    private IJournal Asked() => watch is { IsGivenUp: true }
        ? throw new FloorStoppedException($"The journal of floor {floor} has been given up.")
        : journal;

    private void Encode(List<Batch> batches)
    {
        Clear();
        for (var index = 0; index < batches.Count; index++)
        {
            Encode(batches[index], isLast: index == batches.Count - 1);
        }

        // All is written before anything is sliced: the buffer moves while it grows.
        for (var index = 0; index < _records.Count; index++)
        {
            _records[index] = _records[index] with { Payload = _log.Slice(_recordPlaces[index]) };
        }

        for (var index = 0; index < _bodies.Count; index++)
        {
            _bodies[index] = _bodies[index] with { Content = _beside.Slice(_bodyPlaces[index]) };
        }

        for (var index = 0; index < _contacts.Count; index++)
        {
            _contacts[index] = _contacts[index] with { Content = _beside.Slice(_contactPlaces[index]) };
        }
    }

    private void Clear()
    {
        _log.Clear();
        _beside.Clear();
        _records.Clear();
        _bodies.Clear();
        _contacts.Clear();
        _erased.Clear();
        _recordPlaces.Clear();
        _bodyPlaces.Clear();
        _contactPlaces.Clear();
    }

    private void Encode(Batch batch, bool isLast)
    {
        // First, for a card stands before the lines of its conversation, and the record carries its digest.
        _digests.Clear();
        if (batch.Enclosed != Enclosures.None)
        {
            Encode(batch.Enclosed);
        }

        for (var index = 0; index < batch.Lines.Count; index++)
        {
            var line = batch.Lines[index];
            _bodies.Add(new JournalBody(line.Shelf, line.Chat, line.Sequence, default, Replaces: line.IsReworded));
            _bodyPlaces.Add(Write(
                (Line: line, batch.At), static (to, said) => BatchCodec.Write(to, said.Line, said.At)));
        }

        for (var index = 0; index < batch.Events.Count; index++)
        {
            if (batch.Events[index] is ContactsErased erased)
            {
                _erased.AddRange(erased.Chats);
            }
        }

        var start = _log.Length;
        BatchCodec.Write(_log, batch, CollectionsMarshal.AsSpan(_digests));
        if (isLast)
        {
            batch.Link = _link = RecordSeal.Close(_log, start, _link);
        }
        else
        {
            RecordSeal.Close(_log, start);
        }

        _records.Add(new JournalRecord(batch.Sequence, batch.Id, default));
        _recordPlaces.Add(start.._log.Length);
    }

    private void Encode(Enclosures enclosed)
    {
        if (enclosed.Card is { } card)
        {
            Enclose(
                BodyShelf.Conversation,
                card.Chat,
                0,
                card,
                static (to, card) => BatchCodec.Write(to, card),
                card.IsReworded);
        }

        for (var index = 0; index < enclosed.Files.Count; index++)
        {
            var file = enclosed.Files[index];
            Enclose(
                BodyShelf.Files,
                file.Chat,
                file.File,
                file,
                static (to, file) => BatchCodec.Write(to, file),
                file.IsReworded);
        }

        for (var index = 0; index < enclosed.Audited.Count; index++)
        {
            var entry = enclosed.Audited[index];
            Enclose(BodyShelf.Audit, 0, entry.Number, entry, static (to, entry) => BatchCodec.Write(to, entry));
        }

        for (var index = 0; index < enclosed.Contacts.Count; index++)
        {
            var past = enclosed.Contacts[index];
            _contacts.Add(new JournalContact(past.Chat.Number, past.Customer, past.ClosedAt, default));
            _contactPlaces.Add(Write(
                (Past: past, Salt: Randomness.Next()),
                static (to, closed) =>
                {
                    BatchCodec.Write(to, closed.Past);
                    to.Wide(closed.Salt);
                }));
            _digests.Add(BatchCodec.DigestOf(_contacts[^1] with { Content = _beside.Slice(_contactPlaces[^1]) }));
        }
    }

    /// <summary>
    /// What the log says no more of than its digest. The salt at its end keeps a digest from being guessed at; a line
    /// has one of its own, and its event the digest.
    /// </summary>
    private void Enclose<T>(
        BodyShelf shelf, long chat, long sequence, T content, Action<RecordWriter, T> write, bool replaces = false)
    {
        _bodies.Add(new JournalBody(shelf, chat, sequence, default, replaces));
        _bodyPlaces.Add(Write(
            (Content: content, Write: write, Salt: Randomness.Next()),
            static (to, enclosed) =>
            {
                enclosed.Write(to, enclosed.Content);
                to.Wide(enclosed.Salt);
            }));
        _digests.Add(Body.Seal(_beside.Slice(_bodyPlaces[^1]).Span));
    }

    private Range Write<T>(T content, Action<RecordWriter, T> write)
    {
        var start = _beside.Length;
        write(_beside, content);
        return start.._beside.Length;
    }
}
