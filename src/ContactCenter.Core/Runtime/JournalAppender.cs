using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Journals;

namespace ContactCenter.Runtime;

/// <summary>Encodes batches and appends them, and finds out what became of an append that gave no answer.</summary>
internal sealed class JournalAppender(FloorId floor, IJournal journal, JournalHead head)
{
    private readonly RecordWriter _writer = new();
    private readonly List<JournalRecord> _records = [];
    private readonly List<JournalBody> _bodies = [];
    private readonly List<JournalContact> _contacts = [];
    private readonly List<long> _erased = [];
    private readonly List<(int Start, int End)> _places = [];
    private JournalHead _head = head;

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
    }

    /// <summary>
    /// The append may have happened. The head tells: moved as far as ours would, it did; unmoved, the identical
    /// append is sent once more, and the fence keeps it from counting twice.
    /// </summary>
    private async Task ResolveAsync(JournalAppend append, Exception cause)
    {
        try
        {
            var now = await journal.ReadHeadAsync(floor, CancellationToken.None).ConfigureAwait(false);
            var committed = now == _head with { Sequence = _head.Sequence + append.Records.Count };
            if (committed
                || (now == _head && await journal.AppendAsync(floor, append, CancellationToken.None)
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

    private void Encode(List<Batch> batches)
    {
        _writer.Clear();
        _records.Clear();
        _bodies.Clear();
        _contacts.Clear();
        _erased.Clear();
        _places.Clear();

        // All is written before anything is sliced: the buffer moves while it grows.
        foreach (var batch in batches)
        {
            Place(batch, static (to, batch) => BatchCodec.Write(to, batch));
            if (batch.Card is { } card)
            {
                Place(card, static (to, card) => BatchCodec.Write(to, card));
            }

            for (var line = 0; line < batch.Lines.Count; line++)
            {
                Place(
                    (Line: batch.Lines[line], batch.At),
                    static (to, said) => BatchCodec.Write(to, said.Line, said.At));
            }

            for (var index = 0; index < batch.Files.Count; index++)
            {
                Place(batch.Files[index], static (to, card) => BatchCodec.Write(to, card));
            }

            for (var index = 0; index < batch.Audited.Count; index++)
            {
                Place(batch.Audited[index], static (to, entry) => BatchCodec.Write(to, entry));
            }

            for (var index = 0; index < batch.Contacts.Count; index++)
            {
                Place(batch.Contacts[index], static (to, contact) => BatchCodec.Write(to, contact));
            }
        }

        var place = 0;
        foreach (var batch in batches)
        {
            _records.Add(new JournalRecord(batch.Sequence, batch.Id, Next(ref place)));
            if (batch.Card is { } card)
            {
                _bodies.Add(new JournalBody(BodyShelf.Conversation, card.Chat, 0, Next(ref place)));
            }

            for (var line = 0; line < batch.Lines.Count; line++)
            {
                var said = batch.Lines[line];
                _bodies.Add(new JournalBody(said.Shelf, said.Chat, said.Sequence, Next(ref place)));
            }

            for (var index = 0; index < batch.Files.Count; index++)
            {
                var file = batch.Files[index];
                _bodies.Add(new JournalBody(BodyShelf.Files, file.Chat, file.File, Next(ref place)));
            }

            for (var index = 0; index < batch.Audited.Count; index++)
            {
                _bodies.Add(new JournalBody(BodyShelf.Audit, 0, batch.Audited[index].Number, Next(ref place)));
            }

            for (var index = 0; index < batch.Contacts.Count; index++)
            {
                var past = batch.Contacts[index];
                _contacts.Add(new JournalContact(past.Chat.Number, past.Customer, past.ClosedAt, Next(ref place)));
            }

            for (var index = 0; index < batch.Events.Count; index++)
            {
                if (batch.Events[index] is ContactsErased erased)
                {
                    _erased.AddRange(erased.Chats);
                }
            }
        }
    }

    private void Place<T>(T content, Action<RecordWriter, T> write)
    {
        var start = _writer.Length;
        write(_writer, content);
        _places.Add((start, _writer.Length));
    }

    private ReadOnlyMemory<byte> Next(ref int place)
    {
        var (start, end) = _places[place++];
        return _writer.Slice(start, end);
    }
}
