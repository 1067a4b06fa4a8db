using ContactCenter.Journals;
using static ContactCenter.Testing.JournalProbe;

namespace ContactCenter.Testing;

/// <summary>What stands beside the log: bodies on shelves, contacts under customers, and their end.</summary>
public static partial class JournalConformance
{
    private static readonly DateTimeOffset Noon = ManualTimeProvider.DefaultStart;

    private static (string Name, Func<IJournal, Task> Run)[] Bodies =>
    [
        ("bodies are read in order after a sequence and no more than asked", BodiesInOrderAsync),
        ("shelves and chats stand apart", ShelvesAsync),
        ("bodies come with any number", AnyNumberAsync),
        ("a body replaces the one in its place, and none beside it", BodyReplacedAsync),
    ];

    private static (string Name, Func<IJournal, Task> Run)[] Contacts =>
    [
        ("a contact is found by its number as it was written", FoundAsync),
        ("the contacts of a customer are read newest first", OfCustomerAsync),
        ("closed contacts are read longest closed first", LongestClosedAsync),
        ("of an erased contact nothing is left but the log and the audit trail", ErasedAsync),
        ("what is erased in the append that brought it is gone", ErasedAtOnceAsync),
    ];

    private static async Task BodiesInOrderAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        for (var sequence = 0; sequence < 5; sequence++)
        {
            await probe.AppendAsync(probe.With([Body(BodyShelf.Conversation, 1, sequence)])).ConfigureAwait(false);
        }

        foreach (var (after, limit) in ((long, int)[])[(-1, 10), (0, 10), (2, 1), (2, 0), (4, 10), (9, 10)])
        {
            var read = await probe.BodiesAsync(BodyShelf.Conversation, 1, after, limit).ConfigureAwait(false);
            Numbers(
                Enumerable.Range(0, 5).Select(number => (long)number).Where(number => number > after).Take(limit),
                read.Select(body => body.Sequence),
                $"{limit} bodies after {after}");
            foreach (var body in read)
            {
                Equal((BodyShelf.Conversation, 1L), (body.Shelf, body.Chat), "where a body stands");
                Same(Body(BodyShelf.Conversation, 1, body.Sequence).Content, body.Content, "a body");
            }
        }
    }

    private static async Task ShelvesAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        var shelves = Enum.GetValues<BodyShelf>();
        JournalBody[] bodies =
            [.. shelves.SelectMany(shelf => ((long[])[0, 1, 2]).Select(chat => Body(shelf, chat, 1)))];
        await probe.AppendAsync(probe.With(bodies)).ConfigureAwait(false);

        foreach (var body in bodies)
        {
            var read = await probe.BodiesAsync(body.Shelf, body.Chat).ConfigureAwait(false);
            Equal(1, read.Count, $"bodies on {body.Shelf} of chat {body.Chat}");
            Same(body.Content, read[0].Content, $"the body on {body.Shelf} of chat {body.Chat}");
        }

        Equal(0, (await probe.BodiesAsync(BodyShelf.Conversation, 3).ConfigureAwait(false)).Count, "bodies of no chat");
    }

    private static async Task AnyNumberAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        var chat = long.MaxValue - 1;
        await probe.AppendAsync(probe.With(
            [Body(BodyShelf.Files, chat, 7), Body(BodyShelf.Files, chat, long.MaxValue)])).ConfigureAwait(false);

        Numbers(
            [7, long.MaxValue],
            (await probe.BodiesAsync(BodyShelf.Files, chat).ConfigureAwait(false)).Select(body => body.Sequence),
            "bodies with great numbers");
    }

    private static async Task BodyReplacedAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(
            [Body(BodyShelf.Conversation, 1, 1), Body(BodyShelf.Conversation, 1, 2), Body(BodyShelf.Asides, 1, 1)]))
            .ConfigureAwait(false);

        // One of before, one of the same append, and one that was never there.
        await probe.AppendAsync(probe.With(
            [
                Body(BodyShelf.Conversation, 1, 3), In(1, 42, 43), In(3, 44), In(9, 45),
                Body(BodyShelf.Conversation, 1, 4),
            ])).ConfigureAwait(false);

        var read = await probe.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false);
        Numbers([1, 2, 3, 4], read.Select(body => body.Sequence), "bodies after some were replaced");
        Same(new byte[] { 42, 43 }, read[0].Content, "the body that replaced another");
        Same(Body(BodyShelf.Conversation, 1, 2).Content, read[1].Content, "the body beside it");
        Same(new byte[] { 44 }, read[2].Content, "the body that replaced one of its own append");
        Same(
            Body(BodyShelf.Asides, 1, 1).Content,
            (await probe.BodiesAsync(BodyShelf.Asides, 1).ConfigureAwait(false))[0].Content,
            "the body in its place on another shelf");

        static JournalBody In(long sequence, params byte[] content) =>
            new(BodyShelf.Conversation, 1, sequence, content, Replaces: true);
    }

    private static async Task FoundAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        var written = new JournalContact(8, "Ünal@example.org", Noon.AddTicks(1), new byte[] { 8, 0, 255 });
        await probe.AppendAsync(probe.With(contacts: [written])).ConfigureAwait(false);

        var found = await probe.FindAsync(8).ConfigureAwait(false);
        Check(found is not null, "a contact is not found");
        Equal(
            (written.Chat, written.Customer, written.ClosedAt),
            (found!.Value.Chat, found.Value.Customer, found.Value.ClosedAt),
            "a contact");
        Same(written.Content, found.Value.Content, "a contact");
        Check(await probe.FindAsync(9).ConfigureAwait(false) is null, "a contact is found that never was");
    }

    private static async Task OfCustomerAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);

        // Closed in another order than begun.
        await probe.AppendAsync(probe.With(contacts:
        [
            Past(4, "ana", Noon), Past(1, "ana", Noon.AddHours(1)), Past(2, "Ana", Noon), Past(3, "ana", Noon),
        ])).ConfigureAwait(false);

        Numbers([4, 3, 1], await probe.ContactsAsync("ana").ConfigureAwait(false), "contacts of a customer");
        Numbers([4, 3], await probe.ContactsAsync("ana", limit: 2).ConfigureAwait(false), "the newest two");
        Numbers([1], await probe.ContactsAsync("ana", before: 3).ConfigureAwait(false), "those before the third");
        Numbers([2], await probe.ContactsAsync("Ana").ConfigureAwait(false), "contacts of another customer");
        Numbers([], await probe.ContactsAsync("bob").ConfigureAwait(false), "contacts of a customer without any");
    }

    private static async Task LongestClosedAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(contacts:
        [
            Past(1, "ana", Noon.AddTicks(2)), Past(2, "bob", Noon), Past(3, "ana", Noon.AddTicks(1)),
            Past(4, "ana", Noon),
        ])).ConfigureAwait(false);

        Numbers([2, 4, 3], await probe.ClosedAsync(Noon.AddTicks(2)).ConfigureAwait(false), "closed before an instant");
        Numbers([4], await probe.ClosedAsync(Noon.AddTicks(2), 1, 1).ConfigureAwait(false), "one after the first");
        Numbers([], await probe.ClosedAsync(Noon).ConfigureAwait(false), "closed before any was");
        Numbers(
            [2, 4, 3, 1], await probe.ClosedAsync(DateTimeOffset.MaxValue).ConfigureAwait(false), "all closed ones");
    }

    private static async Task ErasedAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(
            [
                Body(BodyShelf.Conversation, 1, 0), Body(BodyShelf.Conversation, 1, 1), Body(BodyShelf.Asides, 1, 1),
                Body(BodyShelf.Files, 1, 5), Body(BodyShelf.Audit, 0, 1), Body(BodyShelf.Conversation, 2, 1),
            ],
            [Past(1, "ana", Noon), Past(2, "ana", Noon)])).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(erased: [1, 99])).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(erased: [1])).ConfigureAwait(false);

        foreach (var shelf in (BodyShelf[])[BodyShelf.Conversation, BodyShelf.Asides, BodyShelf.Files])
        {
            Equal(0, (await probe.BodiesAsync(shelf, 1).ConfigureAwait(false)).Count, $"what is left on {shelf}");
        }

        Check(await probe.FindAsync(1).ConfigureAwait(false) is null, "an erased contact is found");
        Numbers([2], await probe.ContactsAsync("ana").ConfigureAwait(false), "contacts of the customer");
        Numbers([2], await probe.ClosedAsync(DateTimeOffset.MaxValue).ConfigureAwait(false), "closed contacts");
        Equal(1, (await probe.BodiesAsync(BodyShelf.Audit, 0).ConfigureAwait(false)).Count, "the audit trail");
        Equal(1, (await probe.BodiesAsync(BodyShelf.Conversation, 2).ConfigureAwait(false)).Count, "another chat");
        Numbers([1, 2, 3], (await probe.ReadAsync().ConfigureAwait(false)).Select(one => one.Sequence), "the log");
    }

    private static async Task ErasedAtOnceAsync(IJournal journal)
    {
        var probe = await OpenAsync(journal).ConfigureAwait(false);
        await probe.AppendAsync(probe.With(
            [Body(BodyShelf.Conversation, 1, 1)], [Past(1, "ana", Noon)], [1])).ConfigureAwait(false);

        Equal(0, (await probe.BodiesAsync(BodyShelf.Conversation, 1).ConfigureAwait(false)).Count, "bodies");
        Numbers([], await probe.ContactsAsync("ana").ConfigureAwait(false), "contacts of the customer");
    }
}
