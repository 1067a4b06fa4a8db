namespace ContactCenter.Testing;

/// <summary>What a model check walks through.</summary>
/// <remarks>Immutable, safe for any thread.</remarks>
public sealed record ModelOptions
{
    /// <summary>The floors, by name.</summary>
    /// <value>Default: <see cref="ModelChecker.SmallFloors"/>.</value>
    public IReadOnlyList<string> Floors { get; init; } = ModelChecker.SmallFloors;

    /// <summary>How many states of one floor are reached before it counts as endless, which is a violation.</summary>
    /// <value>Default: 2,000,000.</value>
    public int MaxStates { get; init; } = 2_000_000;
}
