using ContactCenter.Testing;

namespace ContactCenter.Tests.Simulation;

public sealed class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Start = ManualTimeProvider.DefaultStart;

    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void It_stands_still_until_it_is_moved()
    {
        Assert.Equal(Start, _clock.GetUtcNow());
        Assert.Equal(0, _clock.GetTimestamp());

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddMinutes(1), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(1), _clock.GetElapsedTime(0));
        Assert.Equal(_clock.GetUtcNow(), _clock.GetLocalNow());
    }

    [Fact]
    public void The_wall_clock_may_jump_while_no_time_passes()
    {
        Arm("alarm", seconds: 10);

        _clock.AdvanceWall(TimeSpan.FromHours(1));
        _clock.SetUtcNow(Start.AddDays(-1));

        Assert.Equal(Start.AddDays(-1), _clock.GetUtcNow());
        Assert.Equal(0, _clock.GetTimestamp());
        Assert.Empty(_fired);

        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["alarm"], _fired);
    }

    [Fact]
    public void Timers_fire_in_due_order_and_those_due_together_as_they_were_armed()
    {
        Arm("third", seconds: 3);
        Arm("first", seconds: 1);
        Arm("fourth", seconds: 3);
        Arm("second", seconds: 2);
        Arm("never", seconds: 5);

        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(["first", "second", "third", "fourth"], _fired);
        Assert.Equal(TimeSpan.FromSeconds(1), _clock.NextTimerIn);
    }

    [Fact]
    public void While_a_timer_fires_the_clocks_stand_at_the_instant_it_was_due()
    {
        (DateTimeOffset Wall, long Elapsed) seen = default;
        using var timer = Arm(() => seen = (_clock.GetUtcNow(), _clock.GetTimestamp()), seconds: 7);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((Start.AddSeconds(7), TimeSpan.FromSeconds(7).Ticks), seen);
        Assert.Equal(Start.AddHours(1), _clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_is_not_due_one_tick_before()
    {
        Arm("alarm", seconds: 1);

        _clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        Assert.Empty(_fired);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(["alarm"], _fired);
    }

    [Fact]
    public void A_timer_that_is_armed_by_another_fires_in_the_same_stretch_of_time()
    {
        using var timer = Arm(() => Arm("second", seconds: 1), seconds: 1);

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(["second"], _fired);
    }

    [Fact]
    public void A_periodic_timer_fires_each_time_until_it_is_stopped()
    {
        var timer = _clock.CreateTimer(
            _ => _fired.Add("tick"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal(3, _fired.Count);

        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, _fired.Count);
        Assert.Equal(0, _clock.ArmedTimers);
    }

    [Fact]
    public void A_disposed_timer_neither_fires_nor_can_be_armed()
    {
        var timer = Arm("never", seconds: 1);

        timer.Dispose();

        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(_fired);
        Assert.Null(_clock.NextTimerIn);
    }

    [Fact]
    public async Task What_waits_by_the_clock_goes_on_when_it_is_moved()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), _clock);
        var cancelled = new TaskCompletionSource();
        await using var registration = source.Token.Register(cancelled.SetResult);

        _clock.Advance(TimeSpan.FromSeconds(5));

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_timer_that_is_armed_for_at_once_fires_though_nobody_moves_the_clock()
    {
        var fired = new TaskCompletionSource();
        using var timer = _clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(Start, _clock.GetUtcNow());
    }

    [Fact]
    public void Time_does_not_run_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));

    [Fact]
    public void A_timer_is_armed_as_the_platform_would_arm_it() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => _clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(-2), Timeout.InfiniteTimeSpan));

    [Fact]
    public void Threads_that_move_the_clock_together_move_it_by_the_sum_and_fire_each_timer_once()
    {
        var fired = 0;
        for (var due = 1; due <= 1_000; due++)
        {
            Arm(() => Interlocked.Increment(ref fired), due);
        }

        Parallel.For(0, 100, _ => _clock.Advance(TimeSpan.FromSeconds(10)));

        Assert.Equal(1_000, fired);
        Assert.Equal(Start.AddSeconds(1_000), _clock.GetUtcNow());
    }

    private ITimer Arm(string name, int seconds) => Arm(() => _fired.Add(name), seconds);

    private ITimer Arm(Action act, int seconds) =>
        _clock.CreateTimer(_ => act(), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}
