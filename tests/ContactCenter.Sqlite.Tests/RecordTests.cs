using ContactCenter.Journals;

namespace ContactCenter.Sqlite.Tests;

/// <summary>What was appended in one piece is one row: each record of it is read, dropped and found by itself.
/// </summary>
public sealed class RecordTests : IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_log_is_read_from_any_record_on_however_it_was_appended()
    {
        using var journal = _file.Open();
        var written = await WriteAsync(journal, 1, 7, 2, 5_000, 1, 300);

        foreach (var after in (long[])[0, 1, 4, 8, 9, 10, 4_105, 4_106, 5_009, 5_010, 5_311, long.MaxValue])
        {
            var read = await ReadAsync(journal, after);
            Assert.Equal(written.Where(one => one.Sequence > after).Select(Told), read.Select(Told));
        }

        foreach (var sequence in (long[])[1, 2, 5, 8, 10, 2_500, 5_011, 5_311])
        {
            Assert.Equal(Told(written[(int)sequence - 1]), Told(journal.FindRecord("floor", sequence)!.Value));
        }

        Assert.Null(journal.FindRecord("floor", 5_312));
        Assert.Null(journal.FindRecord("other", 1));
    }

    [Fact]
    public async Task A_log_that_is_not_kept_ends_between_any_two_records_and_keeps_what_is_parked()
    {
        using var journal = _file.Open(new SqliteJournalOptions { KeepsLog = false });
        var written = await WriteAsync(journal, 10, 10, 10);
        await journal.ParkAsync("floor", "warehouse", new ParkedEvent(3, 1, "Poison", DateTimeOffset.UnixEpoch));
        await journal.MoveFeedAsync("floor", "warehouse", 24);
        var head = await journal.ReadHeadAsync("floor", default);
        var snapshot = new JournalSnapshot(30, new byte[1]);
        Assert.True(await journal.WriteSnapshotAsync("floor", head.Epoch, snapshot, default));

        Assert.Equal(written.Skip(24).Select(Told), (await ReadAsync(journal, 0)).Select(Told));
        Assert.Equal(Told(written[2]), Told(journal.FindRecord("floor", 3)!.Value));
        Assert.Null(journal.FindRecord("floor", 15));
    }

    [Theory]
    [InlineData("lengths = zeroblob(length(lengths))", "record 10 ")]
    [InlineData("lengths = x'ffffffff' || substr(lengths, 5)", "record 1 ")]
    [InlineData("payload = substr(payload, 1, length(payload) - 1)", "record 10 ")]
    [InlineData("lengths = NULL", "record 10 ")]
    [InlineData("lengths = x'0102', command = NULL", "record 10 ")]
    [InlineData("command = substr(command, 1, 150)", "record 10 ")]
    public async Task A_row_that_is_damaged_is_told_with_its_place(string change, string place)
    {
        using var journal = _file.Open();
        await WriteAsync(journal, 10);
        using (var connection = new Connection(_file.Path, TimeSpan.Zero))
        {
            connection.Run($"UPDATE record SET {change}");
        }

        var thrown = await Assert.ThrowsAsync<JournalFormatException>(() => ReadAsync(journal, 0));
        Assert.Contains(place, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_an_older_schema_has_all_its_records_and_bodies()
    {
        const int Many = (Places.Lot * (Places.MaxLots + 1)) + 10;
        using (var connection = new Connection(_file.Path, TimeSpan.Zero))
        {
            Schema.Migrate(connection, Sql.Migrations[..3]);
            connection.Run($"""
                INSERT INTO floor VALUES (1, 'other', 5, 1, 0), (2, 'floor', 5, 3, 1);
                INSERT INTO record VALUES (1, 1, NULL, x'11'), (2, 1, NULL, x'21'), (2, 2, zeroblob(16), x'22'),
                    (2, 3, x'00000000000070008000000000000003', x'23');
                INSERT INTO body (floor, chat, shelf, seq, content)
                WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Many - 1})
                SELECT 1 + i % 2, i % 3, 0, i, CAST(i AS BLOB) FROM n;
                INSERT INTO place SELECT 0, floor, chat, shelf, seq, id FROM body;
                UPDATE lot SET up_to = {Many};
                """);
        }

        using var journal = _file.Open();
        var records = await ReadAsync(journal, 0);
        Assert.Equal([(2L, 0x22), (3L, 0x23)], records.Select(one => (one.Sequence, (int)one.Payload.Span[0])));
        Assert.Equal("00000000-0000-7000-8000-000000000003", records[1].Command.ToString());
        Assert.Equal(0x11, journal.FindRecord("other", 1)!.Value.Payload.Span[0]);
        foreach (var (floor, chat, first) in ((string, long, int)[])[("other", 0, 0), ("floor", 2, 5), ("other", 1, 4)])
        {
            var there = Enumerable.Range(0, Many).Where(number => number % 6 == first);
            var found = await journal.ReadBodiesAsync(floor, default, chat, -1, Many, default);
            Assert.Equal(there.Select(number => (long)number), found.Select(body => body.Sequence));
            Assert.All(found, body => Assert.Equal(
                $"{body.Sequence}", System.Text.Encoding.UTF8.GetString(body.Content.Span)));
        }
    }

    private static async Task<List<JournalRecord>> WriteAsync(SqliteJournal journal, params int[] appends)
    {
        var (head, written) = (await journal.OpenAsync("floor", default), new List<JournalRecord>());
        foreach (var count in appends)
        {
            JournalRecord[] records =
                [.. Enumerable.Range((int)head.Sequence + 1, count).Select(sequence => Record(sequence))];
            Assert.True(await journal.AppendAsync("floor", new(head, records, [], [], []), default));
            head = head with { Sequence = head.Sequence + count };
            written.AddRange(records);
        }

        return written;
    }

    private static JournalRecord Record(int sequence)
    {
        var command = sequence % 3 == 0 ? default : new CommandId(new Guid(sequence, 0, 0, new byte[8]));
        return new JournalRecord(sequence, command, BitConverter.GetBytes(sequence).AsMemory(..3));
    }

    private static async Task<List<JournalRecord>> ReadAsync(SqliteJournal journal, long after)
    {
        var read = new List<JournalRecord>();
        await foreach (var record in journal.ReadAsync("floor", after, default))
        {
            read.Add(record);
        }

        return read;
    }

    private static string Told(JournalRecord record) =>
        $"{record.Sequence} {record.Command} {Convert.ToHexString(record.Payload.Span)}";
}
