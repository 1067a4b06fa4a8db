using ContactCenter.Chats;
using ContactCenter.Customers;
using ContactCenter.Redaction;
using ContactCenter.Texts;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Redacts before the mailbox, in order for each chat. A rule that throws, overworks or runs late refuses its
/// message and nothing else: neither the floor nor another chat waits for it.
/// </summary>
/// <param name="guarded">The host brought rules of its own: their scans get a thread and a deadline.</param>
#pragma warning disable CA1001 // the slots have no handle to give back, and scans that were left behind release theirs
internal sealed class RedactionLanes(
    RedactionPipeline pipeline,
    bool guarded,
    TokenDesk? tokens,
    TimeSpan deadline,
    int maxText,
    TimeProvider time,
    ILogger logger)
#pragma warning restore CA1001
{
    // Scans that run late cannot be stopped, only left behind. Once as many are, nothing more is scanned beside them.
    private const int MaxScans = 16;

    private const int MaxNoted = 8;

    private readonly ChatLanes _lanes = new();
    private readonly SemaphoreSlim _slots = new(MaxScans);

    /// <summary>Counts what is found.</summary>
    internal RedactionTally Tally { get; } = new(pipeline, time.GetUtcNow());

    /// <summary>Redacts a message and admits it, in the lane of its chat.</summary>
    internal async ValueTask<PostedMessage> PostAsync(
        FloorRun run, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!message.IsWordless && Fault(message.Text) is { } fault)
        {
            return Refused(run, message.Id, fault);
        }

        if (!await _lanes.EnterAsync(message.Chat, cancellationToken).ConfigureAwait(false))
        {
            return Refused(run, message.Id, Rejections.Busy);
        }

        try
        {
            if (message.IsWordless)
            {
                return new PostedMessage(run.Admit(message.Ask(body: null), message.Id));
            }

            var sheet = tokens is null ? null : TokenDesk.Begin();
            var context = message.Context with { Queue = QueueOf(run, message.Chat), Tokens = sheet };
            var judged = guarded
                ? await RedactAsync(message.Text, context).ConfigureAwait(false)
                : Judge(pipeline.Redact(message.Text, context));
            if (judged.Text is not { } redacted)
            {
                if (sheet is { IsAbandoned: false })
                {
                    sheet.Clear();
                }

                var (_, refused) = await NotedAsync(
                    judged, command => run.Admit(command), message.Author, message.Chat).ConfigureAwait(false);
                return Refused(run, message.Id, refused);
            }

            var body = new Body(redacted, SaltShaker.Next());
            return sheet is { Entries.Count: > 0 }
                ? await PostAsync(run, message, body, sheet).ConfigureAwait(false)
                : new PostedMessage(run.Admit(message.Ask(body), message.Id), IsRedacted: !redacted.IsClean);
        }
        finally
        {
            _lanes.Leave(message.Chat);
        }
    }

    /// <summary>Admits a message once the vault has what its tokens stand for.</summary>
    private async ValueTask<PostedMessage> PostAsync(
        FloorRun run, OutgoingMessage message, Body body, TokenSheet sheet)
    {
        var kept = await tokens!.KeepAsync(sheet, message.Chat, body.Text.Text).ConfigureAwait(false);
        sheet.Clear();
        return kept is null
            ? Refused(run, message.Id, Rejections.RedactionFailed.About("vault"))
            : new PostedMessage(
                tokens.SettleAsync(run.Admit(message.Ask(body), message.Id), kept), IsRedacted: true);
    }

    /// <summary>The queue of a chat, where a policy asks for it.</summary>
    internal QueueName? QueueOf(FloorRun run, long chat) => !pipeline.AsksForQueue
        ? null
        : run.Follower.Read(floor =>
            floor.Chats.TryGetValue(chat, out var session) ? session.Queue : default(QueueName?));

    /// <summary>Redacts and seals what the bot says; null when it may not be said.</summary>
    internal async ValueTask<Body?> SealAsync(
        Func<Command, Task<Answer>> bring, long chat, string text, RedactionContext context)
    {
        if (Fault(text) is not null)
        {
            return null;
        }

        var judged = await RedactAsync(text, context).ConfigureAwait(false);
        var (redacted, _) = await NotedAsync(judged, bring, Actor.Bot, chat).ConfigureAwait(false);
        return redacted is null ? null : new Body(redacted, SaltShaker.Next());
    }

    /// <summary>Redacts a name or another short text that is no message, and notes it where it is blocked.</summary>
    internal async ValueTask<Redacted> RedactAsync(
        FloorRun run, Actor by, long chat, string text, RedactionContext context)
    {
        var judged = await RedactAsync(text, context).ConfigureAwait(false);
        return await NotedAsync(judged, command => run.Admit(command), by, chat).ConfigureAwait(false);
    }

    /// <summary>Redacts a text that nobody on the floor has brought.</summary>
    internal async ValueTask<Redacted> RedactAsync(string text, RedactionContext context)
    {
        if (!guarded)
        {
            return Judge(pipeline.Redact(text, context));
        }

        try
        {
            return Judge(await ScanAsync(text, context).WaitAsync(deadline, time).ConfigureAwait(false));
        }
        catch (TimeoutException)
        {
            Tally.CountLate();
            context.Tokens?.Abandon();
            return new Redacted(null, Rejections.RedactionFailed.About("deadline"));
        }
    }

    /// <summary>
    /// Scans on a thread of its own: a rule that never comes back keeps that thread and its slot, and the pool, which
    /// everything else runs on, does not notice.
    /// </summary>
    private async Task<RedactionResult> ScanAsync(string text, RedactionContext context)
    {
        await _slots.WaitAsync().ConfigureAwait(false);
        try
        {
            return await Task.Factory.StartNew(
                () => RedactUntilAbandoned(text, context),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private RedactionResult RedactUntilAbandoned(string text, in RedactionContext context)
    {
        var result = pipeline.Redact(text, context);
        if (context.Tokens is { IsAbandoned: true } sheet)
        {
            sheet.Clear();
        }

        return result;
    }

    private Redacted Judge(in RedactionResult result)
    {
        if (result.Failure != RedactionFailure.None)
        {
            Tally.CountFailure(result.FailedRule);
        }

        switch (result.Verdict)
        {
            case RedactionVerdict.Passed:
                if (result.Failure != RedactionFailure.None)
                {
                    Log.DeliveredWithoutRule(logger, result.FailedRule ?? "pipeline", result.Failure);
                }

                var text = result.Text;
                Tally.Count(text);
                return new Redacted(text);
            case RedactionVerdict.Dropped:
                Tally.Count(result);
                var told = Rejections.MessageDropped.About(result.DroppedFor[0].Kind.Code);
                return new Redacted(null, told, result.IsBlocked ? result.DroppedFor : null);
            default:
                Tally.Count(result);
                return new Redacted(null, Rejections.RedactionFailed.About(result.FailedRule ?? "pipeline"));
        }
    }

    // Noted before it is refused, as everything that is audited; a floor that is too busy for it takes nothing else.
    private static async ValueTask<Redacted> NotedAsync(
        Redacted judged, Func<Command, Task<Answer>> admit, Actor by, long chat)
    {
        if (judged.Blocked is not { } blocked)
        {
            return judged;
        }

        var codes = blocked.Where(finding => finding.Action == RedactionAction.Block)
            .Select(finding => $"{finding.Kind} by {finding.Rule} {finding.RuleVersion}").Distinct().Take(MaxNoted);
        var note = RedactedText.OfCodes(string.Join(", ", codes));
        var noted = await admit(new NoteRedaction(by, AuditAction.Blocked, chat, note)).ConfigureAwait(false);
        return noted.Rejection == Rejections.Busy ? judged with { Rejection = Rejections.Busy } : judged;
    }

    private static PostedMessage Refused(FloorRun run, CommandId id, Rejection? rejection) =>
        new(Task.FromResult(run.Recall(id) ?? new Answer(rejection, default, 0)));

    private Rejection? Fault(string text)
    {
        if (text.Length > maxText)
        {
            return Rejections.TextTooLong.About($"message: {maxText} at most");
        }

        return Wording.IsEmpty(text) ? Rejections.MessageEmpty
            : Wording.IsWellFormed(text) ? null : Rejections.TextMalformed;
    }
}
