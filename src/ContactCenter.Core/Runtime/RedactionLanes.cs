using ContactCenter.Chats;
using ContactCenter.Redaction;

namespace ContactCenter.Runtime;

/// <summary>
/// Redacts before the mailbox, in order for each chat. A rule that throws, overworks or runs late refuses its
/// message and nothing else: neither the floor nor another chat waits for it.
/// </summary>
/// <param name="guarded">The host brought rules of its own: their scans get a thread and a deadline.</param>
internal sealed class RedactionLanes(
    RedactionPipeline pipeline, bool guarded, TimeSpan deadline, int maxText, TimeProvider time)
{
    // Scans that ran late cannot be stopped, only left behind. Past this many nothing more is scanned beside them.
    private const int MaxRunaways = 16;

    private readonly ChatLanes _lanes = new();
    private readonly SaltShaker _salt = new();
    private int _runaways;

    /// <summary>Redacts a message and admits it, in the lane of its chat. The task is the answer to come.</summary>
    internal async ValueTask<Task<Answer>> PostAsync(
        FloorRun run, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (Fault(message.Text) is { } fault)
        {
            return Refused(fault);
        }

        if (!await _lanes.EnterAsync(message.Chat, cancellationToken).ConfigureAwait(false))
        {
            return Refused(Rejections.Busy);
        }

        try
        {
            var (redacted, rejection) = guarded
                ? await RedactAsync(message.Text, message.Context).ConfigureAwait(false)
                : Judge(pipeline.Redact(message.Text, message.Context));
            if (redacted is null)
            {
                return Refused(rejection);
            }

            message.IsRedacted = !redacted.IsClean;
            var body = new Body(redacted, _salt.Next());
            return run.Admit(message.Ask(body), message.Id);
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
        return redacted is null ? null : new Body(redacted, _salt.Next());
    }

    /// <summary>Redacts a name or another short text that belongs to no conversation.</summary>
    internal async ValueTask<(RedactedText? Text, Rejection? Rejection)> RedactAsync(
        string text, RedactionContext context)
    {
        if (!guarded)
        {
            return Judge(pipeline.Redact(text, context));
        }

        if (Volatile.Read(ref _runaways) >= MaxRunaways)
        {
            return (null, Rejections.RedactionFailed.About("late scans"));
        }

        var scan = Task.Run(() => pipeline.Redact(text, context), CancellationToken.None);
        try
        {
            return Judge(await scan.WaitAsync(deadline, time).ConfigureAwait(false));
        }
        catch (TimeoutException)
        {
            Interlocked.Increment(ref _runaways);
            _ = scan.ContinueWith(
                _ => Interlocked.Decrement(ref _runaways),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            return (null, Rejections.RedactionFailed.About("deadline"));
        }
    }

    private static (RedactedText? Text, Rejection? Rejection) Judge(in RedactionResult result) => result.Verdict switch
    {
        RedactionVerdict.Passed => (result.Text, null),
        RedactionVerdict.Dropped => (null, Rejections.MessageDropped.About(result.DroppedKinds[0].ToString())),
        _ => (null, Rejections.RedactionFailed.About(result.FailedRule ?? "pipeline")),
    };

    private static Task<Answer> Refused(Rejection? rejection) => Task.FromResult(new Answer(rejection, default, 0));

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
