using ContactCenter.Journals;
using ContactCenter.Testing;

namespace ContactCenter.Tests.Journals;

/// <summary>The suite that every journal passes, on the journals of this package and on one that fails.</summary>
public sealed class JournalConformanceTests
{
    private static readonly JournalFault[] Survivable =
        [JournalFault.Delayed, JournalFault.FailedBefore, JournalFault.DoneButError];

    public static TheoryData<string> Cases => [.. JournalConformance.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task In_memory(string name) => JournalConformance.RunAsync(name, new InMemoryJournal());

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_faulty_journal_without_a_fault(string name) =>
        JournalConformance.RunAsync(name, new FaultyJournal(new InMemoryJournal()));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_journal_that_fails_now_and_then(string name)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            await JournalConformance.RunAsync(name, new FaultyJournal(new InMemoryJournal(), seed, 40, Survivable));
        }
    }

    [Theory]
    [InlineData(JournalFault.Fenced)]
    [InlineData(JournalFault.StaleTail)]
    [InlineData(JournalFault.TornTail)]
    public async Task The_suite_finds_a_journal_that_does_not_keep_to_it(JournalFault fault)
    {
        var failed = 0;
        foreach (var name in JournalConformance.Cases)
        {
            try
            {
                await JournalConformance.RunAsync(name, new FaultyJournal(new InMemoryJournal(), 1, 100, fault));
            }
            catch (Exception)
            {
                failed++;
            }
        }

        Assert.True(failed > JournalConformance.Cases.Count / 4, $"{failed} cases found it");
    }

    [Theory]
    [InlineData(Forgets.Nothing, null)]
    [InlineData(Forgets.Erasures, "what was erased does not come back with a journal that is opened anew")]
    [InlineData(Forgets.Replacements, "what was replaced does not come back with a journal that is opened anew")]
    [InlineData(
        Forgets.EpochsWithoutAppends, "an epoch is over for good though nothing was appended in it")]
    public async Task The_suite_finds_a_journal_that_forgets_when_it_is_closed(Forgets forgets, string? told)
    {
        var failed = new List<string>();
        foreach (var name in JournalConformance.Cases)
        {
            var disk = new ForgetfulJournal.Disk(forgets);
            try
            {
                await JournalConformance.RunAsync(name, () => new ForgetfulJournal(disk));
            }
            catch (JournalConformanceException)
            {
                failed.Add(name);
            }
        }

        Assert.Equal(told is null ? [] : [told], failed);
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => JournalConformance.RunAsync("no such case", new InMemoryJournal()));
}
