namespace ContactCenter.Testing;

/// <summary>Something that must never be came up in a simulation; seed and step bring it back.</summary>
/// <param name="seed">The seed of the run.</param>
/// <param name="step">The step after which it was found.</param>
/// <param name="message">What was found, and the steps that led there.</param>
/// <param name="innerException">What the floor threw; null when it threw nothing.</param>
public sealed class SimulationFailedException(ulong seed, int step, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The seed of the run.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The step after which it was found.</summary>
    public int Step { get; } = step;

    /// <summary>The same, with the fewest steps that were found to lead to it.</summary>
    internal SimulationFailedException With(Shortening? shortest) => new(
        Seed,
        Step,
        string.Join(
            Environment.NewLine,
            Message,
            string.Empty,
            shortest?.ToString() ?? "The steps alone do not lead there a second time."),
        InnerException);
}
