using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>One floor of a journal, as an owner of it that checks what it is told.</summary>
internal sealed class JournalProbe(IJournal journal, FloorId floor)
{
    /// <summary>How often an append whose fate is not known is looked into.</summary>
    private const int Tries = 50;

    internal IJournal Journal => journal;

    internal FloorId Floor => floor;

    /// <summary>Where this owner believes the log to end.</summary>
    internal JournalHead Head { get; private set; }

    internal async Task<JournalProbe> OpenAsync()
    {
        Head = await journal.OpenAsync(floor, default).ConfigureAwait(false);
        return this;
    }

    internal async Task<JournalHead> ReadHeadAsync() =>
        await journal.ReadHeadAsync(floor, default).ConfigureAwait(false);

    /// <summary>So many records right after the head.</summary>
    internal JournalRecord[] Records(int count) =>
        [.. Enumerable.Range(1, count).Select(step => Record(Head.Sequence + step))];

    internal static JournalRecord Record(long sequence) =>
        new(sequence, default, new byte[] { (byte)sequence, (byte)(sequence >> 8) });

    internal static JournalBody Body(BodyShelf shelf, long chat, long sequence) =>
        new(shelf, chat, sequence, new byte[] { (byte)shelf, (byte)chat, (byte)sequence });

    internal static JournalContact Past(long chat, CustomerId customer, DateTimeOffset closedAt) =>
        new(chat, customer, closedAt, new byte[] { (byte)chat });

    internal JournalAppend With(
        IReadOnlyList<JournalBody>? bodies = null,
        IReadOnlyList<JournalContact>? contacts = null,
        IReadOnlyList<long>? erased = null) =>
        new(Head, Records(1), bodies ?? [], contacts ?? [], erased ?? []);

    internal Task FillAsync(int records) => AppendAsync(new JournalAppend(Head, Records(records), [], [], []));

    internal async Task AppendAsync(JournalAppend append)
    {
        Check(await TryAppendAsync(append).ConfigureAwait(false), "an append that follows the head was not taken");
        Head = Head with { Sequence = append.Head.Sequence + append.Records.Count };
        Equal(Head, await ReadHeadAsync().ConfigureAwait(false), "the head after an append");
    }

    /// <summary>Appends; where that gives no answer, finds out as a floor does whether it was taken.</summary>
    internal async Task<bool> TryAppendAsync(JournalAppend append)
    {
        var before = await ReadHeadAsync().ConfigureAwait(false);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await journal.AppendAsync(floor, append, default).ConfigureAwait(false);
            }
            catch (Exception exception) when (tries < Tries && exception is not JournalConformanceException)
            {
                var now = await ReadHeadAsync().ConfigureAwait(false);
                if (now != before)
                {
                    return now == append.Head with { Sequence = append.Head.Sequence + append.Records.Count };
                }
            }
        }
    }

    internal async Task<bool> SnapshotAsync(long sequence, byte[] content) =>
        await journal.WriteSnapshotAsync(floor, Head.Epoch, new JournalSnapshot(sequence, content), default)
            .ConfigureAwait(false);

    internal async Task<List<JournalRecord>> ReadAsync(long after = 0)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in journal.ReadAsync(floor, after, default).ConfigureAwait(false))
        {
            records.Add(record);
        }

        return records;
    }

    internal async Task<IReadOnlyList<JournalBody>> BodiesAsync(
        BodyShelf shelf, long chat, long after = -1, int limit = 100) =>
        await journal.ReadBodiesAsync(floor, shelf, chat, after, limit, default).ConfigureAwait(false);

    internal async Task<long[]> ContactsAsync(CustomerId customer, long before = long.MaxValue, int limit = 100) =>
        Chats(await journal.ReadContactsAsync(floor, customer, before, limit, default).ConfigureAwait(false));

    internal async Task<long[]> ClosedAsync(DateTimeOffset before, int skip = 0, int limit = 100) =>
        Chats(await journal.ReadClosedAsync(floor, before, skip, limit, default).ConfigureAwait(false));

    internal async Task<JournalContact?> FindAsync(long chat) =>
        await journal.FindContactAsync(floor, chat, default).ConfigureAwait(false);

    internal static void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new JournalConformanceException(otherwise);
        }
    }

    internal static void Equal<T>(T expected, T actual, string of) =>
        Check(EqualityComparer<T>.Default.Equals(expected, actual), $"{of}: {actual} in place of {expected}");

    internal static void Numbers(IEnumerable<long> expected, IEnumerable<long> actual, string of)
    {
        var (wanted, found) = (string.Join(' ', expected), string.Join(' ', actual));
        Equal(wanted, found, of);
    }

    internal static void Same(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, string of) =>
        Check(expected.Span.SequenceEqual(actual.Span), $"{of} does not read as it was written");

    private static long[] Chats(IReadOnlyList<JournalContact> contacts) => [.. contacts.Select(one => one.Chat)];
}
