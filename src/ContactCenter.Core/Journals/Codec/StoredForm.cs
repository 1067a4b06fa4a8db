namespace ContactCenter.Journals;

/// <summary>
/// The form of one kind of thing that a journal keeps beside the log: a number that stands before each. Every kind has
/// its own, so that a change of one, or of events, leaves the others readable.
/// </summary>
/// <param name="What">What it is called when it cannot be read.</param>
/// <param name="Present">The form that is written.</param>
/// <param name="Oldest">The oldest form that is read.</param>
/// <remarks>
/// What is written otherwise gets a present form one higher, and whoever reads it then knows both. What was released is
/// read for ever. A form that is not known, as of a newer version, is refused with its place and never guessed at.
/// </remarks>
internal sealed record StoredForm(string What, byte Present, byte Oldest)
{
    internal static readonly StoredForm Line = new("line", Present: 2, Oldest: 2);
    internal static readonly StoredForm Card = new("card", Present: 2, Oldest: 2);
    internal static readonly StoredForm File = new("file name", Present: 2, Oldest: 2);
    internal static readonly StoredForm Audit = new("audit entry", Present: 2, Oldest: 2);
    internal static readonly StoredForm Contact = new("contact", Present: 3, Oldest: 3);
    internal static readonly StoredForm Snapshot = new("snapshot", Present: 3, Oldest: 2);
    internal static readonly StoredForm State = new("state", Present: 3, Oldest: 2);

    internal void Begin(RecordWriter to) => to.Byte(Present);

    /// <summary>Begins to read a body.</summary>
    /// <exception cref="JournalFormatException">Its form is not known here.</exception>
    internal RecordReader Open(in JournalBody body)
    {
        ThrowIf(body.Damage);
        var from = new RecordReader(body.Content.Span);
        return IsKnown(from.Byte(), out var form)
            ? from
            : throw Unknown(form, $"{body.Shelf} {body.Sequence} of contact {body.Chat}");
    }

    /// <summary>Begins to read a contact.</summary>
    /// <exception cref="JournalFormatException">Its form is not known here.</exception>
    internal RecordReader Open(in JournalContact contact)
    {
        ThrowIf(contact.Damage);
        return Open(contact.Content.Span, contact.Chat);
    }

    /// <summary>Begins to read what is found by its number alone.</summary>
    /// <exception cref="JournalFormatException">Its form is not known here.</exception>
    internal RecordReader Open(ReadOnlySpan<byte> content, long number)
    {
        var from = new RecordReader(content);
        return IsKnown(from.Byte(), out var form) ? from : throw Unknown(form, $"{number}");
    }

    private static void ThrowIf(string? damage)
    {
        if (damage is not null)
        {
            throw new JournalFormatException(damage);
        }
    }

    private bool IsKnown(byte found, out byte form) => (form = found) >= Oldest && found <= Present;

    private JournalFormatException Unknown(byte form, string place) =>
        new($"The journal's {What} {place} is of form {form}, and none but {Oldest} to {Present} is known here.");
}
