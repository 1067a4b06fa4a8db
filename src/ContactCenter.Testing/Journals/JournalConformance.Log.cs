using ContactCenter.Journals;
using static ContactCenter.Testing.JournalProbe;

namespace ContactCenter.Testing;

/// <summary>Records in order, whole, and as they were written; and snapshots of what they lead to.</summary>
public static partial class JournalConformance
{
    private static (string Name, Func<IJournal, Task> Run)[] Log =>
    [
        ("records are read in order after a position", InOrderAsync),
        ("a record reads as it was written", AsWrittenAsync),
        ("a record is kept whatever becomes of the memory it came in", MemoryAsync),
        ("what was read stays as it was read", StaysReadAsync),
        ("whoever reads while others append finds no gap", NoGapAsync),
        ("reading stops when it is cancelled", CancelledAsync),
    ];

    private static (string Name, Func<IJournal, Task> Run)[] Snapshots =>
    [
        ("the newest snapshot counts and an older one changes nothing", NewestSnapshotAsync),
        ("a large snapshot reads as it was written", LargeSnapshotAsync),
        ("the log goes on after a snapshot", AfterSnapshotAsync),
        ("a snapshot of an owner that was replaced is not kept", ReplacedSnapshotAsync),
        ("a snapshot of more than the log holds is not kept", SnapshotAheadAsync),
    ];

    private static async Task InOrderAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(3).ConfigureAwait(false);
        await probe.FillAsync(2).ConfigureAwait(false);
        await (await OpenAsync(journal).ConfigureAwait(false)).FillAsync(1).ConfigureAwait(false);

        foreach (var after in (long[])[0, 2, 3, 5, 6, 9])
        {
            Numbers(
                Enumerable.Range(1, 6).Select(number => (long)number).Where(number => number > after),
                (await probe.ReadAsync(after).ConfigureAwait(false)).Select(record => record.Sequence),
                $"records after {after}");
        }
    }

    private static async Task AsWrittenAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        byte[] everything = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];
        var large = new byte[1_000_000];
        new Draw(1).Fill(large);
        var id = CommandId.Parse("0197d4a2-7c00-7000-8000-0000000000ff");
        JournalRecord[] written =
        [
            new(1, id, everything), new(2, default, Array.Empty<byte>()), new(3, default, large),
        ];
        await probe.AppendAsync(new JournalAppend(probe.Head, written, [], [], [])).ConfigureAwait(false);

        var read = await probe.ReadAsync().ConfigureAwait(false);
        Equal(written.Length, read.Count, "records");
        for (var index = 0; index < written.Length; index++)
        {
            Equal(written[index].Command, read[index].Command, "the command id of a record");
            Same(written[index].Payload, read[index].Payload, $"record {index + 1}");
        }
    }

    private static async Task MemoryAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        byte[] memory = [1, 2, 3];
        byte[] kept = [1, 2, 3];
        await probe.AppendAsync(new JournalAppend(
            probe.Head,
            [new(1, default, memory)],
            [new(BodyShelf.Conversation, 1, 1, memory)],
            [new(1, "ana", DateTimeOffset.UnixEpoch, memory)],
            [])).ConfigureAwait(false);
        memory.AsSpan().Clear();

        Same(kept, (await probe.ReadAsync().ConfigureAwait(false))[0].Payload, "a record");
        Same(kept, (await probe.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false))[0].Content, "a body");
        Same(kept, (await probe.FindAsync(1).ConfigureAwait(false))!.Value.Content, "a contact");
    }

    private static async Task StaysReadAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.AppendAsync(probe.With([Body(BodyShelf.Conversation, 7, 1)])).ConfigureAwait(false);
        var record = (await probe.ReadAsync().ConfigureAwait(false))[0];
        var body = (await probe.BodiesAsync(BodyShelf.Conversation, 7).ConfigureAwait(false))[0];

        await probe.AppendAsync(probe.With(erased: [7])).ConfigureAwait(false);
        await probe.SnapshotAsync(2, [2]).ConfigureAwait(false);
        await probe.FillAsync(100).ConfigureAwait(false);

        Same(Record(1).Payload, record.Payload, "a record that was read before");
        Same(Body(BodyShelf.Conversation, 7, 1).Content, body.Content, "a body that was read before");
    }

    private static async Task NoGapAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        var seen = 0L;
        var isWritten = false;
        var reading = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isWritten))
            {
                await ReadOnAsync().ConfigureAwait(false);
            }

            await ReadOnAsync().ConfigureAwait(false);
        });
        try
        {
            for (var append = 0; append < 50; append++)
            {
                await probe.FillAsync(2).ConfigureAwait(false);
            }
        }
        finally
        {
            // Whoever reads would go on for ever after a journal that has failed.
            Volatile.Write(ref isWritten, true);
        }

        await reading.ConfigureAwait(false);
        Equal(100, seen, "the last record of a log that has grown");

        async Task ReadOnAsync()
        {
            foreach (var record in await probe.ReadAsync(seen).ConfigureAwait(false))
            {
                Equal(++seen, record.Sequence, "the next record of a log that grows");
            }
        }
    }

    private static async Task CancelledAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(3).ConfigureAwait(false);
        using var cancelled = new CancellationTokenSource();
        var read = 0;
        try
        {
            await foreach (var record in journal.ReadAsync(probe.Floor, 0, cancelled.Token).ConfigureAwait(false))
            {
                read++;
                await cancelled.CancelAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            Check(read < 3, "reading went on after it was cancelled");
            return;
        }

        throw new JournalConformanceException("reading was cancelled and ended as if it were complete");
    }

    private static async Task NewestSnapshotAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(5).ConfigureAwait(false);
        foreach (var sequence in (long[])[3, 2, 4, 4])
        {
            Check(
                await probe.SnapshotAsync(sequence, [(byte)sequence]).ConfigureAwait(false),
                "a snapshot of the owner was refused");
        }

        var snapshot = await journal.ReadSnapshotAsync(probe.Floor, default).ConfigureAwait(false);
        Equal(4, snapshot?.Sequence, "the newest snapshot");
        Same(new byte[] { 4 }, snapshot!.Content, "the newest snapshot");
    }

    private static async Task LargeSnapshotAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(1).ConfigureAwait(false);
        var content = new byte[5_000_000];
        new Draw(2).Fill(content);
        await probe.SnapshotAsync(1, content).ConfigureAwait(false);

        Same(
            content,
            (await journal.ReadSnapshotAsync(probe.Floor, default).ConfigureAwait(false))!.Content,
            "a large snapshot");
    }

    private static async Task ReplacedSnapshotAsync(IJournal journal)
    {
        var old = await OpenAsync(journal).ConfigureAwait(false);
        await old.FillAsync(3).ConfigureAwait(false);
        var now = await OpenAsync(journal).ConfigureAwait(false);

        Check(!await old.SnapshotAsync(3, [3]).ConfigureAwait(false), "an owner that was replaced has kept a snapshot");
        Check(
            await journal.ReadSnapshotAsync(now.Floor, default).ConfigureAwait(false) is null,
            "a snapshot of an owner that was replaced is there");
        Numbers(
            [1, 2, 3], (await now.ReadAsync().ConfigureAwait(false)).Select(record => record.Sequence), "the log");
        Check(await now.SnapshotAsync(2, [2]).ConfigureAwait(false), "a snapshot of the owner was refused");
    }

    private static async Task SnapshotAheadAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(3).ConfigureAwait(false);

        Check(!await probe.SnapshotAsync(4, [4]).ConfigureAwait(false), "a snapshot ahead of the log was kept");
        Check(
            await journal.ReadSnapshotAsync(probe.Floor, default).ConfigureAwait(false) is null,
            "a snapshot ahead of the log is there");
        Numbers(
            [1, 2, 3], (await probe.ReadAsync().ConfigureAwait(false)).Select(record => record.Sequence), "the log");
    }

    private static async Task AfterSnapshotAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(5).ConfigureAwait(false);
        await probe.SnapshotAsync(3, [3]).ConfigureAwait(false);
        Equal(probe.Head, await probe.ReadHeadAsync().ConfigureAwait(false), "the head after a snapshot");
        await probe.FillAsync(1).ConfigureAwait(false);

        Numbers(
            [4, 5, 6],
            (await probe.ReadAsync(3).ConfigureAwait(false)).Select(record => record.Sequence),
            "records after a snapshot");
    }
}
