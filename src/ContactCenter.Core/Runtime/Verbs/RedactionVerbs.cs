using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Redaction;
using ContactCenter.Texts;
using ContactCenter.Vaults;

namespace ContactCenter.Runtime;

/// <summary>How redaction fares on the floor, and what it keeps back.</summary>
/// <remarks>Safe for any thread.</remarks>
public sealed class RedactionVerbs
{
    private const int MaxPurpose = 500;

    private readonly FloorHost _host;

    internal RedactionVerbs(FloorHost host) => _host = host;

    /// <summary>What was masked, dropped, blocked and flagged since the floor was started, rule by rule.</summary>
    /// <value>Null while the floor does not run.</value>
    public RedactionCounters? Counters => _host.Run?.Lanes.Tally.Read();

    /// <summary>
    /// Tells what a token stands for. Who asks, in which contact and what for is in the audit trail before the vault is
    /// asked.
    /// </summary>
    /// <param name="chat">The contact in which the token was said; live or closed.</param>
    /// <param name="token">The token as it stands in the transcript, <c>[card-number:KQXM…]</c>.</param>
    /// <param name="by">
    /// The host, or a supervisor who is listed with <see cref="Agents.SupervisorRights.Reveal"/> and may see the
    /// contact.
    /// </param>
    /// <param name="purpose">What for; redacted. 1 to 500 characters.</param>
    /// <param name="id">Makes a retry known: it is noted once, and asked each time whether it may still be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>
    /// The value. Rejected as <c>not-permitted</c>, <c>chat-unknown</c>, <c>purpose-required</c>, <c>token-unknown</c>,
    /// <c>vault-unavailable</c>, <c>text-too-long</c>, <c>text-malformed</c>, <c>message-dropped</c> or
    /// <c>redaction-failed</c>.
    /// </returns>
    public async ValueTask<Outcome<RevealedValue>> RevealAsync(
        ChatId chat,
        string token,
        Actor by,
        string purpose,
        CommandId id = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(purpose);
        cancellationToken.ThrowIfCancellationRequested();
        if (by.Kind is not (ActorKind.Host or ActorKind.Supervisor))
        {
            return Outcome<RevealedValue>.Rejected(Rejections.NotPermitted);
        }

        if ((_host.Chats.Find(chat, out var run) ?? Fault(purpose)) is { } fault)
        {
            return Outcome<RevealedValue>.Rejected(fault);
        }

        if (run.Tokens is not { } desk || !TokenForm.TryRead(token, out var kind, out var letters))
        {
            return Outcome<RevealedValue>.Rejected(Rejections.TokenUnknown);
        }

        var context = new RedactionContext { Author = by.Kind };
        var (note, refused) = await run.Lanes.RedactAsync(run, by, chat.Number, $"{token} {purpose}", context)
            .ConfigureAwait(false);
        if (refused is not null)
        {
            return Outcome<RevealedValue>.Rejected(refused);
        }

        var closed = await run.Journal.FindContactAsync(_host.Id, chat.Number, cancellationToken)
            .ConfigureAwait(false);
        var noted = await _host.AskAsync(
            new NoteReveal(by, chat.Number, closed?.Customer ?? default, note!),
            id,
            static (_, position) => position,
            cancellationToken).ConfigureAwait(false);
        if (!noted.IsAccepted)
        {
            return noted.Rejection is { } no ? Outcome<RevealedValue>.Rejected(no) : Outcome<RevealedValue>.Unknown;
        }

        // A retry is noted once, and may still come after the right is gone.
        var missing = run.Follower.Read(floor => floor.MayReveal(by, chat.Number, closed?.Customer ?? default));
        var entry = default(VaultEntry);
        if (missing is null)
        {
            (missing, entry) = await desk.FindAsync(chat.Number, kind, letters).ConfigureAwait(false);
        }

        return missing is not null
            ? Outcome<RevealedValue>.Rejected(missing)
            : Outcome<RevealedValue>.Accepted(new RevealedValue(entry!.Kind, entry.Value.ToString(), noted.Value));
    }

    /// <summary>
    /// Reads what was said and is kept once more by the rules of today, in live and closed contacts, and masks what
    /// they find: in transcripts, feeds and the store, where nothing of it is left. Attachments that were delivered are
    /// scanned once more by the scanners of today: a plain text (txt, csv, log) in which something is found is replaced
    /// by a masked copy, whatever is done with such texts when they are sent; all else is withdrawn whole, its line
    /// reads so (<see cref="Chats.LineKind.WithdrawnFile"/>), and whoever asks for it is told <c>file-withdrawn</c>.
    /// Ends once all is read and what is withdrawn is destroyed; it goes on if the floor is started anew. What was
    /// masked or withdrawn stays so, legal holds do not stop it, twice changes nothing more.
    /// </summary>
    /// <param name="rescan">What, and why.</param>
    /// <param name="by">The host, or a supervisor with the right to <c>Privacy</c>.</param>
    /// <param name="id">Makes a retry known.</param>
    /// <param name="cancellationToken">Stops waiting; what was begun goes on.</param>
    /// <returns>
    /// How much was read, masked and withdrawn. Rejected as <c>not-permitted</c>, <c>rescan-running</c>,
    /// <c>rule-outdated</c>, <c>text-too-long</c>, <c>text-malformed</c>, <c>message-dropped</c> or
    /// <c>redaction-failed</c>.
    /// </returns>
    /// <remarks>
    /// <para>
    /// Read are messages, whispers and notes, each with those before it; what the customer and the attachments are
    /// called, and the customer's e-mail address, of contacts in which something was said since
    /// <see cref="Rescan.From"/>; and the attachments that have a line. A desk that shows a customer's name is shown it
    /// anew with the next change of the contact. What no rule or scanner could judge stands as it was and is counted: a
    /// scanner that throws, takes longer than the floor gives it, or is not there any more destroys nothing. It is not
    /// asked again before the next rescan.
    /// </para>
    /// <para>
    /// Not read are the notes of the audit trail. Nor can it reach what is in the log itself, whose hashes hold it for
    /// ever: ids, attributes of contacts, and the codes of reasons, queues and agents, all of which are refused where
    /// they read as card data; what tokens stand for, which the vault keeps; and what backups, the integration feed and
    /// other sources of history have had of it.
    /// </para>
    /// </remarks>
    public async ValueTask<Outcome<RescanReceipt>> RescanAsync(
        Rescan rescan, Actor by, CommandId id = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rescan);
        if (_host.Run is not { } run)
        {
            return Outcome<RescanReceipt>.Rejected(Rejections.NotRunning);
        }

        var (rule, outdated) = RuleOf(rescan, run.Lanes.Rules);
        if (outdated is not null)
        {
            return Outcome<RescanReceipt>.Rejected(outdated);
        }

        var (note, refused) = await _host.History.NoteAsync(rule + rescan.Reason, by).ConfigureAwait(false);
        if (refused is not null)
        {
            return Outcome<RescanReceipt>.Rejected(refused);
        }

        var began = await _host.AskAsync(
            new RescanTranscripts(by, rescan.From, note!),
            id,
            static (reply, position) => (Effect: reply.Number, Position: position),
            cancellationToken).ConfigureAwait(false);
        if (!began.IsAccepted)
        {
            return began.Rejection is { } no ? Outcome<RescanReceipt>.Rejected(no) : Outcome<RescanReceipt>.Unknown;
        }

        try
        {
            var done = await run.Rescans.Results.WhenDoneAsync(began.Value.Effect, cancellationToken)
                .ConfigureAwait(false);
            return Outcome<RescanReceipt>.Accepted(done is var (answer, notJudged, files, damaged)
                ? new RescanReceipt(
                    (int)answer.Reply.Sequence,
                    (int)answer.Reply.Number,
                    notJudged,
                    files,
                    new FeedPosition(run.Epoch, answer.Sequence))
                {
                    Damaged = damaged,
                }
                : new RescanReceipt(null, null, null, null, began.Value.Position));
        }
        catch (OperationCanceledException)
        {
            return Outcome<RescanReceipt>.Unknown;
        }
    }

    private static (string Note, Rejection? Outdated) RuleOf(Rescan rescan, IReadOnlyList<RuleIdentity> rules)
    {
        if (rescan is { Rule: null, MinVersion: null })
        {
            return (string.Empty, null);
        }

        var rule = rules.FirstOrDefault(one => one.Name == rescan.Rule);
        return rule.Name is null || (rescan.MinVersion is { } least && Rescan.IsBefore(rule.Version, least))
            ? (string.Empty, Rejections.RuleOutdated)
            : ($"{rule.Name} {rule.Version}: ", null);
    }

    private static Rejection? Fault(string purpose) =>
        purpose.Length > MaxPurpose ? Rejections.TextTooLong.About($"purpose: {MaxPurpose} at most")
        : Wording.IsEmpty(purpose) ? Rejections.PurposeRequired
        : Wording.IsWellFormed(purpose) ? null : Rejections.TextMalformed.About("purpose");
}
