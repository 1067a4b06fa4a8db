using ContactCenter.Customers;
using ContactCenter.Redaction;
using ContactCenter.Texts;

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
    /// <param name="id">Makes a retry known: it is noted once.</param>
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
        if ((_host.Chats.Find(chat, out var run) ?? Fault(purpose)) is { } fault)
        {
            return Outcome<RevealedValue>.Rejected(fault);
        }

        if (run.Tokens is not { } desk || !TokenForm.TryRead(token, out _, out var letters))
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

        var (missing, entry) = await desk.FindAsync(chat.Number, letters).ConfigureAwait(false);
        return missing is not null
            ? Outcome<RevealedValue>.Rejected(missing)
            : Outcome<RevealedValue>.Accepted(new RevealedValue(entry!.Kind, entry.Value.ToString(), noted.Value));
    }

    private static Rejection? Fault(string purpose) =>
        purpose.Length > MaxPurpose ? Rejections.TextTooLong.About($"purpose: {MaxPurpose} at most")
        : Wording.IsEmpty(purpose) ? Rejections.PurposeRequired
        : Wording.IsWellFormed(purpose) ? null : Rejections.TextMalformed.About("purpose");
}
