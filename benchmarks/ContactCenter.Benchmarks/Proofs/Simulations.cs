using System.Diagnostics;
using System.Globalization;
using ContactCenter.Testing;

namespace ContactCenter.Benchmarks.Proofs;

/// <summary>Many seeds of the simulator on all cores; the first failure of each kind is told whole.</summary>
internal static class Simulations
{
    private const string Usage =
        "usage: simulate --seeds N --steps M [--seed S] [--agents N] [--customers N] [--planted]";

    private const string Tiered = "DOTNET_TieredCompilation";

    /// <summary>How many failures are told; the rest is counted.</summary>
    private const int MaxTold = 3;

    internal static int Run(ReadOnlySpan<string> args) =>
        Environment.GetEnvironmentVariable(Tiered) is null ? RunBeside(args) : RunHere(args);

    /// <summary>
    /// In a process that compiles well at once and collects by 64 MB (in hex) at a time. In this one, code that counts
    /// how often it is called, to be compiled well later, takes much of the first minutes.
    /// </summary>
    private static int RunBeside(ReadOnlySpan<string> args)
    {
        var own = typeof(Simulations).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", own, "simulate", .. args]);
        (start.Environment[Tiered], start.Environment["DOTNET_GCgen0size"]) = ("0", "4000000");
        using var beside = Process.Start(start)!;
        beside.WaitForExit();
        return beside.ExitCode;
    }

    private static int RunHere(ReadOnlySpan<string> args)
    {
        var isPlanted = args.Contains("--planted");
        string[] others = [.. args.ToArray().Where(argument => argument != "--planted")];
        if (!TryRead(others, out var seeds, out var steps, out var first, out var size))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var (violations, done, taken) = (0, 0, 0L);
        var started = Stopwatch.GetTimestamp();
        // A thread for each core: more of them would only take memory from each other.
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, seeds, threads, index =>
        {
            try
            {
                var seed = first + (ulong)index;
                var run = size is var (agents, customers)
                    ? Simulator.Run(seed, steps, agents, customers)
                    : Simulator.Run(seed, steps);
                Interlocked.Add(ref taken, run.Steps);
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

        var rate = taken / Stopwatch.GetElapsedTime(started).TotalSeconds;
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

    private static bool TryRead(
        ReadOnlySpan<string> args, out int seeds, out int steps, out ulong first, out (int, int)? size)
    {
        (seeds, steps, first, size) = (2_000, 2_000, 1, null);
        var (agents, customers) = (0, 0);
        for (var index = 0; index < args.Length; index += 2)
        {
            var value = index + 1 < args.Length ? args[index + 1] : string.Empty;
            var isRead = args[index] switch
            {
                "--seeds" => int.TryParse(value, CultureInfo.InvariantCulture, out seeds) && seeds > 0,
                "--steps" => int.TryParse(value, CultureInfo.InvariantCulture, out steps) && steps > 0,
                "--seed" => ulong.TryParse(value, CultureInfo.InvariantCulture, out first),
                "--agents" => int.TryParse(value, CultureInfo.InvariantCulture, out agents) && agents > 0,
                "--customers" => int.TryParse(value, CultureInfo.InvariantCulture, out customers) && customers > 0,
                _ => false,
            };
            if (!isRead)
            {
                return false;
            }
        }

        // Where only one of both is named, there are as many of the other.
        size = agents + customers > 0
            ? (agents > 0 ? agents : customers, customers > 0 ? customers : agents)
            : null;
        return true;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
