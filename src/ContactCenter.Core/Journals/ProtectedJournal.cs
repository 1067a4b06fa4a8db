namespace ContactCenter.Journals;

/// <summary>A journal whose bodies and contacts are encrypted, each contact's with its own key.</summary>
/// <remarks>Not the audit trail, which outlives the contacts, and not the log, which holds no text.</remarks>
internal sealed class ProtectedJournal(IJournal inner, IPersonalDataProtector protector)
    : DelegatingJournal(inner)
{
    public override async ValueTask<bool> AppendAsync(
        FloorId floor, JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        var bodies = new JournalBody[append.Bodies.Count];
        for (var index = 0; index < bodies.Length; index++)
        {
            var body = append.Bodies[index];
            bodies[index] = IsOfContact(body.Shelf)
                ? body with
                {
                    Content = await protector.ProtectAsync(floor, body.Chat, body.Content, cancellationToken)
                        .ConfigureAwait(false),
                }
                : body;
        }

        var contacts = new JournalContact[append.Contacts.Count];
        for (var index = 0; index < contacts.Length; index++)
        {
            var contact = append.Contacts[index];
            contacts[index] = contact with
            {
                Content = await protector.ProtectAsync(floor, contact.Chat, contact.Content, cancellationToken)
                    .ConfigureAwait(false),
            };
        }

        return await Inner.AppendAsync(
            floor, append with { Bodies = bodies, Contacts = contacts }, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<IReadOnlyList<JournalBody>> ReadBodiesAsync(
        FloorId floor, BodyShelf shelf, long chat, long after, int limit, CancellationToken cancellationToken)
    {
        var kept = await Inner.ReadBodiesAsync(floor, shelf, chat, after, limit, cancellationToken)
            .ConfigureAwait(false);
        if (!IsOfContact(shelf))
        {
            return kept;
        }

        var read = new List<JournalBody>(kept.Count);
        foreach (var body in kept)
        {
            try
            {
                if (await protector.UnprotectAsync(floor, chat, body.Content, cancellationToken).ConfigureAwait(false)
                    is { } content)
                {
                    read.Add(body with { Content = content });
                }
            }
            catch (JournalFormatException damage)
            {
                // It does not keep anybody from those beside it.
                read.Add(body with { Content = default, Damage = damage.Message });
            }
        }

        return read;
    }

    public override async ValueTask<JournalContact?> FindContactAsync(
        FloorId floor, long chat, CancellationToken cancellationToken) =>
        await Inner.FindContactAsync(floor, chat, cancellationToken).ConfigureAwait(false) is { } kept
            && await ReadAsync(floor, [kept], cancellationToken).ConfigureAwait(false)
                is [{ } read] && (read.Damage is not null || !read.Content.IsEmpty)
                ? read.Damage is null ? read : throw new JournalFormatException(read.Damage)
                : null;

    public override async ValueTask<IReadOnlyList<JournalContact>> ReadContactsAsync(
        FloorId floor, CustomerId customer, long before, int limit, CancellationToken cancellationToken) =>
        await ReadAsync(
            floor,
            await Inner.ReadContactsAsync(floor, customer, before, limit, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);

    public override async ValueTask<IReadOnlyList<JournalContact>> ReadClosedAsync(
        FloorId floor, DateTimeOffset closedBefore, int skip, int limit, CancellationToken cancellationToken) =>
        await ReadAsync(
            floor,
            await Inner.ReadClosedAsync(floor, closedBefore, skip, limit, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);

    private static bool IsOfContact(BodyShelf shelf) => shelf != BodyShelf.Audit;

    private async ValueTask<IReadOnlyList<JournalContact>> ReadAsync(
        FloorId floor, IReadOnlyList<JournalContact> kept, CancellationToken cancellationToken)
    {
        var read = new List<JournalContact>(kept.Count);
        foreach (var contact in kept)
        {
            // One that cannot be read any more is there all the same: it is what an erasure has left to erase.
            try
            {
                var content = contact.Damage is null
                    ? await protector.UnprotectAsync(floor, contact.Chat, contact.Content, cancellationToken)
                        .ConfigureAwait(false)
                    : null;
                read.Add(contact with { Content = content ?? default });
            }
            catch (JournalFormatException damage)
            {
                read.Add(contact with { Content = default, Damage = damage.Message });
            }
        }

        return read;
    }
}
