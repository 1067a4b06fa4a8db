using System.Collections.Immutable;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;

namespace ContactCenter.Journals;

/// <summary>The form of a batch in the log, and of what stands beside it.</summary>
internal static class BatchCodec
{
    /// <summary>Raised whenever what is written in the log changes; see <see cref="OldForms"/>.</summary>
    internal const byte Format = 2;

    /// <param name="enclosed">The digests of what is kept beside the log and has no event that says its own.</param>
    internal static void Write(RecordWriter to, Batch batch, ReadOnlySpan<UInt128> enclosed = default)
    {
        to.Byte(Format);
        to.Instant(batch.At);
        to.Flag(!batch.Id.IsNone);
        if (!batch.Id.IsNone)
        {
            to.Id(batch.Id);
            to.Word(batch.Fingerprint);
            to.Number(batch.Reply.Number);
            to.Number(batch.Reply.Sequence);
        }

        to.Number(batch.Events.Count);
        for (var index = 0; index < batch.Events.Count; index++)
        {
            EventCodec.Write(to, batch.Events[index]);
        }

        to.Number(enclosed.Length);
        foreach (var digest in enclosed)
        {
            to.Wide(digest);
        }
    }

    /// <summary>Reads a batch of the log; its lines stay where they are.</summary>
    /// <param name="record">With its seal taken off; see <see cref="RecordSeal"/>.</param>
    /// <param name="old">How earlier formats are read; null for all that are known.</param>
    internal static Batch Read(in JournalRecord record, OldForms? old = null) =>
        ReadAll(record, old ?? OldForms.None).Batch;

    /// <summary>The digests of what is kept beside the log and has no event that says its own.</summary>
    internal static ImmutableArray<UInt128> ReadEnclosed(in JournalRecord record) =>
        ReadAll(record, OldForms.None).Enclosed;

    private static (Batch Batch, ImmutableArray<UInt128> Enclosed) ReadAll(in JournalRecord record, OldForms old)
    {
        var from = new RecordReader(record.Payload.Span);
        var format = from.Byte();
        if (!old.Knows(format))
        {
            throw RecordReader.Broken("format");
        }

        var at = from.Instant();
        var (id, fingerprint, reply) = from.Flag()
            ? (from.Id(), from.Word(), new Reply(from.Number(), from.Number()))
            : default;
        var events = new Event[from.Count()];
        for (var index = 0; index < events.Length; index++)
        {
            events[index] = EventCodec.Read(ref from, format, old);
        }

        var enclosed = from.Each(static (ref one) => one.Wide());
        return from.AtEnd
            ? (new Batch(record.Sequence, at, id, fingerprint, reply, events, []), enclosed)
            : throw RecordReader.Broken("end");
    }

    /// <summary>The digest of a line as it is kept; null where it is none.</summary>
    internal static UInt128? DigestOf(in JournalBody body)
    {
        try
        {
            var from = StoredForm.Line.Open(body);
            from.Instant();
            from.Choice<LineKind>();
            from.Actor();
            var text = from.Text();
            from.Flag();
            from.OptionalText();
            from.Text();
            return Body.Seal(text, from.Wide());
        }
        catch (JournalFormatException)
        {
            return null;
        }
    }

    internal static void Write(RecordWriter to, Line line, DateTimeOffset at)
    {
        StoredForm.Line.Begin(to);
        to.Instant(line.At(at));
        to.Byte((byte)line.Kind);
        to.Actor(line.Author);
        to.Text(line.Text.Text);
        to.Flag(!line.Text.IsClean);
        to.Text(line.Code);
        to.Text(line.Subject);
        to.Wide(line.Salt);
        if (line.Attached is { } attached)
        {
            to.Guid(attached.File);
            to.Number(attached.Length);
        }
    }

    internal static TranscriptLine ReadLine(in JournalBody body)
    {
        var from = StoredForm.Line.Open(body);

        var at = from.Instant();
        var kind = from.Choice<LineKind>();
        var author = from.Actor();
        var (text, isRedacted, notice, subject) = (from.Text(), from.Flag(), from.OptionalText(), from.Text());
        from.Wide();
        var (file, length) = kind == LineKind.File ? (from.Guid(), from.Number()) : default((Guid, long?));
        return new TranscriptLine(
            checked((int)body.Sequence),
            at,
            kind,
            author,
            text,
            isRedacted,
            notice,
            subject.Length == 0 ? null : subject,
            Name: null,
            length)
        {
            File = file,
        };
    }

    internal static void Write(RecordWriter to, FileCard card)
    {
        StoredForm.File.Begin(to);
        to.Text(card.Name.Text);
        to.Text(card.Extension);
    }

    internal static (string Name, string Extension) ReadFile(in JournalBody body)
    {
        var from = StoredForm.File.Open(body);
        return (from.Text(), from.Text());
    }

    internal static void Write(RecordWriter to, ContactCard card)
    {
        StoredForm.Card.Begin(to);
        to.Text(card.Name.Text);
        to.Text(card.Email.Text);
    }

    internal static (string Name, string Email) ReadCard(in JournalBody body)
    {
        var from = StoredForm.Card.Open(body);
        return (from.Text(), from.Text());
    }

    internal static void Write(RecordWriter to, AuditEntry entry)
    {
        StoredForm.Audit.Begin(to);
        to.Instant(entry.At);
        to.Actor(entry.By);
        to.Byte((byte)entry.Action);
        to.Number(entry.Chat?.Number ?? 0);
        to.Text(entry.Customer?.Value);
        to.Text(entry.Note);
    }

    internal static AuditEntry ReadAudit(FloorId floor, in JournalBody body)
    {
        var from = StoredForm.Audit.Open(body);

        var (at, by, action) = (from.Instant(), from.Actor(), from.Choice<AuditAction>());
        var chat = from.Number();
        return new AuditEntry(
            body.Sequence,
            at,
            by,
            action,
            chat == 0 ? default(ChatId?) : new ChatId(floor, chat),
            from.OptionalCustomer(),
            from.Text());
    }

    internal static void Write(RecordWriter to, PastContact contact)
    {
        StoredForm.Contact.Begin(to);
        to.Byte((byte)contact.Channel);
        to.Text(contact.Queue.Value);
        to.Instant(contact.StartedAt);
        to.Instant(contact.QueuedAt);
        to.Instant(contact.EndedAt);
        to.Actor(contact.EndedBy);
        to.Texts([.. contact.Agents.Select(agent => agent.Value)]);
        to.Texts(contact.Reasons);
        to.Number(contact.Lines);
    }

    /// <summary>The digest of a contact: of all that is kept of it, whose it was and when it closed.</summary>
    internal static UInt128 DigestOf(in JournalContact contact)
    {
        var to = new RecordWriter();
        to.Number(contact.Chat);
        to.Customer(contact.Customer);
        to.Instant(contact.ClosedAt);
        to.Bytes(contact.Content.Span);
        return Body.Seal(to.Slice(..to.Length).Span);
    }

    internal static PastContact ReadContact(FloorId floor, in JournalContact contact)
    {
        var from = StoredForm.Contact.Open(contact);

        return new PastContact(
            new ChatId(floor, contact.Chat),
            contact.Customer,
            from.Choice<Channel>(),
            from.Queue(),
            from.Instant(),
            from.OptionalInstant(),
            from.Instant(),
            contact.ClosedAt,
            from.Actor(),
            from.Agents(),
            from.Texts(),
            from.SmallNumber());
    }
}
