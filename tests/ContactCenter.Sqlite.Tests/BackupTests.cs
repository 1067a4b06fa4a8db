using ContactCenter.Journals;
using ContactCenter.Runtime;

namespace ContactCenter.Sqlite.Tests;

/// <summary>Copies that are made while a floor works, and floors that go on from them.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_copy_that_is_made_while_a_floor_works_is_whole()
    {
        var copy = _file.In("copy.db");
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            chat = await floor.StartedAsync("ana");
            var talking = TalkAsync(floor, chat, 200);
            for (var backup = 0; backup < 3; backup++)
            {
                await floor.Journal.BackupAsync(copy);
            }

            await talking;
            Assert.Equal(200, (await floor.MessagesAsync(chat)).Count);
        }

        await using var other = await RunningFloor.StartAsync(copy);
        var there = await other.MessagesAsync(chat);
        Assert.Equal(Enumerable.Range(0, there.Count).Select(number => $"message {number}"), there);
        await other.SaidAsync(chat, "ana", "and on");
    }

    [Fact]
    public async Task A_floor_that_goes_on_from_a_copy_is_of_a_new_epoch_and_clients_begin_anew()
    {
        var copy = _file.In("copy.db");
        ChatId chat;
        FeedPosition position;
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            chat = await floor.StartedAsync("ana");
            await floor.SaidAsync(chat, "ana", "before");
            await floor.Journal.BackupAsync(copy);
            position = await floor.SaidAsync(chat, "ana", "lost");
        }

        SqliteJournal.Restore(copy, _file.Path);
        await using var restored = await RunningFloor.StartAsync(_file.Path);
        Assert.Equal(["before"], await restored.MessagesAsync(chat));
        var again = await restored.SaidAsync(chat, "ana", "after");
        Assert.True(again.Epoch > position.Epoch && again.Sequence == position.Sequence);

        using var enough = new CancellationTokenSource();
        await foreach (var batch in restored.Floor.Feeds.SubscribeAsync(
            Actor.Customer("ana"), position, enough.Token))
        {
            Assert.Equal(FeedBatchKind.Snapshot, batch.Kind);
            break;
        }
    }

    [Fact]
    public async Task Epochs_go_by_the_clock_so_that_no_two_lives_of_a_floor_share_one()
    {
        var time = new Testing.ManualTimeProvider();
        using var journal = _file.Open(time: time);
        var first = await journal.OpenAsync("floor", default);
        var second = await journal.OpenAsync("floor", default);
        time.Advance(TimeSpan.FromSeconds(10));
        var third = await journal.OpenAsync("floor", default);

        Assert.Equal(time.GetUtcNow().ToUnixTimeSeconds() - 10, first.Epoch);
        Assert.Equal(first.Epoch + 1, second.Epoch);
        Assert.Equal(first.Epoch + 10, third.Epoch);
    }

    [Fact]
    public async Task A_damaged_copy_is_not_put_in_the_place_of_anything()
    {
        var copy = _file.In("copy.db");
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            var chat = await floor.StartedAsync("ana");
            await TalkAsync(floor, chat, 100);
            await floor.Journal.BackupAsync(copy);
        }

        var bytes = File.ReadAllBytes(copy);
        bytes.AsSpan(bytes.Length / 2, 8192).Fill(0xA5);
        File.WriteAllBytes(copy, bytes);
        var before = JournalFile.Read(_file.Path);

        Assert.Throws<JournalFormatException>(() => SqliteJournal.Restore(copy, _file.Path));
        Assert.Throws<FileNotFoundException>(() => SqliteJournal.Restore(_file.In("none.db"), _file.Path));
        Assert.Equal(before, JournalFile.Read(_file.Path));
    }

    private static async Task TalkAsync(RunningFloor floor, ChatId chat, int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            await floor.SaidAsync(chat, "ana", $"message {message}");
        }
    }
}
