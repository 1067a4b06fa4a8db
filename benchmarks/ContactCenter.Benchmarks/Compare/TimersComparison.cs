using System.Diagnostics;
using System.Globalization;
using ContactCenter.Benchmarks.Baselines;
using ContactCenter.Floors;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>
/// A million alarms outstanding, due in 20 to 60 seconds; again and again one of them, any of them, is cancelled and
/// another is set. The index of a floor, against a timer for each.
/// </summary>
/// <remarks>
/// Nobody cancels an alarm in the index: its cause goes, and what it costs to find that out is in the figures. Its
/// clock is driven: ten seconds pass in a million of these, so that hardly one falls due, and all that was cancelled
/// has to be got rid of by other means than time. Each of them also asks what is due, as each command of a floor does.
/// </remarks>
public static class TimersComparison
{
    private const int Outstanding = 1_000_000;
    private const int Count = 2_000_000;
    private const int Rounds = 7;

    public static Task<string> RunAsync()
    {
        Contender[] contenders =
        [
            new("TimeProvider.CreateTimer each", () => new TimerEach(Outstanding, mayChange: false)),
            new("the same, timers changed", () => new TimerEach(Outstanding, mayChange: true)),
            new("alarm index, any duration", () => new IndexedAlarms(Outstanding, durations: null)),
            new("alarm index, four durations", () => new IndexedAlarms(Outstanding, [20, 30, 45, 60])),
        ];

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                Measure(contender, isFirst: round == 0);
            }
        }

        Console.WriteLine(Text(
            $"Set and cancel among {Outstanding:N0} ({Rounds} rounds of {Count:N0}, in turn; first the baseline)"));
        foreach (var contender in contenders)
        {
            Console.WriteLine(Text($"  {contender.Name,-32} {contender.Median,8:F1} ns {contender.Bytes,8:F1} B each, ")
                + Text($"allocates {contender.Allocated,6:F2} B, longest pause {contender.Longest,8:F2} ms")
                + Text($"   x{contenders[0].Median / contender.Median:F2}"));
        }

        var ours = contenders[2..];
        var slowest = ours.Max(contender => contender.Median);
        return Task.FromResult(Text(
            $"ratio={contenders[0].Median / slowest:F1} bytes_per_alarm={ours.Max(contender => contender.Bytes):F0}"));
    }

    private static void Measure(Contender contender, bool isFirst)
    {
        var before = Live();
        using var outstanding = contender.Make();
        var state = Live() - before;
        outstanding.Fill();

        // Until what was cancelled is as much as it ever is; the most it takes on the way is what it takes.
        for (var slice = 0; slice < 16; slice++)
        {
            outstanding.Replace(Count / 8);
            if (isFirst)
            {
                contender.Bytes = Math.Max(contender.Bytes, (Live() - before - state) / (double)Outstanding);
            }
        }

        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        outstanding.Replace(Count);
        contender.Times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / Count);
        contender.Allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Count;
        contender.Longest = Math.Max(contender.Longest, LongestPause(outstanding));
    }

    private static double LongestPause(IOutstanding outstanding)
    {
        var longest = 0L;
        for (var each = 0; each < Count; each++)
        {
            var start = Stopwatch.GetTimestamp();
            outstanding.Replace(1);
            longest = Math.Max(longest, Stopwatch.GetTimestamp() - start);
        }

        return longest * 1_000.0 / Stopwatch.Frequency;
    }

    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Contender(string Name, Func<IOutstanding> Make)
    {
        internal List<double> Times { get; } = [];

        internal double Bytes { get; set; }

        internal double Allocated { get; set; }

        internal double Longest { get; set; }

        internal double Median => Times.Order().ElementAt(Times.Count / 2);
    }

    /// <summary>The index over causes that stand in places; one that is replaced has another number.</summary>
    private sealed class IndexedAlarms : IOutstanding
    {
        private readonly (long Number, DateTimeOffset DueAt)[] _causes;
        private readonly int[]? _durations;
        private readonly AlarmIndex _alarms;
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddYears(56);
        private Draw _draw = new();
        private long _last;

        internal IndexedAlarms(int count, int[]? durations)
        {
            (_causes, _durations) = (new (long, DateTimeOffset)[count], durations);
            _alarms = new AlarmIndex(DueAt, () => []);
        }

        public void Fill()
        {
            for (var place = 0; place < _causes.Length; place++)
            {
                Set(place);
            }
        }

        public void Replace(int count)
        {
            for (var each = 0; each < count; each++)
            {
                _now = _now.AddTicks(100);
                Set(_draw.Below(_causes.Length));
                while (_alarms.Next(_now) is { } due)
                {
                    Set((int)(due.Subject % _causes.Length));
                }
            }
        }

        public void Dispose()
        {
        }

        private void Set(int place)
        {
            var dueAt = _now.AddMilliseconds(
                _durations is null ? _draw.Below(40_000) + 20_000 : 1_000 * _durations[_draw.Below(_durations.Length)]);
            var number = (++_last * _causes.Length) + place;
            _causes[place] = (number, dueAt);
            _alarms.Set(new Alarm(dueAt, AlarmKind.Offer, number));
        }

        private DateTimeOffset? DueAt(Alarm alarm)
        {
            var (number, dueAt) = _causes[(int)(alarm.Subject % _causes.Length)];
            return number == alarm.Subject ? dueAt : null;
        }
    }
}
