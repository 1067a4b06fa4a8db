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
    public static SimulationResult Run(ulong seed, int steps) => Run(seed, steps, size: null);

    /// <summary>
    /// Runs one seed on a large floor: its day begins with everybody at work and all the customers, and then it takes
    /// as many steps.
    /// </summary>
    /// <param name="seed">What all chance is drawn from.</param>
    /// <param name="steps">How many steps at least, after the day has begun.</param>
    /// <param name="agents">How many agents have a desk.</param>
    /// <param name="customers">How many customers come as the day begins; some of them come again.</param>
    /// <remarks>
    /// All of a large floor is looked at less often than of a small one, and one in many of its offers is held against
    /// everybody whom it could have gone to.
    /// </remarks>
    /// <exception cref="SimulationFailedException">Something does not hold that always must.</exception>
    public static SimulationResult Run(ulong seed, int steps, int agents, int customers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        return Run(seed, steps, new FloorSize(agents, customers));
    }

    private static SimulationResult Run(ulong seed, int steps, FloorSize? size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        try
        {
            return new SimulationRun(seed, size).Run(steps);
        }
        catch (SimulationFailedException failed) when (size is null)
        {
            // The steps of a large floor are gone through in seconds, and not in milliseconds: too long for hundreds.
            throw failed.With(Shortening.Find(() => new SimulationRun(seed, size), steps));
        }
    }
}
