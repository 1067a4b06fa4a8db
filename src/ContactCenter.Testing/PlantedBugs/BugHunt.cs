using System.Globalization;

namespace ContactCenter.Testing;

/// <summary>Looks for a planted bug, seed by seed, until its invariant names it.</summary>
internal static class BugHunt
{
    /// <summary>How many steps each seed gets.</summary>
    internal const int Steps = 1_000;

    /// <summary>
    /// In how many seeds the bug was found by name; null where it was not within as many as it says. What throws
    /// without a name finds nothing.
    /// </summary>
    internal static int? Find(PlantedBug bug)
    {
        for (var seed = 1; seed <= bug.Seeds; seed++)
        {
            var run = new SimulationRun((ulong)seed) { Bug = bug };
            try
            {
                run.Run(Steps);
            }
            catch (SimulationFailedException failed) when (run.Named(failed).Contains(bug.Invariant))
            {
                return seed;
            }
            catch (SimulationFailedException)
            {
                // It was seen by something else first.
            }
        }

        return null;
    }

    /// <summary>A line of the table of all: the invariant, the seeds that it took of those allowed, the bug.</summary>
    internal static string Told(PlantedBug bug, int? seeds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bug.Invariant,-3} {(seeds is null ? "not in" : "in")} {seeds ?? bug.Seeds} of {bug.Seeds}: {bug.Name}");
}
