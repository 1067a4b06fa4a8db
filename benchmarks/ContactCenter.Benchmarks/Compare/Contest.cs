using System.Diagnostics;
using System.Globalization;

namespace ContactCenter.Benchmarks.Compare;

/// <summary>One contestant's round: does something <paramref name="Count"/> times.</summary>
public sealed record Contestant(string Name, Func<int, Task> Round);

/// <summary>
/// Runs contestants in turn, round after round, so that noise of the machine falls on all alike; medians and ratios
/// are worth reading, single times are not.
/// </summary>
public sealed class Contest(string title, int count, int rounds = 15)
{
    public async Task<IReadOnlyList<Result>> RunAsync(params Contestant[] contestants)
    {
        foreach (var contestant in contestants)
        {
            await contestant.Round(count);
            await contestant.Round(count);
        }

        var times = contestants.ToDictionary(contestant => contestant, _ => new List<double>());
        var bytes = contestants.ToDictionary(contestant => contestant, _ => 0L);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var allocated = GC.GetTotalAllocatedBytes(precise: true);
                var start = Stopwatch.GetTimestamp();
                await contestant.Round(count);
                times[contestant].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
                bytes[contestant] += GC.GetTotalAllocatedBytes(precise: true) - allocated;
            }
        }

        Result[] results = [.. contestants.Select(contestant => new Result(
            contestant.Name, Median(times[contestant]), bytes[contestant] / (double)count / rounds))];
        Print(results);
        return results;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private void Print(Result[] results)
    {
        Console.WriteLine($"{title} ({rounds} rounds of {count:N0}, in turn; the first is the baseline)");
        foreach (var result in results)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {result.Name,-34} {result.Nanoseconds,12:F2} ns {result.Bytes,10:F1} B")
                + string.Create(CultureInfo.InvariantCulture, $"   x{results[0].Nanoseconds / result.Nanoseconds:F2}"));
        }
    }
}

/// <summary>What one contestant took for one operation.</summary>
public sealed record Result(string Name, double Nanoseconds, double Bytes);
