using ContactCenter.Floors;

namespace ContactCenter.Runtime;

/// <summary>A command on its way to the writer, and the caller who waits for the answer.</summary>
internal sealed class Mail(Envelope envelope)
    : TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    internal Envelope Envelope { get; } = envelope;

    /// <summary>When the mailbox admitted it: what decides whether it was in time, however slow the commit.</summary>
    internal DateTimeOffset At { get; set; }
}
