using System.Text;
using ContactCenter.Agents;
using ContactCenter.Journals;
using ContactCenter.Runtime;

namespace ContactCenter.Sqlite.Tests;

/// <summary>What is erased is gone from the disk, and the chain of the log stays true.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task No_byte_of_an_erased_customer_is_in_the_file_or_beside_it()
    {
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            await TalkAsync(floor, "ana", "my name is Ana Nunez-Kowalski");
            await TalkAsync(floor, "bob", "mine is Bob Underwood");
            Assert.True(_file.Holds("Nunez-Kowalski"));

            var erased = await floor.Floor.History.EraseAsync("ana", Actor.Host, "on request");
            Assert.Equal(3, erased.ValueOrThrow().Contacts);

            Assert.False(_file.Holds("Nunez-Kowalski"));
            Assert.True(_file.Holds("Bob Underwood"));
        }

        // The log is read from its beginning, and every hash of it is true.
        await using var again = await RunningFloor.StartAsync(_file.Path);
        Assert.Empty((await again.Floor.History.ContactsAsync("ana", Actor.Host)).ValueOrThrow().Contacts);
        Assert.Equal(3, (await again.Floor.History.ContactsAsync("bob", Actor.Host)).ValueOrThrow().Contacts.Count);
        Assert.False(_file.Holds("Nunez-Kowalski"));
    }

    [Theory]
    [InlineData(20, 150)]
    [InlineData(20, 600)]
    [InlineData(200, 1_500)]
    public async Task What_stood_beside_others_that_were_erased_before_leaves_no_trace_either(int shortest, int longest)
    {
        const int Chats = 400;
        var random = new Random(7);
        using var journal = _file.Open();
        await journal.OpenAsync("floor", default);
        for (var commit = 0; commit < 60; commit++)
        {
            JournalBody[] bodies =
            [
                .. Enumerable.Range(0, 150).Select(line => Said(random.Next(1, Chats + 1), (commit * 150) + line)),
            ];
            await AppendAsync(journal, bodies, []);
        }

        long[] erased = [.. Enumerable.Range(1, Chats).Where(_ => random.Next(0, 2) == 0)];
        foreach (var chat in erased)
        {
            await AppendAsync(journal, [], [chat]);
        }

        Assert.DoesNotContain(erased, chat => _file.Holds(Mark(chat)));

        JournalBody Said(int chat, int line) => new(
            BodyShelf.Conversation,
            chat,
            line,
            Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Repeat(Mark(chat), random.Next(shortest, longest) / Mark(chat).Length))));

        static string Mark(long chat) => $"<<chat {chat:D5}>>";
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_is_left_of_what_was_moved_within_the_file_before_it_was_erased(int seed)
    {
        const int Chats = 3_000;
        var random = new Random(seed);
        var (closing, erasing) = (Enumerable.Range(1, Chats).ToArray(), Enumerable.Range(1, Chats).ToArray());
        random.Shuffle(closing);
        random.Shuffle(erasing);
        using var journal = _file.Open();
        await journal.OpenAsync("floor", default);
        foreach (var some in closing.Chunk(50))
        {
            await AppendAsync(
                journal,
                [.. some.SelectMany(chat => (JournalBody[])[Said(chat, 1, 300), Said(chat, 2, 2_000)])],
                [],
                [.. some.Select(chat => new JournalContact(
                    chat, $"c{chat}", DateTimeOffset.UnixEpoch + TimeSpan.FromDays(chat), Text(300)))]);
        }

        foreach (var some in erasing.Chunk(50))
        {
            // Some of what is left reads otherwise: shorter, longer, and longer than a page.
            var left = erasing.SkipWhile(chat => chat != some[0]).ToArray();
            await AppendAsync(
                journal,
                [
                    .. Enumerable.Range(0, 30).Select(_ => left[random.Next(left.Length)]).Distinct()
                        .Select(chat => Said(chat, random.Next(1, 3), 6_000) with { Replaces = true }),
                ],
                []);
            await AppendAsync(journal, [], [.. some.Select(chat => (long)chat)]);
        }

        Assert.False(_file.Holds("Nunez"));

        JournalBody Said(int chat, int line, int longest) =>
            new(BodyShelf.Conversation, chat, line, Text(longest));

        byte[] Text(int longest) => Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("Nunez ", random.Next(10, longest) / 6)));
    }

    [Fact]
    public async Task What_takes_the_place_of_something_shorter_is_read_and_replaced_and_erased_as_any_other()
    {
        using var journal = _file.Open();
        await journal.OpenAsync("floor", default);
        var texts = new[] { "first", "second", "third" };
        await AppendAsync(journal, [.. texts.Select((text, line) => Said(line, text))], []);
        foreach (var length in (int[])[300, 299, 5_000, 4_000, 7, 2_000])
        {
            texts[1] = new string('x', length);
            await AppendAsync(journal, [Said(1, texts[1]) with { Replaces = true }], []);
            Assert.Equal(texts, await ReadAsync());
            await journal.CompactAsync();
            Assert.Equal(texts, await ReadAsync());
        }

        await AppendAsync(journal, [], [7]);
        Assert.Empty(await ReadAsync());
        Assert.False(_file.Holds("xxxxx"));

        static JournalBody Said(int line, string text) =>
            new(BodyShelf.Conversation, 7, line, Encoding.UTF8.GetBytes(text));

        async Task<IEnumerable<string>> ReadAsync() =>
            from body in await journal.ReadBodiesAsync("floor", default, 7, -1, 10, default)
            select Encoding.UTF8.GetString(body.Content.Span);
    }

    [Fact]
    public async Task An_erasure_leaves_the_log_with_the_last_who_reads_where_nobody_writes_any_more()
    {
        using var journal = _file.Open();
        using var writer = new Writer(new Connection(_file.Path, TimeSpan.Zero), 1, Sql.Migrations.Length);
        using var readers = new Readers(() => new Connection(_file.Path, TimeSpan.Zero), writer.ReadersHaveGone);
        await writer.DoAsync(Run("CREATE TABLE said (text TEXT); INSERT INTO said VALUES ('Nunez-Kowalski');"));
        await readers.Read(async reader =>
        {
            reader.Run("BEGIN; SELECT count(*) FROM said;");
            await writer.DoAsync(Run("UPDATE said SET text = '';"), erases: true);
            Assert.True(_file.Holds("Nunez-Kowalski"));
            reader.Run("COMMIT");
        });
        readers.Read(static _ => true);
        Assert.False(_file.Holds("Nunez-Kowalski"));

        static Func<Connection, bool> Run(string sql) => connection =>
        {
            connection.Run(sql);
            return true;
        };
    }

    [Fact]
    public async Task An_erasure_waits_for_nobody_who_reads_and_leaves_the_log_once_they_have_gone()
    {
        var forever = new SqliteJournalOptions { LockTimeout = TimeSpan.FromHours(1) };
        using var journal = _file.Open(forever);
        await journal.OpenAsync("floor", default);
        await AppendAsync(journal, [new(BodyShelf.Conversation, 1, 1, "Nunez-Kowalski"u8.ToArray())], []);
        using (var reader = new Connection(_file.Path, TimeSpan.Zero))
        {
            reader.Run("BEGIN; SELECT count(*) FROM body;");
            await AppendAsync(journal, [], [1]);
            await AppendAsync(journal, [], []);
        }

        await AppendAsync(journal, [], []);
        Assert.False(_file.Holds("Nunez-Kowalski"));
    }

    [Fact]
    public async Task What_was_erased_right_before_a_crash_is_gone_with_the_first_commit_after_it()
    {
        var crashed = _file.In("crashed/floor.db");
        Directory.CreateDirectory(Path.GetDirectoryName(crashed)!);
        using (var journal = _file.Open())
        {
            await journal.OpenAsync("floor", default);
            await AppendAsync(journal, [new(BodyShelf.Conversation, 1, 1, "Nunez-Kowalski"u8.ToArray())], []);

            // Whoever reads keeps the log beside the file from being emptied, and there the process dies.
            using var reader = new Connection(_file.Path, TimeSpan.Zero);
            reader.Run("BEGIN; SELECT count(*) FROM body;");
            await AppendAsync(journal, [], [1]);
            File.WriteAllBytes(crashed, JournalFile.Read(_file.Path));
            File.WriteAllBytes(crashed + "-wal", JournalFile.Read(_file.Path + "-wal"));
        }

        using var again = new SqliteJournal(crashed);
        await again.OpenAsync("floor", default);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.GetDirectoryName(crashed)!),
            file => JournalFile.Read(file).AsSpan().IndexOf("Nunez-Kowalski"u8) >= 0);
    }

    private static async Task AppendAsync(
        SqliteJournal journal,
        IReadOnlyList<JournalBody> bodies,
        IReadOnlyList<long> erased,
        IReadOnlyList<JournalContact>? contacts = null)
    {
        var head = await journal.ReadHeadAsync("floor", default);
        JournalRecord[] records = [new(head.Sequence + 1, default, new byte[20])];
        Assert.True(await journal.AppendAsync("floor", new(head, records, bodies, contacts ?? [], erased), default));
    }

    private static async Task TalkAsync(RunningFloor floor, string customer, string text)
    {
        await floor.Floor.Agents.SignInAsync("mina");
        await floor.Floor.Agents.SetAvailableAsync("mina");
        for (var contact = 0; contact < 3; contact++)
        {
            var started = await floor.Floor.Chats.StartAsync(new StartChat
            {
                Queue = "cards",
                Customer = customer,
                Name = text,
            });
            var chat = started.ValueOrThrow().Id;
            var offer = (await floor.Floor.Agents.OffersAsync("mina")).ValueOrThrow().Single();
            await floor.Floor.Agents.AcceptAsync("mina", offer.Offer);
            for (var message = 0; message < 100; message++)
            {
                await floor.SaidAsync(chat, customer, $"{text} {message}");
            }

            (await floor.Floor.Chats.EndAsync(chat, Actor.Agent("mina"))).ValueOrThrow();
            (await floor.Floor.Chats.WrapUpAsync(chat, "mina", ["done"])).ValueOrThrow();
        }
    }
}
