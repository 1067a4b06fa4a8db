using ContactCenter.Chats;
using ContactCenter.Redaction;
using ContactCenter.Texts;

namespace ContactCenter.Runtime;

/// <summary>
/// Redacts before the mailbox, in order for each chat. A rule that throws, overworks or runs late refuses its
/// message and nothing else: neither the floor nor another chat waits for it.
/// </summary>
/// <param name="guarded">The host brought rules of its own: their scans get a thread and a deadline.</param>
#pragma warning disable CA1001 // the slots have no handle to give back, and scans that were left behind release theirs
internal sealed class RedactionLanes(
    RedactionPipeline pipeline, bool guarded, TimeSpan deadline, int maxText, TimeProvider time)
#pragma warning restore CA1001
{
    // Scans that run late cannot be stopped, only left behind. Once as many are, nothing more is scanned beside them.
    private const int MaxScans = 16;

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

            var (redacted, rejection) = guarded
                ? await RedactAsync(message.Text, message.Context).ConfigureAwait(false)
                : Judge(pipeline.Redact(message.Text, message.Context));
            if (redacted is null)
            {
                return Refused(run, message.Id, rejection);
            }

            var body = new Body(redacted, SaltShaker.Next());
            return new PostedMessage(run.Admit(message.Ask(body), message.Id), IsRedacted: !redacted.IsClean);
        }
        finally
        {
            _lanes.Leave(message.Chat);
        }
    }

    /// <summary>Redacts and seals words that nobody waits in line with; null when they may not be said.</summary>
    internal async ValueTask<Body?> SealAsync(string text, RedactionContext context)
    {
        var (redacted, _) = Fault(text) is null ? await RedactAsync(text, context).ConfigureAwait(false) : default;
        return redacted is null ? null : new Body(redacted, SaltShaker.Next());
    }

    /// <summary>Redacts a name or another short text that belongs to no conversation.</summary>
    internal async ValueTask<(RedactedText? Text, Rejection? Rejection)> RedactAsync(
        string text, RedactionContext context)
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
            return (null, Rejections.RedactionFailed.About("deadline"));
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

    private static (RedactedText? Text, Rejection? Rejection) Judge(in RedactionResult result) => result.Verdict switch
    {
        RedactionVerdict.Passed => (result.Text, null),
        RedactionVerdict.Dropped => (null, Rejections.MessageDropped.About(result.DroppedKinds[0].ToString())),
        _ => (null, Rejections.RedactionFailed.About(result.FailedRule ?? "pipeline")),
    };

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
