using ContactCenter.Journals;

namespace ContactCenter.Tests.Journals;

public sealed class InMemoryJournalTests
{
    private static readonly FloorId Floor = "floor";

    private readonly InMemoryJournal _journal = new() { BeforeFirst = 0 };

    [Fact]
    public async Task Each_opening_begins_a_new_epoch_from_one()
    {
        Assert.Equal(new JournalHead(1, 0), await _journal.OpenAsync(Floor, default));
        Assert.Equal(new JournalHead(2, 0), await _journal.OpenAsync(Floor, default));
        Assert.Equal(new JournalHead(2, 0), await _journal.ReadHeadAsync(Floor, default));
    }

    [Fact]
    public async Task A_position_of_another_life_or_floor_is_none_of_this()
    {
        var (one, other) = (new InMemoryJournal(), new InMemoryJournal());
        var epochs = new[]
        {
            await one.OpenAsync("f1", default),
            await one.OpenAsync("f2", default),
            await other.OpenAsync("f1", default),
        };

        Assert.Equal(3, epochs.Select(head => head.Epoch).Distinct().Count());
        Assert.Equal(epochs[0].Epoch + 1, (await one.OpenAsync("f1", default)).Epoch);
    }

    [Fact]
    public async Task An_owner_that_was_replaced_can_no_longer_append()
    {
        var old = await _journal.OpenAsync(Floor, default);
        var now = await _journal.OpenAsync(Floor, default);

        Assert.False(await _journal.AppendAsync(Floor, Append(old, Record(1)), default));
        Assert.True(await _journal.AppendAsync(Floor, Append(now, Record(1)), default));
        Assert.Equal(new JournalHead(2, 1), await _journal.ReadHeadAsync(Floor, default));
    }

    [Fact]
    public async Task An_append_that_does_not_follow_the_head_is_not_taken_and_leaves_nothing()
    {
        var head = await _journal.OpenAsync(Floor, default);
        Assert.True(await _journal.AppendAsync(Floor, Append(head, Record(1)), default));

        var body = Body(1, 1);
        Assert.False(
            await _journal.AppendAsync(Floor, new JournalAppend(head, [Record(1)], [body], [Past(1)], []), default));
        Assert.Null(await _journal.FindContactAsync(Floor, 1, default));
        Assert.Equal([1], (await ReadAsync(0)).Select(record => record.Sequence));
        Assert.Empty(await ConversationAsync(1, -1, 10));
    }

    [Fact]
    public async Task What_is_appended_is_kept_whatever_becomes_of_the_callers_memory()
    {
        var head = await _journal.OpenAsync(Floor, default);
        byte[] memory = [1, 2, 3];
        await _journal.AppendAsync(
            Floor,
            new JournalAppend(
                head,
                [new(1, default, memory)],
                [new(BodyShelf.Conversation, 1, 1, memory)],
                [new(1, "ana", DateTimeOffset.UnixEpoch, memory)],
                []),
            default);
        memory.AsSpan().Clear();

        Assert.Equal([1, 2, 3], (await ReadAsync(0))[0].Payload.ToArray());
        Assert.Equal([1, 2, 3], (await ConversationAsync(1, 0, 1))[0].Content.ToArray());
        Assert.Equal([1, 2, 3], (await _journal.FindContactAsync(Floor, 1, default))!.Value.Content.ToArray());
    }

    [Fact]
    public async Task Records_are_read_in_order_after_a_position()
    {
        await FillAsync(5);

        Assert.Equal([1, 2, 3, 4, 5], (await ReadAsync(0)).Select(record => record.Sequence));
        Assert.Equal([4, 5], (await ReadAsync(3)).Select(record => record.Sequence));
        Assert.Empty(await ReadAsync(5));
    }

    [Fact]
    public async Task Records_go_when_a_snapshot_covers_them_and_an_older_snapshot_changes_nothing()
    {
        await FillAsync(5);
        Assert.Null(await _journal.ReadSnapshotAsync(Floor, default));

        var epoch = (await _journal.ReadHeadAsync(Floor, default)).Epoch;
        await _journal.WriteSnapshotAsync(Floor, epoch, new JournalSnapshot(3, new byte[] { 3 }), default);
        await _journal.WriteSnapshotAsync(Floor, epoch, new JournalSnapshot(2, new byte[] { 2 }), default);
        Assert.Equal(3, (await _journal.ReadSnapshotAsync(Floor, default))!.Sequence);
        Assert.Equal([4, 5], (await ReadAsync(0)).Select(record => record.Sequence));
        Assert.Equal(5, (await _journal.ReadHeadAsync(Floor, default)).Sequence);
    }

    [Theory]
    [InlineData(-1, 10, "0 1 2 3 4")]
    [InlineData(0, 10, "1 2 3 4")]
    [InlineData(2, 1, "3")]
    [InlineData(2, 0, "")]
    [InlineData(4, 10, "")]
    [InlineData(9, 10, "")]
    public async Task Bodies_are_read_in_order_after_a_sequence_and_no_more_than_asked(
        int after, int limit, string expected)
    {
        var head = await _journal.OpenAsync(Floor, default);
        JournalBody[] bodies =
            [.. Enumerable.Range(0, 5).Select(sequence => Body(1, sequence))];
        await _journal.AppendAsync(Floor, new JournalAppend(head, [Record(1)], bodies, [], []), default);

        var read = await ConversationAsync(1, after, limit);
        Assert.Equal(expected, string.Join(' ', read.Select(body => body.Sequence)));
        Assert.Empty(await ConversationAsync(2, -1, 10));
    }

    [Fact]
    public async Task Of_an_erased_contact_nothing_remains_but_the_log_and_the_audit_trail()
    {
        var head = await _journal.OpenAsync(Floor, default);
        JournalBody[] bodies =
        [
            Body(1, 0), Body(1, 1), new(BodyShelf.Asides, 1, 1, new byte[1]), new(BodyShelf.Audit, 0, 1, new byte[1]),
        ];
        await _journal.AppendAsync(Floor, new JournalAppend(head, [Record(1)], bodies, [Past(1)], []), default);
        head = head with { Sequence = 1 };

        Assert.True(await _journal.AppendAsync(Floor, new JournalAppend(head, [Record(2)], [], [], [1, 99]), default));

        Assert.Empty(await ConversationAsync(1, -1, 10));
        Assert.Empty(await _journal.ReadBodiesAsync(Floor, BodyShelf.Asides, 1, 0, 10, default));
        Assert.Empty(await _journal.ReadContactsAsync(Floor, "ana", long.MaxValue, 10, default));
        Assert.Empty(await _journal.ReadClosedAsync(Floor, DateTimeOffset.MaxValue, 0, 10, default));
        Assert.Single(await _journal.ReadBodiesAsync(Floor, BodyShelf.Audit, 0, 0, 10, default));
        Assert.Equal(2, (await ReadAsync(0)).Count);
    }

    [Fact]
    public async Task The_contacts_of_a_customer_are_read_newest_first_and_all_contacts_longest_closed_first()
    {
        var journal = new InMemoryJournal();
        var head = await journal.OpenAsync(Floor, default);
        JournalContact[] contacts = [Past(1), Past(2) with { Customer = "bob" }, Past(3), Past(4)];
        await journal.AppendAsync(Floor, new JournalAppend(head, [Record(1)], [], contacts, []), default);

        Assert.Equal([4, 3], Numbers(await journal.ReadContactsAsync(Floor, "ana", long.MaxValue, 2, default)));
        Assert.Equal([1], Numbers(await journal.ReadContactsAsync(Floor, "ana", 3, 2, default)));
        Assert.Equal([1, 2], Numbers(await journal.ReadClosedAsync(Floor, contacts[2].ClosedAt, 0, 10, default)));
        Assert.Equal([2], Numbers(await journal.ReadClosedAsync(Floor, contacts[3].ClosedAt, 1, 1, default)));

        static IEnumerable<long> Numbers(IEnumerable<JournalContact> read) => read.Select(contact => contact.Chat);
    }

    [Fact]
    public async Task Floors_share_nothing()
    {
        await FillAsync(3);

        Assert.Equal(new JournalHead(1, 0), await _journal.OpenAsync("other", default));
        Assert.Equal(new JournalHead(1, 3), await _journal.ReadHeadAsync(Floor, default));
    }

    private ValueTask<IReadOnlyList<JournalBody>> ConversationAsync(long chat, int after, int limit) =>
        _journal.ReadBodiesAsync(Floor, BodyShelf.Conversation, chat, after, limit, default);

    private static JournalBody Body(long chat, int sequence) =>
        new(BodyShelf.Conversation, chat, sequence, new byte[] { 1 });

    private static JournalContact Past(long chat) =>
        new(chat, "ana", DateTimeOffset.UnixEpoch.AddHours(chat), new byte[] { 1 });

    private static JournalAppend Append(JournalHead head, params JournalRecord[] records) =>
        new(head, records, [], [], []);

    private static JournalRecord Record(long sequence) => new(sequence, default, new byte[] { (byte)sequence });

    private async Task FillAsync(int records)
    {
        var head = await _journal.OpenAsync(Floor, default);
        await _journal.AppendAsync(
            Floor, Append(head, [.. Enumerable.Range(1, records).Select(sequence => Record(sequence))]), default);
    }

    private async Task<List<JournalRecord>> ReadAsync(long after)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in _journal.ReadAsync(Floor, after, default))
        {
            records.Add(record);
        }

        return records;
    }
}
