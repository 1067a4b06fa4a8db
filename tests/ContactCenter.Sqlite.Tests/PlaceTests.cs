using System.Text;
using ContactCenter.Journals;

namespace ContactCenter.Sqlite.Tests;

/// <summary>Bodies are found wherever they stand: among the latest, in a lot, or in what lots became.</summary>
public sealed class PlaceTests : IDisposable
{
    private const int Chats = 7;

    private readonly JournalFile _file = new();
    private readonly int[] _said = new int[Chats];
    private readonly SqliteJournal _journal;
    private JournalHead _head;

    public PlaceTests() => _journal = _file.Open();

    public void Dispose()
    {
        _journal.Dispose();
        _file.Dispose();
    }

    public static TheoryData<int> Counts =>
    [
        10, Places.Lot - 1, Places.Lot, Places.Lot * 5 / 2,
        Places.Lot * Places.MaxLots, (Places.Lot * 2 * (Places.MaxLots + 1)) + 10,
    ];

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task Every_body_is_found_in_its_place(int count)
    {
        await SayAsync(count);
        await AllAreThereAsync();
        await SayAsync(10);
        await AllAreThereAsync();

        _head = await _journal.OpenAsync("floor", default);
        await AllAreThereAsync();
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task What_is_written_after_an_erasure_is_found(int count)
    {
        await SayAsync(count);
        for (var chat = 0; chat < Chats - 1; chat++)
        {
            // The last bodies are among them.
            await AppendAsync([], [chat]);
            _said[chat] = 0;
            await AllAreThereAsync();
        }

        await SayAsync(50);
        await AllAreThereAsync();
        await AppendAsync([], [.. Enumerable.Range(0, Chats)]);
        Array.Clear(_said);
        await AllAreThereAsync();
        await SayAsync(Places.Lot + 1);
        await AllAreThereAsync();
    }

    [Fact]
    public async Task What_others_write_after_a_failure_is_found()
    {
        using var other = _file.Open();
        var head = await other.OpenAsync("beside", default);
        await SayAsync(10);
        await Assert.ThrowsAsync<SqliteJournalException>(async () => await _journal.AppendAsync(
            "floor",
            new JournalAppend(
                _head, [new JournalRecord(_head.Sequence + 1, default, new byte[1])], Unwritten(), Twice(), []),
            default));
        var record = new JournalRecord(1, default, new byte[1]);
        Assert.True(await other.AppendAsync("beside", new JournalAppend(head, [record], Unwritten(), [], []), default));

        await SayAsync(Places.Lot);

        await AllAreThereAsync();
        Assert.Equal(20, (await other.ReadBodiesAsync("beside", BodyShelf.Asides, 3, 0, 30, default)).Count);

        static JournalBody[] Unwritten() =>
            [.. Enumerable.Range(1, 20).Select(line => new JournalBody(BodyShelf.Asides, 3, line, new byte[1]))];

        static JournalContact[] Twice() =>
            [.. Enumerable.Repeat(new JournalContact(3, CustomerId.Parse("ada"), default, new byte[1]), 2)];
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task No_byte_of_what_was_replaced_or_erased_is_on_the_disk(int count)
    {
        await SayAsync(1);
        await AppendAsync([Secret(0, "the first half of it"), Secret(1, "what she was called")], []);
        await SayAsync(count);
        Assert.True(_file.Holds("the first half of it"));

        await AppendAsync([Secret(0, "[hidden]") with { Replaces = true }], [1]);

        Assert.False(_file.Holds("the first half of it"));
        Assert.False(_file.Holds("what she was called"));
        var read = await _journal.ReadBodiesAsync("floor", BodyShelf.Asides, 0, -1, 10, default);
        Assert.Equal("[hidden]"u8.ToArray(), read.Single().Content.ToArray());
        Assert.Empty(await _journal.ReadBodiesAsync("floor", BodyShelf.Asides, 1, -1, 10, default));
        _said[1] = 0;
        await AllAreThereAsync();
    }

    [Fact]
    public async Task Bodies_of_a_file_of_the_first_schema_are_found()
    {
        using var old = new JournalFile();
        using (var connection = new Connection(old.Path, TimeSpan.Zero))
        {
            Schema.Migrate(connection, Sql.Migrations[..1]);
            connection.Run("""
                INSERT INTO floor VALUES (1, 'floor', 5, 1);
                INSERT INTO record VALUES (1, 1, NULL, x'01');
                INSERT INTO body (floor, chat, shelf, seq, content)
                VALUES (1, 7, 0, 1, x'11'), (1, 8, 0, 1, x'81'), (1, 7, 0, 2, x'12')
                """);
        }

        using var journal = old.Open();
        Assert.Equal([0x11, 0x12], await ReadAsync());
        var head = await journal.OpenAsync("floor", default);
        var append = new JournalAppend(
            head, [new JournalRecord(2, default, new byte[1])], [new(default, 7, 3, new byte[] { 0x13 })], [], []);
        Assert.True(await journal.AppendAsync("floor", append, default));
        Assert.Equal([0x11, 0x12, 0x13], await ReadAsync());

        async Task<IEnumerable<byte>> ReadAsync() =>
            from body in await journal.ReadBodiesAsync("floor", default, 7, 0, 10, default)
            select body.Content.Span[0];
    }

    private static JournalBody Secret(long chat, string text) =>
        new(BodyShelf.Asides, chat, 1, Encoding.UTF8.GetBytes(text));

    private async Task SayAsync(int count)
    {
        if (_head == default)
        {
            _head = await _journal.OpenAsync("floor", default);
        }

        for (var written = 0; written < count; written += 1_000)
        {
            await AppendAsync(
                [
                    .. Enumerable.Range(written, Math.Min(1_000, count - written)).Select(number => number % Chats)
                        .Select(chat => new JournalBody(
                            BodyShelf.Conversation, chat, ++_said[chat], new byte[] { (byte)_said[chat] })),
                ],
                []);
        }
    }

    private async Task AppendAsync(JournalBody[] bodies, int[] erased)
    {
        var record = new JournalRecord(_head.Sequence + 1, default, new byte[1]);
        var append = new JournalAppend(_head, [record], bodies, [], [.. erased.Select(chat => (long)chat)]);
        Assert.True(await _journal.AppendAsync("floor", append, default));
        _head = _head with { Sequence = record.Sequence };
    }

    private async Task AllAreThereAsync()
    {
        for (var chat = 0; chat < Chats; chat++)
        {
            for (var after = 0; after <= _said[chat]; after += 777)
            {
                var found = await _journal.ReadBodiesAsync(
                    "floor", BodyShelf.Conversation, chat, after, limit: 800, default);
                var there = Enumerable.Range(after + 1, Math.Min(800, _said[chat] - after));
                Assert.Equal(there.Select(number => (long)number), found.Select(body => body.Sequence));
                Assert.All(found, body => Assert.Equal((byte)body.Sequence, body.Content.Span[0]));
            }
        }
    }
}
