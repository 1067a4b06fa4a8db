using ContactCenter.Journals;

namespace ContactCenter.Testing;

/// <summary>
/// What every journal keeps to, as cases with names: a test project runs each as a row, on a journal of its own.
/// </summary>
/// <remarks>
/// Bound to no test framework: a case that fails throws <see cref="JournalConformanceException"/>. An append that gives
/// no answer is looked into as a floor does it, so a journal that fails now and then, and says so, passes too.
/// </remarks>
public static partial class JournalConformance
{
    private static readonly (string Name, Func<IJournal, Task> Run)[] All =
    [
        .. Ownership,
        .. Log,
        .. Snapshots,
        .. Bodies,
        .. Contacts,
    ];

    /// <summary>The names of the cases.</summary>
    public static IReadOnlyList<string> Cases { get; } = [.. All.Select(one => one.Name)];

    /// <summary>Runs one case.</summary>
    /// <param name="name">One of <see cref="Cases"/>.</param>
    /// <param name="journal">An empty journal, which nobody else uses meanwhile.</param>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    /// <exception cref="JournalConformanceException">The journal does not keep to it.</exception>
    public static Task RunAsync(string name, IJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var found = Array.Find(All, one => one.Name == name);
        return found.Run is { } run
            ? run(journal)
            : throw new ArgumentException($"There is no case called \"{name}\".", nameof(name));
    }

    private static Task<JournalProbe> OpenAsync(IJournal journal, string floor = "floor") =>
        new JournalProbe(journal, floor).OpenAsync();
}
