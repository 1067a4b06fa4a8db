using ContactCenter.Benchmarks.Compare;

namespace ContactCenter.Benchmarks.Baselines;

/// <summary>So many alarms that stand, of which one after another is replaced.</summary>
public interface IOutstanding : IDisposable
{
    void Fill();

    /// <summary>Cancels any of them and sets another, so many times.</summary>
    void Replace(int count);
}

/// <summary>Each alarm a timer of its own, as most would write it.</summary>
public sealed class TimerEach(int count, bool mayChange) : IOutstanding
{
    private static readonly TimerCallback Ring = static _ => { };

    private readonly ITimer?[] _timers = new ITimer?[count];
    private Draw _draw = new();

    public void Fill()
    {
        for (var place = 0; place < _timers.Length; place++)
        {
            Set(place);
        }
    }

    public void Replace(int count)
    {
        for (var each = 0; each < count; each++)
        {
            Set(_draw.Below(_timers.Length));
        }
    }

    public void Dispose()
    {
        foreach (var timer in _timers)
        {
            timer?.Dispose();
        }
    }

    private void Set(int place)
    {
        var after = TimeSpan.FromMilliseconds(_draw.Below(40_000) + 20_000);
        if (mayChange && _timers[place] is { } timer)
        {
            timer.Change(after, Timeout.InfiniteTimeSpan);
            return;
        }

        _timers[place]?.Dispose();
        _timers[place] = TimeProvider.System.CreateTimer(Ring, null, after, Timeout.InfiniteTimeSpan);
    }
}
