using ContactCenter.Customers;
using ContactCenter.Journals;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>
/// What is kept of customers: their past contacts, who has read them, how they are held and erased.
/// </summary>
/// <remarks>
/// Whatever an agent or a supervisor reads here leaves an entry in the audit trail, durable before they are shown it.
/// Safe for any thread.
/// </remarks>
public sealed class HistoryVerbs
{
    private const int MaxReason = 500;

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
        var contacts = rows.Take(limit).Select(row => BatchCodec.ReadContact(_host.Id, row)).ToArray();
        return Outcome<HistoryPage>.Accepted(new HistoryPage(
            contacts,
            rows.Count > limit ? contacts[^1].Chat : default(ChatId?),
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

    /// <summary>Puts a customer under legal hold: nothing that is kept of them is destroyed, whoever asks.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="by">The host, or a supervisor with the right to <c>Privacy</c>.</param>
    /// <param name="reason">Why, for the audit trail; redacted. At most 500 characters.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// Rejected as <c>not-permitted</c>, <c>customer-unknown</c>, <c>erasure-running</c>, <c>too-many-holds</c>,
    /// <c>text-too-long</c>, <c>text-malformed</c>, <c>message-dropped</c> or <c>redaction-failed</c>.
    /// </returns>
    public ValueTask<Outcome<Receipt>> HoldAsync(
        CustomerId customer,
        Actor by,
        string reason,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        SetHoldAsync(customer, by, reason, holds: true, id, cancellationToken);

    /// <summary>Ends a legal hold.</summary>
    /// <param name="customer">Of whom.</param>
    /// <param name="by">The host, or a supervisor with the right to <c>Privacy</c>.</param>
    /// <param name="reason">Why, for the audit trail; redacted. At most 500 characters.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as a hold is.</returns>
    public ValueTask<Outcome<Receipt>> LiftHoldAsync(
        CustomerId customer,
        Actor by,
        string reason,
        CommandId id = default,
        CancellationToken cancellationToken = default) =>
        SetHoldAsync(customer, by, reason, holds: false, id, cancellationToken);

    /// <summary>The customers who are under legal hold, by id.</summary>
    /// <param name="viewer">The host, or a supervisor with the right to <c>Privacy</c>.</param>
    /// <returns>Rejected as <c>not-permitted</c>.</returns>
    public ValueTask<Outcome<IReadOnlyList<CustomerId>>> HeldAsync(Actor viewer) => _host.ReadAsync(floor =>
        floor.MayAudit(viewer) is { } refused
            ? Outcome<IReadOnlyList<CustomerId>>.Rejected(refused)
            : Outcome<IReadOnlyList<CustomerId>>.Accepted(
                [.. floor.OnHold.OrderBy(customer => customer.Value, StringComparer.Ordinal)]));

    /// <summary>
    /// Destroys what is kept of a customer: transcripts and their salts, names and addresses, files, the history. Ends
    /// once all of it is gone; it goes on if the floor is started anew.
    /// </summary>
    /// <param name="customer">Of whom; they have no open contact.</param>
    /// <param name="by">The host, or a supervisor with the right to <c>Privacy</c>.</param>
    /// <param name="reason">Why, for the audit trail; redacted. At most 500 characters.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting; what was begun goes on.</param>
    /// <returns>
    /// What is gone, and what stays and why. Rejected as <c>legal-hold</c>, <c>contacts-open</c>,
    /// <c>erasure-running</c>, or as a hold is.
    /// </returns>
    public async ValueTask<Outcome<ErasureReceipt>> EraseAsync(
        CustomerId customer,
        Actor by,
        string reason,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        var (note, refused) = await NoteAsync(reason).ConfigureAwait(false);
        if (refused is not null || _host.Run is not { } run)
        {
            return Outcome<ErasureReceipt>.Rejected(refused ?? Rejections.NotRunning);
        }

        var began = await _host.AskAsync(
            new EraseCustomer(by, customer, note!),
            id,
            static (reply, position) => (Effect: reply.Number, Position: position),
            cancellationToken).ConfigureAwait(false);
        if (!began.IsAccepted)
        {
            return began.Rejection is { } no
                ? Outcome<ErasureReceipt>.Rejected(no)
                : Outcome<ErasureReceipt>.Unknown;
        }

        try
        {
            var done = await run.Erasures.WhenDoneAsync(began.Value.Effect, cancellationToken).ConfigureAwait(false);
            return Outcome<ErasureReceipt>.Accepted(new ErasureReceipt(
                customer,
                (int?)done?.Reply.Number,
                (int?)done?.Reply.Sequence,
                ["log", "audit", "external-history"],
                done is { } answer ? new FeedPosition(run.Epoch, answer.Sequence) : began.Value.Position));
        }
        catch (OperationCanceledException)
        {
            return Outcome<ErasureReceipt>.Unknown;
        }
    }

    /// <summary>Who has read, held and erased what, in order.</summary>
    /// <param name="viewer">The host, or a supervisor with the right to <c>Privacy</c>.</param>
    /// <param name="after">The number to begin after; 0 for the oldest that is kept.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>.</returns>
    public async ValueTask<Outcome<IReadOnlyList<AuditEntry>>> AuditAsync(
        Actor viewer, long after = 0, int limit = 1_000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        CheckLimit(limit);
        if (_host.Run is not { } run)
        {
            return Outcome<IReadOnlyList<AuditEntry>>.Rejected(Rejections.NotRunning);
        }

        if (run.Follower.Read(floor => floor.MayAudit(viewer)) is { } refused)
        {
            return Outcome<IReadOnlyList<AuditEntry>>.Rejected(refused);
        }

        var bodies = await run.Journal
            .ReadBodiesAsync(_host.Id, BodyShelf.Audit, 0, after, limit, cancellationToken).ConfigureAwait(false);
        return Outcome<IReadOnlyList<AuditEntry>>.Accepted(
            [.. bodies.Select(body => BatchCodec.ReadAudit(_host.Id, body))]);
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

        if (run.Follower.Read(floor => floor.MayReadHistory(viewer, customer)) is { } refused)
        {
            return refused;
        }

        return viewer.Kind == ActorKind.Host
            ? null
            : await run.NoteAsync(new NoteRead(viewer, AuditAction.ReadHistory, 0, customer), cancellationToken)
                .ConfigureAwait(false);
    }

    private async ValueTask<Outcome<Receipt>> SetHoldAsync(
        CustomerId customer, Actor by, string reason, bool holds, CommandId id, CancellationToken cancellationToken)
    {
        var (note, refused) = await NoteAsync(reason).ConfigureAwait(false);
        return refused is not null
            ? Outcome<Receipt>.Rejected(refused)
            : await _host.AskAsync(
                new SetHold(by, customer, holds, note!),
                id,
                static (_, position) => new Receipt(position),
                cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(RedactedText? Note, Rejection? Rejection)> NoteAsync(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Length > MaxReason ? (null, Rejections.TextTooLong.About($"reason: {MaxReason} at most"))
            : !Wording.IsWellFormed(reason) ? (null, Rejections.TextMalformed.About("reason"))
            : _host.Run is not { } run ? (null, Rejections.NotRunning)
            : await run.Lanes.RedactAsync(reason, new RedactionContext()).ConfigureAwait(false);
    }
}
