using ContactCenter.Journals;
using static ContactCenter.Testing.JournalProbe;

namespace ContactCenter.Testing;

/// <summary>Epochs, fences, and who may write.</summary>
public static partial class JournalConformance
{
    private static (string Name, Func<IJournal, Task> Run)[] Ownership =>
    [
        ("a floor that was never opened has no epoch and no log", NeverOpenedAsync),
        ("each opening begins a greater epoch and leaves the log as it is", OpeningsAsync),
        ("an owner that was replaced can no longer append", ReplacedAsync),
        ("an append that does not follow the head leaves nothing", NotAtTheHeadAsync),
        ("the identical append sent again is not taken twice", SentAgainAsync),
        ("of many who append at once one is taken at each place", ManyAtOnceAsync),
        ("floors share nothing", FloorsAsync),
        ("an append that fails halfway leaves nothing", HalfwayAsync),
    ];

    private static async Task NeverOpenedAsync(IJournal journal)
    {
        var probe = new JournalProbe(journal, "floor");
        Equal(default, await probe.ReadHeadAsync().ConfigureAwait(false), "the head of a floor never opened");
        Numbers([], (await probe.ReadAsync().ConfigureAwait(false)).Select(record => record.Sequence), "its log");
        Check(
            await journal.ReadSnapshotAsync("floor", default).ConfigureAwait(false) is null,
            "a floor never opened has a snapshot");
        Check(!await probe.TryAppendAsync(probe.With()).ConfigureAwait(false), "epoch 0 was taken for an owner");
    }

    private static async Task OpeningsAsync(IJournal journal)
    {
        var first = await OpenAsync(journal).ConfigureAwait(false);
        Check(first.Head is { Epoch: > 0, Sequence: 0 }, $"the first head is {first.Head}");
        await first.FillAsync(2).ConfigureAwait(false);
        var second = await OpenAsync(journal).ConfigureAwait(false);

        Check(second.Head.Epoch > first.Head.Epoch, "an opening did not raise the epoch");
        Equal(2, second.Head.Sequence, "the end of the log after an opening");
        Equal(second.Head, await second.ReadHeadAsync().ConfigureAwait(false), "the head");
    }

    private static async Task ReplacedAsync(IJournal journal)
    {
        var old = await OpenAsync(journal).ConfigureAwait(false);
        var now = await OpenAsync(journal).ConfigureAwait(false);

        Check(!await old.TryAppendAsync(old.With()).ConfigureAwait(false), "an owner that was replaced has written");
        await now.FillAsync(1).ConfigureAwait(false);
        Check(!await old.TryAppendAsync(old.With()).ConfigureAwait(false), "an owner that was replaced has written");
        Numbers([1], (await now.ReadAsync().ConfigureAwait(false)).Select(record => record.Sequence), "the log");
    }

    private static async Task NotAtTheHeadAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.FillAsync(2).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(contacts: [Past(5, "ana", DateTimeOffset.UnixEpoch)]))
            .ConfigureAwait(false);

        foreach (var sequence in (long[])[0, 2, 4, 9])
        {
            var append = new JournalAppend(
                probe.Head with { Sequence = sequence },
                [Record(sequence + 1)],
                [Body(BodyShelf.Conversation, 1, 1)],
                [Past(1, "ana", DateTimeOffset.UnixEpoch)],
                [5]);
            Check(
                !await probe.TryAppendAsync(append).ConfigureAwait(false),
                $"an append after {sequence} was taken where the log ends at 3");
        }

        Numbers([1, 2, 3], (await probe.ReadAsync().ConfigureAwait(false)).Select(one => one.Sequence), "the log");
        Equal(0, (await probe.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false)).Count, "bodies");
        Numbers([5], await probe.ContactsAsync("ana").ConfigureAwait(false), "contacts");
        Equal(probe.Head, await probe.ReadHeadAsync().ConfigureAwait(false), "the head");
    }

    private static async Task SentAgainAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        var append = probe.With([Body(BodyShelf.Conversation, 1, 1)]);
        await probe.AppendAsync(append).ConfigureAwait(false);

        Check(!await probe.TryAppendAsync(append).ConfigureAwait(false), "an append was taken twice");
        Equal(1, (await probe.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false)).Count, "bodies");
        Numbers([1], (await probe.ReadAsync().ConfigureAwait(false)).Select(record => record.Sequence), "the log");
    }

    private static async Task ManyAtOnceAsync(IJournal journal)
    {
        const int Rounds = 20;
        const int Writers = 8;
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        for (var round = 0; round < Rounds; round++)
        {
            var place = probe.Head;
            var taken = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                // Told apart by what they write: none may take what another wrote for its own.
                var record = new JournalRecord(place.Sequence + 1, default, new[] { (byte)writer });
                try
                {
                    return await journal.AppendAsync(probe.Floor, new(place, [record], [], [], []), default)
                        .ConfigureAwait(false)
                        ? writer
                        : -1;
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    return -2;
                }
            }))).ConfigureAwait(false);

            var written = await probe.ReadAsync(place.Sequence).ConfigureAwait(false);
            Check(taken.Count(one => one >= 0) <= 1, "two appends were taken at one place");
            Check(written.Count <= 1, "two records stand at one place");
            Check(written.Count == 1 || taken.All(one => one == -2), "an append was refused where nobody wrote");
            Check(
                taken.All(one => one < 0) || written[0].Payload.Span[0] == taken.Max(),
                "another's append stands where one was taken");
            await probe.OpenAsync().ConfigureAwait(false);
        }
    }

    private static async Task HalfwayAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(
            [Body(BodyShelf.Conversation, 1, 1)], [Past(1, "ana", DateTimeOffset.UnixEpoch)])).ConfigureAwait(false);
        JournalBody[] said = [Body(BodyShelf.Conversation, 1, 2)];
        JournalContact[] closed = [Past(2, "ana", DateTimeOffset.UnixEpoch)];
        var whole = new JournalAppend(probe.Head, probe.Records(1), said, closed, [1]);

        foreach (var broken in (JournalAppend[])
        [
            whole with { Records = new Broken<JournalRecord>(whole.Records[0]) },
            whole with { Bodies = new Broken<JournalBody>(said[0]) },
            whole with { Contacts = new Broken<JournalContact>(closed[0]) },
            whole with { Erased = new Broken<long>(1) },
        ])
        {
            try
            {
                await journal.AppendAsync(probe.Floor, broken, default).ConfigureAwait(false);
                throw new JournalConformanceException("an append was taken of which a part cannot be read");
            }
            catch (Exception exception) when (exception is not JournalConformanceException)
            {
                // As it must.
            }

            Equal(probe.Head, await probe.ReadHeadAsync().ConfigureAwait(false), "the head after half an append");
            Numbers([1], (await probe.ReadAsync().ConfigureAwait(false)).Select(one => one.Sequence), "the log");
            var bodies = await probe.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false);
            Numbers([1], bodies.Select(body => body.Sequence), "bodies after half an append");
            Numbers([1], await probe.ContactsAsync("ana").ConfigureAwait(false), "contacts after half an append");
        }

        await probe.AppendAsync(whole with { Erased = [] }).ConfigureAwait(false);
        Numbers([1, 2], (await probe.ReadAsync().ConfigureAwait(false)).Select(one => one.Sequence), "the log");
        Numbers([2, 1], await probe.ContactsAsync("ana").ConfigureAwait(false), "contacts");
    }

    /// <summary>One that can be read, and another that cannot.</summary>
    private sealed class Broken<T>(T whole) : IReadOnlyList<T>
    {
        public int Count => 2;

        public T this[int index] => index == 0 ? whole : throw new IOException("This part cannot be read.");

        public IEnumerator<T> GetEnumerator()
        {
            yield return this[0];
            yield return this[1];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static async Task FloorsAsync(IJournal journal)
    {
        var one = await OpenAsync(journal, "north").ConfigureAwait(false);
        await one.AppendAsync(one.With(
            [Body(BodyShelf.Conversation, 1, 1)], [Past(1, "ana", DateTimeOffset.UnixEpoch)])).ConfigureAwait(false);
        await one.SnapshotAsync(1, [1]).ConfigureAwait(false);
        var other = await OpenAsync(journal, "North").ConfigureAwait(false);

        Equal(0, other.Head.Sequence, "the log of another floor");
        Equal(0, (await other.ReadAsync().ConfigureAwait(false)).Count, "records of another floor");
        Equal(0, (await other.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false)).Count, "bodies");
        Numbers([], await other.ContactsAsync("ana").ConfigureAwait(false), "contacts of another floor");
        Numbers([], await other.ClosedAsync(DateTimeOffset.MaxValue).ConfigureAwait(false), "closed contacts");
        Check(await other.FindAsync(1).ConfigureAwait(false) is null, "a contact of another floor");
        Check(
            await journal.ReadSnapshotAsync("North", default).ConfigureAwait(false) is null,
            "a snapshot of another floor");
        await other.AppendAsync(other.With(erased: [1])).ConfigureAwait(false);
        Equal(1, (await one.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false)).Count, "bodies");
        await one.FillAsync(1).ConfigureAwait(false);
    }
}
