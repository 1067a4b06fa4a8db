namespace ContactCenter.Testing;

/// <summary>What a simulation that held came to.</summary>
/// <param name="Seed">What it was drawn from; the same seed and steps give the same result, anywhere.</param>
/// <param name="Steps">The steps taken.</param>
/// <param name="Batches">The batches that the floor made.</param>
/// <param name="Trace">The SHA-256 of everything that was asked and everything that came of it.</param>
/// <param name="Sightings">How often each situation worth testing came up, by name.</param>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record SimulationResult(
    ulong Seed, int Steps, long Batches, string Trace, IReadOnlyDictionary<string, long> Sightings);
