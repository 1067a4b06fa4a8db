using ContactCenter.Journals;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Sqlite.Tests;

/// <summary>Files that are damaged, locked or taken away: said, with the place, and never guessed over.</summary>
public sealed class DamageTests : IAsyncLifetime, IDisposable
{
    private readonly JournalFile _file = new();
    private ChatId _chat;

    public async Task InitializeAsync()
    {
        await using var floor = await RunningFloor.StartAsync(_file.Path);
        _chat = await floor.StartedAsync("ana");
        for (var message = 0; message < 200; message++)
        {
            await floor.SaidAsync(_chat, "ana", $"message {message}");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("UPDATE contact SET customer = ''")]
    [InlineData("UPDATE contact SET closed_at = -5")]
    public async Task A_damaged_contact_is_said_as_damage(string change)
    {
        using var journal = _file.Open();
        var head = await journal.OpenAsync("floor", default);
        var contact = new JournalContact(7, "ana", DateTimeOffset.UnixEpoch, new byte[3]);
        await journal.AppendAsync("floor", new(head, [new(1, default, new byte[1])], [], [contact], []), default);
        Run(change);

        var thrown = await Assert.ThrowsAsync<JournalFormatException>(
            async () => await journal.FindContactAsync("floor", 7, default));
        Assert.Contains("contact 7 ", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE record SET payload = zeroblob(length(payload)) WHERE seq = 50", "record 50 ")]
    [InlineData("UPDATE record SET payload = substr(payload, 1, length(payload) - 1) WHERE seq = 51", "record 51 ")]
    [InlineData("DELETE FROM record WHERE seq = 52", "Record 52 ")]
    [InlineData("UPDATE record SET command = x'01' WHERE seq = 53", "record 53 ")]
    [InlineData("DELETE FROM record WHERE seq > 150", "ends at 202, not 150")]
    [InlineData("UPDATE record SET payload = (SELECT payload FROM record WHERE seq = 60) WHERE seq = 61", "Record 61 ")]
    [InlineData("UPDATE floor SET head = head - 1", "ends at 201, not 202")]
    public async Task A_log_that_somebody_has_changed_is_refused_at_its_place(string change, string place)
    {
        Run(change);

        var refused = await Assert.ThrowsAsync<JournalFormatException>(() => RunningFloor.StartAsync(_file.Path));
        Assert.Contains(place, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_floor_whose_name_is_damaged_in_its_index_is_refused_and_not_begun_anew()
    {
        var damaged = _file.ChangeIndex("sqlite_autoindex_floor_1", "default"u8);

        var refused = await Assert.ThrowsAsync<JournalFormatException>(() => RunningFloor.StartAsync(_file.Path));
        Assert.Contains("floor default", refused.Message, StringComparison.Ordinal);
        using var connection = new Connection(_file.Path, TimeSpan.Zero);
        Assert.Equal(1, connection.Number("SELECT count(*) FROM floor NOT INDEXED"));
        Assert.Equal(damaged.Length, JournalFile.Read(_file.Path).Length);
    }

    [Fact]
    public async Task A_snapshot_of_another_file_is_never_taken_for_one_of_the_log()
    {
        var (mine, other) = (_file.In("mine.db"), _file.In("other.db"));
        var (chat, _) = (await EightAsync(mine, "ana"), await EightAsync(other, "bob"));
        using (var connection = new Connection(mine, TimeSpan.Zero))
        {
            connection.Run($"""
                ATTACH '{other}' AS other;
                UPDATE snapshot SET content = (SELECT content FROM other.snapshot), seq = 8;
                """);
        }

        await using (var floor = await RunningFloor.StartAsync(mine))
        {
            Assert.Equal(["0", "1", "2", "3", "4", "5"], await floor.MessagesAsync(chat));
            Assert.Equal("ana", (await floor.Floor.Chats.StateAsync(chat, Actor.Host)).ValueOrThrow().Customer);
        }

        foreach (var gone in (string[])["", "DELETE FROM record WHERE seq < 8; UPDATE floor SET dropped = 7;"])
        {
            using var connection = new Connection(mine, TimeSpan.Zero);
            connection.Run(gone);
            using var journal = new SqliteJournal(mine);
            Assert.Equal(
                "Snapshot 8 of floor default does not follow from the log: its hash is another.",
                (await JournalCheck.RunAsync(journal, "default")).Faults[0]);
        }

        await Assert.ThrowsAsync<JournalFormatException>(() => RunningFloor.StartAsync(mine));
    }

    [Fact]
    public async Task A_page_that_is_overwritten_is_refused_or_not_part_of_the_log()
    {
        var whole = JournalFile.Read(_file.Path);
        var pages = whole.Length / 4096;
        var refused = 0;
        for (var page = 0; page < pages; page++)
        {
            var damaged = (byte[])whole.Clone();
            damaged.AsSpan(page * 4096, 4096).Fill(0xA5);
            File.WriteAllBytes(_file.Path, damaged);
            File.Delete(_file.Path + "-wal");
            File.Delete(_file.Path + "-shm");
            try
            {
                await using var floor = await RunningFloor.StartAsync(_file.Path);
                await floor.MessagesAsync(_chat);
            }
            catch (Exception exception) when (exception is JournalFormatException or SqliteSchemaException
                or SqliteJournalException)
            {
                refused++;
            }
        }

        Assert.True(refused > pages / 2, $"{refused} of {pages}");
    }

    [Fact]
    public async Task A_file_that_is_locked_stops_the_floor_and_the_next_start_goes_on()
    {
        using var journal = _file.Open(new SqliteJournalOptions { LockTimeout = TimeSpan.FromMilliseconds(1) });
        var head = await journal.OpenAsync("default", default);
        var append = new JournalAppend(
            head, [new JournalRecord(head.Sequence + 1, default, new byte[1])], [], [], []);
        using (var connection = Connect())
        {
            using var locked = connection.BeginTransaction(deferred: false);
            var failed = await Assert.ThrowsAsync<SqliteJournalException>(
                async () => await journal.AppendAsync("default", append, default));
            Assert.Equal(5, failed.Code & 0xFF);
            Assert.Equal(head, await journal.ReadHeadAsync("default", default));
        }

        Assert.True(await journal.AppendAsync("default", append, default));
    }

    [Fact]
    public async Task What_one_floor_brings_in_vain_does_not_stop_another()
    {
        using var journal = _file.Open();
        var (one, other) = (await journal.OpenAsync("one", default), await journal.OpenAsync("other", default));
        var body = new JournalBody(BodyShelf.Conversation, 1, 1, new byte[1]);
        var record = new JournalRecord(1, default, new byte[1]);
        var twice = new JournalAppend(one, [record, record], [body], [], []);
        var fine = new JournalAppend(other, [record], [body], [], []);

        Task<bool>[] appends =
        [
            journal.AppendAsync("one", twice, default).AsTask(), journal.AppendAsync("other", fine, default).AsTask(),
        ];

        await Assert.ThrowsAsync<ArgumentException>(() => appends[0]);
        Assert.True(await appends[1]);
        Assert.Equal(0, (await journal.ReadHeadAsync("one", default)).Sequence);
        Assert.Equal(1, (await journal.ReadHeadAsync("other", default)).Sequence);
    }

    /// <summary>Eight records, and a snapshot after the last.</summary>
    private static async Task<ChatId> EightAsync(string file, string customer)
    {
        await using var floor = await RunningFloor.StartAsync(file, snapshotEvery: 8);
        var chat = await floor.StartedAsync(customer);
        for (var message = 0; message < 6; message++)
        {
            await floor.SaidAsync(chat, customer, $"{message}");
        }

        await floor.Floor.StopAsync();
        Assert.Equal(8, (await floor.Journal.ReadHeadAsync("default", default)).Sequence);
        Assert.Equal(8, (await floor.Journal.ReadSnapshotAsync("default", default))!.Sequence);
        return chat;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // what a test says
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
