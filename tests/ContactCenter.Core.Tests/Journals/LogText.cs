using ContactCenter.Floors;
using ContactCenter.Journals;
using ContactCenter.Routing;
using ContactCenter.Runtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactCenter.Tests.Journals;

/// <summary>Logs as a test looks at them.</summary>
internal static class LogText
{
    internal static IReadOnlyList<Event> EventsOf(JournalRecord record) =>
        BatchCodec.Read(record with { Payload = RecordSeal.Open(record) }).Events;

    internal static async Task<List<JournalRecord>> ReadAsync(IJournal journal, FloorId floor)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in journal.ReadAsync(floor, 0, default))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>The log of batches that are appended in groups of these sizes.</summary>
    internal static async Task<List<JournalRecord>> WrittenAsync(
        FloorId floor, IReadOnlyList<Batch> batches, params int[] groups)
    {
        var journal = new InMemoryJournal();
        var head = await journal.OpenAsync(floor, default);
        var appender = new JournalAppender(floor, journal, head, LogChain.Begin(floor));
        var at = 0;
        foreach (var size in groups)
        {
            await appender.AppendAsync([.. batches.Skip(at).Take(size)]);
            at += size;
        }

        return await ReadAsync(journal, floor);
    }

    /// <summary>A journal that holds this log, as somebody would have made it who can write to the disk.</summary>
    internal static async Task<IJournal> HoldingAsync(FloorId floor, IReadOnlyList<JournalRecord> records)
    {
        var journal = new InMemoryJournal();
        var head = await journal.OpenAsync(floor, default);
        Assert.True(await journal.AppendAsync(floor, new JournalAppend(head, records, [], [], []), default));
        return journal;
    }

    internal static async Task<Floor> RecoveredAsync(FloorId floor, IReadOnlyList<JournalRecord> records) =>
        (await FloorRecovery.ReadAsync(
            floor, await HoldingAsync(floor, records), KnownStrategies.Shipped, NullLogger.Instance, default)).Floor;
}
