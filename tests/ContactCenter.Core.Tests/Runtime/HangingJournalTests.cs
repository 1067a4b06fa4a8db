using ContactCenter.Journals;
using ContactCenter.Runtime;
using ContactCenter.Testing;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Runtime.HistoryTests;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>
/// A journal or a key service that hangs: nobody waits without bound, and nothing is said that is not known.
/// </summary>
public sealed class HangingJournalTests
{
    private static readonly CommandId Id = CommandId.New(ManualTimeProvider.DefaultStart);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_that_takes_too_long_keeps_nobody_waiting_and_the_next_start_knows(bool lands)
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var appends = 0;
        var (gate, ended) = Hang(floor, lands, () => appends++);
        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello", Id).AsTask();
        await gate.Reached;
        var behind = floor.Host.Chats.SayAsync(chat, Ana, "behind").AsTask();

        floor.Time.Advance(Seconds(30) - Tick);
        Assert.False(said.IsCompleted || behind.IsCompleted);
        floor.Time.Advance(Tick);
        Assert.True((await said).IsUnknown);
        Assert.Equal("not-running", (await behind).Rejection?.Code);
        Assert.Equal("not-running", (await floor.Host.Agents.SignInAsync("mina")).Rejection?.Code);
        Assert.False(floor.Host.IsRunning);
        Assert.Contains(floor.Log.Lines, line => line.Contains("(TimeoutException)", StringComparison.Ordinal));

        gate.Open();
        await ended;
        floor.Journal.OnAppend = null;
        await floor.RestartAsync();
        Assert.Equal(1, appends);
        Assert.Equal(lands ? ["hello"] : [], await floor.MessagesAsync(chat));
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task An_append_that_was_left_behind_is_not_taken_once_the_floor_has_started_again()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var (gate, ended) = Hang(floor, lands: true);
        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello", Id).AsTask();
        await gate.Reached;
        floor.Time.Advance(Seconds(30));
        Assert.True((await said).IsUnknown);

        await floor.RestartAsync();
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "first", Id)).Sequence);
        gate.Open();
        Assert.False(await ended);
        Assert.Equal(["first"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task An_append_that_is_late_but_in_time_is_nothing_out_of_the_ordinary()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        floor.Time.Advance(Seconds(29));
        for (var round = 0; round < 3; round++)
        {
            var (gate, _) = Hang(floor, lands: true);
            var said = floor.Host.Chats.SayAsync(chat, Ana, "hello").AsTask();
            await gate.Reached;
            floor.Time.Advance(Seconds(30) - Tick);
            gate.Open();
            Assert.True((await said).IsAccepted);
        }

        Assert.True(floor.Host.IsRunning);
    }

    [Fact]
    public async Task Stopping_gives_up_when_it_is_told_to_and_says_that_it_did()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var appends = 0;
        var (gate, ended) = Hang(floor, lands: true, () => appends++);
        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello", Id).AsTask();
        await gate.Reached;
        var behind = floor.Host.Chats.SayAsync(chat, Ana, "behind").AsTask();
        using var shutdown = new CancellationTokenSource();

        var stopping = floor.Host.StopAsync(shutdown.Token);
        Assert.False(stopping.IsCompleted);
        await shutdown.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping);
        Assert.True((await said).IsUnknown);
        Assert.Equal("not-running", (await behind).Rejection?.Code);
        Assert.Contains(
            floor.Log.Lines,
            line => line.StartsWith("Warning Floor floor was stopped before its journal", StringComparison.Ordinal));

        gate.Open();
        Assert.True(await ended);
        floor.Journal.OnAppend = null;
        await floor.Host.StartAsync();
        Assert.Equal(1, appends);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
    }

    [Fact]
    public async Task Stopping_without_a_time_for_it_ends_with_the_time_of_the_append()
    {
        await using var floor = await RunningFloor.StartAsync();
        var chat = await floor.StartedAsync("ana");
        var (gate, _) = Hang(floor, lands: false);
        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello").AsTask();
        await gate.Reached;

        var stopping = floor.Host.StopAsync();
        floor.Time.Advance(Seconds(30));
        await stopping;
        Assert.True((await said).IsUnknown);
        gate.Open();
    }

    [Fact]
    public async Task A_floor_that_waits_for_nothing_stops_although_the_time_for_it_is_over()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.StartedAsync("ana");

        await floor.Host.StopAsync(new CancellationToken(canceled: true));
        Assert.False(floor.Host.IsRunning);
        Assert.Contains("Information Floor floor stopped. ", floor.Log.Lines);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_snapshot_longer_than_it_is_told_to()
    {
        var gate = new Gate();
        await using var floor = await RunningFloor.WithLimitsAsync(new() { SnapshotEvery = 2 });
        floor.Journal.OnSnapshot = async keep =>
        {
            await gate.PassAsync();
            return false;
        };
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "hello");
        using var shutdown = new CancellationTokenSource();

        var stopping = floor.Host.StopAsync(shutdown.Token);
        await gate.Reached;
        Assert.False(stopping.IsCompleted);
        await shutdown.CancelAsync();
        await stopping;
        await floor.Host.StartAsync();
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
        gate.Open();
    }

    [Fact]
    public async Task A_start_on_a_journal_that_hangs_is_given_up_and_made_again()
    {
        await using var floor = await RunningFloor.StartAsync();
        await floor.Host.StopAsync();
        var gate = new Gate();
        floor.Journal.BeforeOpen = () => new ValueTask(gate.PassAsync());
        using var impatient = new CancellationTokenSource();

        var starting = floor.Host.StartAsync(impatient.Token);
        await gate.Reached;
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        await floor.Host.StopAsync();
        await floor.Host.StartAsync();
        Assert.True(floor.Host.IsRunning);
        gate.Open();
    }

    [Fact]
    public async Task A_key_service_that_hangs_while_something_is_written_is_a_journal_that_hangs()
    {
        var keys = new HangingKeys();
        await using var floor = await StartAsync(keys);
        var chat = await floor.StartedAsync("ana");
        var gate = keys.BeforeProtecting = new Gate();

        var said = floor.Host.Chats.SayAsync(chat, Ana, "hello", Id).AsTask();
        await gate.Reached;
        floor.Time.Advance(Seconds(30));
        Assert.True((await said).IsUnknown);
        Assert.Equal("not-running", (await floor.Host.Agents.SignInAsync("mina")).Rejection?.Code);
        keys.BeforeProtecting = null;
        await floor.RestartAsync();
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
        gate.Open();
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task A_key_service_that_hangs_while_something_is_read_keeps_no_reader_and_no_floor()
    {
        var keys = new HangingKeys();
        await using var floor = await StartAsync(keys);
        var chat = await floor.StartedAsync("ana");
        var gate = keys.BeforeUnprotecting = new Gate();

        var read = floor.TranscriptAsync(chat);
        await gate.Reached;
        floor.Time.Advance(Seconds(30));
        await Assert.ThrowsAsync<TimeoutException>(() => read);
        Assert.True((await floor.Host.Agents.SignInAsync("mina")).IsAccepted);
        gate.Open();
        keys.BeforeUnprotecting = null;
        Assert.NotEmpty(await floor.TranscriptAsync(chat));
    }

    [Fact]
    public async Task Reads_that_hang_cannot_pile_up()
    {
        var keys = new HangingKeys();
        await using var floor = await StartAsync(keys);
        var chat = await floor.StartedAsync("ana");
        var gate = keys.BeforeUnprotecting = new Gate();
        Task[] reads = [.. Enumerable.Range(0, TimelyJournal.MaxLeft).Select(_ => floor.TranscriptAsync(chat))];
        floor.Time.Advance(Seconds(30));
        foreach (var read in reads)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => read);
        }

        await Assert.ThrowsAsync<TimeoutException>(() => floor.TranscriptAsync(chat));
        keys.BeforeUnprotecting = null;
        await Assert.ThrowsAsync<TimeoutException>(() => floor.TranscriptAsync(chat));
    }

    [Fact]
    public async Task A_key_that_is_not_destroyed_in_time_is_destroyed_later()
    {
        var keys = new HangingKeys();
        await using var floor = await StartAsync(keys);
        await floor.AvailableAsync("mina");
        var chat = await ClosedAsync(floor, "ana", "hello");
        var gate = keys.BeforeDestroying = new Gate();

        var erasing = floor.Host.History.EraseAsync("ana", Boss, "on request").AsTask();
        await gate.Reached;
        floor.Time.Advance(Seconds(30));
        while (!floor.Host.Run!.Work.IsDone)
        {
            await Task.Yield();
        }

        Assert.Contains(
            floor.Log.Lines, line => line.Contains("could not go on (TimeoutException)", StringComparison.Ordinal));
        keys.BeforeDestroying = null;
        floor.Time.Advance(Seconds(30));
        Assert.True((await erasing).IsAccepted);
        Assert.Contains(chat.Number, keys.Destroyed);
    }

    private static Task<RunningFloor> StartAsync(HangingKeys keys) => RunningFloor.StartAsync(runtime => runtime with
    {
        Journal = new ProtectedJournal(runtime.Journal, keys),
        Protector = keys,
    });

    /// <summary>The next append hangs until its gate is opened, and then lands or fails.</summary>
    /// <returns>The gate, and whether the append was taken in the end.</returns>
    private static (Gate Gate, Task<bool> Ended) Hang(RunningFloor floor, bool lands, Action? appending = null)
    {
        var gate = new Gate();
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        floor.Journal.OnAppend = async (_, write) =>
        {
            appending?.Invoke();
            floor.Journal.OnAppend = appending is null ? null : floor.Journal.OnAppend;
            await gate.PassAsync();
            var taken = lands && await write();
            ended.TrySetResult(taken);
            return lands ? taken : throw new IOException("lost");
        };
        return (gate, ended.Task);
    }
}
