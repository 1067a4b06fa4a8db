using System.Globalization;

namespace ContactCenter.Testing;

/// <summary>
/// The fewest steps that were found to lead to a failure: whoever reads them sees what it takes, and not what a seed
/// did beside it.
/// </summary>
/// <param name="Invariant">What they break, as the whole seed did.</param>
/// <param name="Steps">The steps, in order; the last one shows it.</param>
/// <param name="Of">How many steps the seed took until it failed.</param>
/// <param name="Runs">How often steps were gone through again to find these.</param>
/// <param name="Failure">What was found, with every command and all that came of it.</param>
internal sealed record Shortening(
    string Invariant, IReadOnlyList<SimulatedStep> Steps, int Of, int Runs, SimulationFailedException Failure)
{
    /// <summary>How often steps are gone through again at most.</summary>
    internal const int MaxRuns = 400;

    /// <summary>
    /// Leaves out ever smaller stretches of the steps of a seed that fails, as long as the same invariant is broken;
    /// null where the seed does not fail, or the steps alone do not lead there again.
    /// </summary>
    /// <param name="begin">Begins the same run anew.</param>
    /// <param name="steps">How many steps the run gets.</param>
    /// <param name="invariant">What must be broken; null for what the seed breaks first.</param>
    internal static Shortening? Find(Func<SimulationRun> begin, int steps, string? invariant = null)
    {
        var (run, taken) = (begin(), new List<SimulatedStep>());
        run.Taken = taken;
        try
        {
            run.Run(steps);
            return null;
        }
        catch (SimulationFailedException failed)
        {
            invariant ??= run.Named(failed).FirstOrDefault();
        }

        return invariant is not null && new Search(begin, invariant) is var search && search.Leads(taken)
            ? search.Shortest(taken.Count)
            : null;
    }

    public override string ToString()
    {
        var enough = string.Create(
            CultureInfo.InvariantCulture,
            $"These {Steps.Count} of {Of} steps are enough to break {Invariant} (found in {Runs} runs):");
        return enough + Environment.NewLine + Failure.Message;
    }

    private sealed class Search(Func<SimulationRun> begin, string invariant)
    {
        private List<SimulatedStep> _shortest = [];
        private SimulationFailedException? _failure;
        private int _runs;

        internal Shortening Shortest(int of)
        {
            for (var length = _shortest.Count / 2; length > 1; length /= 2)
            {
                LeaveOut(length);
            }

            // One may have been needed only by another that is gone by now.
            while (LeaveOut(1))
            {
            }

            return new Shortening(invariant, _shortest, of, _runs, _failure!);
        }

        /// <summary>Whether some steps still break the invariant: then they are the shortest that are known.</summary>
        internal bool Leads(List<SimulatedStep> steps)
        {
            var run = begin();
            _runs++;
            try
            {
                run.Replay(steps);
                return false;
            }
            catch (SimulationFailedException failed) when (run.Named(failed).Contains(invariant))
            {
                (_shortest, _failure) = (steps[..run.Done], failed);
                return true;
            }
            catch (SimulationFailedException)
            {
                // Something else does not hold of so few steps: that is another matter.
                return false;
            }
        }

        private bool LeaveOut(int length)
        {
            var isShorter = false;
            for (var end = _shortest.Count; end > 0 && _runs < MaxRuns; end = Math.Min(end - length, _shortest.Count))
            {
                var from = Math.Max(0, end - length);
                isShorter |= Leads([.. _shortest[..from], .. _shortest[end..]]);
            }

            return isShorter && _runs < MaxRuns;
        }
    }
}
