using ContactCenter.Redaction;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Runtime;

/// <summary>
/// Everything the runtime writes to a log. Ids, codes, counts and type names; no message takes a text.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Floor {Floor} started at {Sequence} in epoch {Epoch}.")]
    internal static partial void Started(ILogger logger, FloorId floor, long sequence, long epoch);

    [LoggerMessage(2, LogLevel.Information, "Floor {Floor} stopped.")]
    internal static partial void Stopped(ILogger logger, FloorId floor);

    [LoggerMessage(3, LogLevel.Critical, "Floor {Floor} can no longer write ({Error}) and has stopped.")]
    internal static partial void Failed(ILogger logger, FloorId floor, string error);

    [LoggerMessage(4, LogLevel.Warning, "The bot failed in chat {Chat} of floor {Floor} ({Error}).")]
    internal static partial void BotFailed(ILogger logger, FloorId floor, long chat, string error);

    [LoggerMessage(5, LogLevel.Warning, "A snapshot of floor {Floor} could not be kept ({Error}).")]
    internal static partial void SnapshotFailed(ILogger logger, FloorId floor, string error);

    [LoggerMessage(6, LogLevel.Warning, "The history source {Source} gave no answer ({Error}).")]
    internal static partial void HistorySourceFailed(ILogger logger, string source, string error);

    [LoggerMessage(7, LogLevel.Error, "An erasure on floor {Floor} could not go on ({Error}); it is tried again.")]
    internal static partial void ErasureFailed(ILogger logger, FloorId floor, string error);

    [LoggerMessage(8, LogLevel.Warning, "Scanner {Scanner} failed on floor {Floor} ({Error}); the file is blocked.")]
    internal static partial void ScannerFailed(ILogger logger, string scanner, FloorId floor, string error);

    [LoggerMessage(9, LogLevel.Error, "The attachment store of floor {Floor} failed ({Error}).")]
    internal static partial void AttachmentStoreFailed(ILogger logger, FloorId floor, string error);

    [LoggerMessage(12, LogLevel.Warning, "The redaction of floor {Floor} lets more through than it has to: {What}.")]
    internal static partial void RedactionIsLoose(ILogger logger, FloorId floor, string what);

    [LoggerMessage(13, LogLevel.Warning, "A text was delivered although redaction rule {Rule} failed ({Failure}).")]
    internal static partial void DeliveredWithoutRule(ILogger logger, string rule, RedactionFailure failure);

    [LoggerMessage(14, LogLevel.Error, "The token vault of floor {Floor} failed ({Error}).")]
    internal static partial void VaultFailed(ILogger logger, FloorId floor, string error);

    [LoggerMessage(15, LogLevel.Error, "A rescan on floor {Floor} could not go on ({Error}); it is tried again.")]
    internal static partial void RescanFailed(ILogger logger, FloorId floor, string error);

    [LoggerMessage(16, LogLevel.Warning, "Snapshot {Sequence} of floor {Floor} is damaged; the whole log is read.")]
    internal static partial void SnapshotDamaged(ILogger logger, FloorId floor, long sequence);

    [LoggerMessage(
        17,
        LogLevel.Warning,
        "Floor {Floor} was stopped before its journal had answered; what was being written may be in it or not.")]
    internal static partial void StoppedUnanswered(ILogger logger, FloorId floor);

    [LoggerMessage(18, LogLevel.Error, "What is kept of floor {Floor} is damaged and cannot be read: {Place}.")]
    internal static partial void Damaged(ILogger logger, FloorId floor, string place);

    [LoggerMessage(10, LogLevel.Warning, "The predefined responses cannot be read ({Error}).")]
    internal static partial void ResponsesFailed(ILogger logger, string error);

    [LoggerMessage(
        11,
        LogLevel.Error,
        "routing-strategy-failed: {Strategy} of queue {Queue} on floor {Floor}; the longest available is chosen there "
            + "until the next configuration.")]
    internal static partial void StrategyFailed(ILogger logger, string strategy, QueueName queue, FloorId floor);
}
