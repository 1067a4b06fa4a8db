using ContactCenter.Journals;
using ContactCenter.Runtime;

namespace ContactCenter.Sqlite.Tests;

/// <summary>A journal that is held against its own log.</summary>
public sealed class JournalCheckTests : IAsyncLifetime, IDisposable
{
    private const string Said = "INSERT INTO body (floor, chat, shelf, seq, content) ";

    private readonly JournalFile _file = new();

    public async Task InitializeAsync()
    {
        await using var floor = await RunningFloor.StartAsync(_file.Path, snapshotEvery: 5);
        foreach (var customer in (string[])["ana", "bob"])
        {
            await floor.Floor.Agents.SignInAsync("mina");
            await floor.Floor.Agents.SetAvailableAsync("mina");
            var start = new StartChat { Queue = "cards", Customer = customer, Name = "Nunez" };
            var chat = (await floor.Floor.Chats.StartAsync(start)).ValueOrThrow().Id;
            var offer = (await floor.Floor.Agents.OffersAsync("mina")).ValueOrThrow().Single();
            await floor.Floor.Agents.AcceptAsync("mina", offer.Offer);
            await floor.SaidAsync(chat, customer, "hello");
            await floor.Floor.Chats.NoteAsync(chat, "mina", "is in a hurry");
            (await floor.Floor.Chats.EndAsync(chat, Actor.Agent("mina"))).ValueOrThrow();
            (await floor.Floor.Chats.WrapUpAsync(chat, "mina", ["done"])).ValueOrThrow();
        }

        (await floor.Floor.History.EraseAsync("bob", Actor.Host, "on request")).ValueOrThrow();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_journal_is_true_and_what_was_erased_is_known_to_be()
    {
        var check = await CheckAsync();

        Assert.Empty(check.Faults);
        Assert.True(check.Erased > 3, check.ToString());
        Assert.True(check.Bodies >= 4 && check.Records > 10, check.ToString());
    }

    [Theory]
    [InlineData("UPDATE body SET content = replace(content, x'6c6c6f', x'6c6c70') WHERE chat = 1", "is not what")]
    [InlineData("UPDATE body SET content = zeroblob(30) WHERE chat = 1 AND seq = 0", "is not what")]
    [InlineData("UPDATE body SET content = substr(content, 1, 9) WHERE shelf = 3", "is not what")]
    [InlineData("DELETE FROM body WHERE chat = 1 AND shelf = 1", "is missing")]
    [InlineData("UPDATE body SET content = replace(content, x'616e61', x'626f62') WHERE chat = 1", "is not what")]
    [InlineData(
        "DELETE FROM body WHERE chat = 1 AND shelf = 0 AND seq > 0 AND instr(content, x'68656c6c6f') = 0",
        "is missing")]
    [InlineData(Said + "SELECT floor, 1, 0, 999, content FROM body WHERE chat = 1 AND shelf = 1", "in no record")]
    [InlineData(Said + "SELECT floor, 1, 0, seq, content FROM body WHERE chat = 1 AND shelf = 0", "is there twice")]
    [InlineData(Said + "SELECT floor, 2, 0, 1, content FROM body WHERE chat = 1 AND shelf = 1", "was erased, and is")]
    [InlineData(
        "REPLACE INTO contact SELECT NULL, floor, 2, customer, closed_at, content FROM contact WHERE chat = 1",
        "Contact 2 of floor default was erased, and is")]
    [InlineData("DELETE FROM contact WHERE chat = 1", "Contact 1 of floor default is missing")]
    [InlineData("UPDATE contact SET customer = 'eve' WHERE chat = 1", "Contact 1 of floor default is not what")]
    [InlineData("UPDATE contact SET closed_at = closed_at + 1 WHERE chat = 1", "Contact 1 of floor default is not")]
    [InlineData("UPDATE contact SET content = substr(content, 1, 9) WHERE chat = 1", "is not what the log says")]
    [InlineData(
        "INSERT INTO contact SELECT NULL, floor, 9, customer, closed_at, content FROM contact WHERE chat = 1",
        "Contact 9 of floor default is in no record")]
    [InlineData("DELETE FROM record WHERE seq = (SELECT max(seq) FROM record)", "ends at")]
    [InlineData("UPDATE snapshot SET content = zeroblob(length(content))", "is torn or damaged")]
    [InlineData("UPDATE record SET payload = zeroblob(50) WHERE seq = 4", "record 4 is torn or damaged")]
    public async Task What_somebody_has_changed_is_told_with_its_place(string change, string told)
    {
        Run(change);

        var check = await CheckAsync();
        Assert.Contains(check.Faults, fault => fault.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain(check.Faults, fault => fault.Contains("hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_journal_whose_log_went_with_a_snapshot_is_true_from_there_on()
    {
        Run("DELETE FROM record WHERE seq <= (SELECT seq FROM snapshot)");

        Assert.Empty((await CheckAsync()).Faults);
    }

    [Fact]
    public async Task A_record_that_is_parked_before_the_log_begins_is_no_fault_and_can_be_delivered_yet()
    {
        Run("INSERT INTO parked VALUES ('default', 'warehouse', 1, 3, 'Poison', 0)");
        using var journal = _file.Open(new SqliteJournalOptions { KeepsLog = false });
        var snapshot = await journal.ReadSnapshotAsync("default", default);
        var head = await journal.ReadHeadAsync("default", default);
        Assert.True(await journal.WriteSnapshotAsync("default", head.Epoch, snapshot!, default));

        var check = await JournalCheck.RunAsync(journal, "default");
        Assert.Empty(check.Faults);
        Assert.Equal(head.Sequence - snapshot!.Sequence, check.Records);
        var delivered = new List<long>();
        var feed = new IntegrationFeed(journal, "default", "warehouse", (one, _) =>
        {
            delivered.Add(one.Sequence);
            return Task.CompletedTask;
        });
        Assert.True(await feed.RetryAsync(1));
        Assert.Equal([1], delivered);
    }

    private void Run(string change)
    {
        using var connection = new Connection(_file.Path, TimeSpan.FromSeconds(5));
        connection.Run(change);
    }

    private async Task<JournalCheck> CheckAsync()
    {
        using var journal = _file.Open();
        return await JournalCheck.RunAsync(journal, "default");
    }
}
