using ContactCenter.Journals;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Runtime;

/// <summary>A journal that no longer has what was acknowledged: no floor goes on as if it had never been.</summary>
public sealed class TailLostTests
{
    [Fact]
    public async Task A_floor_that_has_failed_does_not_go_on_without_what_it_had_acknowledged()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "hello");
        floor.Journal.HidesItsHead = true;
        floor.Journal.OnAppend = (_, _) => throw new IOException("gone");
        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "and")).IsUnknown);
        (floor.Journal.OnAppend, floor.Journal.HidesItsHead) = (null, false);
        await floor.Journal.LoseTailAsync("floor", 1);

        var refused = await Assert.ThrowsAsync<FloorStoppedException>(() => floor.Host.StartAsync());
        Assert.StartsWith("JournalTailLost", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FloorStoppedException>(() => floor.Host.StartAsync());
        Assert.False(floor.Host.IsRunning);

        // The operator accepts it.
        await floor.Host.StopAsync();
        await floor.Host.StartAsync();
        Assert.True(floor.Host.IsRunning);
    }

    [Fact]
    public async Task A_journal_that_ends_before_what_was_acknowledged_is_said_to_have_lost_its_tail()
    {
        var journal = new FaultyJournal(new InMemoryJournal());
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with { Journal = journal });
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "hello");
        journal.Next(JournalFault.FailedBefore, JournalFault.StaleHead);

        Assert.True((await floor.Host.Chats.SayAsync(chat, Ana, "and")).IsUnknown);
        Assert.Contains(floor.Log.Lines, line => line.Contains("JournalTailLost", StringComparison.Ordinal));
        await floor.RestartAsync();
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }
}
