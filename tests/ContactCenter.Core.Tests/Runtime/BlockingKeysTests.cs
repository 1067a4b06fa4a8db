using ContactCenter.Journals;
using ContactCenter.Testing;
using static ContactCenter.Tests.People;
using static ContactCenter.Tests.Times;

namespace ContactCenter.Tests.Runtime;

/// <summary>
/// Keys of a host that keep the thread they are asked on, instead of giving a task that does not end: what
/// <see cref="IPersonalDataProtector"/> says of them.
/// </summary>
public sealed class BlockingKeysTests : IDisposable
{
    private readonly ManualTimeProvider _machine = new();
    private readonly BlockingKeys _keys = new();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Keys_that_keep_the_writer_s_thread_stop_the_floor_after_the_journal_s_time()
    {
        await using var floor = await StartAsync();
        var chat = await floor.StartedAsync("ana");
        _keys.BlocksWriting = true;
        var said = Task.Run(async () => await floor.Host.Chats.SayAsync(chat, Ana, "hello"));
        await _keys.Called;
        var behind = floor.Host.Agents.SignInAsync("mina").AsTask();

        floor.Time.Advance(Seconds(30));
        _machine.Advance(Seconds(30) - Tick);
        floor.Time.Advance(Seconds(30));
        Assert.True(floor.Host.IsRunning && !behind.IsCompleted);
        _machine.Advance(Tick);
        floor.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("not-running", (await behind).Rejection?.Code);
        Assert.False(floor.Host.IsRunning || said.IsCompleted);

        _keys.Open();
        Assert.True((await said).IsUnknown);
        await floor.RestartAsync();
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
    }

    [Fact]
    public async Task Keys_that_keep_a_reader_s_thread_keep_that_reader_and_nobody_else()
    {
        await using var floor = await StartAsync();
        var chat = await floor.StartedAsync("ana");
        await floor.SaidAsync(chat, Ana, "hello");
        _keys.BlocksReading = true;
        var read = Task.Run(() => floor.MessagesAsync(chat));
        await _keys.Called;
        _keys.BlocksReading = false;

        floor.Time.Advance(Seconds(30));
        Assert.False(read.IsCompleted);
        Assert.True((await floor.Host.Agents.SignInAsync("mina")).IsAccepted);
        Assert.Equal(["hello"], await floor.MessagesAsync(chat));
        _keys.Open();
        Assert.Equal(["hello"], await read);
    }

    private Task<RunningFloor> StartAsync() => RunningFloor.StartAsync(runtime => runtime with
    {
        Journal = new ProtectedJournal(runtime.Journal, _keys),
        Protector = _keys,
        Machine = _machine,
    });

    private sealed class BlockingKeys : IPersonalDataProtector, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();
        private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal bool BlocksWriting { get; set; }

        internal bool BlocksReading { get; set; }

        internal Task Called => _called.Task;

        internal void Open()
        {
            BlocksWriting = false;
            _gate.Set();
        }

        public void Dispose() => _gate.Dispose();

        public ValueTask<ReadOnlyMemory<byte>> ProtectAsync(
            FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            Keep(BlocksWriting);
            return new(content);
        }

        public ValueTask<ReadOnlyMemory<byte>?> UnprotectAsync(
            FloorId floor, long chat, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            Keep(BlocksReading);
            return new(content);
        }

        public ValueTask DestroyKeyAsync(FloorId floor, long chat, CancellationToken cancellationToken) => default;

        private void Keep(bool keeps)
        {
            if (keeps)
            {
                _called.TrySetResult();
                _gate.Wait(CancellationToken.None);
            }
        }
    }
}
