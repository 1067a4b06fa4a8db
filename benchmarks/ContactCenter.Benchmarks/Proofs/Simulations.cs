using System.Diagnostics;
using System.Globalization;
using ContactCenter.Testing;

namespace ContactCenter.Benchmarks.Proofs;

/// <summary>Many seeds of the simulator on all cores; the first failure of each kind is told whole.</summary>
internal static class Simulations
{
    private const string Usage = "usage: simulate --seeds N --steps M [--seed S]";

    /// <summary>How many failures are told; the rest is counted.</summary>
    private const int MaxTold = 3;

    internal static int Run(ReadOnlySpan<string> args)
    {
        if (!TryRead(args, out var seeds, out var steps, out var first))
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
        Console.WriteLine(Line($"simulate seeds={seeds} steps={steps} violations={violations} steps_per_s={rate:F0}"));
        return violations == 0 ? 0 : 1;
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
