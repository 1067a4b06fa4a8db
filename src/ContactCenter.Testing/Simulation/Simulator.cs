namespace ContactCenter.Testing;

/// <summary>
/// Lives years of a contact centre in seconds: agents, customers, bots and hosts who ask sensible and foolish things, a
/// clock that jumps, a journal that fails, a process that dies. After each step everything that must always hold is
/// checked on the real floor: of whatever the step has touched, and every so many steps of all of it.
/// </summary>
/// <remarks>
/// Pure and deterministic: all chance follows from the seed, so a failure comes back with its seed. Safe for any
/// thread; each run is on its own.
/// </remarks>
public static class Simulator
{
    /// <summary>Runs one seed.</summary>
    /// <param name="seed">What all chance is drawn from.</param>
    /// <param name="steps">
    /// How many steps at least, each one command, one alarm or one fault. What hangs together is seen through, such as
    /// the alarms of a stretch of time.
    /// </param>
    /// <exception cref="SimulationFailedException">
    /// Something does not hold that always must. It is told with the fewest of the steps that were found to lead there.
    /// </exception>
    public static SimulationResult Run(ulong seed, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        try
        {
            return new SimulationRun(seed).Run(steps);
        }
        catch (SimulationFailedException failed)
        {
            throw failed.With(Shortening.Find(() => new SimulationRun(seed), steps));
        }
    }
}
