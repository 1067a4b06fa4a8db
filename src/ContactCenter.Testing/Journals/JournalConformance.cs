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
    private const string Reopened = "a journal that is opened anew has all that it acknowledged";

    private static readonly (string Name, Func<IJournal, Task> Run)[] All =
    [
        .. Ownership,
        .. Log,
        .. Snapshots,
        .. Bodies,
        .. Contacts,
        (Reopened, journal => ReopenedAsync(() => journal, closes: false)),
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
        if (name == Reopened)
        {
            await ReopenedAsync(open, closes: true).ConfigureAwait(false);
            return;
        }

        var journal = open();
        try
        {
            await RunAsync(name, journal).ConfigureAwait(false);
        }
        finally
        {
            await CloseAsync(journal).ConfigureAwait(false);
        }
    }

    private static async Task ReopenedAsync(Func<IJournal> open, bool closes)
    {
        var journal = open();
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(2).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(
            [JournalProbe.Body(BodyShelf.Conversation, 1, 1), JournalProbe.Body(BodyShelf.Audit, 0, 1)],
            [
                JournalProbe.Past(1, "ana", DateTimeOffset.UnixEpoch),
                JournalProbe.Past(2, "ana", DateTimeOffset.UnixEpoch),
            ])).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(erased: [2])).ConfigureAwait(false);
        await probe.SnapshotAsync(1, [7]).ConfigureAwait(false);
        for (var round = 0; round < 2; round++)
        {
            if (closes)
            {
                await CloseAsync(journal).ConfigureAwait(false);
            }

            journal = open();
            var again = new JournalProbe(journal, probe.Floor);
            JournalProbe.Equal(probe.Head, await again.ReadHeadAsync().ConfigureAwait(false), "the head of before");
            JournalProbe.Numbers(
                [2, 3, 4],
                (await again.ReadAsync(1).ConfigureAwait(false)).Select(record => record.Sequence),
                "the log of before");
            var said = await again.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false);
            JournalProbe.Check(said.Count == 1, "a body of before is gone");
            JournalProbe.Same(
                JournalProbe.Body(BodyShelf.Conversation, 1, 1).Content, said[0].Content, "a body of before");
            var audited = await again.BodiesAsync(BodyShelf.Audit, 0).ConfigureAwait(false);
            JournalProbe.Equal(1, audited.Count, "audit entries of before");
            JournalProbe.Numbers(
                [1], await again.ContactsAsync("ana").ConfigureAwait(false), "the contacts of before");
            var snapshot = await journal.ReadSnapshotAsync(probe.Floor, default).ConfigureAwait(false);
            JournalProbe.Equal(1, snapshot?.Sequence, "the snapshot of before");
            JournalProbe.Same(new byte[] { 7 }, snapshot!.Content, "the snapshot of before");
        }

        var next = await OpenAsync(journal).ConfigureAwait(false);
        JournalProbe.Check(next.Head.Epoch > probe.Head.Epoch, "an epoch of before began again");
        await next.FillAsync(1).ConfigureAwait(false);
        if (closes)
        {
            await CloseAsync(journal).ConfigureAwait(false);
        }
    }

    private static async ValueTask CloseAsync(IJournal journal)
    {
        if (journal is IAsyncDisposable later)
        {
            await later.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (journal as IDisposable)?.Dispose();
        }
    }

    private static Task<JournalProbe> OpenAsync(IJournal journal, string floor = "floor") =>
        new JournalProbe(journal, floor).OpenAsync();
}
