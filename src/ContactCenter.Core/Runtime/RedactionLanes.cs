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
        long chat,
        string text,
        RedactionContext context,
        Func<Body, Task<Answer>> admit,
        CancellationToken cancellationToken)
    {
        if (Fault(text) is { } fault)
        {
            return Refused(fault);
        }

        if (await _lanes.EnterAsync(chat, cancellationToken).ConfigureAwait(false) is not { } lane)
        {
            return Refused(Rejections.Busy);
        }

        try
        {
            var (redacted, rejection) = await RedactAsync(text, context).ConfigureAwait(false);
            return redacted is null ? Refused(rejection) : admit(new Body(redacted, _salt.Next()));
        }
        finally
        {
            _lanes.Leave(lane);
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
        RedactionResult result;
        if (!guarded)
        {
            result = pipeline.Redact(text, context);
        }
        else if (Volatile.Read(ref _runaways) >= MaxRunaways)
        {
            return (null, Rejections.RedactionFailed.About("late scans"));
        }
        else
        {
            var scan = Task.Run(() => pipeline.Redact(text, context), CancellationToken.None);
            try
            {
                result = await scan.WaitAsync(deadline, time).ConfigureAwait(false);
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

        return result.Verdict switch
        {
            RedactionVerdict.Passed => (result.Text, null),
            RedactionVerdict.Dropped => (null, Rejections.MessageDropped.About(result.DroppedKinds[0].ToString())),
            _ => (null, Rejections.RedactionFailed.About(result.FailedRule ?? "pipeline")),
        };
    }

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
