using ContactCenter.Journals;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Runtime.HistoryTests;

namespace ContactCenter.Tests.Runtime;

/// <summary>A journal that is held against its log while its floor goes on.</summary>
public sealed class JournalCheckTests
{
    [Fact]
    public async Task Records_that_a_snapshot_takes_while_the_log_is_read_are_no_fault()
    {
        await using var floor = await RunningFloor.WithLimitsAsync(new() { SnapshotEvery = 5 });
        var chat = await floor.StartedAsync("ana");
        floor.Journal.AfterSnapshotRead = async () =>
        {
            for (var message = 0; message < 10; message++)
            {
                await floor.SaidAsync(chat, Ana, $"{message}");
                await floor.StateAsync(chat);
            }
        };

        var check = await JournalCheck.RunAsync(floor.Journal, "floor");
        Assert.Empty(check.Faults);
        Assert.NotNull(await floor.Journal.ReadSnapshotAsync("floor", default));
    }

    [Fact, Pain(14)]
    public async Task A_contact_is_as_true_as_what_was_said_in_it()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.AvailableAsync("mina");
        await ClosedAsync(floor, "ana", "hello");
        await ClosedAsync(floor, "bob", "hello");
        (await floor.Host.History.EraseAsync("bob", Boss, "on request")).ValueOrThrow();
        var before = await JournalCheck.RunAsync(floor.Journal, "floor");
        Assert.Empty(before.Faults);

        var head = await floor.Journal.ReadHeadAsync("floor", default);
        await floor.Host.StopAsync();
        await floor.Journal.EraseBesideTheLogAsync("floor", 1);
        var after = await JournalCheck.RunAsync(floor.Journal, "floor");
        Assert.Contains("Contact 1 of floor floor is missing.", after.Faults);
        Assert.Equal(head, await floor.Journal.ReadHeadAsync("floor", default));
    }
}
