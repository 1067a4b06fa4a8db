using System.Diagnostics;

namespace ContactCenter.Sqlite.Tests.Kills;

/// <summary>A process is killed while it makes a copy: nothing of the half of it outlives the next start.</summary>
public sealed class KilledCopyTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly JournalFile _copies = new();

    private string Copy => _copies.In("night.copy");

    private string Part => Copy + Copies.Unfinished;

    public void Dispose()
    {
        _file.Dispose();
        _copies.Dispose();
    }

    [Fact]
    public async Task What_a_killed_backup_leaves_is_removed_by_the_next_start_and_no_erasure_is_undone_by_it()
    {
        await TalkAsync();
        KillWhileCopying();
        Assert.True(_copies.Holds("Nunez-Kowalski"));

        await using var floor = await RunningFloor.StartAsync(_file.Path);
        Assert.False(File.Exists(Part));
        (await floor.Floor.History.EraseAsync("ana", Actor.Host, "on request")).ValueOrThrow();
        Assert.False(_copies.Holds("Nunez-Kowalski") || _file.Holds("Nunez-Kowalski"));
        Assert.DoesNotContain(Directory.EnumerateFiles(_file.In("")), file => file.Contains("copying"));
    }

    [Fact]
    public async Task What_a_killed_backup_leaves_is_removed_by_the_next_backup_to_another_place()
    {
        await TalkAsync();
        await using var floor = await RunningFloor.StartAsync(_file.Path);
        KillWhileCopying();

        await floor.Journal.BackupAsync(_copies.In("morning.copy"));
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task A_copy_that_another_process_is_making_is_left_alone()
    {
        await TalkAsync();
        KillWhileCopying(whileCopying: () =>
        {
            using var other = _file.Open();
            Assert.True(File.Exists(Part));
        });
    }

    [Fact]
    public async Task A_part_whose_disk_is_not_there_is_removed_once_it_is()
    {
        await TalkAsync();
        KillWhileCopying();
        var (there, away) = (Path.GetDirectoryName(Copy)!, Path.GetDirectoryName(Copy)! + "-away");
        Directory.Move(there, away);
        _file.Open().Dispose();
        Directory.Move(away, there);

        _file.Open().Dispose();
        Assert.False(File.Exists(Part));
    }

    private async Task TalkAsync()
    {
        await using var floor = await RunningFloor.StartAsync(_file.Path);
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, "ana", "my name is Nunez-Kowalski");
        (await floor.Floor.Chats.EndAsync(chat, Actor.Customer("ana"))).ValueOrThrow();
    }

    /// <summary>Ends a process at a moment at which its copy is written, and not whole yet.</summary>
    private void KillWhileCopying(Action? whileCopying = null)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { "exec", typeof(Worker).Assembly.Location, Program.Copying, _file.Path, Copy },
        })!;
        try
        {
            Assert.Equal(Program.Copying, process.StandardOutput.ReadLine());
            whileCopying?.Invoke();
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }

        Assert.True(File.Exists(Part));
    }
}
