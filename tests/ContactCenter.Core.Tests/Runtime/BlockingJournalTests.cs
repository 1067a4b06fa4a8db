using ContactCenter.Testing;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>
/// A journal that keeps the thread it is called on, instead of giving a task that does not end: it is given up as well,
/// once that thread has had the machine's time for it.
/// </summary>
public sealed class BlockingJournalTests : IDisposable
{
    private static readonly CommandId Id = CommandId.New(ManualTimeProvider.DefaultStart);

    private readonly ManualTimeProvider _machine = new();
    private readonly ManualResetEventSlim _gate = new();
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _gate.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_that_keeps_its_thread_keeps_nobody_else_waiting_and_the_next_start_knows(bool lands)
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with { Machine = _machine });
        var chat = await floor.StartedAsync("ana");
        Block(floor, lands);
        var said = Task.Run(async () => await floor.Host.Chats.SayAsync(chat, Ana, "hello", Id));
        await _called.Task;
        var behind = floor.Host.Agents.SignInAsync("mina").AsTask();

        // However long the floor's own time says it is: a test that hurries it is no slow disk.
        floor.Time.Advance(Seconds(30));
        _machine.Advance(Seconds(30) - Tick);
        floor.Time.Advance(Seconds(30));
        Assert.True(floor.Host.IsRunning && !behind.IsCompleted);

        _machine.Advance(Tick);
        floor.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("not-running", (await behind).Rejection?.Code);
        Assert.False(floor.Host.IsRunning || said.IsCompleted);

        _gate.Set();
        Assert.True((await said).IsUnknown);
        await floor.RestartAsync();
        Assert.Equal(lands ? ["hello"] : [], await floor.MessagesAsync(chat));
        Assert.Equal(2, (await floor.SaidAsync(chat, Ana, "hello", Id)).Sequence);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task An_append_that_gives_its_thread_back_in_time_is_nothing_out_of_the_ordinary()
    {
        await using var floor = await RunningFloor.StartAsync(runtime => runtime with { Machine = _machine });
        var chat = await floor.StartedAsync("ana");
        Block(floor, lands: true);
        var said = Task.Run(async () => await floor.Host.Chats.SayAsync(chat, Ana, "hello"));
        await _called.Task;

        floor.Time.Advance(Seconds(30));
        _machine.Advance(Seconds(30) - Tick);
        _gate.Set();
        Assert.True((await said).IsAccepted);
        Assert.True(floor.Host.IsRunning);
    }

    private void Block(RunningFloor floor, bool lands) => floor.Journal.OnAppend = (_, write) =>
    {
        floor.Journal.OnAppend = null;
        _called.TrySetResult();
        _gate.Wait();
        return lands ? write() : throw new IOException("lost");
    };
}
