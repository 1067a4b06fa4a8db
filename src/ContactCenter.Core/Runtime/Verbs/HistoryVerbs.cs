using ContactCenter.Customers;
using ContactCenter.Journals;

namespace ContactCenter.Runtime;

/// <summary>
/// What is kept of customers: their past contacts, who has read them, how they are held and erased.
/// </summary>
/// <remarks>
/// Whatever an agent or a supervisor reads here leaves an entry in the audit trail, durable before they are shown it.
/// Safe for any thread.
/// </remarks>
public sealed partial class HistoryVerbs
{
    private readonly FloorHost _host;

    internal HistoryVerbs(FloorHost host) => _host = host;

    /// <summary>
    /// The closed contacts of a customer on all channels, newest first, and what other sources know. The transcript of
    /// each is read by <see cref="ChatVerbs.TranscriptAsync"/>.
    /// </summary>
    /// <param name="customer">Whose.</param>
    /// <param name="viewer">
    /// An agent who has a contact of this customer now, a supervisor of such an agent or of all teams, or the host.
    /// </param>
    /// <param name="before">The contact to go on before, as the last page said; null for the newest.</param>
    /// <param name="limit">How many of each source at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>, <c>chat-unknown</c> or <c>busy</c>.</returns>
    public async ValueTask<Outcome<HistoryPage>> ContactsAsync(
        CustomerId customer,
        Actor viewer,
        ChatId? before = null,
        int limit = 50,
        CancellationToken cancellationToken = default)
    {
        if (await RefusalAsync(customer, viewer, limit, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return Outcome<HistoryPage>.Rejected(refused);
        }

        if (before is { } place && place.Floor != _host.Id)
        {
            return Outcome<HistoryPage>.Rejected(Rejections.ChatUnknown);
        }

        if (_host.Run is not { } run)
        {
            return Outcome<HistoryPage>.Rejected(Rejections.NotRunning);
        }

        var others = before is null
            ? run.Histories.ReadAsync(customer, limit, cancellationToken)
            : Task.FromResult<IReadOnlyList<SourceHistory>>([]);
        var rows = await run.Journal.ReadContactsAsync(
            _host.Id, customer, before?.Number ?? long.MaxValue, limit + 1, cancellationToken).ConfigureAwait(false);
        var contacts = rows.Take(limit).Where(row => row.Damage is not null || !row.Content.IsEmpty)
            .Select(row => BatchCodec.ReadContact(_host.Id, row)).ToArray();
        return Outcome<HistoryPage>.Accepted(new HistoryPage(
            contacts,
            rows.Count > limit ? new ChatId(_host.Id, rows[limit - 1].Chat) : default(ChatId?),
            await others.ConfigureAwait(false)));
    }

    /// <summary>The same of the customer whose a chat is, for whoever has the chat on the screen.</summary>
    /// <param name="chat">Which chat, live or closed.</param>
    /// <param name="viewer">As for the customer, and somebody who may see the chat.</param>
    /// <param name="before">The contact to go on before, as the last page said; null for the newest.</param>
    /// <param name="limit">How many of each source at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>, <c>chat-unknown</c> or <c>busy</c>.</returns>
    public async ValueTask<Outcome<HistoryPage>> ContactsOfAsync(
        ChatId chat,
        Actor viewer,
        ChatId? before = null,
        int limit = 50,
        CancellationToken cancellationToken = default)
    {
        CheckLimit(limit);
        cancellationToken.ThrowIfCancellationRequested();
        if (_host.Run is not { } run)
        {
            return Outcome<HistoryPage>.Rejected(Rejections.NotRunning);
        }

        if (viewer.Kind == ActorKind.Customer || chat.Floor != _host.Id)
        {
            return Outcome<HistoryPage>.Rejected(
                viewer.Kind == ActorKind.Customer ? Rejections.NotPermitted : Rejections.ChatUnknown);
        }

        if (await run.Ownership.RefusalAsync().ConfigureAwait(false) is { } lost)
        {
            return Outcome<HistoryPage>.Rejected(lost);
        }

        var (refused, customer) = run.Follower.Read(
            floor => (floor.MaySee(viewer, chat.Number, out var session), session?.Customer));
        if (refused is null && customer is null)
        {
            var closed = await run.Journal.FindContactAsync(_host.Id, chat.Number, cancellationToken)
                .ConfigureAwait(false);
            (refused, customer) = (closed is null ? Rejections.ChatUnknown : null, closed?.Customer);
        }

        return refused is not null
            ? Outcome<HistoryPage>.Rejected(refused)
            : await ContactsAsync(customer!.Value, viewer, before, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>More of what another source knows of a customer.</summary>
    /// <param name="customer">Whose.</param>
    /// <param name="viewer">As for the first page.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="after">Where the page before ended, as the source has said.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>, <c>source-unknown</c> or <c>busy</c>.</returns>
    public async ValueTask<Outcome<SourceHistory>> MoreAsync(
        CustomerId customer,
        Actor viewer,
        string source,
        string? after,
        int limit = 50,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (await RefusalAsync(customer, viewer, limit, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return Outcome<SourceHistory>.Rejected(refused);
        }

        return _host.Run is not { } run ? Outcome<SourceHistory>.Rejected(Rejections.NotRunning)
            : !run.Histories.Knows(source) ? Outcome<SourceHistory>.Rejected(Rejections.SourceUnknown)
            : Outcome<SourceHistory>.Accepted(await run.Histories
                .ReadAsync(source, customer, after, limit, cancellationToken).ConfigureAwait(false));
    }

    private static void CheckLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
    }

    /// <summary>Notes who reads, before anything is read.</summary>
    private async ValueTask<Rejection?> RefusalAsync(
        CustomerId customer, Actor viewer, int limit, CancellationToken cancellationToken)
    {
        CheckLimit(limit);
        cancellationToken.ThrowIfCancellationRequested();
        if (_host.Run is not { } run)
        {
            return Rejections.NotRunning;
        }

        if (await run.Ownership.RefusalAsync().ConfigureAwait(false) is { } lost)
        {
            return lost;
        }

        if (run.Follower.Read(floor => floor.MayReadHistory(viewer, customer)) is { } refused)
        {
            return refused;
        }

        return viewer.Kind == ActorKind.Host
            ? null
            : await run.NoteAsync(new NoteRead(viewer, AuditAction.ReadHistory, 0, customer), cancellationToken)
                .ConfigureAwait(false);
    }
}
