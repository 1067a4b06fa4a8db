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
    RedactionPipeline pipeline, bool guarded, TimeSpan deadline, int maxText, TimeProvider time, ILogger logger)
#pragma warning restore CA1001
{
    // Scans that run late cannot be stopped, only left behind. Once as many are, nothing more is scanned beside them.
    private const int MaxScans = 16;

    private const int MaxNoted = 8;

    private readonly ChatLanes _lanes = new();
    private readonly SemaphoreSlim _slots = new(MaxScans);

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

            var context = message.Context with { Queue = QueueOf(run, message.Chat) };
            var (redacted, rejection, blocked) = guarded
                ? await RedactAsync(message.Text, context).ConfigureAwait(false)
                : Judge(pipeline.Redact(message.Text, context));
            if (redacted is null)
            {
                return blocked is null ? Refused(run, message.Id, rejection)
                    : await BlockedAsync(run, message, rejection, blocked).ConfigureAwait(false);
            }

            var body = new Body(redacted, SaltShaker.Next());
            return new PostedMessage(run.Admit(message.Ask(body), message.Id), IsRedacted: !redacted.IsClean);
        }
        finally
        {
            _lanes.Leave(message.Chat);
        }
    }

    /// <summary>The queue of a chat, where a policy asks for it.</summary>
    internal QueueName? QueueOf(FloorRun run, long chat) => !pipeline.AsksForQueue
        ? null
        : run.Follower.Read(floor =>
            floor.Chats.TryGetValue(chat, out var session) ? session.Queue : default(QueueName?));

    /// <summary>Redacts and seals words that nobody waits in line with; null when they may not be said.</summary>
    internal async ValueTask<Body?> SealAsync(string text, RedactionContext context)
    {
        var (redacted, _, _) = Fault(text) is null ? await RedactAsync(text, context).ConfigureAwait(false) : default;
        return redacted is null ? null : new Body(redacted, SaltShaker.Next());
    }

    /// <summary>Redacts a name or another short text that belongs to no conversation.</summary>
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
                () => pipeline.Redact(text, context),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private Redacted Judge(in RedactionResult result)
    {
        switch (result.Verdict)
        {
            case RedactionVerdict.Passed:
                if (result.Failure != RedactionFailure.None)
                {
                    Log.DeliveredWithoutRule(logger, result.FailedRule ?? "pipeline", result.Failure);
                }

                return new Redacted(result.Text);
            case RedactionVerdict.Dropped:
                var told = Rejections.MessageDropped.About(result.DroppedFor[0].Kind.Code);
                return new Redacted(null, told, result.IsBlocked ? result.DroppedFor : null);
            default:
                return new Redacted(null, Rejections.RedactionFailed.About(result.FailedRule ?? "pipeline"));
        }
    }

    // Noted before it is refused, as everything that is audited; a floor that is too busy for it takes nothing else.
    private static async ValueTask<PostedMessage> BlockedAsync(
        FloorRun run, OutgoingMessage message, Rejection? rejection, IReadOnlyList<Finding> blocked)
    {
        var codes = blocked.Where(finding => finding.Action == RedactionAction.Block)
            .Select(finding => $"{finding.Kind} by {finding.Rule} {finding.RuleVersion}").Distinct().Take(MaxNoted);
        var note = RedactedText.OfCodes(string.Join(", ", codes));
        var noted = await run.Admit(
            new NoteRedaction(message.Author, AuditAction.Blocked, message.Chat, note)).ConfigureAwait(false);
        return Refused(run, message.Id, noted.Rejection == Rejections.Busy ? Rejections.Busy : rejection);
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
