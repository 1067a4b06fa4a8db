using ContactCenter.Journals;
using static ContactCenter.Testing.JournalProbe;

namespace ContactCenter.Testing;

/// <summary>What outlives whoever opened a journal.</summary>
public static partial class JournalConformance
{
    private const string Reopened = "a journal that is opened anew has all that it acknowledged";

    private static async Task ReopenedAsync(Func<IJournal> open, bool closes)
    {
        var journal = open();
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
            if (closes)
            {
                await CloseAsync(journal).ConfigureAwait(false);
            }

            journal = open();
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
}
