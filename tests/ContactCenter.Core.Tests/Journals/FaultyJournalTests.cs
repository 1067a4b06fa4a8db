using ContactCenter.Journals;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Journals;

public sealed class FaultyJournalTests
{
    private static readonly FloorId Floor = "floor";

    [Fact]
    public async Task Faults_of_a_script_happen_once_and_in_order()
    {
        var (journal, head) = await OpenAsync();
        journal.Next(JournalFault.None, JournalFault.FailedBefore, JournalFault.DoneButError);

        Assert.True(await AppendAsync(journal, head));
        await Fails(JournalFault.FailedBefore, () => AppendAsync(journal, head with { Sequence = 1 }));
        Assert.Equal(1, (await journal.ReadHeadAsync(Floor, default)).Sequence);
        await Fails(JournalFault.DoneButError, () => AppendAsync(journal, head with { Sequence = 1 }));
        Assert.Equal(2, (await journal.ReadHeadAsync(Floor, default)).Sequence);
        Assert.True(await AppendAsync(journal, head with { Sequence = 2 }));
        Assert.Equal((1, 1), (journal.CountOf(JournalFault.FailedBefore), journal.CountOf(JournalFault.DoneButError)));
    }

    [Fact]
    public async Task A_stale_head_is_that_before_the_last_append_and_a_stale_log_lacks_its_last_record()
    {
        var (journal, head) = await OpenAsync();
        Assert.True(await AppendAsync(journal, head));
        Assert.True(await AppendAsync(journal, head with { Sequence = 1 }));
        journal.Next(JournalFault.StaleHead, JournalFault.StaleTail);

        Assert.Equal(1, (await journal.ReadHeadAsync(Floor, default)).Sequence);
        Assert.Equal([1], await ReadAsync(journal));
        Assert.Equal(2, (await journal.ReadHeadAsync(Floor, default)).Sequence);
        Assert.Equal([1, 2], await ReadAsync(journal));
    }

    [Fact]
    public async Task A_torn_tail_is_half_a_record_that_stays_until_it_is_cut_off()
    {
        var (journal, head) = await OpenAsync();
        journal.Next(JournalFault.TornTail);

        await Fails(JournalFault.TornTail, () => AppendAsync(journal, head));
        await Fails(JournalFault.TornTail, () => AppendAsync(journal, head));
        await Assert.ThrowsAsync<JournalFaultException>(async () => await journal.ReadHeadAsync(Floor, default));
        Assert.Equal(1, (await journal.OpenAsync(Floor, default)).Sequence);
        Assert.Equal([1], await ReadAsync(journal));
        Assert.True(journal.CutTornTail(Floor));
        Assert.False(journal.CutTornTail(Floor));
        Assert.Empty(await ReadAsync(journal));
        Assert.Equal(0, (await journal.ReadHeadAsync(Floor, default)).Sequence);
    }

    [Fact]
    public async Task A_fenced_append_is_not_taken_and_the_next_opening_writes_again()
    {
        var (journal, head) = await OpenAsync();
        journal.Next(JournalFault.Fenced);

        Assert.False(await AppendAsync(journal, head));
        Assert.False(await AppendAsync(journal, head));
        Assert.True(await AppendAsync(journal, await journal.OpenAsync(Floor, default)));
    }

    [Fact]
    public async Task The_same_seed_brings_the_same_faults()
    {
        Assert.Equal(await FaultsAsync(7), await FaultsAsync(7));
        Assert.NotEqual(await FaultsAsync(7), await FaultsAsync(8));

        static async Task<string> FaultsAsync(int seed)
        {
            var journal = new FaultyJournal(new InMemoryJournal(), seed, 50, JournalFault.FailedBefore);
            var head = await journal.OpenAsync(Floor, default);
            var fates = string.Empty;
            for (var append = 0; append < 64; append++)
            {
                try
                {
                    await AppendAsync(journal, head);
                    (fates, head) = (fates + '.', head with { Sequence = head.Sequence + 1 });
                }
                catch (JournalFaultException)
                {
                    fates += 'x';
                }
            }

            return fates;
        }
    }

    private static async Task<(FaultyJournal Journal, JournalHead Head)> OpenAsync()
    {
        var journal = new FaultyJournal(new InMemoryJournal());
        return (journal, await journal.OpenAsync(Floor, default));
    }

    private static Task<bool> AppendAsync(FaultyJournal journal, JournalHead head) => journal.AppendAsync(
        Floor,
        new JournalAppend(head, [new JournalRecord(head.Sequence + 1, default, new byte[8])], [], [], []),
        default).AsTask();

    private static async Task Fails(JournalFault fault, Func<Task> append) =>
        Assert.Equal(fault, (await Assert.ThrowsAsync<JournalFaultException>(append)).Fault);

    private static async Task<List<long>> ReadAsync(FaultyJournal journal)
    {
        var records = new List<long>();
        await foreach (var record in journal.ReadAsync(Floor, 0, default))
        {
            records.Add(record.Sequence);
        }

        return records;
    }
}
