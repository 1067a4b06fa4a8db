using ContactCenter.Customers;
using ContactCenter.Journals;
using ContactCenter.Redaction;
using ContactCenter.Texts;

namespace ContactCenter.Runtime;

/// <summary>What those do who answer for privacy: hold, erase, and look who has read what.</summary>
public sealed partial class HistoryVerbs
{
    private const int MaxReason = 500;

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
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>not-permitted</c>.</returns>
    public ValueTask<Outcome<IReadOnlyList<CustomerId>>> HeldAsync(
        Actor viewer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _host.ReadAsync(floor =>
            floor.MayGovern(viewer) is { } refused
                ? Outcome<IReadOnlyList<CustomerId>>.Rejected(refused)
                : Outcome<IReadOnlyList<CustomerId>>.Accepted(
                    [.. floor.OnHold.OrderBy(customer => customer.Value, StringComparer.Ordinal)]));
    }

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
        var (note, refused) = await NoteAsync(reason, by).ConfigureAwait(false);
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
            var done = await run.Erasures.Results.WhenDoneAsync(began.Value.Effect, cancellationToken)
                .ConfigureAwait(false);
            return Outcome<ErasureReceipt>.Accepted(new ErasureReceipt(
                customer,
                (int?)done?.Answer.Reply.Number,
                (int?)done?.Answer.Reply.Sequence,
                ["log", "audit", "external-history"],
                done is var (answer, _) ? new FeedPosition(run.Epoch, answer.Sequence) : began.Value.Position)
            {
                Damaged = done?.Damaged ?? [],
            });
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

        if ((await run.Ownership.RefusalAsync().ConfigureAwait(false)
            ?? run.Follower.Read(floor => floor.MayGovern(viewer))) is { } refused)
        {
            return Outcome<IReadOnlyList<AuditEntry>>.Rejected(refused);
        }

        var bodies = await run.Journal
            .ReadBodiesAsync(_host.Id, BodyShelf.Audit, 0, after, limit, cancellationToken).ConfigureAwait(false);
        return Outcome<IReadOnlyList<AuditEntry>>.Accepted(
            [.. bodies.Select(body => BatchCodec.ReadAudit(_host.Id, body))]);
    }

    private async ValueTask<Outcome<Receipt>> SetHoldAsync(
        CustomerId customer, Actor by, string reason, bool holds, CommandId id, CancellationToken cancellationToken)
    {
        var (note, refused) = await NoteAsync(reason, by).ConfigureAwait(false);
        return refused is not null
            ? Outcome<Receipt>.Rejected(refused)
            : await _host.AskAsync(
                new SetHold(by, customer, holds, note!),
                id,
                static (_, position) => new Receipt(position),
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A reason as it is kept in the audit trail.</summary>
    internal async ValueTask<Redacted> NoteAsync(string reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Length > MaxReason
            ? new Redacted(null, Rejections.TextTooLong.About($"reason: {MaxReason} at most"))
            : !Wording.IsWellFormed(reason) ? new Redacted(null, Rejections.TextMalformed.About("reason"))
            : _host.Run is not { } run ? new Redacted(null, Rejections.NotRunning)
            : await run.Lanes.RedactAsync(run, by, chat: 0, reason, new RedactionContext { Author = by.Kind })
                .ConfigureAwait(false);
    }
}
