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

        await SqliteJournal.RestoreAsync(copy, _file.Path);
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
    public async Task A_copy_never_takes_the_place_of_the_journal_whatever_path_leads_to_it()
    {
        var folder = Path.GetDirectoryName(_file.Path)!;
        var link = Directory.CreateSymbolicLink(folder + "-link", folder).FullName;
        try
        {
            await using var floor = await RunningFloor.StartAsync(_file.Path);
            await Assert.ThrowsAsync<ArgumentException>(
                () => floor.Journal.BackupAsync(Path.Combine(link, Path.GetFileName(_file.Path))));
        }
        finally
        {
            Directory.Delete(link);
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

        await Assert.ThrowsAsync<JournalFormatException>(() => SqliteJournal.RestoreAsync(copy, _file.Path));
        await Assert.ThrowsAsync<FileNotFoundException>(
            () => SqliteJournal.RestoreAsync(_file.In("none.db"), _file.Path));
        Assert.Equal(before, JournalFile.Read(_file.Path));
    }

    [Fact]
    public async Task An_empty_file_is_no_copy()
    {
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            await TalkAsync(floor, await floor.StartedAsync("ana"), 10);
        }

        var (copy, before) = (_file.In("copy.db"), JournalFile.Read(_file.Path));
        File.WriteAllBytes(copy, []);

        var refused = await Assert.ThrowsAsync<SqliteSchemaException>(
            () => SqliteJournal.RestoreAsync(copy, _file.Path));
        Assert.Equal(-1, refused.Found);
        Assert.Equal(before, JournalFile.Read(_file.Path));
        Assert.Empty(File.ReadAllBytes(copy));
    }

    [Fact]
    public async Task A_copy_with_one_changed_record_is_refused_and_the_journal_stays()
    {
        var copy = _file.In("copy.db");
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            chat = await floor.StartedAsync("ana");
            await TalkAsync(floor, chat, 10);
            await floor.Journal.BackupAsync(copy);
        }

        using (var connection = new Connection(copy, TimeSpan.Zero))
        {
            connection.Run("UPDATE record SET payload = zeroblob(length(payload)) WHERE seq = 5");
        }

        await Assert.ThrowsAsync<JournalFormatException>(() => SqliteJournal.RestoreAsync(copy, _file.Path));
        await using var same = await RunningFloor.StartAsync(_file.Path);
        Assert.Equal(10, (await same.MessagesAsync(chat)).Count);
    }

    [Fact]
    public async Task A_line_that_is_damaged_takes_the_place_of_no_copy_that_is_whole()
    {
        var (copy, damaged) = (_file.In("copy.db"), _file.In("damaged.db"));
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            await TalkAsync(floor, await floor.StartedAsync("ana"), 5);
            await floor.Journal.BackupAsync(copy);
            var before = JournalFile.Read(copy);
            File.Copy(copy, damaged);
            foreach (var file in (string[])[_file.Path, damaged])
            {
                using var connection = new Connection(file, TimeSpan.Zero);
                connection.Run("UPDATE body SET content = replace(content, x'6d657373', x'6d617373') WHERE seq = 4");
            }

            var told = await Assert.ThrowsAsync<JournalFormatException>(() => floor.Journal.BackupAsync(copy));
            Assert.Contains("of contact 1 of floor default", told.Message, StringComparison.Ordinal);
            Assert.Equal(before, JournalFile.Read(copy));
        }

        var journal = JournalFile.Read(_file.Path);
        await Assert.ThrowsAsync<JournalFormatException>(() => SqliteJournal.RestoreAsync(damaged, _file.Path));
        Assert.Equal(journal, JournalFile.Read(_file.Path));
    }

    [Fact]
    public async Task An_index_that_is_damaged_takes_the_place_of_no_copy_that_is_whole()
    {
        var copy = _file.In("copy.db");
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            await TalkAsync(floor, await floor.StartedAsync("ana"), 5);
            await floor.Journal.BackupAsync(copy);
        }

        var before = JournalFile.Read(copy);
        _file.ChangeIndex("sqlite_autoindex_floor_1", "default"u8);
        using var journal = _file.Open();
        await Assert.ThrowsAsync<JournalFormatException>(() => journal.BackupAsync(copy));
        Assert.Equal(before, JournalFile.Read(copy));
    }

    [Fact]
    public async Task No_copy_takes_the_place_of_another_journal_that_somebody_has_open()
    {
        var other = _file.In("other.db");
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        await using (var open = await RunningFloor.StartAsync(other))
        {
            chat = await open.StartedAsync("bob");
            await Assert.ThrowsAsync<SqliteJournalException>(() => floor.Journal.BackupAsync(other));
            await open.SaidAsync(chat, "bob", "acknowledged");
        }

        await using var again = await RunningFloor.StartAsync(other);
        Assert.Equal(["acknowledged"], await again.MessagesAsync(chat));
    }

    [Fact]
    public async Task No_copy_takes_the_place_of_an_open_journal_that_a_newer_version_writes()
    {
        var copy = _file.In("copy.db");
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            chat = await floor.StartedAsync("ana");
            await floor.Journal.BackupAsync(copy);
            using var connection = new Connection(_file.Path, TimeSpan.Zero);
            connection.Run("INSERT INTO schema_version VALUES (99, 'later')");
            await Assert.ThrowsAsync<SqliteJournalException>(() => SqliteJournal.RestoreAsync(copy, _file.Path));
            connection.Run("DELETE FROM schema_version WHERE version = 99");
            await floor.SaidAsync(chat, "ana", "acknowledged");
        }

        await using var again = await RunningFloor.StartAsync(_file.Path);
        Assert.Equal(["acknowledged"], await again.MessagesAsync(chat));
    }

    [Fact]
    public async Task No_copy_takes_the_place_of_a_journal_that_somebody_has_open()
    {
        var copy = _file.In("copy.db");
        ChatId chat;
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            chat = await floor.StartedAsync("ana");
            await floor.Journal.BackupAsync(copy);
            await Assert.ThrowsAsync<ArgumentException>(() => floor.Journal.BackupAsync(_file.Path));
            await Assert.ThrowsAsync<SqliteJournalException>(() => SqliteJournal.RestoreAsync(copy, _file.Path));
            await Assert.ThrowsAsync<ArgumentException>(() => SqliteJournal.RestoreAsync(_file.Path, _file.Path));
            await floor.SaidAsync(chat, "ana", "acknowledged");
        }

        await using var again = await RunningFloor.StartAsync(_file.Path);
        Assert.Equal(["acknowledged"], await again.MessagesAsync(chat));
    }

    [Fact]
    public async Task Whoever_opens_a_journal_while_it_is_restored_waits_and_finds_the_copy()
    {
        var copy = _file.In("copy.db");
        using (var journal = _file.Open())
        {
            await journal.OpenAsync("first", default);
            await journal.BackupAsync(copy);
            await journal.OpenAsync("lost", default);
        }

        Task<SqliteJournal> opening;
        using (var held = Copies.Hold(_file.Path)!)
        {
            Assert.Throws<SqliteJournalException>(
                () => _file.Open(new SqliteJournalOptions { LockTimeout = TimeSpan.FromMilliseconds(1) }));
            opening = Task.Run(() => _file.Open(new SqliteJournalOptions { LockTimeout = TimeSpan.FromMinutes(1) }));
            using var whole = new Connection(copy, TimeSpan.Zero);
            whole.CopyTo(held);
        }

        using var opened = await opening;
        Assert.NotEqual(default, await opened.ReadHeadAsync("first", default));
        Assert.Equal(default, await opened.ReadHeadAsync("lost", default));
    }

    [Fact]
    public async Task A_journal_that_is_not_there_is_restored_and_one_that_cannot_be_read_is_replaced()
    {
        var (copy, none) = (_file.In("copy.db"), _file.In("none.db"));
        using (var journal = _file.Open())
        {
            await journal.OpenAsync("floor", default);
            await journal.BackupAsync(copy);
        }

        await SqliteJournal.RestoreAsync(copy, none);
        File.WriteAllBytes(_file.Path, new byte[8_192]);
        await SqliteJournal.RestoreAsync(copy, _file.Path);

        foreach (var file in (string[])[none, _file.Path])
        {
            using var restored = new SqliteJournal(file);
            Assert.NotEqual(default, await restored.ReadHeadAsync("floor", default));
        }

        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(copy)!, "*" + Copies.Unfinished + "*"));
    }

    [Fact]
    public async Task Two_copies_to_one_place_at_a_time_are_made_one_after_the_other()
    {
        var copy = _file.In("copy.db");
        await using var floor = await RunningFloor.StartAsync(_file.Path);
        await TalkAsync(floor, await floor.StartedAsync("ana"), 50);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => floor.Journal.BackupAsync(copy)));
        using var whole = new SqliteJournal(copy);
        Assert.Empty((await JournalCheck.RunAsync(whole, "default")).Faults);
    }

    [Fact]
    public async Task A_restored_floor_is_of_an_epoch_that_never_was_even_where_the_clock_stands()
    {
        var time = new Testing.ManualTimeProvider();
        var copy = _file.In("copy.db");
        long last;
        using (var journal = _file.Open(time: time))
        {
            await journal.OpenAsync("floor", default);
            await journal.BackupAsync(copy);
            last = (await journal.OpenAsync("floor", default)).Epoch;
        }

        await SqliteJournal.RestoreAsync(copy, _file.Path);
        using var restored = _file.Open(time: time);
        Assert.True((await restored.OpenAsync("floor", default)).Epoch > last);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_that_was_given_out_after_a_backup_is_given_to_nobody_once_that_is_restored(bool isLost)
    {
        var copy = _file.In("copy.db");
        var given = new List<long>();
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            given.Add((await floor.StartedAsync("ana")).Number);
            await floor.Journal.BackupAsync(copy);
            given.Add((await floor.StartedAsync("bo")).Number);
        }

        for (var restores = 0; restores < 2; restores++)
        {
            if (isLost)
            {
                File.Delete(_file.Path);
                copy = restores == 0 ? copy : _file.In("later.db");
            }

            await SqliteJournal.RestoreAsync(copy, _file.Path);
            for (var starts = 0; starts < 2; starts++)
            {
                await using var restored = await RunningFloor.StartAsync(_file.Path);
                given.Add((await restored.StartedAsync("cara")).Number);
                await restored.Journal.BackupAsync(_file.In("later.db"));
            }
        }

        Assert.Equal(given.Count, given.Distinct().Count());
        Assert.Equal(given[2] + 1, given[3]);
    }

    [Fact]
    public async Task A_floor_that_works_on_after_a_restore_holds_against_itself_and_is_rescanned()
    {
        var copy = _file.In("copy.db");
        await using (var floor = await RunningFloor.StartAsync(_file.Path))
        {
            await floor.StartedAsync("ana");
            await floor.Journal.BackupAsync(copy);
        }

        using (var smaller = new Connection(copy, TimeSpan.Zero))
        {
            smaller.Run("UPDATE floor SET numbers_after = 5000");
        }

        await using var restored = await RunningFloor.StartAsync(copy);
        var chat = await restored.StartedAsync("bo");
        await restored.SaidAsync(chat, "bo", "hello");
        Assert.Equal(5_001, chat.Number);
        Assert.Empty((await JournalCheck.RunAsync(restored.Journal, "default")).Faults);
        var rescan = (await restored.Floor.Redaction.RescanAsync(
            new Rescan { Reason = "a better rule" }, Actor.Host)).ValueOrThrow();
        Assert.Equal(1, rescan.Lines);
    }

    [Fact]
    public async Task A_file_that_is_written_anew_gives_the_room_of_what_was_erased_back()
    {
        await using var floor = await RunningFloor.StartAsync(_file.Path);
        var (erased, kept) = (await floor.StartedAsync("ana"), await floor.StartedAsync("bo"));
        await TalkAsync(floor, erased, 500);
        await floor.SaidAsync(kept, "bo", "here I stay");
        (await floor.Floor.Chats.EndAsync(erased, Actor.Customer("ana"))).ValueOrThrow();
        await floor.Journal.CompactAsync();
        var before = new FileInfo(_file.Path).Length;
        (await floor.Floor.History.EraseAsync("ana", Actor.Host, "on request")).ValueOrThrow();

        await floor.Journal.CompactAsync();
        Assert.True(new FileInfo(_file.Path).Length < before);
        await floor.SaidAsync(kept, "bo", "and here");
        Assert.Equal(["here I stay", "and here"], await floor.MessagesAsync(kept));
        Assert.Empty((await JournalCheck.RunAsync(floor.Journal, "default")).Faults);
    }

    private static async Task TalkAsync(RunningFloor floor, ChatId chat, int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            await floor.SaidAsync(chat, "ana", $"message {message}");
        }
    }
}
