using System.Diagnostics;
using System.Globalization;
using ContactCenter.Chats;
using ContactCenter.DependencyInjection;
using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using ContactCenter.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// A floor that comes back from its file: 1,000,000 events from the log, beside a plain read of the same file; and
/// 100,000 live chats from a snapshot, beside reading the snapshot's bytes.
/// </summary>
public static class RecoveryComparison
{
    private const int Events = 1_000_000;
    private const int LiveChats = 100_000;
    private const int Rounds = 5;

    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("compare-recovery-");
        try
        {
            var log = await LogAsync(Path.Combine(folder.FullName, "log.db"));
            return $"{log} {await SnapshotAsync(Path.Combine(folder.FullName, "snapshot.db"))}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> LogAsync(string file)
    {
        long events;
        using (var journal = new SqliteJournal(file))
        {
            var writing = await WritingFloor.BeginAsync(journal);
            while (writing.Events < Events)
            {
                await writing.TalkAsync();
            }

            await writing.FlushAsync();
            events = writing.Events;
        }

        var recovered = await MedianAsync(async () =>
        {
            using var journal = new SqliteJournal(file);
            await FloorRecovery.ReadAsync(
                WritingFloor.Id, journal, KnownStrategies.Shipped, NullLogger.Instance, default);
        });
        var log = await MedianAsync(async () =>
        {
            using var journal = new SqliteJournal(file);
            await foreach (var record in journal.ReadAsync(WritingFloor.Id, 0, default))
            {
                GC.KeepAlive(record);
            }
        });
        var read = await MedianAsync(() => File.ReadAllBytesAsync(file));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {events:N0} events in {new FileInfo(file).Length / 1e6:F0} MB: recovered in {recovered:F2} s; "
            + $"the records alone are read in {log:F2} s, the file in {read:F2} s"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"events_per_second={events / recovered:F0} times_plain_read={recovered / read:F1}");
    }

    private static async Task<string> SnapshotAsync(string file)
    {
        long bytes;
        using (var journal = new SqliteJournal(file))
        {
            var writing = await WritingFloor.BeginAsync(journal);
            for (var chat = 0; chat < LiveChats; chat++)
            {
                await writing.StartAsync();
            }

            bytes = await writing.SnapshotAsync();
        }

        var recovered = await MedianAsync(async () =>
        {
            using var journal = new SqliteJournal(file);
            var (floor, _, _, _) = await FloorRecovery.ReadAsync(
                WritingFloor.Id, journal, KnownStrategies.Shipped, NullLogger.Instance, default);
            GC.KeepAlive(floor);
        });
        var read = await MedianAsync(async () =>
        {
            using var journal = new SqliteJournal(file);
            GC.KeepAlive(await journal.ReadSnapshotAsync(WritingFloor.Id, default));
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {LiveChats:N0} live chats in a snapshot of {bytes / 1e6:F1} MB: recovered in {recovered:F2} s, "
            + $"its bytes read in {read:F3} s"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"snapshot_seconds={recovered:F2} times_snapshot_read={recovered / read:F1}");
    }

    private static async Task<double> MedianAsync(Func<Task> round)
    {
        var times = new List<double>();
        for (var turn = 0; turn <= Rounds; turn++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            await round();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        times.RemoveAt(0);
        times.Sort();
        return times[times.Count / 2];
    }
}
