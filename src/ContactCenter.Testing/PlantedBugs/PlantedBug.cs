using ContactCenter.Floors;

namespace ContactCenter.Testing;

/// <summary>
/// A mistake that somebody could make in the floor or around it, made on purpose: what is always checked must find it,
/// and call it by the name of the invariant that it breaks.
/// </summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Invariant">Which invariant must name it.</param>
/// <param name="Seeds">Within how many seeds of the simulator it must be found.</param>
internal sealed record PlantedBug(string Name, string Invariant, int Seeds)
{
    /// <summary>Nothing is wrong.</summary>
    internal static PlantedBug None { get; } = new("none", string.Empty, 0);

    /// <summary>Changes a command on its way in.</summary>
    internal Func<Floor, Asked, Asked> Asks { get; init; } = static (_, asked) => asked;

    /// <summary>Changes what happens, or makes nothing of it, before it is recorded; null leaves it alone.</summary>
    internal Func<Floor, Event, Event?>? Happens { get; init; }

    /// <summary>Changes what the floor remembers of a batch that it has just made.</summary>
    internal Action<Floor, Batch> Remembers { get; init; } = static (_, _) => { };

    /// <summary>Changes what the journal is given.</summary>
    internal Func<Batch, Batch> Writes { get; init; } = static batch => batch;

    /// <summary>Changes what is read from the journal.</summary>
    internal Func<Batch, Batch> Reads { get; init; } = static batch => batch;

    /// <summary>Changes what the copy folds that follows the log.</summary>
    internal Func<Batch, Batch> Follows { get; init; } = static batch => batch;

    /// <summary>Changes what a floor that comes back finds of the log.</summary>
    internal Func<Batch, Batch> Recovers { get; init; } = static batch => batch;

    /// <summary>The journal takes what an owner writes that was replaced.</summary>
    internal bool IsUnfenced { get; init; }

    /// <summary>The last batch of the log is gone when a floor comes back.</summary>
    internal bool LosesTail { get; init; }
}
