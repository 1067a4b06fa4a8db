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
        .. Reopening.Select(one => (one.Name, RunOn(one.Run))),
    ];

    /// <summary>The names of the cases.</summary>
    public static IReadOnlyList<string> Cases { get; } = [.. All.Select(one => one.Name)];

    /// <summary>Runs one case.</summary>
    /// <param name="name">One of <see cref="Cases"/>.</param>
    /// <param name="journal">An empty journal, which nobody else uses meanwhile.</param>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    /// <exception cref="JournalConformanceException">The journal does not keep to it.</exception>
    /// <remarks>
    /// A journal that outlives its process is given by how it is opened, so that it is also closed and opened anew.
    /// </remarks>
    public static Task RunAsync(string name, IJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var found = Array.Find(All, one => one.Name == name);
        return found.Run is { } run
            ? run(journal)
            : throw new ArgumentException($"There is no case called \"{name}\".", nameof(name));
    }

    /// <summary>Runs one case on a journal that outlives whoever opens it.</summary>
    /// <param name="name">One of <see cref="Cases"/>.</param>
    /// <param name="open">
    /// Opens the journal, an empty one at first; asked again, the same with all it has. What it gives is disposed of
    /// where it can be, before it is asked again and at the end.
    /// </param>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    /// <exception cref="JournalConformanceException">The journal does not keep to it.</exception>
    public static async Task RunAsync(string name, Func<IJournal> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        IJournal? journal = null;
        try
        {
            var reopens = Array.Find(Reopening, one => one.Name == name).Run;
            await (reopens is null
                ? RunAsync(name, journal = open())
                : reopens(OpenAnewAsync)).ConfigureAwait(false);
        }
        finally
        {
            await CloseAsync(journal).ConfigureAwait(false);
        }

        async Task<IJournal> OpenAnewAsync()
        {
            await CloseAsync(journal).ConfigureAwait(false);
            return journal = open();
        }
    }

    private static Func<IJournal, Task> RunOn(Func<Func<Task<IJournal>>, Task> reopens) =>
        journal => reopens(() => Task.FromResult(journal));

    private static Task<JournalProbe> OpenAsync(IJournal journal, string floor = "floor") =>
        new JournalProbe(journal, floor).OpenAsync();
}
