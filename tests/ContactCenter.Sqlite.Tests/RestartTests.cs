using ContactCenter.Agents;
using ContactCenter.Chats;
using ContactCenter.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Sqlite.Tests;

/// <summary>Floors that come back from their file.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(10_000)]
    [InlineData(3)]
    public async Task Chats_offers_and_availability_go_on(int snapshotEvery)
    {
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path, snapshotEvery, _time))
        {
            await floor.Floor.Agents.SignInAsync("mina");
            await floor.Floor.Agents.SetAvailableAsync("mina");
            chat = await floor.StartedAsync("ana");
            await floor.SaidAsync(chat, "ana", "hello");
        }

        await using var again = await RunningFloor.StartAsync(_file.Path, snapshotEvery, _time);
        Assert.Equal(Availability.Available, (await again.Floor.Agents.StateAsync("mina")).ValueOrThrow().Availability);
        var offer = (await again.Floor.Agents.OffersAsync("mina")).ValueOrThrow().Single();
        Assert.True((await again.Floor.Agents.AcceptAsync("mina", offer.Offer)).IsAccepted);
        await again.SaidAsync(chat, "ana", "still here");
        Assert.Equal(["hello", "still here"], await again.MessagesAsync(chat));
        Assert.Equal(
            ChatState.Active, (await again.Floor.Chats.StateAsync(chat, Actor.Host)).ValueOrThrow().State);
    }

    [Fact]
    public async Task A_retry_across_a_restart_has_one_effect()
    {
        var id = CommandId.New(_time.GetUtcNow());
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path, time: _time))
        {
            chat = await floor.StartedAsync("ana");
            Assert.True((await floor.Floor.Chats.SayAsync(chat, Actor.Customer("ana"), "once", id)).IsAccepted);
        }

        await using var again = await RunningFloor.StartAsync(_file.Path, time: _time);
        Assert.True((await again.Floor.Chats.SayAsync(chat, Actor.Customer("ana"), "once", id)).IsAccepted);
        Assert.Equal(["once"], await again.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_log_that_is_not_kept_goes_up_to_the_snapshot_and_the_floor_comes_back()
    {
        using var journal = _file.Open(new SqliteJournalOptions { KeepsLog = false });
        var head = await journal.OpenAsync("floor", default);
        Journals.JournalRecord[] records =
            [.. Enumerable.Range(1, 9).Select(number => new Journals.JournalRecord(number, default, new byte[3]))];
        await journal.AppendAsync("floor", new(head, records, [], [], []), default);
        await journal.WriteSnapshotAsync("floor", head.Epoch, new(6, new byte[1]), default);

        var left = new List<long>();
        await foreach (var record in journal.ReadAsync("floor", 0, default))
        {
            left.Add(record.Sequence);
        }

        Assert.Equal([7, 8, 9], left);
    }

    [Fact]
    public async Task A_damaged_snapshot_is_made_again_from_the_whole_log()
    {
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path, snapshotEvery: 3))
        {
            chat = await floor.StartedAsync("ana");
            await floor.SaidAsync(chat, "ana", "one");
            await floor.SaidAsync(chat, "ana", "two");
        }

        Run("UPDATE snapshot SET content = zeroblob(length(content))");
        await using (var again = await RunningFloor.StartAsync(_file.Path, snapshotEvery: 3))
        {
            await again.SaidAsync(chat, "ana", "three");
            await again.MessagesAsync(chat);
        }

        Run("DELETE FROM record WHERE seq = 1");
        await using var last = await RunningFloor.StartAsync(_file.Path);
        Assert.Equal(["one", "two", "three"], await last.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_damaged_snapshot_is_damage_where_the_log_before_it_is_gone()
    {
        await using (var floor = await RunningFloor.StartAsync(_file.Path, snapshotEvery: 3))
        {
            var chat = await floor.StartedAsync("ana");
            await floor.SaidAsync(chat, "ana", "one");
            await floor.SaidAsync(chat, "ana", "two");
        }

        Run("UPDATE snapshot SET content = zeroblob(length(content)); DELETE FROM record WHERE seq = 1");
        var thrown = await Assert.ThrowsAsync<Journals.JournalFormatException>(
            () => RunningFloor.StartAsync(_file.Path));
        Assert.Contains("snapshot", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_owners_of_one_file_cannot_both_write()
    {
        await using var first = await RunningFloor.StartAsync(_file.Path);
        var chat = await first.StartedAsync("ana");
        await using var second = await RunningFloor.StartAsync(_file.Path);

        Assert.True((await first.Floor.Chats.SayAsync(chat, Actor.Customer("ana"), "to the first")).IsUnknown);
        Assert.False(first.Floor.IsRunning && (await first.Floor.Agents.SignInAsync("mina")).IsAccepted);
        await second.SaidAsync(chat, "ana", "to the second");
        Assert.Equal(["to the second"], await second.MessagesAsync(chat));
    }

    [Fact]
    public void A_second_journal_is_refused()
    {
        var services = new ServiceCollection();
        var builder = services.AddContactCenter().UseSqlite(_file.Path);

        Assert.Throws<InvalidOperationException>(() => builder.UseSqlite(_file.In("other.db")));
    }

    [Fact]
    public async Task A_journal_that_is_closed_takes_nothing_and_says_so()
    {
        var journal = _file.Open();
        journal.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await journal.OpenAsync("floor", default));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await journal.ReadHeadAsync("floor", default));
    }

    private void Run(string change)
    {
        using var connection = new Connection(_file.Path, TimeSpan.FromSeconds(5));
        connection.Run(change);
    }
}
