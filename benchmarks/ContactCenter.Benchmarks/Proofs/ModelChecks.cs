using System.Diagnostics;
using ContactCenter.Testing;

namespace ContactCenter.Benchmarks.Proofs;

/// <summary>The model check of every floor there is, two at a time, with a last line for programs.</summary>
internal static class ModelChecks
{
    private const int MostShown = 5;

    /// <param name="names">The floors; none for all.</param>
    internal static async Task<int> RunAsync(string[] names)
    {
        if (names.Except(ModelChecker.Floors).Any())
        {
            await Console.Error.WriteLineAsync($"usage: model-check [{string.Join('|', ModelChecker.Floors)}]…");
            return 2;
        }

        var (gate, total) = (new Lock(), ModelCheckResult.None);
        var floors = names.Length == 0 ? ModelChecker.Floors : names;
        await Parallel.ForEachAsync(floors, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (name, _) =>
        {
            var watch = Stopwatch.StartNew();
            var result = ModelChecker.Run(new ModelOptions { Floors = [name] });
            lock (gate)
            {
                total = total.With(result);
                Console.WriteLine($"floor={name} {result} seconds={watch.Elapsed.TotalSeconds:F1}");
            }

            return ValueTask.CompletedTask;
        });

        foreach (var violation in total.Violations.Take(MostShown))
        {
            Console.WriteLine(violation);
        }

        string[] missing = [.. ModelChecker.Commands.Except(total.Covered)];
        if (missing.Length > 0)
        {
            Console.WriteLine($"never accepted: {string.Join(", ", missing)}");
        }

        Console.WriteLine($"model-check {total}");
        return total.DeadEnds == 0 && total.Violations.Count == 0 && missing.Length == 0 ? 0 : 1;
    }
}
