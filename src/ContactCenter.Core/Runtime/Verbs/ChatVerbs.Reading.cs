using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>How chats stand, and what was said.</summary>
public sealed partial class ChatVerbs
{
    /// <summary>How a live chat stands, as this viewer may see it.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c> (closed chats included) or <c>not-permitted</c>.</returns>
    public async ValueTask<Outcome<ChatShown>> StateAsync(
        ChatId chat, Actor viewer, CancellationToken cancellationToken = default)
    {
        if ((Find(chat, out var run) ?? await run.Ownership.RefusalAsync().ConfigureAwait(false)) is { } rejection)
        {
            return Outcome<ChatShown>.Rejected(rejection);
        }

        var state = run.Follower.Read(
            floor => floor.MaySee(viewer, chat.Number, out var session) is { } no
                ? Outcome<ChatShown>.Rejected(no)
                : session is null ? Outcome<ChatShown>.Rejected(Rejections.ChatUnknown)
                : Outcome<ChatShown>.Accepted(Visibility.For(viewer, floor, session)));
        return state.IsAccepted
            ? Outcome<ChatShown>.Accepted(
                await FeedVerbs.WithCardAsync(run, state.Value, cancellationToken).ConfigureAwait(false))
            : state;
    }

    /// <summary>The transcript: what was said, in order, redacted.</summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="viewer">
    /// Who reads: the customer or the agent of a live chat (in wrap-up too), a supervisor, or the host. Of a closed
    /// chat, its customer, agents who have a contact of that customer now, supervisors of such an agent or of all
    /// teams, and the host. The audit trail records reads by agents and supervisors.
    /// </param>
    /// <param name="after">The sequence to begin after; 0 for the beginning.</param>
    /// <param name="limit">How many lines at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c> or <c>not-permitted</c>.</returns>
    public async ValueTask<Outcome<IReadOnlyList<TranscriptLine>>> TranscriptAsync(
        ChatId chat, Actor viewer, int after = 0, int limit = 1_000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        if (Find(chat, out var run) is { } rejection)
        {
            return Outcome<IReadOnlyList<TranscriptLine>>.Rejected(rejection);
        }

        var may = await MayReadAsync(run, chat.Number, viewer, AuditAction.ReadTranscript, cancellationToken)
            .ConfigureAwait(false);
        if (may.Refused is not null)
        {
            return Outcome<IReadOnlyList<TranscriptLine>>.Rejected(may.Refused);
        }

        var lines = await run.Transcripts
            .ReadAsync(chat.Number, Math.Max(after, may.From - 1), limit, cancellationToken).ConfigureAwait(false);
        lines = Named(run, lines);
        return Outcome<IReadOnlyList<TranscriptLine>>.Accepted(
            may.UpTo == int.MaxValue ? lines : [.. lines.Where(line => line.Sequence <= may.UpTo)]);
    }

    /// <summary>
    /// What was said beside the conversation: whispers of supervisors and notices to agents. No customer sees them.
    /// </summary>
    /// <param name="chat">Which chat.</param>
    /// <param name="viewer">Who reads: an agent who is in the chat, a supervisor, or the host.</param>
    /// <param name="after">The sequence to begin after; 0 for the beginning. They count from 1 on their own.</param>
    /// <param name="limit">How many lines at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Rejected as <c>chat-unknown</c> or <c>not-permitted</c>.</returns>
    public async ValueTask<Outcome<IReadOnlyList<TranscriptLine>>> AsidesAsync(
        ChatId chat, Actor viewer, int after = 0, int limit = 1_000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1_000);
        if (Find(chat, out var run) is { } rejection)
        {
            return Outcome<IReadOnlyList<TranscriptLine>>.Rejected(rejection);
        }

        var may = viewer.Kind == ActorKind.Customer
            ? new MayRead(
                run.Follower.Read(floor => floor.MaySee(viewer, chat.Number, out _)) ?? Rejections.NotPermitted,
                default,
                From: 1,
                UpTo: 0,
                Last: 0)
            : await MayReadAsync(run, chat.Number, viewer, AuditAction.ReadAsides, cancellationToken)
                .ConfigureAwait(false);
        return may.Refused is not null
            ? Outcome<IReadOnlyList<TranscriptLine>>.Rejected(may.Refused)
            : Outcome<IReadOnlyList<TranscriptLine>>.Accepted(Named(run, await run.Transcripts.ReadAsync(
                BodyShelf.Asides, chat.Number, Math.Max(after, may.From - 1), limit, cancellationToken)
                .ConfigureAwait(false)));
    }

    /// <summary>
    /// Whether somebody may read of a chat, and how much of it. Where it is an agent or a supervisor, that they read it
    /// is in the audit trail when this returns.
    /// </summary>
    internal static async ValueTask<MayRead> MayReadAsync(
        FloorRun run, long chat, Actor viewer, AuditAction action, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await run.Ownership.RefusalAsync().ConfigureAwait(false) is { } lost)
        {
            return new MayRead(lost, default, 0, 0, 0);
        }

        var (refused, live, from, upTo, last) = run.Follower.Read(floor => (
            floor.MaySee(viewer, chat, out var session),
            session?.Customer,
            floor.ReadableFrom(viewer, session, action == AuditAction.ReadAsides),
            Floor.ReadableUpTo(viewer, session),
            session?.LastLine ?? int.MaxValue));
        var customer = live ?? default;
        if (live is null)
        {
            // Closed: whose it was is kept beside the log, unless it was erased or has been kept long enough.
            if (await run.Journal.FindContactAsync(run.Id, chat, cancellationToken).ConfigureAwait(false)
                is not { } closed)
            {
                return new MayRead(Rejections.ChatUnknown, default, 0, 0, 0);
            }

            customer = closed.Customer;
            refused = viewer.IsCustomer(customer)
                ? null
                : run.Follower.Read(floor => floor.MayReadHistory(viewer, customer)) is null ? null
                : viewer.Kind == ActorKind.Supervisor ? Rejections.NotPermitted
                : Rejections.ChatUnknown;
        }

        if (refused is null && viewer.Kind is ActorKind.Agent or ActorKind.Supervisor)
        {
            refused = await run.NoteAsync(new NoteRead(viewer, action, chat, customer), cancellationToken)
                .ConfigureAwait(false);
        }

        return new MayRead(refused, customer, from, upTo, last);
    }

    /// <summary>The lines with what the floor calls their authors by now.</summary>
    private static IReadOnlyList<TranscriptLine> Named(FloorRun run, IReadOnlyList<TranscriptLine> lines)
    {
        var names = run.Follower.Read(floor => lines.Select(line => line.Author).Distinct()
            .Select(author => (author, Name: floor.NameOf(author)))
            .Where(known => known.Name is not null)
            .ToDictionary(known => known.author, known => known.Name));
        return names.Count == 0
            ? lines
            : [.. lines.Select(line => line with { Name = names.GetValueOrDefault(line.Author) })];
    }

    /// <summary>What somebody may read of a chat.</summary>
    /// <param name="Refused">Why they may not; null where they may.</param>
    /// <param name="Customer">Whose chat it is.</param>
    /// <param name="From">The first line that they may read.</param>
    /// <param name="UpTo">The last one; no bound where nothing is kept from them.</param>
    /// <param name="Last">The last line that there was when they asked; no bound of a closed chat.</param>
    internal readonly record struct MayRead(Rejection? Refused, CustomerId Customer, int From, int UpTo, int Last);
}
