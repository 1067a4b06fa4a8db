using System.Diagnostics;
using System.Globalization;
using ContactCenter.Testing;

namespace ContactCenter.Benchmarks.Proofs;

/// <summary>Many seeds of the simulator on all cores; the first failure of each kind is told whole.</summary>
internal static class Simulations
{
    private const string Usage = "usage: simulate --seeds N --steps M [--seed S] [--planted]";

    /// <summary>How many failures are told; the rest is counted.</summary>
    private const int MaxTold = 3;

    internal static int Run(ReadOnlySpan<string> args)
    {
        var isPlanted = args.Contains("--planted");
        string[] others = [.. args.ToArray().Where(argument => argument != "--planted")];
        if (!TryRead(others, out var seeds, out var steps, out var first))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var (violations, done) = (0, 0);
        var started = Stopwatch.GetTimestamp();
        // A thread for each core: more of them would only take memory from each other.
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, seeds, threads, index =>
        {
            try
            {
                Simulator.Run(first + (ulong)index, steps);
            }
            catch (SimulationFailedException failed)
            {
                if (Interlocked.Increment(ref violations) <= MaxTold)
                {
                    Console.WriteLine(failed.Message);
                }
            }

            var finished = Interlocked.Increment(ref done);
            if (finished % 100 == 0)
            {
                Console.WriteLine(Line($"{finished} of {seeds} seeds, {violations} violations"));
            }
        });

        var rate = (double)seeds * steps / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (found, planted) = isPlanted ? Hunt() : (0, 0);
        var hunted = isPlanted ? Line($" planted_found={found}/{planted}") : string.Empty;
        Console.WriteLine(
            Line($"simulate seeds={seeds} steps={steps} violations={violations} steps_per_s={rate:F0}") + hunted);
        return violations == 0 && found == planted ? 0 : 1;
    }

    /// <summary>Each mistake that is made on purpose, and in how many seeds its invariant named it.</summary>
    private static (int Found, int Planted) Hunt()
    {
        var hunted = PlantedBugs.All.AsParallel().AsOrdered().Select(bug => (Bug: bug, Seeds: BugHunt.Find(bug)));
        var found = 0;
        foreach (var (bug, seeds) in hunted)
        {
            found += seeds is null ? 0 : 1;
            Console.WriteLine(BugHunt.Told(bug, seeds));
        }

        return (found, PlantedBugs.All.Count);
    }

    private static bool TryRead(ReadOnlySpan<string> args, out int seeds, out int steps, out ulong first)
    {
        (seeds, steps, first) = (2_000, 2_000, 1);
        for (var index = 0; index < args.Length; index += 2)
        {
            var value = index + 1 < args.Length ? args[index + 1] : string.Empty;
            var isRead = args[index] switch
            {
                "--seeds" => int.TryParse(value, CultureInfo.InvariantCulture, out seeds) && seeds > 0,
                "--steps" => int.TryParse(value, CultureInfo.InvariantCulture, out steps) && steps > 0,
                "--seed" => ulong.TryParse(value, CultureInfo.InvariantCulture, out first),
                _ => false,
            };
            if (!isRead)
            {
                return false;
            }
        }

        return true;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
