using ContactCenter.Customers;
using ContactCenter.Redaction;
using ContactCenter.Texts;

namespace ContactCenter.Runtime;

/// <summary>How one text is judged, whatever was said before it.</summary>
internal sealed partial class RedactionLanes
{
    private const int MaxNoted = 8;

    /// <summary>Counts what is found.</summary>
    internal RedactionTally Tally { get; } = new(runtime.Redaction, runtime.Time.GetUtcNow());

    /// <summary>Redacts a name or another short text that is no message, and notes it where it is blocked.</summary>
    internal async ValueTask<Redacted> RedactAsync(
        FloorRun run, Actor by, long chat, string text, RedactionContext context)
    {
        var judged = await RedactAsync(text, context).ConfigureAwait(false);
        return await NotedAsync(judged, command => run.Admit(command), by, chat).ConfigureAwait(false);
    }

    /// <summary>Redacts a text as it comes, whoever brought it.</summary>
    internal async ValueTask<Redacted> RedactAsync(string text, RedactionContext context)
    {
        if (await ResultAsync(text, context).ConfigureAwait(false) is { } result)
        {
            return Judge(result);
        }

        Tally.CountLate();
        return new Redacted(null, Rejections.RedactionFailed.About("deadline"));
    }

    /// <summary>Redacts a text that was judged before: nothing of it counts a second time.</summary>
    /// <returns>Null when it does not pass.</returns>
    private async ValueTask<RedactedText?> RedactAgainAsync(string text, RedactionContext context) =>
        await ResultAsync(text, context).ConfigureAwait(false) is { Verdict: RedactionVerdict.Passed } result
            ? result.Text
            : null;

    /// <summary>What the pipeline says; null when it is late.</summary>
    private async ValueTask<RedactionResult?> ResultAsync(string text, RedactionContext context)
    {
        if (!runtime.HasHostCode)
        {
            return runtime.Redaction.Redact(text, context);
        }

        try
        {
            return await ScanAsync(text, context).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            context.Tokens?.Abandon();
            return null;
        }
    }

    private Task<RedactionResult> ScanAsync(string text, RedactionContext context) =>
        ScanAsync(() => RedactUntilAbandoned(text, context));

    /// <summary>
    /// Scans on a thread of its own: a rule that never comes back keeps that thread and its slot, and the pool, which
    /// everything else runs on, does not notice.
    /// </summary>
    /// <exception cref="TimeoutException">It is late, and was left behind.</exception>
    private Task<T> ScanAsync<T>(Func<T> scan) =>
        ScanInSlotAsync(scan).WaitAsync(runtime.Limits.RedactionDeadline, runtime.Time);

    private async Task<T> ScanInSlotAsync<T>(Func<T> scan)
    {
        await _slots.WaitAsync().ConfigureAwait(false);
        try
        {
            return await Task.Factory.StartNew(
                scan,
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
        var result = runtime.Redaction.Redact(text, context);
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
                    Log.DeliveredWithoutRule(runtime.Logger, result.FailedRule ?? "pipeline", result.Failure);
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

    // Noted before it is refused or taken, as everything that is audited; a floor too busy for it takes nothing else.
    private static async ValueTask<Redacted> NotedAsync(
        Redacted judged, Func<Command, Task<Answer>> admit, Actor by, long chat)
    {
        var (findings, policy, action) = judged.Text is { } text
            ? (text.Unmasked, RedactionAction.Flag, AuditAction.Flagged)
            : (judged.Blocked ?? [], RedactionAction.Block, AuditAction.Blocked);
        var codes = findings.Where(finding => finding.Action == policy)
            .Select(finding => $"{finding.Kind} by {finding.Rule} {finding.RuleVersion}").Distinct().Take(MaxNoted);
        if (findings.Count == 0 || string.Join(", ", codes) is not { Length: > 0 } told)
        {
            return judged;
        }

        var noted = await admit(new NoteRedaction(by, action, chat, RedactedText.OfCodes(told))).ConfigureAwait(false);
        return noted.Rejection == Rejections.Busy ? new Redacted(null, Rejections.Busy) : judged;
    }

    private static PostedMessage Refused(FloorRun run, CommandId id, Rejection? rejection) =>
        new(Task.FromResult(run.Recall(id) ?? new Answer(rejection, default, 0)));

    private Rejection? Fault(string text)
    {
        var most = runtime.Limits.MaxMessageLength;
        if (text.Length > most)
        {
            return Rejections.TextTooLong.About($"message: {most} at most");
        }

        return Wording.IsEmpty(text) ? Rejections.MessageEmpty
            : Wording.IsWellFormed(text) ? null : Rejections.TextMalformed;
    }
}
