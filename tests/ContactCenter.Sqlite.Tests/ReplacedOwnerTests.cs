using ContactCenter.Testing;

namespace ContactCenter.Sqlite.Tests;

/// <summary>Two owners of one floor on one file: what the first one says once the second has taken over.</summary>
public sealed class ReplacedOwnerTests : IDisposable
{
    private readonly JournalFile _file = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task It_shows_and_refuses_nothing_that_is_older_than_it_may_be()
    {
        await using var first = await RunningFloor.StartAsync(_file.Path, time: _time);
        var chat = await first.StartedAsync("ana");
        await using var second = await RunningFloor.StartAsync(_file.Path, time: _time);
        await second.SaidAsync(chat, "ana", "to the second");

        Assert.Equal(1, (await first.Floor.Chats.StateAsync(chat, Actor.Host)).Value.LastLine);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("not-running", (await first.Floor.Chats.StateAsync(chat, Actor.Host)).Rejection?.Code);
        Assert.False(first.Floor.IsRunning);
        Assert.Equal(
            "not-running", (await first.Floor.Chats.SayAsync(chat, Actor.Customer("bob"), "hello")).Rejection?.Code);
        Assert.Equal(2, (await second.Floor.Chats.StateAsync(chat, Actor.Host)).Value.LastLine);
    }

    [Fact]
    public async Task It_refuses_nobody_by_what_it_remembers()
    {
        await using var first = await RunningFloor.StartAsync(_file.Path, time: _time);
        var chat = await first.StartedAsync("ana");
        await using var second = await RunningFloor.StartAsync(_file.Path, time: _time);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await first.Floor.Chats.SayAsync(chat, Actor.Customer("bob"), "hello")).IsUnknown);
        Assert.Equal(
            "not-permitted", (await second.Floor.Chats.SayAsync(chat, Actor.Customer("bob"), "hello")).Rejection?.Code);
    }
}
