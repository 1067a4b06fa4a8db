using ContactCenter.Journals;

namespace ContactCenter.Sqlite.Tests;

/// <summary>What a crash leaves beside the file, and what only damage does.</summary>
public sealed class WriteAheadLogTests : IDisposable
{
    private const int HeaderSize = 32;
    private const int FrameSize = 24 + 4_096;
    private const int Appends = 20;

    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task One_wrong_bit_before_the_last_commit_is_refused_and_nothing_is_changed()
    {
        var (file, log) = await CrashedAsync();
        var (start, draw) = (Commits(log)[^2] + 1, new Random(1));
        Assert.True(start > Appends);
        for (var frame = 0; frame < start; frame++)
        {
            // Its salts, its checksum, and what is on the page.
            foreach (var at in (int[])[8 + draw.Next(8), 16 + draw.Next(8), 24 + draw.Next(4_096)])
            {
                var damaged = (byte[])log.Clone();
                damaged[HeaderSize + (frame * FrameSize) + at] ^= (byte)(1 << draw.Next(8));
                Put(file, damaged);

                var refused = Assert.Throws<JournalFormatException>(() => _file.Open());
                Assert.Contains($"frame {frame + 1},", refused.Message, StringComparison.Ordinal);
                Assert.Equal(file, JournalFile.Read(_file.Path));
                Assert.Equal(damaged, JournalFile.Read(_file.Path + "-wal"));
            }
        }
    }

    [Fact]
    public async Task A_wrong_bit_in_the_header_is_refused()
    {
        var (file, log) = await CrashedAsync();
        for (var bit = 0; bit < HeaderSize * 8; bit++)
        {
            var damaged = (byte[])log.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Put(file, damaged);
            Assert.Throws<JournalFormatException>(() => _file.Open());
        }
    }

    [Fact]
    public async Task Frames_that_are_missing_in_the_middle_are_refused()
    {
        var (file, log) = await CrashedAsync();
        var (from, to) = (HeaderSize + (5 * FrameSize), HeaderSize + (9 * FrameSize));
        Put(file, [.. log[..from], .. log[to..]]);
        Assert.Throws<JournalFormatException>(() => _file.Open());
    }

    [Fact]
    public async Task A_last_commit_that_a_crash_has_torn_is_left_out()
    {
        var (file, log) = await CrashedAsync();
        var start = HeaderSize + ((Commits(log)[^2] + 1) * FrameSize);
        for (var end = start; end < log.Length; end += 512)
        {
            // Cut off; and with a sector that never came to the disk though later ones did.
            var torn = (byte[])log.Clone();
            torn.AsSpan(end, Math.Min(512, log.Length - end)).Clear();
            foreach (var left in (byte[][])[log[..end], torn])
            {
                Put(file, left);
                using var journal = _file.Open();
                var head = await journal.ReadHeadAsync("floor", default);
                Assert.InRange(head.Sequence, Appends - 1, Appends);
            }
        }
    }

    [Fact]
    public async Task A_log_that_was_begun_anew_may_hold_older_frames_and_its_last_commit_may_be_torn()
    {
        var (file, log) = await CrashedAsync(journal =>
        {
            using var connection = new Connection(_file.Path, TimeSpan.Zero);
            connection.Run("PRAGMA wal_checkpoint(RESTART)");
            return AppendAsync(journal, 3);
        });
        Put(file, log);
        using (var journal = _file.Open())
        {
            Assert.Equal(Appends + 3, (await journal.ReadHeadAsync("floor", default)).Sequence);
        }

        // Its last commit is the one before the first older frame.
        var salts = log[16..24];
        var ours = Enumerable.Range(0, log.Length / FrameSize)
            .Last(frame => log.AsSpan(HeaderSize + (frame * FrameSize) + 8, 8).SequenceEqual(salts));
        Assert.True(ours < (log.Length / FrameSize) - 1);
        log[HeaderSize + (ours * FrameSize) + 1_000] ^= 1;
        Put(file, log);
        using (var journal = _file.Open())
        {
            Assert.Equal(Appends + 2, (await journal.ReadHeadAsync("floor", default)).Sequence);
        }
    }

    [Fact]
    public async Task A_log_with_nothing_in_it_is_none()
    {
        var (_, log) = await CrashedAsync();
        await AppendedAsync(_file);
        var file = JournalFile.Read(_file.Path);
        foreach (var left in (byte[][])[[], log[..20], log[..HeaderSize], new byte[100_000]])
        {
            Put(file, left);
            using var journal = _file.Open();
            Assert.NotEqual(default, await journal.ReadHeadAsync("floor", default));
        }
    }

    [Fact]
    public async Task Who_opens_a_file_that_others_write_finds_no_damage()
    {
        using var journal = _file.Open();
        await journal.OpenAsync("floor", default);
        var isOver = false;
        var writing = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                await AppendAsync(journal, 1);
            }
        });
        try
        {
            for (var opened = 0; opened < 100; opened++)
            {
                WriteAheadLog.Check(_file.Path);
            }

            _file.Open().Dispose();
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            await writing;
        }
    }

    /// <summary>A file and the log beside it, as whoever is killed leaves them.</summary>
    private async Task<(byte[] File, byte[] Log)> CrashedAsync(Func<SqliteJournal, Task>? then = null)
    {
        using var journal = _file.Open();
        await journal.OpenAsync("floor", default);
        await AppendAsync(journal, Appends);
        await (then?.Invoke(journal) ?? Task.CompletedTask);
        return (JournalFile.Read(_file.Path), JournalFile.Read(_file.Path + "-wal"));
    }

    private static async Task AppendedAsync(JournalFile file)
    {
        using var journal = file.Open();
        await AppendAsync(journal, 1);
    }

    private static async Task AppendAsync(SqliteJournal journal, int appends)
    {
        for (var append = 0; append < appends; append++)
        {
            var head = await journal.ReadHeadAsync("floor", default);
            JournalRecord[] records = [new(head.Sequence + 1, default, new byte[20])];
            JournalBody[] bodies = [new(BodyShelf.Conversation, 1, head.Sequence + 1, new byte[3_000])];
            Assert.True(await journal.AppendAsync("floor", new(head, records, bodies, [], []), default));
        }
    }

    /// <summary>The frames that end a commit.</summary>
    private static int[] Commits(byte[] log) =>
    [
        .. Enumerable.Range(0, (log.Length - HeaderSize) / FrameSize)
            .Where(frame => log.AsSpan(HeaderSize + (frame * FrameSize) + 4, 4).ContainsAnyExcept((byte)0)),
    ];

    private void Put(byte[] file, byte[] log)
    {
        File.Delete(_file.Path + "-shm");
        File.WriteAllBytes(_file.Path, file);
        File.WriteAllBytes(_file.Path + "-wal", log);
    }
}
