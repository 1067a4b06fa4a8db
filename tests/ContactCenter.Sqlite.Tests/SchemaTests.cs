using ContactCenter.Journals;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Sqlite.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_file_of_a_newer_schema_is_refused_and_not_touched()
    {
        _file.Open().Dispose();
        Run($"INSERT INTO schema_version VALUES ({Sql.Migrations.Length + 3}, 'later')");
        var before = JournalFile.Read(_file.Path);

        var refused = Assert.Throws<SqliteSchemaException>(() => _file.Open());
        Assert.Equal((Sql.Migrations.Length + 3, Sql.Migrations.Length), (refused.Found, refused.Known));
        Assert.Equal(before, JournalFile.Read(_file.Path));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_not_touched()
    {
        Run("CREATE TABLE theirs (id INTEGER)");
        var before = JournalFile.Read(_file.Path);

        Assert.Equal(-1, Assert.Throws<SqliteSchemaException>(() => _file.Open()).Found);
        Assert.Equal(before, JournalFile.Read(_file.Path));
    }

    [Fact]
    public void A_journal_is_no_file_of_keys_and_keys_are_no_journal()
    {
        _file.Open().Dispose();
        new SqliteKeyRing(_file.In("keys.db")).Dispose();

        Assert.Equal(-1, Assert.Throws<SqliteSchemaException>(() => new SqliteKeyRing(_file.Path)).Found);
        Assert.Equal(-1, Assert.Throws<SqliteSchemaException>(() => new SqliteJournal(_file.In("keys.db"))).Found);
    }

    [Fact]
    public void Options_out_of_their_bounds_are_refused_all_at_once()
    {
        var refused = Assert.Throws<ArgumentException>(
            () => _file.Open(new SqliteJournalOptions { MaxGroup = 0, LockTimeout = TimeSpan.FromSeconds(-1) }));

        Assert.Contains(nameof(SqliteJournalOptions.MaxGroup), refused.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SqliteJournalOptions.LockTimeout), refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_not_touched()
    {
        var text = "This is a letter, and no database at all.\n"u8.ToArray();
        File.WriteAllBytes(_file.Path, text);

        Assert.ThrowsAny<Exception>(() => _file.Open());
        Assert.Equal(text, File.ReadAllBytes(_file.Path));
    }

    [Fact]
    public async Task A_migration_goes_forward_and_keeps_what_is_there()
    {
        using (var journal = _file.Open())
        {
            var head = await journal.OpenAsync("floor", default);
            JournalRecord[] records = [new(1, default, new byte[2])];
            await journal.AppendAsync("floor", new JournalAppend(head, records, [], [], []), default);
        }

        using (var connection = new Connection(_file.Path, TimeSpan.Zero))
        {
            Schema.Migrate(connection, [.. Sql.Migrations, "CREATE TABLE later (id INTEGER)"]);
            Schema.Migrate(connection, [.. Sql.Migrations, "CREATE TABLE later (id INTEGER)"]);
            connection.Run("SELECT * FROM later");
        }

        Assert.Equal(
            Sql.Migrations.Length + 1, Assert.Throws<SqliteSchemaException>(() => _file.Open()).Found);
    }

    [Fact]
    public async Task A_process_of_the_schema_before_writes_no_more()
    {
        using var journal = _file.Open();
        var head = await journal.OpenAsync("floor", default);
        using (var connection = new Connection(_file.Path, TimeSpan.Zero))
        {
            Schema.Migrate(connection, [.. Sql.Migrations, "CREATE TABLE later (id INTEGER)"]);
        }

        JournalRecord[] records = [new(1, default, new byte[2])];
        var refused = await Assert.ThrowsAsync<SqliteSchemaException>(
            async () => await journal.AppendAsync("floor", new(head, records, [], [], []), default));
        Assert.Equal((Sql.Migrations.Length + 1, Sql.Migrations.Length), (refused.Found, refused.Known));
        await Assert.ThrowsAsync<SqliteSchemaException>(async () => await journal.OpenAsync("floor", default));
        await Assert.ThrowsAsync<SqliteSchemaException>(() => journal.MoveFeedAsync("floor", "warehouse", 1));
        await Assert.ThrowsAsync<SqliteSchemaException>(() => journal.CompactAsync());
        Assert.Equal(head, await journal.ReadHeadAsync("floor", default));
    }

    [Fact]
    public async Task A_migration_ends_every_epoch_so_that_also_older_versions_write_no_more()
    {
        using (var connection = new Connection(_file.Path, TimeSpan.Zero))
        {
            Schema.Migrate(connection, Sql.Migrations[..^1]);
            connection.Run("INSERT INTO floor (name, epoch, head) VALUES ('floor', 5, 0)");
        }

        using var journal = _file.Open();
        Assert.Equal(6, (await journal.ReadHeadAsync("floor", default)).Epoch);
        Assert.False(await journal.AppendAsync("floor", new(new(5, 0), [], [], [], []), default));
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_file_as_it_was()
    {
        _file.Open().Dispose();
        using (var connection = new Connection(_file.Path, TimeSpan.Zero))
        {
            Assert.Throws<SqliteJournalException>(() => Schema.Migrate(
                connection, [.. Sql.Migrations, "CREATE TABLE later (id INTEGER); SELECT nonsense FROM nowhere"]));
        }

        _file.Open().Dispose();
        Assert.Throws<SqliteException>(() => Run("SELECT * FROM later"));
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // what a test says
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
