using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ContactCenter.Runtime;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>Disks that are full, files that are locked or read-only: said, nothing lost, and it goes on.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TroubleTests : IDisposable
{
    private const uint Nobody = 65_534;

    private readonly JournalFile _file = new();
    private readonly Ledger _ledger = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_file_that_may_not_grow_stops_the_floor_until_it_may()
    {
        using var worker = new Worker(_file.Path, _ledger, largestFile: 2_000);
        Assert.Equal(Program.Opening, worker.HearWord());
        Assert.Equal(Program.Up, worker.HearWord());
        Assert.Equal(Program.Stopped, worker.HearWord());
        TryAgainInVain(worker);

        Run("prlimit", "--pid", $"{worker.Id}", "--fsize=unlimited");
        await GoesOnAsync(worker, _file.Path);
    }

    [Fact]
    public async Task A_disk_that_is_full_stops_the_floor_until_there_is_room()
    {
        var disk = Directory.CreateDirectory(_file.In("disk")).FullName;
        if (!TryRun("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk))
        {
            // Whoever may not mount has the same of the limit on files, which says another error.
            await A_file_that_may_not_grow_stops_the_floor_until_it_may();
            return;
        }

        try
        {
            using var worker = new Worker(Path.Combine(disk, "floor.db"), _ledger);
            Assert.Equal(Program.Opening, worker.HearWord());
            Assert.Equal(Program.Up, worker.HearWord());
            Assert.Equal(Program.Stopped, worker.HearWord());
            TryAgainInVain(worker);

            Run("mount", "-o", "remount,size=64m", disk);
            await GoesOnAsync(worker, Path.Combine(disk, "floor.db"));
        }
        finally
        {
            Run("umount", "-l", disk);
        }
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_stops_the_floor_until_it_is_free()
    {
        await using var running = await RunningFloor.StartAsync(
            _file.Path, lockTimeout: TimeSpan.FromMilliseconds(10));
        var chat = await running.StartedAsync("ana");
        await running.SaidAsync(chat, "ana", "before");
        var id = CommandId.New(DateTimeOffset.UtcNow);
        using (var other = new SqliteConnection($"Data Source={_file.Path};Pooling=False"))
        {
            other.Open();
            using var locked = other.BeginTransaction(deferred: false);
            Assert.True((await running.Floor.Chats.SayAsync(chat, Actor.Customer("ana"), "meanwhile", id)).IsUnknown);
            Assert.False(running.Floor.IsRunning);
            var refused = await Assert.ThrowsAsync<SqliteJournalException>(() => running.Floor.StartAsync());
            Assert.Equal(5, refused.Code & 0xFF);
        }

        await running.Floor.StartAsync();
        Assert.True((await running.Floor.Chats.SayAsync(chat, Actor.Customer("ana"), "meanwhile", id)).IsAccepted);
        Assert.Equal(["before", "meanwhile"], await running.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_file_that_is_read_only_is_refused_and_left_as_it_is()
    {
        ChatId chat;
        await using (var running = await RunningFloor.StartAsync(_file.Path))
        {
            chat = await running.StartedAsync("ana");
            await running.SaidAsync(chat, "ana", "kept");
        }

        var content = JournalFile.Read(_file.Path);
        var refused = Assert.Throws<SqliteJournalException>(() => WithoutRights(() => _file.Open().Dispose()));
        Assert.True((refused.Code & 0xFF) is 8 or 14, refused.Message);
        Assert.Equal(content, JournalFile.Read(_file.Path));

        await using var again = await RunningFloor.StartAsync(_file.Path);
        Assert.Equal(["kept"], await again.MessagesAsync(chat));
    }

    /// <summary>Refused it is, or it stops once more: a commit may be so small that there was room for it.</summary>
    private static void TryAgainInVain(Worker worker)
    {
        worker.Go();
        Assert.Equal(Program.Opening, worker.HearWord());
        var word = worker.HearWord();
        if (word == Program.Up)
        {
            word = worker.HearWord();
        }

        string[] documented =
        [
            Program.Stopped,
            $"{Program.Refused} {nameof(SqliteJournalException)}",
            $"{Program.Refused} {nameof(FloorStoppedException)}",
        ];
        Assert.Contains(word, documented);
    }

    private async Task GoesOnAsync(Worker worker, string file)
    {
        Assert.True(_ledger.Acknowledged > 50, $"{_ledger.Acknowledged} acknowledged");
        worker.Go();
        Assert.Equal(Program.Opening, worker.HearWord());
        Assert.Equal(Program.Up, worker.HearWord());
        worker.HearAcknowledged(300);
        worker.Kill();
        await Proof.HoldsAsync(file, _ledger);
    }

    /// <summary>Does something with the file and its folder read-only, also to whoever may do everything.</summary>
    private void WithoutRights(Action action)
    {
        var folder = Path.GetDirectoryName(_file.Path)!;
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_file.Path, Read);
        File.SetUnixFileMode(folder, Read | Enter);
        var before = SetFileUser(Nobody);
        try
        {
            action();
        }
        finally
        {
            _ = SetFileUser((uint)before);
            File.SetUnixFileMode(folder, Read | Enter | UnixFileMode.UserWrite);
            File.SetUnixFileMode(_file.Path, Read | UnixFileMode.UserWrite);
        }
    }

    private static void Run(string program, params string[] arguments) =>
        Assert.True(TryRun(program, arguments), program);

    private static bool TryRun(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>As whom this thread, and no other, opens files.</summary>
    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileUser(uint user);
}
