using ContactCenter.Journals;
using static ContactCenter.Testing.JournalProbe;

namespace ContactCenter.Testing;

/// <summary>What outlives whoever opened a journal.</summary>
public static partial class JournalConformance
{
    private static (string Name, Func<Func<Task<IJournal>>, Task> Run)[] Reopening =>
    [
        ("a journal that is opened anew has all that it acknowledged", ReopenedAsync),
        ("what was erased does not come back with a journal that is opened anew", ErasedForGoodAsync),
        ("what was replaced does not come back with a journal that is opened anew", ReplacedForGoodAsync),
        ("an epoch is over for good though nothing was appended in it", EpochForGoodAsync),
    ];

    private static async Task ReopenedAsync(Func<Task<IJournal>> open)
    {
        var journal = await open().ConfigureAwait(false);
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(2).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(
            [Body(BodyShelf.Conversation, 1, 1), Body(BodyShelf.Audit, 0, 1)],
            [
                Past(1, "ana", DateTimeOffset.UnixEpoch),
                Past(2, "ana", DateTimeOffset.UnixEpoch),
            ])).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(erased: [2])).ConfigureAwait(false);
        await probe.SnapshotAsync(1, [7]).ConfigureAwait(false);
        for (var round = 0; round < 2; round++)
        {
            journal = await open().ConfigureAwait(false);
            var again = new JournalProbe(journal, probe.Floor);
            Equal(probe.Head, await again.ReadHeadAsync().ConfigureAwait(false), "the head of before");
            Numbers(
                [2, 3, 4],
                (await again.ReadAsync(1).ConfigureAwait(false)).Select(record => record.Sequence),
                "the log of before");
            var said = await again.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false);
            Check(said.Count == 1, "a body of before is gone");
            Same(
                Body(BodyShelf.Conversation, 1, 1).Content, said[0].Content, "a body of before");
            var audited = await again.BodiesAsync(BodyShelf.Audit, 0).ConfigureAwait(false);
            Equal(1, audited.Count, "audit entries of before");
            Numbers(
                [1], await again.ContactsAsync("ana").ConfigureAwait(false), "the contacts of before");
            var snapshot = await journal.ReadSnapshotAsync(probe.Floor, default).ConfigureAwait(false);
            Equal(1, snapshot?.Sequence, "the snapshot of before");
            Same(new byte[] { 7 }, snapshot!.Content, "the snapshot of before");
        }

        var next = await OpenAsync(journal).ConfigureAwait(false);
        Check(next.Head.Epoch > probe.Head.Epoch, "an epoch of before began again");
        await next.FillAsync(1).ConfigureAwait(false);
    }

    private static async Task ErasedForGoodAsync(Func<Task<IJournal>> open)
    {
        BodyShelf[] shelves = [BodyShelf.Conversation, BodyShelf.Asides, BodyShelf.Files];
        var probe = await OpenAsync(await open().ConfigureAwait(false)).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(
            [.. shelves.Select(shelf => Body(shelf, 1, 1)), Body(BodyShelf.Conversation, 2, 1)],
            [Past(1, "ana", Noon)])).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(erased: [1])).ConfigureAwait(false);

        for (var round = 0; round < 2; round++)
        {
            var again = await OpenAsync(await open().ConfigureAwait(false)).ConfigureAwait(false);
            foreach (var shelf in shelves)
            {
                Equal(0, (await again.BodiesAsync(shelf, 1).ConfigureAwait(false)).Count, $"what is left on {shelf}");
            }

            Check(await again.FindAsync(1).ConfigureAwait(false) is null, "an erased contact is found");
            Numbers([], await again.ContactsAsync("ana").ConfigureAwait(false), "contacts of the customer");
            Numbers([], await again.ClosedAsync(DateTimeOffset.MaxValue).ConfigureAwait(false), "closed contacts");
            Equal(1, (await again.BodiesAsync(BodyShelf.Conversation, 2).ConfigureAwait(false)).Count, "another chat");
        }
    }

    private static async Task ReplacedForGoodAsync(Func<Task<IJournal>> open)
    {
        var probe = await OpenAsync(await open().ConfigureAwait(false)).ConfigureAwait(false);
        var before = Body(BodyShelf.Conversation, 1, 1);
        var after = before with { Content = new byte[] { 42, 43, 44, 45 }, Replaces = true };
        await probe.AppendAsync(probe.With([before])).ConfigureAwait(false);
        await probe.AppendAsync(probe.With([after])).ConfigureAwait(false);

        for (var round = 0; round < 2; round++)
        {
            var again = await OpenAsync(await open().ConfigureAwait(false)).ConfigureAwait(false);
            var read = await again.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false);
            Numbers([1], read.Select(body => body.Sequence), "bodies after one was replaced");
            Same(after.Content, read[0].Content, "the body that replaced another");
        }
    }

    private static async Task EpochForGoodAsync(Func<Task<IJournal>> open)
    {
        var last = await OpenAsync(await open().ConfigureAwait(false)).ConfigureAwait(false);
        for (var round = 0; round < 2; round++)
        {
            var next = await OpenAsync(await open().ConfigureAwait(false)).ConfigureAwait(false);
            Check(next.Head.Epoch > last.Head.Epoch, "an epoch in which nothing was appended began again");
            Check(!await next.TryAppendAsync(last.With()).ConfigureAwait(false), "an owner of before has appended");
            last = next;
        }
    }

    private static async ValueTask CloseAsync(IJournal? journal)
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
}
